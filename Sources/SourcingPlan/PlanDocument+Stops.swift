package import Base
package import Market

extension PlanWalk {
  /// What the agent does one after the other: visits, and those of the orders that are the agent's, which have no `place`.
  package func stops(with deliveries: [PlanDelivery]) -> [PlanVisit] {
    let orders = deliveries.filter { $0.agent == agent }
    if orders.isEmpty { return visits }
    let all = orders.map(\.stop) + visits
    let order = all.indices.sorted { (all[$0].begin, all[$0].depart, $0) < (all[$1].begin, all[$1].depart, $1) }
    return order.map { all[$0] }
  }
}

extension PlanDocument {
  /// What an agent does one after the other.
  package func stops(of walk: PlanWalk) -> [PlanVisit] { walk.stops(with: deliveries) }

  /// Where a walk starts and ends, as a person reads it: by name where the plan has a map, else by node; nil where nobody walks.
  package func ends(of walk: PlanWalk) -> (from: LocalizedText, to: LocalizedText)? {
    if let route = map?.walks.first(where: { $0.buyer == walk.agent.text }) { return (route.from, route.to) }
    guard !walk.from.isEmpty else { return nil }
    return (
      LocalizedText(english: walk.from, chinese: walk.from), LocalizedText(english: walk.to, chinese: walk.to)
    )
  }

  /// The day on which the parcel of an order is there, given as a stop of its agent; nil for a visit, and where the plan does not
  /// state it.
  package func arrival(of stop: PlanVisit, by agent: AgentID) -> LocalDate? {
    guard stop.place == nil else { return nil }
    return deliveries.first { $0.agent == agent && $0.stall == stop.stall && $0.begin == stop.begin }?.arrives
  }

  /// What an order given as a stop of its agent pays for its delivery, and its shop's rules; nil where the shop has no rule about the
  /// goods of an order.
  package func deliveryRule(
    of stop: PlanVisit, by agent: AgentID
  ) -> (charge: Amount, freeFrom: Amount?, minimum: Amount?)? {
    guard stop.place == nil,
      let order = deliveries.first(where: { $0.agent == agent && $0.stall == stop.stall && $0.begin == stop.begin }),
      let charge = order.charge, let shop = places?.first(where: { $0.id == stop.stall })?.delivery,
      shop.freeFrom != nil || shop.minimumOrder != nil
    else { return nil }
    return (charge, shop.freeFrom, shop.minimumOrder)
  }

  /// Where something is bought or picked up, each once.
  package var stalls: Set<PlaceID> {
    Set(walks.flatMap(\.visits).map(\.stall)).union(deliveries.map(\.stall))
  }

  /// The plan's purchases by id, each with the place of its line in `lines`; of equal ids the first.
  package var purchases: [PurchaseID: (line: Int, buy: PlanBuy)] {
    var found: [PurchaseID: (line: Int, buy: PlanBuy)] = [:]
    for (index, line) in lines.enumerated() {
      for buy in line.buys where found[buy.id] == nil { found[buy.id] = (index, buy) }
    }
    return found
  }

  /// The order of that id; the first one for an id that the plan lacks.
  package func order(_ id: OrderID) -> PlanOrder? { orders.first { $0.id == id } ?? orders.first }
}
