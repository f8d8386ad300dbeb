internal import Base
internal import Market
internal import SourcingPlan

/// Each order's tasks stand where they can be done, after those that must come before, and each has the working hours that it takes.
///
/// Boards and stencil are ordered when the day begins or later; the kit is complete when the last goods are there, carried on
/// from where their buyer ends or in a parcel; placing, assembly and test follow boards, stencil and kit, one after the other.
enum ScheduleCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    let tasks = Dictionary(plan.schedule.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for stated in plan.services {
      guard let service = facts.market.services.first(where: { $0.id == stated.id }),
        let board = facts.order(of: stated)
      else { continue }
      guard let task = tasks[TaskID(board.id, service.kind.rawValue)], task.place == service.id,
        plan.schedule.count(where: { $0.id == task.id }) == 1
      else {
        found.append(.stepMissing(service.kind.rawValue))
        continue
      }
      let work = Int(
        clamping: Arithmetic.roundedUp(
          Arithmetic.value(of: service.duration, boards: board.boards, work: board.work), over: 1000))
      let open = facts.openSeconds(of: service, from: task.start, to: task.finish, enough: work)
      if open < work { found.append(.stepTooShort(task, seconds: work, open: open)) }
    }
    for board in facts.orders { found += order(of: board.id, plan, tasks, facts) }
    for (index, task) in plan.schedule.enumerated() {
      if task.id != TaskID(task.order, task.step) || facts.order(task.order) == nil {
        found.append(.precedenceWrong(task, "schedule[\(index)].id"))
      }
      for before in task.after {
        guard let earlier = tasks[before] else {
          found.append(.precedenceWrong(task, "schedule[\(index)].after"))
          continue
        }
        if task.start < earlier.finish { found.append(.stepTooEarly(task, ready: earlier.finish)) }
      }
    }
    return found
  }

  /// What an order's tasks must come after, by the kinds of work.
  private static func order(
    of order: OrderID, _ plan: PlanDocument, _ tasks: [TaskID: ScheduleStep], _ facts: VerifierFacts
  ) -> [Violation] {
    var found: [Violation] = []
    let first = ["pcb", "stencil", "kit"].compactMap { tasks[TaskID(order, $0)] }
    if let dayStart = LocalTime(facts.day.date, secondOfDay: facts.day.start) {
      for task in first where task.start < dayStart { found.append(.stepTooEarly(task, ready: dayStart)) }
    }
    if let gathered = gathered(plan, facts) {
      let kit = tasks[TaskID(order, "kit")]
      if let kit, kit.finish < gathered { found.append(.stepTooEarly(kit, ready: gathered)) }
      if kit == nil, !plan.schedule.isEmpty { found.append(.stepMissing("kit")) }
      if let kit, facts.day.isWalked, kit.place != facts.day.kitPlace {
        found.append(.kitElsewhere(kit, right: facts.day.kitPlace))
      }
    }
    var before = first
    for kind in ["smt", "assembly", "test"] {
      guard let task = tasks[TaskID(order, kind)] else { continue }
      if let ready = before.map(\.finish).max(), task.start < ready, !before.allSatisfy({ task.after.contains($0.id) })
      {
        found.append(.stepTooEarly(task, ready: ready))
      }
      if !before.allSatisfy({ task.after.contains($0.id) }) {
        found.append(.precedenceWrong(task, "schedule"))
      }
      before = [task]
    }
    return found
  }

  /// When the last buyer has carried the goods to the kit's place and the last parcel is there; nil where nobody leaves, or from
  /// where one ends no way leads there.
  static func gathered(_ plan: PlanDocument, _ facts: VerifierFacts) -> LocalTime? {
    let place = facts.day.kitPlace
    let away = plan.walks.filter { facts.day.isWalked && $0.to != place }
    let graph = away.isEmpty ? nil : ShortestWalk(facts.market)
    let carried = plan.walks.map { walk -> LocalTime? in
      guard let graph, facts.day.isWalked, walk.to != place else { return walk.finish }
      return graph.seconds(from: .node(walk.to), to: .node(place)).flatMap { walk.finish.adding(seconds: $0) }
    }
    guard let back = carried.compactMap(\.self).max(), !carried.contains(nil) else { return nil }
    return max(back, plan.deliveries.compactMap { facts.ready($0) }.max() ?? back)
  }
}

extension VerifierFacts {
  /// Seconds in which the service works within a span, counted no further than `enough`; a service without hours works
  /// round the clock.
  func openSeconds(of service: Service, from start: LocalTime, to finish: LocalTime, enough: Int) -> Int {
    guard start < finish else { return 0 }
    if service.hours.allSatisfy(\.isEmpty) { return finish.seconds(since: start) }
    var open = 0
    var day = start.date
    while day <= finish.date, open < enough {
      let from = day == start.date ? start.second : 0
      let to = day == finish.date ? finish.second : 86_400
      for span in market.calendar.hours(of: service, on: day) {
        open += max(0, min(span.close, to) - max(span.open, from))
      }
      guard let next = day.adding(days: 1) else { break }
      day = next
    }
    return open
  }
}

extension Violation {
  fileprivate static func stepMissing(_ step: String) -> Violation {
    Violation(
      .stepMissing, at: "schedule", english: "the schedule must have exactly one task `\(step)`",
      chinese: "日程中应恰有一个 `\(step)` 工序")
  }

  fileprivate static func kitElsewhere(_ kit: ScheduleStep, right: String) -> Violation {
    Violation(
      .endsElsewhere, at: "schedule",
      english: "task `\(kit.id)` is at `\(kit.place)`, but the kit comes together at `\(right)`",
      chinese: "工序 `\(kit.id)` 在 `\(kit.place)`，但齐套地点为 `\(right)`")
  }

  fileprivate static func precedenceWrong(_ task: ScheduleStep, _ path: String) -> Violation {
    Violation(
      .precedenceWrong, at: path,
      english: "task `\(task.id)` does not name the tasks of its order that it comes after",
      chinese: "工序 `\(task.id)` 没有写明须先完成的工序")
  }

  fileprivate static func stepTooEarly(_ step: ScheduleStep, ready: LocalTime) -> Violation {
    Violation(
      .stepTooEarly, at: "schedule",
      english: "task `\(step.id)` cannot be done before \(ready)",
      chinese: "工序 `\(step.id)` 不能早于 \(ready)")
  }

  fileprivate static func stepTooShort(_ step: ScheduleStep, seconds: Int, open: Int) -> Violation {
    Violation(
      .stepTooShort, at: "schedule",
      english: "task `\(step.id)` takes \(seconds) s of opening hours, but its span has only \(open) s",
      chinese: "工序 `\(step.id)` 需要 \(seconds) 秒营业时间，其时段只有 \(open) 秒")
  }
}
