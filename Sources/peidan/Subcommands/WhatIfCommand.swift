import ArgumentParser
import Base
import Foundation
import Planning
import SourcingPlan

/// `peidan what-if`: a saved plan under changes, each solved for.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Solve a saved plan's day under changes: what each would cost, and all of them together.",
    discussion: """
      Changes: \(TypedChange.examples.map(\.value).joined(separator: " ")). A price stands in for all that the stall asks \
      for the part. Several changes are solved each alone and all together. The plan's spec and data must be those that it \
      was made from. Exits with 1 where a change leaves no plan, and says why and what would do.
      """)

  @Argument(help: "The plan (JSON); `-` reads standard input.")
  var plan: String

  @Argument(
    help: ArgumentHelp("What is otherwise, such as `finish=17:00`.", valueName: "change"), transform: TypedChange.init)
  var changes: [TypedChange]

  @Option(
    help: ArgumentHelp(
      "The spec that the plan was made from (default: the file of that name beside the plan, here, or in `Boards`).",
      valueName: "spec"))
  var spec: String?
  @Option(help: ArgumentHelp("Seconds for all searches together (default: 2).", valueName: "seconds"))
  var timeLimit: Double?
  @Option(
    help: ArgumentHelp("Units of work for each search, instead of time: the same answer on every run.", valueName: "n"))
  var workLimit: Int?
  @Option(help: ArgumentHelp("Worker threads.", valueName: "n"))
  var threads: Int = SearchOptions.usualThreads

  @Option(help: "How the answer is printed.")
  var format: ReportFormat = .text

  @OptionGroup var common: CommonOptions

  /// Seconds for all searches where nothing else is asked for.
  private static let defaultSeconds = 2.0

  func validate() throws {
    try SearchOptions.check(timeLimit: timeLimit, workLimit: workLimit, threads: threads)
    if changes.isEmpty {
      throw ValidationError(
        "name a change, for example `\(TypedChange.examples.map(\.value).joined(separator: "`, `"))`")
    }
    if let twice = TypedChange.repeated(among: changes) { throw ValidationError("`\(twice)` changes it a second time") }
  }

  func run() throws {
    let cases = changes.map { [$0] } + (changes.count > 1 ? [changes] : [])
    let seconds = workLimit == nil ? (timeLimit ?? Self.defaultSeconds) / Double(cases.count) : nil
    let interrupt = Interrupt()
    let session = try WhatIfSession(path: plan, spec: spec, search: { limits(of: $0, seconds) }, common: common)
    try session.check(changes)
    var answer = WhatIfAnswer(try shown(session.plan), seconds: seconds, work: workLimit)
    for changes in cases where !interrupt.wasCalled {
      let names = changes.map(\.text)
      switch try session.solve(changes.map(\.change), cancellation: interrupt.cancellation) {
      case .plan(let found): answer.add(names, try shown(found))
      case .refused(let reason): answer.add(names, refused: reason)
      }
    }
    try format.write(answer, answer.report(common.language), usesColor: common.usesColor(on: .output))
    if interrupt.wasCalled { throw ExitCode.interrupted }
    if !answer.hasEveryPlan { throw ExitCode.answerIsNo }
  }

  /// The plan's own seed and gap.
  private func limits(of plan: PlanDocument, _ seconds: Double?) -> SearchLimits {
    SearchLimits(
      threads: threads, seed: plan.inputs.search?.seed ?? plan.solver.seed, timeLimit: seconds, workLimit: workLimit,
      gap: plan.inputs.search?.gap ?? 0, computesBaselines: false)
  }

  /// Pages colour texts of plans, which JSON keeps as they are.
  private func shown(_ plan: PlanDocument) throws -> PlanDocument { format == .json ? plan : try plan.visible() }
}
