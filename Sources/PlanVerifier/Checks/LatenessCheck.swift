internal import Base
internal import Market
internal import SourcingPlan

/// No task of the build begins or ends later than it can: the kit is being gathered from the day's begin until the last goods are there, and
/// a service takes no longer than its work.
enum LatenessCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    plan.schedule.enumerated().compactMap { index, task in
      isLate(task, plan, facts) ? .stepTooLong(task, "schedule[\(index)]") : nil
    }
  }

  private static func isLate(_ task: ScheduleStep, _ plan: PlanDocument, _ facts: VerifierFacts) -> Bool {
    if task.step == "kit" {
      if let start = LocalTime(facts.day.date, secondOfDay: facts.day.start), task.start > start { return true }
      return ScheduleCheck.gathered(plan, facts).map { task.finish > $0 } ?? false
    }
    guard let service = facts.market.services.first(where: { $0.id == task.place }),
      let board = facts.order(task.order),
      let before = task.finish.adding(seconds: -1)
    else { return false }
    let work = Int(
      clamping: Arithmetic.roundedUp(
        Arithmetic.value(of: service.duration, boards: board.boards, work: board.work), over: 1000))
    // Where a second less would do, what follows waits for nothing.
    return work > 0 && facts.openSeconds(of: service, from: task.start, to: before, enough: work) >= work
  }
}

extension Violation {
  fileprivate static func stepTooLong(_ task: ScheduleStep, _ path: String) -> Violation {
    Violation(
      .stepTooLong, at: path, english: "task `\(task.step)` begins or ends later than it can",
      chinese: "工序 `\(task.step)` 的开始或结束晚于可达到的时间")
  }
}
