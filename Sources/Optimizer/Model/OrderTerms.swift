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
