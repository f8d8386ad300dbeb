/// Chooses purchases anew so that orders from remote markets come to their least goods, or are delivered for nothing, and so that a plan
/// keeps to what buyers carry and to the cash, at least cost.
///
/// The slots that can buy from one of these orders stand in groups that share no product (`DemandTable`). Each group takes one of its
/// covers (`OrderCovers`): of all combinations that the markets take, the cheapest, deliveries included. That is a knapsack with one
/// choice a group, by states of goods and cost of which none is worse in all (Kellerer, Pferschy, Pisinger 2004, chapter 11, for one
/// order). With more states than `mostStates` the cheapest and those of the most goods stay, and every other one between.
///
/// Walks stay as they are: that a stop has nothing left to buy is seen when the plan is priced. Of several buyers the loads are one.
struct OrderKnapsack {
  typealias Cost = Instance.Cost

  /// States that are kept where one order's goods are counted, and where those of several are.
  private static let mostStates = (one: 512, several: 128)

  /// Goods of each order and cost of the groups up to some one; `before` and `cover` tell how it came about.
  private struct State {
    var goods: [Cost]
    var cost: Cost
    var before: Int
    var cover: Int
  }

  let problem: PresolvedInstance
  private var covers: OrderCovers
  private var work = 0

  init(_ problem: PresolvedInstance) {
    self.problem = problem
    covers = OrderCovers(problem)
  }

  /// Covers and states looked at since the last call.
  mutating func takeWork() -> Int {
    defer { work = 0 }
    return work + covers.takeWork()
  }

  /// The goods of an order.
  func goods(_ purchases: [Solution.Purchase], at market: Int) -> Cost {
    let instance = problem.instance
    return purchases.reduce(0) { sum, purchase in
      guard Int(instance.offers[Int(purchase.offer)].market) == market else { return sum }
      return sum + instance.amount(of: Int(purchase.offer), quantity: Int(purchase.quantity))
    }
  }

  /// What a plan keeps to, beside the terms of orders.
  struct Limits {
    var load = Cost.max
    /// For goods and deliveries.
    var cash = Cost.max
    static let none = Limits()

    fileprivate var kinds: [OrderCovers.Limit] { (load < .max ? [.load] : []) + (cash < .max ? [.cash] : []) }
    /// In the order of `kinds`.
    fileprivate var most: [Cost] { (load < .max ? [load] : []) + (cash < .max ? [cash] : []) }
  }

  /// Changes purchases and options to the cheapest that the markets of `orders` take and the limits allow. They stay as they are where
  /// none is found.
  ///
  /// - Parameters:
  ///   - selection: the option of every slot; those of bound slots stay.
  ///   - orders: the remote markets whose terms count, each with an order.
  ///   - isVisited: for every market, whether it may be bought from.
  ///
  /// Complexity: O(groups × covers of a group × states), for several orders × states again.
  mutating func improve(
    _ purchases: inout [Solution.Purchase], _ selection: inout [Int32], orders: [Int], isVisited: [Bool],
    limits: Limits = .none
  ) {
    let groups = covers.groups(
      of: purchases, selection, orders: orders, limits: limits.kinds, isVisited: isVisited)
    guard !groups.isEmpty else { return }
    let terms = orders.map { problem.instance.orderTerms[$0] }
    let enough = orders.map { problem.instance.enoughGoods(at: $0) }
    let most = limits.most
    var all = [State(goods: Array(repeating: 0, count: orders.count + most.count), cost: 0, before: -1, cover: -1)]
    var open = [0]
    for (position, group) in groups.enumerated() {
      var next: [State] = []
      for (number, cover) in group.enumerated() {
        for index in open {
          let goods = zip(all[index].goods, cover.goods).map { $0 + $1 }
          guard most.indices.allSatisfy({ -goods[orders.count + $0] <= most[$0] }) else { continue }
          next.append(State(goods: goods, cost: all[index].cost + cover.cost, before: index, cover: number))
        }
      }
      work += next.count
      // Of the last group's states the cheapest that the markets take is the answer: none need be left out.
      let isLast = position == groups.count - 1
      let kept =
        isLast
        ? next
        : orders.count == 1 && most.isEmpty ? Self.best(next, enough: enough[0]) : Self.best(next, enough: enough)
      open = Array(all.count..<all.count + kept.count)
      all += kept
    }
    var best: (cost: Cost, state: Int)?
    for index in open {
      let goods = all[index].goods
      guard orders.indices.allSatisfy({ goods[$0] == 0 || goods[$0] >= terms[$0].minimum }) else { continue }
      let charges = orders.indices.reduce(0) { sum, order in
        sum + (goods[order] == 0 ? 0 : problem.instance.deliveryCharge(at: orders[order], goods: goods[order]))
      }
      if limits.cash < .max, charges - (goods.last ?? 0) > limits.cash { continue }
      let cost = all[index].cost + charges
      if cost < best?.cost ?? .max { best = (cost, index) }
    }
    guard let best else { return }
    var state = all[best.state]
    for group in groups.reversed() {
      let cover = group[state.cover]
      if !cover.isPresent { apply(cover, to: &purchases, &selection) }
      state = all[state.before]
    }
    purchases.sort { $0.offer < $1.offer }
  }

  private func apply(
    _ cover: OrderCovers.Cover, to purchases: inout [Solution.Purchase], _ selection: inout [Int32]
  ) {
    let products = problem.demands.products[cover.demand]
    purchases.removeAll { products.contains(Int(problem.demands.productOfOffer[Int($0.offer)])) }
    purchases += cover.purchases
    for (slot, option) in cover.options { selection[slot] = option }
  }

  // MARK: States

  /// States of which none is worse in cost and in goods up to `enough`, for one order; the cheapest without an order is one of them.
  private static func best(_ states: [State], enough: Cost) -> [State] {
    let order = states.indices.sorted {
      (-min(states[$0].goods[0], enough), states[$0].cost, $0) < (
        -min(states[$1].goods[0], enough), states[$1].cost, $1
      )
    }
    var kept: [State] = []
    var least = Cost.max
    for index in order where states[index].goods[0] > 0 && states[index].cost < least {
      least = states[index].cost
      kept.append(states[index])
    }
    let without = order.first { states[$0].goods[0] == 0 }.map { states[$0] }
    return thinned(kept, to: mostStates.one) + (without.map { [$0] } ?? [])
  }

  /// States of which none is worse in cost, in the goods of every order up to `enough`, and in what is used of the limits.
  private static func best(_ states: [State], enough: [Cost]) -> [State] {
    let goods = states.map { state in
      zip(state.goods, enough).map { $0 == 0 ? 0 : max(1, min($0, $1)) } + state.goods.dropFirst(enough.count)
    }
    let order = states.indices.sorted { (states[$0].cost, $0) < (states[$1].cost, $1) }
    var kept: [Int] = []
    for index in order {
      let isWorse = kept.contains { OrderCovers.serves(goods[$0], asWellAs: goods[index]) }
      if !isWorse { kept.append(index) }
    }
    return thinned(kept.map { states[$0] }, to: mostStates.several)
  }

  private static func thinned(_ states: [State], to most: Int) -> [State] {
    guard states.count > most else { return states }
    return (0..<most).map { states[$0 * (states.count - 1) / (most - 1)] }
  }
}
