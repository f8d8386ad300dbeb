/// An extra price on load, cash or time, for days on which the cheapest plans break a limit.
///
/// Where no plan within the limits turns up, the search starts anew with one of them dearer, in turn and each time by
/// more, until plans fit.
enum Perturbation: Sendable, Hashable {
  case none
  case load(Int)
  case cash(Int)
  case time(Int)

  /// The next one to try.
  func next(_ instance: Instance) -> Perturbation {
    let candidate: Perturbation =
      switch self {
      case .none: .load(1)
      case .load(let degree): .cash(degree)
      case .cash(let degree): .time(degree)
      case .time(let degree): degree < 8 ? .load(degree + 1) : .none
      }
    return candidate.applies(to: instance) ? candidate : candidate.next(instance)
  }

  private func applies(to instance: Instance) -> Bool {
    switch self {
    case .none, .time: true
    case .load: instance.buyers.contains { $0.loadLimit < .max }
    case .cash: instance.cashLimit < .max
    }
  }

  /// What is added to the hourly rate.
  func rate(_ instance: Instance) -> Instance.Cost {
    guard case .time(let degree) = self else { return 0 }
    return ((instance.buyers.map(\.ratePerHour).max() ?? 0) + 3600) << Instance.Cost(degree)
  }

  /// What is added to the price of one piece of `mass` at `unitPrice`; `massPrice` is a mean price of one milligram.
  func surcharge(unitPrice: Instance.Cost, mass: Int64, massPrice: Double) -> Instance.Cost {
    switch self {
    case .none, .time: 0
    case .load(let degree): Instance.Cost(Double(mass << Int64(degree)) * massPrice)
    case .cash(let degree): unitPrice << Instance.Cost(degree)
    }
  }
}
