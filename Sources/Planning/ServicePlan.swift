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
  init(_ facts: SourcingFacts) throws(PlanningError) {
    let board = facts.board
    var chosen: [Service] = []
    var amounts: [Money] = []
    for kind in Service.Kind.allCases where board.process.services.contains(kind) {
      let order = try WorkOrder(facts, for: kind)
      let fitting = facts.services.filter { service in
        service.kind == kind && order.fits(service)
          && (board.process.chosen[kind].map { $0 == service.id } ?? true)
      }
      let ranked = fitting.map { (service: $0, price: order.price(of: $0), seconds: order.seconds(of: $0)) }
      let best = ranked.min { ($0.price, $0.seconds, $0.service.id) < ($1.price, $1.seconds, $1.service.id) }
      guard let best else { throw .noService(kind.rawValue, market: facts.profile.id) }
      chosen.append(best.service)
      amounts.append(best.price)
    }
    self.chosen = chosen
    self.amounts = amounts
  }

  /// When each step is done: board and stencil are ordered when the day begins, the kit is complete when the last buyer is
  /// back, and placing, assembly and test follow one another; a shop works in its opening hours.
  func schedule(_ facts: SourcingFacts, kitComplete: LocalTime, kitPlace: String, kitName: LocalizedText)
    throws(PlanningError) -> [ScheduleStep]
  {
    guard let dayStart = LocalTime(facts.day.date, secondOfDay: facts.day.start) else {
      throw .dateOutOfRange(facts.day.date.description)
    }
    // Settings that do not read as a calendar are refused when the catalog is built.
    let calendar = (try? MarketCalendar(settings: facts.profile.settings)) ?? MarketCalendar()
    let order = OrderID(facts.board.name)
    var steps: [ScheduleStep] = []
    var ready = kitComplete
    for service in chosen where service.kind == .pcb || service.kind == .stencil {
      let step = try Self.step(
        service, from: dayStart, work: WorkOrder(facts, for: service.kind), calendar, order, after: [])
      steps.append(step)
      ready = max(ready, step.finish)
    }
    steps.append(
      ScheduleStep(
        order: order, step: "kit", place: kitPlace, name: kitName, start: dayStart, finish: kitComplete, after: []))
    var before = steps.map(\.id)
    for service in chosen where service.kind != .pcb && service.kind != .stencil {
      let step = try Self.step(
        service, from: ready, work: WorkOrder(facts, for: service.kind), calendar, order, after: before)
      steps.append(step)
      ready = step.finish
      before = [step.id]
    }
    return steps
  }

  private static func step(
    _ service: Service, from ready: LocalTime, work: WorkOrder, _ calendar: MarketCalendar, _ order: OrderID,
    after: [TaskID]
  ) throws(PlanningError) -> ScheduleStep {
    guard let span = service.workingSpan(from: ready, seconds: work.seconds(of: service), calendar: calendar) else {
      throw .dateOutOfRange(ready.description)
    }
    return ScheduleStep(
      order: order, step: service.kind.rawValue, place: service.id,
      name: LocalizedText(english: service.english, chinese: service.chinese), start: span.start, finish: span.finish,
      after: after)
  }
}

/// What a service is asked to do.
struct WorkOrder {
  var boards: Int
  /// Square millimetres.
  var area: Int
  var layers: Int
  var joints: Int
  var sides: Int

  init(_ facts: SourcingFacts, for kind: Service.Kind) throws(PlanningError) {
    let board = facts.board
    boards = facts.day.boards
    sides = board.process.sides
    guard let pcb = board.pcb else {
      if kind == .pcb || kind == .smt || kind == .stencil { throw .missing("pcb", for: kind.rawValue) }
      area = 0
      layers = 0
      joints = board.process.joints ?? 0
      return
    }
    // Width and height are micrometres; a price counts whole square millimetres, rounded up.
    area = (pcb.width * pcb.height + 999_999) / 1_000_000
    layers = pcb.layers
    if kind == .smt, board.process.joints == nil { throw .missing("process.joints", for: kind.rawValue) }
    joints = board.process.joints ?? 0
  }

  func fits(_ service: Service) -> Bool {
    service.accepts(boards: boards, area: area, layers: layers, sides: sides)
  }

  func price(of service: Service) -> Money {
    service.price(boards: boards, area: area, layers: layers, joints: joints, sides: sides)
  }

  func seconds(of service: Service) -> Int {
    Int(service.seconds(boards: boards, area: area, layers: layers, joints: joints, sides: sides))
  }
}

extension Service {
  /// The first span in which `seconds` of work fit, counting opening hours on days that are no holidays only; a service
  /// without hours works round the clock. Nil when the shop never opens or the calendar ends.
  func workingSpan(from ready: LocalTime, seconds: Int, calendar: MarketCalendar = MarketCalendar()) -> (
    start: LocalTime, finish: LocalTime
  )? {
    if hours.allSatisfy(\.isEmpty) {
      return ready.adding(seconds: seconds).map { (ready, $0) }
    }
    var left = seconds
    var start: LocalTime?
    var date = ready.date
    var from = ready.second
    // A shop that opens at all opens within a week, or after holidays of at most as many days as the calendar has
    // exceptions for; the work itself may take longer.
    let holidays = calendar.exceptions.reduce(0) { $0 + $1.last.dayNumber - $1.first.dayNumber + 1 }
    for _ in 0..<(7 + holidays + seconds / 60) {
      for span in calendar.hours(of: self, on: date) where span.close > from {
        let begin = max(span.open, from)
        if start == nil { start = LocalTime(date, secondOfDay: begin) }
        let done = min(left, span.close - begin)
        left -= done
        if left == 0, let start, let finish = LocalTime(date, secondOfDay: begin + done) { return (start, finish) }
      }
      guard let next = date.adding(days: 1) else { return nil }
      date = next
      from = 0
    }
    return nil
  }
}
