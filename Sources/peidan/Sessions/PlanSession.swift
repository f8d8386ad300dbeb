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
    Console.complain(error.explanation(common.language))
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
