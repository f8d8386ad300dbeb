import ArgumentParser
import Foundation
import Market
import Phrases
import Planning
import SourcingPlan

/// A saved plan that a command must come to again: where nothing that it was made from has changed, it is the plan.
struct PlanLock {
  let path: String
  let plan: PlanDocument
  /// The file as it stands.
  let bytes: Data

  /// Complains and exits with 2 where the file is no plan.
  init(path: String) throws {
    self.path = path
    bytes = try PlanFile.bytes(path)
    plan = try PlanFile.plan(bytes, path)
  }

  /// Complains and exits with 1 where an input is another than that of the plan, naming each, or where the plan does not hold: a file that
  /// somebody changed is no lock.
  func check(_ inputs: PlanInputs, by verification: Planner.Verification) throws {
    let changes = InputDifference.all(from: plan.inputs, to: inputs)
    if !changes.isEmpty {
      Console.complain("`\(path)` was made from something else:")
      Self.tell(changes)
      Console.write(
        "help: `peidan plan` without `--locked` makes a new plan; `peidan diff` compares the two\n", to: .error)
      throw ExitCode.answerIsNo
    }
    let violations = verification(plan)
    guard violations.isEmpty else {
      Console.complain("`\(path)` does not hold, though nothing that it was made from has changed:")
      for violation in violations { Console.complain("  \(violation)") }
      throw ExitCode.answerIsNo
    }
  }

  /// Says on standard error what changed, a line each.
  static func tell(_ changes: [InputDifference]) {
    for change in changes {
      Console.complain(
        "  \(change.title.english): \(change.before ?? "not stated"), now \(change.after ?? "not stated")")
    }
  }
}
