internal import Selection

/// The plain evaluation of a `Solution`: every amount, time and constraint recomputed from the instance alone.
///
/// It shares no state with the search and is the last check before an answer leaves the optimizer.
package struct Evaluator: Sendable {
  package let instance: Instance

  package init(_ instance: Instance) {
    self.instance = instance
  }

  /// Why a solution is no solution.
  package enum Violation: Error, Hashable, Sendable {
    case selectionShape
    case unknownOption(slot: Int)
    case forbiddenChoices
    case purchaseOrder(offer: Int)
    case forbiddenQuantity(offer: Int, quantity: Int)
    case severalLots(product: Int)
    case shortage(product: Int, need: Int, bought: Int)
    case walkCount
    case orders
    case remoteVisit(buyer: Int, visit: Int)
    case belowOrderMinimum(market: Int, goods: Instance.Cost)
    case offerNotAtMarket(offer: Int, market: Int)
    case offerNotBought(offer: Int)
    case offerBoughtTwice(offer: Int)
    case offerNotVisited(offer: Int)
    case lineAtTwoVisits(product: Int, market: Int)
    case pickUpWithoutOrder(offer: Int)
    case times(buyer: Int, visit: Int)
    case closed(buyer: Int, visit: Int)
    case notReady(buyer: Int, visit: Int, offer: Int)
    case horizon(buyer: Int)
    case overload(buyer: Int)
    case overBudget(cash: Instance.Cost)
  }

  /// The exact cost of `solution`, whose own `cost` is not looked at.
  ///
  /// - Throws: the first violation found.
  /// - Complexity: O(slots + purchases + offers + visits × windows).
  package func cost(of solution: Solution) throws(Violation) -> CostBreakdown {
    var cost = CostBreakdown()
    let needs = try needs(of: solution, cost: &cost)
    try checkPurchases(solution, needs: needs, cost: &cost)
    try checkWalks(solution, cost: &cost)
    let cash = cost.goods + cost.fares
    if cash > instance.cashLimit { throw .overBudget(cash: cash) }
    return cost
  }

  private func needs(of solution: Solution, cost: inout CostBreakdown) throws(Violation) -> [Int] {
    guard solution.selection.count == instance.slotCount else { throw .selectionShape }
    var amounts = [Int64](repeating: 0, count: instance.productCount)
    for slot in 0..<instance.slotCount {
      let range = instance.optionRange(of: slot)
      let choice = Int(solution.selection[slot])
      guard choice >= 0 && choice < range.count else { throw .unknownOption(slot: slot) }
      let option = instance.options[range.lowerBound + choice]
      cost.options += option.cost
      if option.product >= 0 { amounts[Int(option.product)] += option.amount }
    }
    if let choices = instance.choices, !choices.allows(solution.selection.map(Int.init)) { throw .forbiddenChoices }
    return amounts.indices.map { instance.need(of: $0, amount: amounts[$0]) }
  }

  private func checkPurchases(
    _ solution: Solution, needs: [Int], cost: inout CostBreakdown
  ) throws(Violation) {
    var bought = [Int](repeating: 0, count: instance.productCount)
    var lots = [Int](repeating: 0, count: instance.productCount)
    var product = 0
    var last = -1
    for purchase in solution.purchases {
      let offer = Int(purchase.offer)
      let quantity = Int(purchase.quantity)
      guard offer > last && offer < instance.offerCount else { throw .purchaseOrder(offer: offer) }
      last = offer
      guard instance.allows(quantity, of: offer) else { throw .forbiddenQuantity(offer: offer, quantity: quantity) }
      while Int(instance.offerStart[product + 1]) <= offer { product += 1 }
      bought[product] += quantity
      lots[product] += 1
      cost.goods += instance.amount(of: offer, quantity: quantity)
      cost.risk += instance.risk(of: offer, quantity: quantity)
    }
    for product in 0..<instance.productCount {
      if instance.singleLot[product] && lots[product] > 1 { throw .severalLots(product: product) }
      guard bought[product] >= needs[product] else {
        throw .shortage(product: product, need: needs[product], bought: bought[product])
      }
    }
  }
}
