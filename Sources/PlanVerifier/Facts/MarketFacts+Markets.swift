internal import Electronics
internal import Market
internal import SourcingPlan

extension MarketFacts {
  /// All markets, that of the day first.
  var profiles: [MarketProfile] { [profile] + others }

  /// The market of a stall: the day's where no other is known to have it.
  func profile(ofStall id: PlaceID) -> MarketProfile {
    guard let market = marketOfStall[id] else { return profile }
    return others.first { $0.id == market } ?? profile
  }

  /// The part of a line, in the package that the line names; the first known where its maker sells none in it.
  func part(of line: PlanLine) -> Part? {
    guard let first = parts[line.part] else { return nil }
    if first.package == line.package { return first }
    return packages[line.part]?.first { $0.package == line.package } ?? first
  }
}

extension Offer {
  /// Whether it is for a line's part; a number that is sold in several packages, in the line's.
  func isFor(_ line: PlanLine) -> Bool { part == line.part && (package.map { $0 == line.package } ?? true) }
}
