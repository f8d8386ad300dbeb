internal import Base
internal import Optimizer

/// Looks for any plan of a day, by fixed work. The plan that a remedy rests on is found so, and the planner looks so where its own
/// search finds nothing: a day that is changed as a remedy says has a plan.
struct FirstPlan {
  private let search: BoundedSearch

  /// Rounds of work for each search, no more than the plan's own search was given.
  private static let work = 8

  init(_ options: SolverOptions) {
    search = BoundedSearch(options, work: min(Self.work, options.workLimit ?? .max))
  }

  var isCancelled: Bool { search.isCancelled }

  /// The best solution found.
  func solve(_ instance: Instance) -> Optimizer.Solution? { search.solve(instance) }

  /// The first solution found.
  func first(_ instance: Instance) -> Optimizer.Solution? { search.first(instance) }

  /// The best solution found from one that is known.
  func improved(_ solution: Optimizer.Solution, _ instance: Instance) -> Optimizer.Solution {
    search.improved(solution, instance)
  }

  /// A plan of a variant's day: the first one found, or under a budget the one that is found to pay least, where that keeps it.
  func plan(_ variant: PreparedVariant) -> Optimizer.Solution? {
    guard variant.isOpen else { return nil }
    let instance = variant.run.model.instance
    if let found = search.first(instance) { return found }
    guard variant.run.problem.budget != nil, !isCancelled else { return nil }
    return leastPaid(variant)?.costed(in: instance)
  }

  /// What is found to pay least for goods and fares, whatever the budget and the buyers' time.
  func leastPaid(_ variant: PreparedVariant) -> Optimizer.Solution? {
    guard variant.isOpen else { return nil }
    var cashOnly = variant.run.model.instance
    cashOnly.cashLimit = .max
    for buyer in cashOnly.buyers.indices { cashOnly.buyers[buyer].ratePerHour = 0 }
    for option in cashOnly.options.indices { cashOnly.options[option].cost = 0 }
    for offer in cashOnly.offers.indices { cashOnly.offers[offer].riskPerUnit = 0 }
    return search.solve(cashOnly)
  }
}

extension Optimizer.Solution {
  /// What is paid for goods and fares, in whole fen.
  var cash: Money { Money(microYuan: cost.goods + cost.fares).fenAbove }

  /// When the last buyer is back or has ordered, in seconds since midnight.
  func lastReturn(in instance: Instance) -> Int {
    walkingThroughOrders(of: instance).walks.map { Int($0.returns) }.max() ?? 0
  }

  /// The same solution, found under other costs or limits perhaps, as one of this day; nil where it is none.
  func costed(in instance: Instance) -> Optimizer.Solution? {
    guard let cost = try? Evaluator(instance).cost(of: self) else { return nil }
    var other = self
    other.cost = cost
    return other
  }
}

extension Money {
  /// The next whole fen that is not more, of an amount from 0.
  var fenBelow: Money { Money(microYuan: microYuan - microYuan % Money.fen.microYuan) }

  /// The next whole fen that is not less, of an amount from 0.
  var fenAbove: Money { fenBelow == self ? self : fenBelow + .fen }
}
