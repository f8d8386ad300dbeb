internal import ArgumentParser
import Base
import BoardSpec
import CatalogStore
import Foundation
internal import Market
import Optimizer
import Planning
internal import SourcingPlan
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
  @Option(help: ArgumentHelp("When the day starts, as 09:30; nobody leaves before.", valueName: "time"))
  var start: ClockTime?
  @Option(
    help: ArgumentHelp("When everybody must be back; an earlier finish of a buyer's own stands.", valueName: "time"))
  var finish: ClockTime?
  @Option(help: ArgumentHelp("How many buyers walk: the board's, then others like its first.", valueName: "n"))
  var buyers: Int?
  @Option(help: ArgumentHelp("Cash for goods and fares.", valueName: "cny"))
  var budget: Amount?
  @Option(help: ArgumentHelp("Only stalls within this walk of the nearest buyer's start.", valueName: "metres"))
  var radius: Int?
  @Option(help: ArgumentHelp("Another market than the board's.", valueName: "id"))
  var market: String?
  @Option(
    help: ArgumentHelp(
      "Several markets in one plan, with commas between them: one that is walked, and others that ship.",
      valueName: "ids"),
    transform: MarketList.init)
  var markets: MarketList?
  @Option(
    help: ArgumentHelp(
      "Prices seen longer ago are stale, as are expired ones (default: \(Offer.usualPriceAge)).", valueName: "days"))
  var priceAge: Int?
  @Flag(
    inversion: .prefixedNo,
    help: "Whether the generated sample of stalls counts as a market, in place of the spec's `sample`.")
  var sample: Bool?
  @Option(
    help: ArgumentHelp(
      "What is at hand, beside the spec's `stock`: a CSV with `mpn`, or `value` and `package`, and `quantity`.",
      valueName: "file"))
  var stock: String?

  @OptionGroup(title: "Search") var search: SearchOptions

  @Option(
    help:
      "Compare the variants of the board, each searched in full: one for each reference design of its `turnkey`, and the discrete one."
  )
  var explain: Explanation?

  @Option(
    help: ArgumentHelp(
      "A saved plan that must come out again: ends with 1, naming what changed, unless the spec, the data, the other options and the version are those that it was made from. Nothing is searched.",
      valueName: "plan"))
  var locked: String?

  @Option(help: "How the plan is printed; JSON that goes to a file is not printed, the file's name is.")
  var format: OutputFormat = .text
  @Option(name: .shortAndLong, help: ArgumentHelp("Write the plan as JSON to this file.", valueName: "file"))
  var output: String?

  /// Seconds to search where nothing else is asked for.
  private static let defaultSeconds = 10.0

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum Explanation: String, ExpressibleByArgument, CaseIterable {
    case design
  }

  func validate() throws {
    try SearchOptions.require(boards.map(Limits.boards.contains), "--boards", "a number \(Limits.boards.words)")
    if locked != nil, search.log != nil || search.progress {
      throw ValidationError("--locked searches nothing; leave out --log and --progress")
    }
    if locked == "-", spec == "-" {
      throw ValidationError("only one of spec and plan can be read from standard input")
    }
    if market != nil, markets != nil { throw ValidationError("give --market or --markets, not both") }
    try SearchOptions.require(
      buyers.map(PlanRequest.buyerCounts.contains), "--buyers", "a number \(PlanRequest.buyerCounts.words)")
    try SearchOptions.require(
      budget.map { Limits.budget.contains($0.money) }, "--budget", "an amount \(Limits.budget.words), such as 2500")
    try SearchOptions.require(
      radius.map(Limits.radius.contains), "--radius", "a number of metres \(Limits.radius.words)")
    try SearchOptions.require(
      priceAge.map(Limits.priceAge.contains), "--price-age", "a number of days \(Limits.priceAge.words)")
  }

  func run() throws {
    let kept = KeptFiles([
      ("the spec", spec), ("the catalog", common.catalogPath), ("the stock", stock), ("the locked plan", locked),
    ])
    try kept.check(output, "--output")
    try kept.check(search.log, "--log")
    let interrupt = Interrupt()
    let session = try PlanSession(
      specPath: spec, markets: markets?.ids ?? market.map { [$0] } ?? [], usesSample: sample, common: common)
    let request = try self.request(stock: stock.map { try StockFile.read($0, common) } ?? [])
    if explain == .design, session.board.variants.isEmpty {
      Console.complain("`\(spec)` leaves no choice between designs: it has no `turnkey`")
      throw ExitCode.answerIsNo
    }
    let reporter = locked == nil ? try SearchReporter(search, unit: .microYuan, isQuiet: common.quiet) : nil
    let (plan, json) =
      try locked.map { try self.plan(lockedBy: $0, session, request) }
      ?? searched(session, request, interrupt, reporter)

    if let output { try session.save(json, to: output) }
    switch (format, output) {
    case (_, "-"): break
    case (.json, nil): Console.write(json: json)
    case (.json, let output?): Console.write("\(output)\n")
    case (.text, _):
      let page = PlanPage(
        try plan.visible(), language: common.language, width: Console.width, usesColor: common.usesColor(on: .output),
        explainsVariants: explain == .design)
      Console.write(styled: page.text())
    }
    if interrupt.wasCalled { throw ExitCode.interrupted }
    try reporter?.requireLog()
    if !plan.isComplete { throw ExitCode.answerIsNo }
  }

  /// The plan that a search finds, and its JSON.
  private func searched(
    _ session: PlanSession, _ request: PlanRequest, _ interrupt: Interrupt, _ reporter: SearchReporter?
  ) throws -> (PlanDocument, Data) {
    let planner = Planner(
      now: { ProcessClock.now() }, cancellation: interrupt.cancellation,
      verify: session.verification(common.language))
    var plan = try session.plan(planner, request: request) { reporter?.tell($0) }
    reporter?.finish()
    do { plan.answer = try BestAnswer(catalog: session.catalog, common: common).answer(to: plan) } catch let error
      as CatalogError
    {
      throw refusal(error)
    }
    return (plan, try plan.json())
  }

  /// A plan whose inputs are those of this command, and the bytes of its file.
  private func plan(
    lockedBy path: String, _ session: PlanSession, _ request: PlanRequest
  ) throws -> (PlanDocument, Data) {
    let lock = try PlanLock(path: path)
    try lock.check(session.inputs(request), by: session.verification(common.language))
    return (lock.plan, lock.bytes)
  }

  private func request(stock: [StockItem]) -> PlanRequest {
    PlanRequest(
      boards: boards, date: date, start: start?.second, finish: finish?.second, buyers: buyers, budget: budget?.money,
      market: market, markets: markets?.ids, radius: radius, priceAge: priceAge, usesSample: sample,
      stock: stock,
      search: SearchLimits(
        threads: search.threads, seed: search.seed, timeLimit: search.timeLimit ?? Self.defaultSeconds,
        workLimit: search.workLimit, gap: search.gap / 100,
        comparesVariants: explain == .design))
  }
}

/// A time of day as it is typed: `09:30`.
struct ClockTime: ExpressibleByArgument {
  /// Seconds since midnight.
  let second: Int

  init?(argument: String) {
    guard let second = LocalTime.secondOfDay(argument), second < 24 * 3600 else { return nil }
    self.second = second
  }
}

extension LocalDate: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

extension Amount: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}
