internal import Base
internal import Market
internal import SourcingPlan

/// The build's steps stand in an order in which they can be done, and each has the working hours that it takes.
///
/// Boards and stencil are ordered when the day begins or later; the kit is complete when the last buyer is back;
/// placing, assembly and test follow boards, stencil and kit, one after the other.
enum ScheduleCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for stated in plan.services {
      guard let service = facts.market.services.first(where: { $0.id == stated.id }) else { continue }
      let steps = plan.schedule.filter { $0.step == service.kind.rawValue && $0.place == service.id }
      guard steps.count == 1, let step = steps.first else {
        found.append(.stepMissing(service.kind.rawValue))
        continue
      }
      let work = Int(
        clamping: Arithmetic.roundedUp(
          Arithmetic.value(of: service.duration, boards: facts.board.boards, work: facts.board.work), over: 1000))
      let open = facts.openSeconds(of: service, from: step.start, to: step.finish, enough: work)
      if open < work { found.append(.stepTooShort(step, seconds: work, open: open)) }
    }
    found += order(of: plan, facts)
    return found
  }

  private static func order(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    let first = ["pcb", "stencil", "kit"]
    let dayStart = LocalTime(facts.day.date, secondOfDay: facts.day.start)
    var ready = dayStart
    if let dayStart {
      for step in plan.schedule where first.contains(step.step) && step.start < dayStart {
        found.append(.stepTooEarly(step, ready: dayStart))
      }
    }
    let back = plan.walks.map(\.finish).max()
    let kit = plan.schedule.first { $0.step == "kit" }
    if let back {
      if let kit, kit.finish < back { found.append(.stepTooEarly(kit, ready: back)) }
      if kit == nil, !plan.schedule.isEmpty { found.append(.stepMissing("kit")) }
    }
    for step in plan.schedule where first.contains(step.step) { ready = [ready, step.finish].compactMap(\.self).max() }
    for name in ["smt", "assembly", "test"] {
      guard let step = plan.schedule.first(where: { $0.step == name }) else { continue }
      if let ready, step.start < ready { found.append(.stepTooEarly(step, ready: ready)) }
      ready = [ready, step.finish].compactMap(\.self).max()
    }
    return found
  }
}

extension VerifierFacts {
  /// Seconds in which the service works within a span, counted no further than `enough`; a service without hours works
  /// round the clock.
  fileprivate func openSeconds(of service: Service, from start: LocalTime, to finish: LocalTime, enough: Int) -> Int {
    guard start < finish else { return 0 }
    if service.hours.allSatisfy(\.isEmpty) { return finish.seconds(since: start) }
    let calendar = market.calendar
    var open = 0
    var day = start.date
    while day <= finish.date, open < enough {
      let from = day == start.date ? start.second : 0
      let to = day == finish.date ? finish.second : 86_400
      for span in calendar.hours(of: service, on: day) {
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
      .stepMissing, at: "schedule", english: "the schedule has not exactly one step `\(step)` where it is paid for",
      chinese: "日程中应恰有一个 `\(step)` 步骤")
  }

  fileprivate static func stepTooEarly(_ step: ScheduleStep, ready: LocalTime) -> Violation {
    Violation(
      .stepTooEarly, at: "schedule",
      english: "step `\(step.step)` cannot be at its place in the schedule before \(ready)",
      chinese: "步骤 `\(step.step)` 不能早于 \(ready)")
  }

  fileprivate static func stepTooShort(_ step: ScheduleStep, seconds: Int, open: Int) -> Violation {
    Violation(
      .stepTooShort, at: "schedule",
      english: "step `\(step.step)` takes \(seconds) s of opening hours, and its span has \(open) s",
      chinese: "步骤 `\(step.step)` 需要 \(seconds) 秒营业时间，其时段只有 \(open) 秒")
  }
}
