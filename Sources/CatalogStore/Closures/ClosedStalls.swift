package import Base
package import Foundation
package import Market

/// Stalls that somebody found closed, as they stand beside a catalog: `catalog.sqlite` has `catalog.closed.json`.
package struct ClosedStalls: Sendable, Hashable, Codable {
  /// A stall that was found closed.
  package struct Entry: Sendable, Hashable, Codable {
    package var market: String
    package var stall: PlaceID
    /// The day on which it was closed.
    package var seen: LocalDate
    /// The last day on which nothing is planned there.
    package var until: LocalDate

    package init(market: String, stall: PlaceID, seen: LocalDate, until: LocalDate) {
      self.market = market
      self.stall = stall
      self.seen = seen
      self.until = until
    }
  }

  package static let schema = "peidan.closed-stalls/1"

  package var schema = ClosedStalls.schema
  /// By market and stall, each once.
  package private(set) var stalls: [Entry] = []

  package init() {}

  /// Where they stand beside the catalog at `catalog`.
  package static func path(beside catalog: String) -> String { JSONStore.path("closed", beside: catalog) }

  /// What stands beside a catalog; empty where nothing does. A damaged file is set aside where `healing` says so, else it is an error.
  package init(beside catalog: String, _ healing: Healing? = nil) throws(CatalogError) {
    let path = ClosedStalls.path(beside: catalog)
    let found: ClosedStalls? = try JSONStore.open(
      path, .closedStalls, schema: \.schema, ClosedStalls.schema, words: "a list of closed stalls", with: healing)
    guard let found else { return }
    for entry in found.stalls where entry.seen > entry.until {
      throw .system(path: path, detail: "`\(entry.stall)` is closed until \(entry.until), before \(entry.seen)")
    }
    self = found
  }

  /// The file's text.
  package func json() throws -> Data { try JSONStore.text(of: self) }

  /// The days on which nothing is planned at a stall; nil for one that nobody found closed.
  package func days(of stall: PlaceID, market: String) -> ClosedRange<LocalDate>? {
    stalls.first { $0.stall == stall && $0.market == market }.map { $0.seen...$0.until }
  }

  /// Takes in that a stall was closed; false where that is known, or something newer.
  package mutating func add(_ entry: Entry) -> Bool {
    guard let place = stalls.firstIndex(where: { $0.stall == entry.stall && $0.market == entry.market }) else {
      stalls.append(entry)
      stalls.sort { ($0.market, $0.stall) < ($1.market, $1.stall) }
      return true
    }
    if stalls[place] == entry || stalls[place].seen > entry.seen { return false }
    stalls[place] = entry
    return true
  }

  /// Forgets that a stall was closed on `day` or before it; false where nothing is known of that.
  package mutating func reopen(_ stall: PlaceID, market: String, on day: LocalDate? = nil) -> Bool {
    let count = stalls.count
    stalls.removeAll { entry in
      entry.stall == stall && entry.market == market && (day.map { entry.seen <= $0 } ?? true)
    }
    return stalls.count < count
  }
}
