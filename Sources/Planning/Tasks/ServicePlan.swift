internal import Base
internal import BoardSpec
internal import Market
internal import SourcingPlan

/// The services that a build pays for, chosen by price, and when each of them is done.
struct ServicePlan {
  var chosen: [Service]
  var amounts: [Money]

  /// Sum of all services.
  var total: Money { amounts.reduce(.zero, +) }

  /// Chooses, for each kind asked for, the service that the spec names, or the cheapest that takes the board (then the
  /// quickest, then by id).
  init(_ problem: PlanningProblem) throws(PlanningError) {
    let board = problem.order.board
    var chosen: [Service] = []
    var amounts: [Money] = []
    for kind in Service.Kind.allCases where board.process.services.contains(kind) {
      let order = try WorkOrder(problem, for: kind)
      let fitting = problem.services.filter { service in
        service.kind == kind && order.fits(service)
          && (board.process.chosen[kind].map { $0 == service.id } ?? true)
      }
      let ranked = fitting.map { (service: $0, price: order.price(of: $0), seconds: order.seconds(of: $0)) }
      let best = ranked.min { ($0.price, $0.seconds, $0.service.id) < ($1.price, $1.seconds, $1.service.id) }
      guard let best else {
        let named = problem.services.filter { service in
          service.kind == kind && (board.process.chosen[kind].map { $0 == service.id } ?? true)
        }
        throw .noService(
          kind.rawValue, market: problem.profile.id, order: order.words,
          limits: Set(named.map(\.limits)).sorted())
      }
      chosen.append(best.service)
      amounts.append(best.price)
    }
    self.chosen = chosen
    self.amounts = amounts
  }

  /// When each step is done: board and stencil are ordered when the day begins, the kit is complete when the last buyer is
  /// back, and placing, assembly and test follow one another; a shop works in its opening hours.
  func schedule(_ problem: PlanningProblem, kitComplete: LocalTime, kitPlace: String, kitName: LocalizedText)
    throws(PlanningError) -> [ScheduleStep]
  {
    guard let dayStart = LocalTime(problem.date, secondOfDay: problem.hours.start) else {
      throw .dateOutOfRange(problem.date.description)
    }
    var tasks = [ProductionTask(kitAt: kitPlace, complete: kitComplete, name: kitName)]
    for service in chosen {
      tasks.append(ProductionTask(service, seconds: try WorkOrder(problem, for: service.kind).seconds(of: service)))
    }
    return try ProductionSchedule(order: problem.order.id, tasks: tasks, dayStart: dayStart, calendar: problem.calendar)
      .steps()
  }
}
