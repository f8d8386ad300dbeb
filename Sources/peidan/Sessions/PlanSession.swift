import ArgumentParser
import Base
import BoardSpec
import CatalogStore
import Diagnostics
import Foundation
import Market
import Phrases
import PlanVerifier
import Planning
import SourcingPlan

/// One board and one catalog, read and checked: what a plan starts from.
struct PlanSession {
  private(set) var catalog: Catalog
  private(set) var board: Board
  private let source: SourceText
  private let common: CommonOptions

  /// Reports on standard error what is wrong, and exits with 1 where the spec has errors, with 2 where file or catalog cannot
  /// be used. A board without errors that cannot be sourced is reported as such, and planned as far as possible.
  ///
  /// - Parameters:
  ///   - markets: others than the board's; empty for its own.
  ///   - usesSample: whether the generated sample counts; nil for what the board says.
  init(specPath: String, markets: [String], usesSample: Bool?, common: CommonOptions) throws {
    self.common = common
    let usesColor = common.usesColor(on: .error)
    let file = SpecFile(path: specPath)
    guard let text = file.source else {
      let nothing = DiagnosticText(sources: [SourceText(file: file.name, text: "")], colour: usesColor)
      Console.write(styled: nothing.render([file.refusal].compactMap(\.self)), to: .error)
      throw ExitCode.unusable
    }
    source = text
    catalog = try openCatalog(common)
    let sink = DiagnosticSink()
    let context = CatalogSpecContext(catalog)
    let board: Board?
    do {
      board = try BoardReader.read(source, context: context, into: sink)
      if let board {
        try Self.check(board.usingSample(usesSample), markets: markets, context: context, into: sink)
      }
    } catch let error as CatalogError {
      throw refusal(error)
    }
    let designs = context.designs.map { SourceText(file: $0.file, text: $0.text) }
    // What could not be checked is reported by `validate`.
    let told = sink.inTextOrder.filter { $0.severity > .note }
    if !common.quiet || sink.hasErrors {
      Console.write(styled: DiagnosticText(sources: [source] + designs, colour: usesColor).render(told), to: .error)
    }
    let unsourced = [SlotsHaveCandidates.code.id, PoliciesLeaveOffers.code.id]
    let isSound = told.allSatisfy { $0.severity != .error || unsourced.contains($0.code.id) }
    guard let board, isSound else { throw ExitCode.answerIsNo }
    self.board = board
  }

  /// Holds every rule against the board; offers are looked for in the market that is planned for.
  private static func check(
    _ board: Board, markets: [String], context: CatalogSpecContext, into sink: DiagnosticSink
  ) throws {
    try BoardCheck.run(board.buying(in: markets), context: context, into: sink)
  }

  /// The session of a changed board or catalog, of which plans state the same spec and data.
  func with(board: Board, catalog: Catalog) -> PlanSession {
    var other = self
    (other.board, other.catalog) = (board, catalog)
    return other
  }

  func inputs(_ request: PlanRequest) -> PlanInputs {
    PlanInputs(
      spec: (source.file as NSString).lastPathComponent, specDigest: ContentDigest.hexadecimal(of: source.bytes),
      catalog: catalog, request)
  }

  /// The second opinion on plans of this board: none of the optimizer's code is in it.
  func verification(_ language: Language) -> Planner.Verification {
    let (board, catalog) = (board, catalog)
    let digest = ContentDigest.hexadecimal(of: source.bytes)
    return { plan in
      do {
        let facts = try VerifierFacts(for: plan, board: board, specDigest: digest, catalog: catalog)
        return PlanVerifier(facts).violations(in: plan).map {
          "\($0.path): \($0.message(language)) [\($0.code.rawValue)]"
        }
      } catch {
        return ["the verifier could not read what the plan names: \(error)"]
      }
    }
  }

  func plan(
    _ planner: Planner, request: PlanRequest, progress: @escaping @Sendable (Planner.Progress) -> Void
  ) throws -> PlanDocument {
    do {
      return try planner.plan(
        board, from: catalog, request: request, inputs: inputs(request), progress: progress)
    } catch let error as PlanningError {
      throw exit(for: error)
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }

  /// Says why nothing was planned, and gives the exit code for it.
  func exit(for error: PlanningError) -> ExitCode {
    Console.complain(error.explanation)
    if case .refused(let violations) = error {
      for violation in violations { Console.complain("  \(violation)") }
      return .answerIsNo
    }
    return error.isAboutTheBoard ? .answerIsNo : .unusable
  }

  /// Writes the plan's JSON; `-` prints it.
  func save(_ json: Data, to path: String) throws {
    if path == "-" { Console.write(json: json) } else { try OutputFile.write(json, to: path) }
  }
}

extension PlanningError {
  /// What happened, and what would help.
  var explanation: String {
    switch self {
    case .unknownMarket(let id, let known):
      "no market `\(id)` in the catalog; it has \(known.map { "`\($0)`" }.joined(separator: ", "))"
    case .twoWalkedMarkets(let one, let other):
      "markets `\(one)` and `\(other)` are both walked, and a day is in one of them"
    case .stallInTwoMarkets(let stall, let markets):
      "`\(stall)` is a stall of \(markets.map { "`\($0)`" }.joined(separator: " and of ")); give one of them another id"
    case .noStart(let market):
      "the board names no `from` and `to` for the day or for each buyer, and market `\(market)` has no default start"
    case .unknownNode(let node, let market): "no place `\(node)` in market `\(market)`; see its nodes.csv"
    case .brokenGraph(let reason, let market): "the paths of market `\(market)` do not fit together: \(reason)"
    case .brokenCalendar(let setting, let value, let market):
      "setting `\(setting)` of market `\(market)` is `\(value)`, not a holiday such as "
        + "`holiday.2026-10-01..2026-10-08` with `closed` or `10:00-16:00`"
    case .unreachable(let stall): "no path leads to stall `\(stall)`; see the market's links.csv"
    case .missing(let key, let kind): "service `\(kind)` needs `\(key)` in the spec to be priced"
    case .noService(let kind, let market, let order, let limits):
      "no `\(kind)` service of market `\(market)` takes \(order)"
        + (limits.isEmpty ? "" : "; they take " + limits.joined(separator: ", or "))
        + "; see its services.yaml, or leave `\(kind)` out of `process`"
    case .dateOutOfRange(let date):
      "the plan would reach beyond the years 1 to 9999, from `\(date)` on; choose another day"
    case .finishBeforeStart(let start, let finish):
      "nobody has time to buy: the day starts at \(start) and finishes at \(finish), or no buyer's own hours lie between; "
        + "set a finish after the start"
    case .tooManyPieces(let count, let line):
      "\(line) needs \(count) pieces; a line has at most \(Limits.pieces.upperBound): plan fewer boards"
    case .tooDear(let most): "the dearest plan of the day costs more than \(most): plan fewer boards"
    case .refused: "the plan was refused by the verifier and is not shown; please report this with the spec"
    }
  }

  /// Whether the spec or the options are at fault, rather than the catalog.
  var isAboutTheBoard: Bool {
    switch self {
    case .missing, .noService, .noStart, .unknownNode, .dateOutOfRange, .finishBeforeStart, .tooManyPieces, .tooDear,
      .refused:
      true
    case .twoWalkedMarkets: true
    case .stallInTwoMarkets, .unknownMarket, .brokenGraph, .brokenCalendar, .unreachable: false
    }
  }
}
