/// What a remote market asks of an order beside its prices.
///
///     charge(goods) = 0 where goods ≥ freeFrom, else visitCost;   goods ≥ minimum
///
/// where `goods` is the sum of the order's amounts as they are paid.
package struct OrderTerms: Sendable, Hashable {
  /// The least goods of an order; 0 for any.
  package var minimum: Instance.Cost
  /// The goods from which on the delivery costs nothing; `Cost.max` where it always costs.
  package var freeFrom: Instance.Cost

  package init(minimum: Instance.Cost = 0, freeFrom: Instance.Cost = .max) {
    self.minimum = minimum
    self.freeFrom = freeFrom
  }

  /// Any order is taken, and each is charged.
  package static let none = OrderTerms()
}

extension Instance {
  /// What an order of so many goods from the remote `market` pays for its delivery.
  package func deliveryCharge(at market: Int, goods: Cost) -> Cost {
    goods >= orderTerms[market].freeFrom ? 0 : visitCost[market]
  }

  /// Whether any market asks anything of an order.
  package var hasOrderTerms: Bool { orderTerms.contains { $0 != .none } }

  /// Whether a market delivers for nothing from some amount on, which its orders otherwise pay for.
  func mayDeliverFree(_ market: Int) -> Bool { orderTerms[market].freeFrom < .max && visitCost[market] > 0 }

  /// Whether an order of all that a market has comes to its minimum. Complexity: O(offers).
  func canFill(_ market: Int) -> Bool {
    let minimum = orderTerms[market].minimum
    if minimum == 0 { return true }
    var goods: Cost = 0
    for offer in offers.indices where Int(offers[offer].market) == market {
      let (stock, step) = (Int(offers[offer].stock), max(1, Int(offers[offer].multiple)))
      // Of each price the most pieces: from a break on, all may cost less than a few before it.
      let range = breakRange(of: offer)
      let ends = range.map { $0 + 1 < range.upperBound ? min(stock, Int(breaks[$0 + 1].from) - 1) : stock }
      goods += ends.map { amount(of: offer, quantity: max(0, $0) / step * step) }.max() ?? 0
      if goods >= minimum { return true }
    }
    return false
  }

  /// The goods of an order beyond which the market asks for no more: its minimum, and what it delivers for nothing from.
  func enoughGoods(at market: Int) -> Cost {
    max(orderTerms[market].minimum, mayDeliverFree(market) ? orderTerms[market].freeFrom : 0)
  }
}

extension Instance {
  /// Why `orderTerms` contradict the other columns; nil when they are sound.
  func orderTermsProblem() -> String? {
    if orderTerms.count != marketCount { return "market columns of wrong length" }
    for (market, terms) in orderTerms.enumerated() where terms != .none {
      if !isRemote[market] { return "market \(market) is walked and has terms of orders" }
      if terms.minimum < 0 || terms.freeFrom < 0 { return "negative terms of orders" }
    }
    return nil
  }
}
