/// An extra price on load, cash or time, for days on which the cheapest plans break a limit, and a lower one on orders from
/// markets that ask for some amount of goods, or none from one of these.
///
/// Where no plan within the limits turns up, the search starts anew with one of them dearer, in turn and each time by
/// more, until plans fit. What pays only once an order has come to some amount, it finds where that order seems cheaper.
enum Perturbation: Sendable, Hashable {
  case none
  case load(Int)
  case cash(Int)
  case time(Int)
  /// Deliveries that may cost nothing do, and prices are lower at markets that ask something of orders: at all of them, then at each
  /// alone, by `shares`.
  case order(Int)
  /// Nothing is ordered from one of the markets that ask for least goods, counted among these.
  case without(Int)

  /// How often the surcharge on something scarce doubles.
  private static let degrees = 10
  /// Eighths of a price.
  private static let shares: [Instance.Cost] = [0, 3, 6, 7]

  /// The next one to try.
  func next(_ instance: Instance) -> Perturbation {
    let candidate: Perturbation =
      switch self {
      case .none: .order(0)
      case .order(let step): step + 1 < Self.orderSteps(instance) ? .order(step + 1) : .without(0)
      case .without(let number):
        number + 1 < Self.markets(withLeastGoods: instance).count ? .without(number + 1) : .load(1)
      case .load(let degree): .cash(degree)
      case .cash(let degree): .time(degree)
      case .time(let degree): degree < Self.degrees ? .load(degree + 1) : .none
      }
    return candidate.applies(to: instance) ? candidate : candidate.next(instance)
  }

  private func applies(to instance: Instance) -> Bool {
    switch self {
    case .none, .time: true
    case .load: instance.buyers.contains { $0.loadLimit < .max }
    case .cash: instance.cashLimit < .max
    case .order: instance.hasOrderTerms
    case .without(let number): number < Self.markets(withLeastGoods: instance).count
    }
  }

  private static func markets(withLeastGoods instance: Instance) -> [Int] {
    instance.orderTerms.indices.filter { instance.orderTerms[$0].minimum > 0 }
  }

  /// Whether the prices of orders are not the true ones.
  var changesOrders: Bool {
    if case .order = self { true } else { false }
  }

  /// Whether nothing is to be had from a market.
  func closes(_ market: Int, in instance: Instance) -> Bool {
    guard case .without(let number) = self else { return false }
    return Self.markets(withLeastGoods: instance)[number] == market
  }

  private static func orderSteps(_ instance: Instance) -> Int {
    let markets = instance.orderTerms.count { $0 != .none }
    return shares.count * (markets > 1 ? markets + 1 : 1)
  }

  /// Whether an order from a market seems to be delivered for nothing.
  func delivers(_ market: Int, in instance: Instance) -> Bool {
    isMeant(market, in: instance) && instance.mayDeliverFree(market)
  }

  /// Whether prices at a market are to be lower.
  private func isMeant(_ market: Int, in instance: Instance) -> Bool {
    guard case .order(let step) = self, instance.orderTerms[market] != .none else { return false }
    let group = step / Self.shares.count
    return group == 0 || instance.orderTerms[..<market].count { $0 != .none } == group - 1
  }

  /// What is added to the hourly rate.
  func rate(_ instance: Instance) -> Instance.Cost {
    guard case .time(let degree) = self else { return 0 }
    return ((instance.buyers.map(\.ratePerHour).max() ?? 0) + 3600) << Instance.Cost(degree)
  }

  /// What is added to `unitPrice`, the price of a piece, where an order is meant: nothing or less.
  func discount(unitPrice: Instance.Cost, market: Int, in instance: Instance) -> Instance.Cost {
    guard case .order(let step) = self, isMeant(market, in: instance) else { return 0 }
    return -(unitPrice * Self.shares[step % Self.shares.count] / 8)
  }

  /// What a milligram that is carried costs more; `massPrice` is a mean price of one.
  func loadPrice(_ massPrice: Double) -> Double {
    guard case .load(let degree) = self else { return 0 }
    return massPrice * Double(1 << degree) / 4
  }

  /// What a yuan that is spent costs more, in quarters of one.
  var cashQuarters: Instance.Cost {
    guard case .cash(let degree) = self else { return 0 }
    return 1 << Instance.Cost(degree)
  }
}
