extension Solution {
  /// A total order on solutions: cost first, then selection, purchases and walks, so that which of two equal ones is kept
  /// does not depend on who found it first. True when there is no other.
  func precedes(_ other: Solution?) -> Bool {
    guard let other else { return true }
    if cost.total != other.cost.total { return cost.total < other.cost.total }
    return key.lexicographicallyPrecedes(other.key)
  }

  private var key: [Int32] {
    var key = selection
    for purchase in purchases { key += [purchase.offer, purchase.quantity] }
    for order in orders { key += [order.market] + order.offers }
    for walk in walks {
      key += [walk.departs, walk.returns, Int32(walk.visits.count)]
      for visit in walk.visits {
        key += [visit.market, visit.arrives, visit.begins, visit.leaves] + visit.offers + visit.pickUps
      }
    }
    return key
  }
}
