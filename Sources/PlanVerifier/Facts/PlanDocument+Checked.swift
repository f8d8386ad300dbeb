internal import Base
internal import SourcingPlan

/// A stop of an agent's day with its place in the document.
struct CheckedStop {
  var path: String
  var visit: PlanVisit
  /// Whether it is an order from a place that ships.
  var isOrder: Bool
}

extension PlanDocument {
  /// The visits of a walk and its agent's orders, by the time at which they begin; at the same time the orders first.
  func checkedStops(of walk: Int) -> [CheckedStop] {
    var stops: [CheckedStop] = []
    for (index, order) in deliveries.enumerated() where order.agent == walks[walk].agent {
      let visit = PlanVisit(
        stall: order.stall, name: order.name, place: nil, arrive: order.arrive, begin: order.begin,
        depart: order.depart, walkSeconds: order.walkSeconds, purchases: order.purchases, pickUps: [],
        isSample: order.isSample)
      stops.append(CheckedStop(path: "deliveries[\(index)]", visit: visit, isOrder: true))
    }
    for (index, visit) in walks[walk].visits.enumerated() {
      stops.append(CheckedStop(path: "walks[\(walk)].visits[\(index)]", visit: visit, isOrder: false))
    }
    let order = stops.indices.sorted {
      (stops[$0].visit.begin, stops[$0].visit.depart, $0) < (stops[$1].visit.begin, stops[$1].visit.depart, $1)
    }
    // Visits alone stand in the document's order: one that begins too early is a fault of its own.
    return stops.contains(where: \.isOrder) ? order.map { stops[$0] } : stops
  }
}

extension [PurchaseID: (line: Int, buy: PlanBuy)] {
  /// What a visit buys, each purchase that the plan has.
  func bought(at visit: PlanVisit) -> [(line: Int, buy: PlanBuy)] { visit.purchases.compactMap { self[$0] } }
}
