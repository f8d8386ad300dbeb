internal import Base
internal import BoardSpec
internal import CatalogStore
internal import Electronics
internal import Market
internal import Optimizer

extension PlanningProblem {
  /// Cuts a large market to the stalls that can matter, reads their offers, and keeps what is proven about the others.
  ///
  /// Price sheets are few and near to the user: all their stalls are kept. Throws `CatalogError` and `PlanningError`.
  mutating func takeExcerpt(of wanted: Set<PartID>, from catalog: Catalog) throws {
    let market = profile.id
    let parts = wanted.sorted()
    var stalls = try catalog.stallColumns(market: market)
    var columns = try catalog.offerColumns(of: parts, market: market)
    let quoted = try catalog.sheetOffers(of: wanted, market: market)
    let named = Set(quoted.values.flatMap { $0.map(\.stall) } + namedStalls)
    var numbers: [PlaceID: Int32] = [:]
    for id in named.sorted() { numbers[id] = try catalog.stallNumber(id, market: market) }
    let places = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, Int32($0)) })
    for (part, offers) in quoted.sorted(by: { $0.key < $1.key }) {
      for offer in offers where offer.excess == nil {
        guard let place = places[part], let number = numbers[offer.stall] else { continue }
        columns.append(offer, part: place, stall: number)
      }
    }
    let shops = try appendOtherMarkets(of: wanted, places, to: &columns, &stalls, from: catalog)
    let network = try graph(from: catalog)
    let seconds = try secondsFromStart(stalls, graph: network)
    let slots = ReductionSlots(
      self, parts: parts, offers: columns, stalls: stalls, isOpen: try isOpen(stalls), numbers: numbers)
    var excerpt = MarketReduction(
      slots, stalls: stalls, secondsFromStart: seconds, rate: agents.map(\.ratePerHour.microYuan).min() ?? 0,
      buyers: agents.count)
    excerpt.kept.formUnion(numbers.values)
    excerpt.kept.subtract(shops)
    var pairs: [PartID: Set<Int32>] = [:]
    for offer in 0..<columns.count where excerpt.kept.contains(columns.stall[offer]) {
      pairs[parts[Int(columns.part[offer])], default: []].insert(columns.stall[offer])
    }
    // A slot that nobody can serve is told with its reasons: some of its offers are read for them.
    let slotsNow = self.slots
    let lacking = (0..<slots.costs.slotCount).filter { slots.costs.entries(of: $0).isEmpty }
    let reasons = Set(lacking.flatMap { slotsNow[$0].candidates.map(\.id) })
    var told: [PartID: Int] = [:]
    for offer in 0..<columns.count {
      let part = parts[Int(columns.part[offer])]
      guard reasons.contains(part), told[part, default: 0] < Self.reasonsPerPart else { continue }
      told[part, default: 0] += 1
      pairs[part, default: []].insert(columns.stall[offer])
    }
    offers = try catalog.offers(at: pairs, market: market)
    self.stalls = try catalog.stalls(Set(offers.values.flatMap { $0.map(\.stall) }), market: market)
    self.excerpt = excerpt
    try addOtherMarkets(of: wanted, from: catalog)
  }

  /// Puts the shops of the other markets behind the stalls of the day's, so that the bound is over them too; all of them are kept.
  /// Returns their numbers.
  private func appendOtherMarkets(
    of wanted: Set<PartID>, _ places: [PartID: Int32], to columns: inout OfferColumns, _ stalls: inout StallColumns,
    from catalog: Catalog
  ) throws -> Set<Int32> {
    var shops: Set<Int32> = []
    for other in others {
      let found = try catalog.offers(of: wanted, market: other.id)
      let sellers = try catalog.stalls(Set(found.values.flatMap { $0.map(\.stall) }), market: other.id)
      var numbers: [PlaceID: Int32] = [:]
      for (id, stall) in sellers.sorted(by: { $0.key < $1.key }) {
        let number = stalls.append(stall)
        numbers[id] = number
        shops.insert(number)
      }
      for (part, offers) in found.sorted(by: { $0.key < $1.key }) {
        for offer in offers where offer.excess == nil {
          guard let place = places[part], let number = numbers[offer.stall] else { continue }
          columns.append(offer, part: place, stall: number)
        }
      }
    }
    return shops
  }

  private static let reasonsPerPart = 40

  /// Stalls that policies name.
  private var namedStalls: [PlaceID] {
    slots.flatMap { $0.policy.pinned + $0.policy.banned }
  }

  /// Whether each stall serves within the day at all.
  private func isOpen(_ stalls: StallColumns) throws -> [Bool] {
    let weeks = stalls.weeks.mapValues { week in
      calendar.hours(week, on: date).contains { max($0.open, start) < min($0.close, finish) }
    }
    let closed = Set(buildings.values.filter { $0.closed != nil }.map(\.id))
    return stalls.week.indices.map { place in
      guard stalls.isPlaced[place] else { return true }
      return weeks[stalls.week[place]] ?? false && !closed.contains(stalls.building[place])
    }
  }

  private func graph(from catalog: Catalog) throws -> WalkingGraph? {
    guard isWalked else { return nil }
    do {
      return try WalkingGraph(
        buildings: Array(buildings.values), nodes: try catalog.nodes(market: profile.id),
        links: try catalog.links(market: profile.id), walkingSpeed: profile.walkingSpeed)
    } catch let error as WalkingGraphError {
      throw PlanningError.brokenGraph("\(error)", market: profile.id)
    }
  }

  /// Seconds from the nearest start to the middle of the lowest floor of a stall's building; an hour where no way is known.
  private func secondsFromStart(_ stalls: StallColumns, graph: WalkingGraph?) throws -> [Int32] {
    var ofBuilding: [String: Int32] = [:]
    let starts = Set(agents.map(\.from))
    for building in buildings.values {
      guard let graph, let floor = building.floors.min(by: { abs($0.number) < abs($1.number) }) else { continue }
      let middle = Position(
        building: building.id, floor: floor.number, east: floor.width / 2, north: floor.depth / 2)
      let legs = starts.compactMap { try? graph.leg(from: .node($0), to: .position(middle)).seconds }
      ofBuilding[building.id] = legs.min().map { Int32(clamping: $0) } ?? 3_600
    }
    return stalls.building.map { ofBuilding[$0] ?? 0 }
  }
}
