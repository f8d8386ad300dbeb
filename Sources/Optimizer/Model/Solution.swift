/// A full answer to an `Instance`: which option each slot takes, what is bought where, and when each buyer walks.
package struct Solution: Sendable, Hashable {
  /// Index into the slot's options (0 is its first), one a slot.
  package var selection: [Int32]
  /// What is bought; at most one entry an offer, ascending in `offer`.
  package var purchases: [Purchase]
  /// Orders from remote markets, ascending in `market`, at most one a market.
  package var orders: [Order]
  /// One walk a buyer, in the instance's order; a buyer who stays at home has no visits.
  package var walks: [Walk]
  package var cost: CostBreakdown

  package init(
    selection: [Int32], purchases: [Purchase], orders: [Order] = [], walks: [Walk], cost: CostBreakdown
  ) {
    self.selection = selection
    self.purchases = purchases
    self.orders = orders
    self.walks = walks
    self.cost = cost
  }

  package struct Purchase: Sendable, Hashable {
    package var offer: Int32
    package var quantity: Int32

    package init(offer: Int32, quantity: Int32) {
      self.offer = offer
      self.quantity = quantity
    }
  }

  /// What is ordered from one remote market.
  package struct Order: Sendable, Hashable {
    package var market: Int32
    /// Offers bought, ascending; at least one.
    package var offers: [Int32]

    package init(market: Int32, offers: [Int32]) {
      self.market = market
      self.offers = offers
    }
  }

  package struct Walk: Sendable, Hashable {
    /// When the buyer leaves the start and reaches the end; both 0 without visits.
    package var departs: Int32
    package var returns: Int32
    package var visits: [Visit]

    package init(departs: Int32, returns: Int32, visits: [Visit]) {
      self.departs = departs
      self.returns = returns
      self.visits = visits
    }

    /// The walk of a buyer who stays at home.
    package static let none = Walk(departs: 0, returns: 0, visits: [])
  }

  /// A stop at one market.
  ///
  /// Service takes the market's setup seconds and its line seconds for each of `offers`; what is ordered from a runner
  /// is ready `readySeconds` after that service ends. A buyer who waits for it leaves when it is ready, still inside the
  /// window; one who does not picks it up at a later visit, whose service begins when it is ready or after.
  package struct Visit: Sendable, Hashable {
    package var market: Int32
    /// Walks in, is served from, and leaves: `arrives ≤ begins ≤ leaves`, service wholly inside one opening window.
    package var arrives: Int32
    package var begins: Int32
    package var leaves: Int32
    /// Offers bought (and paid) here at this visit, ascending.
    package var offers: [Int32]
    /// Offers ordered at an earlier visit of the same walk that are picked up here, ascending.
    package var pickUps: [Int32]

    package init(market: Int32, arrives: Int32, begins: Int32, leaves: Int32, offers: [Int32], pickUps: [Int32] = []) {
      self.market = market
      self.arrives = arrives
      self.begins = begins
      self.leaves = leaves
      self.offers = offers
      self.pickUps = pickUps
    }
  }
}

/// The objective by term; `total` is their sum.
package struct CostBreakdown: Sendable, Hashable {
  package var goods: Instance.Cost
  package var time: Instance.Cost
  /// Of legs, visits and orders.
  package var fares: Instance.Cost
  package var risk: Instance.Cost
  package var options: Instance.Cost

  package init(
    goods: Instance.Cost = 0, time: Instance.Cost = 0, fares: Instance.Cost = 0, risk: Instance.Cost = 0,
    options: Instance.Cost = 0
  ) {
    self.goods = goods
    self.time = time
    self.fares = fares
    self.risk = risk
    self.options = options
  }

  package var total: Instance.Cost { goods + time + fares + risk + options }
}
