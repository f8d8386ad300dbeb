import ArgumentParser
import BoardSpec
import CatalogStore
import Diagnostics
import Foundation
import Market
import Phrases
import PlanVerifier
import Planning
import SourcingPlan

/// `peidan verify`: holds a saved plan against spec and catalog.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a saved plan against spec and catalog.",
    discussion: """
      Every amount, time and rule is recomputed from spec and catalog alone, with no code of the search. Exits with 0 when \
      the plan holds, with 1 and the reasons when it does not.
      """)

  @Argument(help: "The plan (JSON); `-` reads standard input.")
  var plan: String

  @Option(
    help: ArgumentHelp(
      "The spec that the plan was made from (default: the file of that name beside the plan, here, or in `Boards`).",
      valueName: "spec"))
  var spec: String?

  @Option(help: "How the answer is printed.")
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() throws {
    let document = try PlanFile.read(plan)
    let source = try specText(of: document)
    let catalog = try openCatalog(common)
    let board = try board(source, catalog)
    let facts: VerifierFacts
    do {
      facts = try VerifierFacts(
        for: document, board: board,
        specDigest: ContentDigest.hexadecimal(of: source.bytes, like: document.inputs.specDigest), catalog: catalog)
    } catch let error as VerifierFactsError {
      switch error {
      case .unknownMarket(let id): Console.complain("the catalog has no market `\(id)`")
      case .severalWalkedMarkets(let ids):
        Console.complain(
          "a day is in one market that is walked, and \(ids.map { "`\($0)`" }.joined(separator: ", ")) are")
      case .unreadableCalendar(let setting, let value):
        Console.complain("setting `\(setting)` of the market is `\(value)`, not a holiday")
      case .unreadableDate(let date): Console.complain("the spec's date `\(date)` cannot be read")
      }
      throw ExitCode.unusable
    } catch let error as CatalogError {
      throw refusal(error)
    }
    let violations = PlanVerifier(facts).violations(in: document)
    switch format {
    case .text: Console.write(text(violations, of: document))
    case .json: Console.write(json: try Answer(violations, of: document).json())
    }
    if !violations.isEmpty { throw ExitCode.answerIsNo }
  }

  private func specText(of document: PlanDocument) throws -> SourceText {
    let file = SpecFile(path: try PlanSpec.path(of: document, at: plan, given: spec))
    if let source = file.source { return source }
    let nothing = SourceText(file: file.name, text: "")
    let text = DiagnosticText(sources: [nothing], colour: common.usesColor(on: .error))
    Console.write(styled: text.render([file.refusal].compactMap(\.self)), to: .error)
    throw ExitCode.unusable
  }

  private func board(_ source: SourceText, _ catalog: Catalog) throws -> Board {
    let sink = DiagnosticSink()
    let board: Board?
    do {
      board = try BoardReader.read(source, context: CatalogSpecContext(catalog), into: sink)
    } catch let error as CatalogError {
      throw refusal(error)
    }
    guard let board else {
      let text = DiagnosticText(sources: [source], colour: common.usesColor(on: .error))
      Console.write(styled: text.render(sink.inTextOrder), to: .error)
      throw ExitCode.answerIsNo
    }
    return board
  }

  private func text(_ violations: [Violation], of document: PlanDocument) -> String {
    let language = common.language
    if violations.isEmpty {
      let (missing, asked) = (document.missing ?? [], document.asked ?? [])
      return Phrase.verified(lines: document.lines.count, total: "¥\(document.cost.total)")(language) + "\n"
        + (missing.isEmpty
          ? "" : PlanPhrase.notComplete(missing: missing.count, of: document.bomLines)(language) + "\n")
        + (asked.isEmpty ? "" : PlanPhrase.asked(asked.count)(language) + "\n")
    }
    let reasons = violations.map { violation in
      "\(violation.code.rawValue) \(violation.path.isEmpty ? "" : "\(violation.path): ")\(violation.message(language))\n"
    }
    return Phrase.refused(violations.count)(language) + "\n" + reasons.joined()
  }

  /// The answer for programs.
  private struct Answer: Encodable {
    struct Reason: Encodable {
      var code: String
      var path: String
      var message: [String: String]
    }

    var schema = "peidan.verification/1"
    var board: String
    var verified: Bool
    var complete: Bool
    var violations: [Reason]

    init(_ violations: [Violation], of document: PlanDocument) {
      board = document.board
      verified = violations.isEmpty
      complete = document.isComplete
      self.violations = violations.map {
        Reason(code: $0.code.rawValue, path: $0.path, message: ["en": $0.message.english, "zh": $0.message.chinese])
      }
    }
  }
}
