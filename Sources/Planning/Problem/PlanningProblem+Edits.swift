internal import Base
internal import SourcingPlan

/// Changes of a problem, each another problem. What an option of the command can say is stated in the inputs, so that a plan of
/// the changed problem is verified under it.
extension PlanningProblem {
  /// With another budget; nil lifts it.
  func budgeted(_ budget: Money?) -> PlanningProblem {
    var other = self
    other.budget = budget
    if let budget { other.inputs.budget = Amount(budget) }
    return other
  }

  /// With every agent back by `second` of the day; an earlier finish of their own stands.
  func finishing(by second: Int) -> PlanningProblem {
    var other = self
    other.hours.finish = second
    other.hours.cutsFinish = true
    for agent in crew.indices { other.crew[agent].keep(other.hours) }
    other.inputs.finish = second
    return other
  }

  /// With the day's hours for everybody, which no option can say.
  func withoutOwnHours() -> PlanningProblem {
    var other = self
    for agent in crew.indices { other.crew[agent].keepOnly(hours) }
    return other
  }

  /// With stalls within so many metres; nil lifts the limit.
  func within(metres: Int?) -> PlanningProblem {
    var other = self
    other.radius = metres
    other.inputs.radius = metres
    return other
  }

  /// On another date.
  func on(_ date: LocalDate) -> PlanningProblem {
    var other = self
    other.date = date
    other.inputs.date = date
    return other
  }
}
