internal import Base
internal import Market
internal import SourcingPlan

/// A step of making the boards, beside the purchases: what it takes, and what must be done before it.
struct ProductionTask {
  /// What is done; the raw values are the steps of a plan document.
  enum Kind: String, CaseIterable {
    case pcb, stencil, kit, smt, assembly, test

    init(_ service: Service.Kind) {
      switch service {
      case .pcb: self = .pcb
      case .stencil: self = .stencil
      case .smt: self = .smt
      case .assembly: self = .assembly
      case .test: self = .test
      }
    }

    /// What must be finished before it starts, where it is part of the build at all.
    var predecessors: Set<Kind> {
      switch self {
      case .pcb, .stencil, .kit: []
      case .smt: [.pcb, .stencil, .kit]
      case .assembly: [.pcb, .stencil, .kit, .smt]
      case .test: [.pcb, .stencil, .kit, .smt, .assembly]
      }
    }
  }

  /// How long it takes.
  enum Duration {
    /// Until a moment that other things decide: the kit is complete when its last goods are there.
    case until(LocalTime)
    /// So many seconds of a service's opening hours.
    case work(Service, seconds: Int)
  }

  var kind: Kind
  var duration: Duration
  /// A service's id, or the node where the kit comes together.
  var place: String
  var name: LocalizedText

  /// The work of a service.
  init(_ service: Service, seconds: Int) {
    kind = Kind(service.kind)
    duration = .work(service, seconds: seconds)
    place = service.id
    name = LocalizedText(english: service.english, chinese: service.chinese)
  }

  /// Bringing the kit together.
  init(kitAt place: String, complete: LocalTime, name: LocalizedText) {
    kind = .kit
    duration = .until(complete)
    self.place = place
    self.name = name
  }
}

/// When each of a build's tasks is done: as soon as those before it are, and no earlier than the day begins.
struct ProductionSchedule {
  let order: OrderID
  let tasks: [ProductionTask]
  let dayStart: LocalTime
  let calendar: MarketCalendar

  /// In the order of `ProductionTask.Kind`, in which every task follows its predecessors. Throws where the calendar ends.
  func steps() throws(PlanningError) -> [ScheduleStep] {
    var finished: [ProductionTask.Kind: LocalTime] = [:]
    var steps: [ScheduleStep] = []
    for kind in ProductionTask.Kind.allCases {
      for task in tasks where task.kind == kind {
        let ready = kind.predecessors.compactMap { finished[$0] }.max() ?? dayStart
        let span = try span(of: task, from: ready)
        finished[kind] = max(finished[kind] ?? span.finish, span.finish)
        steps.append(
          ScheduleStep(
            order: order, step: kind.rawValue, place: task.place, name: task.name, start: span.start,
            finish: span.finish, after: Self.latest(before: kind, in: steps)))
      }
    }
    return steps
  }

  /// The tasks that a task waits for, without those that they wait for themselves.
  private static func latest(before kind: ProductionTask.Kind, in steps: [ScheduleStep]) -> [TaskID] {
    let before = steps.filter { step in kind.predecessors.contains { $0.rawValue == step.step } }
    let implied = Set(before.flatMap(\.after))
    return before.map(\.id).filter { !implied.contains($0) }
  }

  private func span(
    of task: ProductionTask, from ready: LocalTime
  ) throws(PlanningError) -> (start: LocalTime, finish: LocalTime) {
    switch task.duration {
    case .until(let finish): return (ready, finish)
    case .work(let service, let seconds):
      guard let span = service.workingSpan(from: ready, seconds: seconds, calendar: calendar) else {
        throw .dateOutOfRange(ready.description)
      }
      return span
    }
  }
}
