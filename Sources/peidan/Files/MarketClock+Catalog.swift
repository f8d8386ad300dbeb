import CatalogStore
import Foundation
import Market
import Platform

extension MarketClock {
  /// The clock of one of the catalog's markets: of `market` where one is named, else of the first that is walked. The only
  /// place in which the program asks the system for the time of day.
  static func of(_ catalog: Catalog, market: String? = nil) throws(CatalogError) -> MarketClock {
    let profiles = try catalog.markets()
    let profile = profiles.first { $0.id == market } ?? profiles.first { $0.kind == .walking } ?? profiles.first
    return system(zone: profile?.timeZone ?? MarketProfile.usualTimeZone)
  }

  /// The clock of markets in general, for what concerns none.
  static func system(zone: String = MarketProfile.usualTimeZone) -> MarketClock {
    let read: @Sendable () -> Double = { Date().timeIntervalSince1970 }
    // A catalog refuses a market whose zone is unknown; where the system has lost its zones, UTC is left.
    guard let clock = MarketClock(zone: zone, now: read) ?? MarketClock(zone: "GMT", now: read) else {
      preconditionFailure("a system without GMT")
    }
    return clock
  }
}
