internal import CatalogStore
internal import Electronics
internal import Market

/// Several markets in one plan: the one that is walked, and others whose shops ship.
extension PlanningProblem {
  /// The profiles of some markets, the walked one first. Throws `PlanningError` and `CatalogError`.
  static func markets(_ ids: [String], _ catalog: Catalog) throws -> [MarketProfile] {
    var profiles: [MarketProfile] = []
    for id in ids {
      guard let profile = try catalog.market(id) else {
        throw PlanningError.unknownMarket(id, known: try catalog.markets().map(\.id))
      }
      profiles.append(profile)
    }
    let walked = profiles.filter { $0.kind == .walking }
    if walked.count > 1 { throw PlanningError.twoWalkedMarkets(walked[0].id, walked[1].id) }
    return walked + profiles.filter { $0.kind != .walking }
  }

  /// Reads what the other markets offer of some parts, beside what is known of the day's own.
  mutating func addOtherMarkets(of wanted: Set<PartID>, from catalog: Catalog) throws {
    for other in others {
      let found = try catalog.offers(of: wanted, market: other.id)
      let places = try catalog.stalls(Set(found.values.flatMap { $0.map(\.stall) }), market: other.id)
      for (id, stall) in places.sorted(by: { $0.key < $1.key }) {
        if stalls[id] != nil {
          throw PlanningError.stallInTwoMarkets(id, markets: [market(of: id).id, other.id])
        }
        stalls[id] = stall
        marketOfStall[id] = other.id
      }
      offers.merge(found, uniquingKeysWith: +)
    }
  }
}
