public import ArgumentParser
import Foundation
public import Market
import Optimizer
import Planning
public import SourcingPlan
import TerminalText

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a board's day: which parts, from which stalls, in which order, at what cost.",
    discussion: """
      Every plan is checked by a verifier that shares no code with the search before it is printed. Ctrl-C prints the best
      plan so far.
      """)

  @Argument(help: "The board spec (YAML); `-` reads standard input.")
  var spec: String

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("How many boards to build.", valueName: "n"))
  var boards: Int?
  @Option(help: ArgumentHelp("The day, as 2026-12-04.", valueName: "date"))
  var date: LocalDate?
  @Option(help: ArgumentHelp("When the day starts, as 09:30.", valueName: "time"))
  var start: ClockTime?
  @Option(help: ArgumentHelp("When everybody must be back.", valueName: "time"))
  var finish: ClockTime?
  @Option(help: ArgumentHelp("How many buyers walk, each like the board's first.", valueName: "n"))
  var buyers: Int?
  @Option(help: ArgumentHelp("Cash for goods and fares.", valueName: "cny"))
  var budget: Amount?
  @Option(help: ArgumentHelp("Only stalls within this walk of the start.", valueName: "metres"))
  var radius: Int?
  @Option(help: ArgumentHelp("Another market than the board's.", valueName: "id"))
  var market: String?
  @Option(
    help: ArgumentHelp(
      "Prices seen longer ago are stale, as are expired ones (default: \(Offer.usualPriceAge)).", valueName: "days"))
  var priceAge: Int?

  @Option(help: ArgumentHelp("Seconds to search.", valueName: "seconds"))
  var timeLimit: Double = 10
  @Option(
    help: ArgumentHelp(
      "Units of work instead of time: the same answer on every run and for any number of threads.", valueName: "n"))
  var workLimit: Int?
  @Option(help: ArgumentHelp("Stop once the gap is proven to be at most this.", valueName: "percent"))
  var gap: Double = 0
  @Option(help: ArgumentHelp("Worker threads.", valueName: "n"))
  var threads: Int = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))
  @Option(help: ArgumentHelp("Seed of the search.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: "How the plan is printed.")
  var format: OutputFormat = .text
  @Option(name: .shortAndLong, help: ArgumentHelp("Write the plan as JSON to this file.", valueName: "file"))
  var output: String?

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func validate() throws {
    try require(boards.map { (1...1_000_000).contains($0) }, "--boards", "a number from 1 to 1000000")
    try require(buyers.map { (1...9).contains($0) }, "--buyers", "a number from 1 to 9")
    try require(budget.map { $0.money > .zero }, "--budget", "an amount above 0, such as 2500")
    try require(radius.map { $0 > 0 }, "--radius", "a number of metres above 0")
    try require(priceAge.map { (0...3650).contains($0) }, "--price-age", "a number of days from 0 to 3650")
    try require(timeLimit > 0 && timeLimit <= 86_400, "--time-limit", "seconds above 0, at most 86400")
    try require(workLimit.map { $0 > 0 }, "--work-limit", "a number above 0")
    try require((0...100).contains(gap), "--gap", "a percentage from 0 to 100")
    try require((1...256).contains(threads), "--threads", "a number from 1 to 256")
  }

  private func require(_ holds: Bool?, _ option: String, _ right: String) throws {
    if holds == false { throw ValidationError("\(option) takes \(right)") }
  }

  func run() throws {
    let interrupt = Interrupt()
    let session = try PlanSession(specPath: spec, market: market, common: common)
    let progress = PlanProgress(isShown: !common.quiet && Console.isTerminal(.error))
    let planner = Planner(
      now: { ProcessClock.now() }, cancellation: interrupt.cancellation,
      verify: session.verification(common.language))
    let plan = try session.plan(planner, request: request) { progress.show($0) }
    progress.clear()

    if let output { try session.save(plan, to: output) }
    switch format {
    case .json: Console.write(try plan.json())
    case .text:
      let page = PlanPage(
        plan, language: common.language, width: Console.width, usesColor: common.usesColor(on: .output))
      Console.write(page.text())
    }
    if interrupt.wasCalled { throw ExitCode.interrupted }
    if plan.status == .infeasible || plan.status == .unknown { throw ExitCode.answerIsNo }
  }

  private var request: PlanRequest {
    PlanRequest(
      boards: boards, date: date, start: start?.second, finish: finish?.second, buyers: buyers, budget: budget?.money,
      market: market, radius: radius, priceAge: priceAge,
      search: SearchLimits(
        threads: threads, seed: seed, timeLimit: timeLimit, workLimit: workLimit, gap: gap / 100))
  }
}

/// A time of day as it is typed: `09:30`.
struct ClockTime: ExpressibleByArgument {
  /// Seconds since midnight.
  let second: Int

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    second = hour * 3600 + minute * 60
  }
}

extension LocalDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Amount: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
