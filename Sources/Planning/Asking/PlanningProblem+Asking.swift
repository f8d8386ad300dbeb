internal import BoardSpec
internal import CatalogStore
internal import Electronics
internal import Market
internal import SourcingPlan

extension PlanningProblem {
  /// Estimates what asking for each asked slot on the market's floors brings; nothing where nobody walks, or where the market's settings
  /// do not say how one asks. Throws `PlanningError` and `CatalogError`.
  mutating func estimateAsked(from catalog: Catalog) throws {
    let plan = Set(markets.map(\.id))
    try estimateAsked(
      answers: catalog.floors.of(market: profile.id),
      buildings: { [profile] in try catalog.buildings(market: profile.id) },
      prices: { try catalog.listPrices(of: $0, searchesLists: $1) },
      offersElsewhere: { try catalog.offersElsewhere(of: $0, outside: plan) })
  }

  /// - Parameters:
  ///   - answers: what the user's walks found on the market's floors.
  ///   - prices: what lists ask for parts; the second argument says whether imported ones are searched.
  ///   - offersElsewhere: of parts, at shops of markets that the plan does not buy in.
  mutating func estimateAsked(
    answers: [FloorAnswer], buildings: () throws -> [Building], prices: ([Part], Bool) throws -> [ListPrice],
    offersElsewhere: (Set<PartID>) throws -> [(market: String, offer: Offer, shop: Stall)]
  ) throws {
    guard isWalked, orders.contains(where: { !$0.asked.isEmpty }) else { return }
    let (asking, floors) = try self.floors(of: try buildings())
    guard let asking else { return }
    let experience = FloorExperience(asking, answers)
    for (number, slot) in slots.enumerated() where orders[slot.order].asked.contains(slot.position) {
      let families = self.families(of: slot, asking)
      let own = floors.filter { !families.isDisjoint(with: $0.families) }
      guard !own.isEmpty else { continue }
      let parts = slot.candidates
      let ids = Set(parts.map(\.id))
      let isNumbered = slot.slot.asked.map { $0.mpn != nil } ?? slot.slot.requirements.contains { $0.mpn != nil }
      estimates[number] = AskEstimate(
        slot: number, need: askedNeed(of: slot), policy: slot.policy,
        kind: !isNumbered ? .value : parts.isEmpty ? .unlisted : .listed,
        prices: try prices(parts, isNumbered),
        offers: try offersElsewhere(ids).filter { found in
          parts.contains { found.offer.sells($0) }
        }, floors: own,
        alternates: isNumbered ? Array(Set(parts.map(\.id.mpn)).sorted().dropFirst().prefix(3)) : [],
        experience: experience)
      for floor in own {
        stalls[floor.stall.id] = floor.stall
        stalls[floor.stall.id]?.lineSeconds = experience.lineSeconds(on: floor)
      }
    }
  }

  private func floors(
    of buildings: [Building]
  ) throws(PlanningError) -> (asking: AskSettings?, floors: [AskedFloor]) {
    do throws(MarketSettingError) {
      return (try profile.asking(), try AskedFloor.all(of: profile, buildings: buildings))
    } catch {
      guard case .unreadable(let name, let value, _) = error else { return (nil, []) }
      throw .brokenCalendar(setting: name, value: value, market: profile.id)
    }
  }

  /// The families of goods among which a slot is looked for: those of the parts that fit, or what its letters stand for where these are
  /// of no known kind.
  private func families(of slot: OrderSlot, _ asking: AskSettings) -> Set<String> {
    let known = Set(
      slot.candidates.filter { $0.category != Part.otherCategory }.compactMap { categories[$0.category]?.family })
    if !known.isEmpty { return known }
    let meant = Set(slot.slot.references.flatMap { asking.families(ofReference: $0) })
    return meant.isEmpty ? Set(slot.candidates.compactMap { categories[$0.category]?.family }) : meant
  }

  /// Pieces that an asked slot needs, the most that any part needs that fits.
  func askedNeed(of slot: OrderSlot) -> Int {
    slot.candidates.map { need(of: $0, amount: slot.amount) }.max() ?? Int((slot.amount + 999) / 1_000)
  }

  /// Leaves out floors to which no way leads.
  mutating func keepFloors(reachableIn network: MarketNetwork) {
    for (id, stall) in stalls where id.floor != nil {
      guard let position = stall.position,
        network.route(from: .node(crew[0].from), to: .position(position)) == nil
      else { continue }
      stalls[id] = nil
    }
    for slot in estimates.keys {
      let known = stalls
      estimates[slot]?.floors.removeAll { known[$0.place] == nil }
      if estimates[slot]?.floors.isEmpty == true { estimates[slot] = nil }
    }
  }
}
