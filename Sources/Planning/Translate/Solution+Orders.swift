internal import Optimizer

extension Solution.Visit {
  /// When the goods of an order, written as a visit, are there, in seconds since midnight; of a walked market when it is left.
  func ready(in instance: Instance) -> Int32 { leaves + instance.deliverySeconds[Int(market)] }
}

extension Solution {
  /// Markets that are visited or ordered from.
  var markets: Set<Int32> { Set(walks.flatMap { $0.visits.map(\.market) } + orders.map(\.market)) }

  /// The same with its orders written as visits, one after the other before the orderer leaves: as a plan shows them.
  func walkingThroughOrders(of instance: Instance) -> Solution {
    guard !orders.isEmpty else { return self }
    let buyer = instance.orderer
    let seconds = orders.map { Int32(instance.orderSeconds(at: Int($0.market), lines: $0.offers.count)) }
    let total = seconds.reduce(0, +)
    var shown = self
    shown.orders = []
    var clock = instance.buyers[buyer].earliest
    if walks[buyer].visits.isEmpty {
      shown.walks[buyer].returns = clock + total
    } else {
      clock = walks[buyer].departs - total
    }
    shown.walks[buyer].departs = clock
    var visits: [Visit] = []
    for (order, duration) in zip(orders, seconds) {
      visits.append(
        Visit(market: order.market, arrives: clock, begins: clock, leaves: clock + duration, offers: order.offers))
      clock += duration
    }
    shown.walks[buyer].visits = visits + shown.walks[buyer].visits
    return shown
  }
}
