import ArgumentParser
import BoardSpec
import CatalogStore
import Diagnostics
import Foundation
import MarkedText

/// Checks board specs as a compiler checks source.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check board specs: syntax, names, units, candidates, policies.",
    discussion: """
      Findings are written to standard error as `file:line:column: error: message [code]`; with `--format json` they go to
      standard output. Exit codes: 0 no errors; 1 errors; 2 a file could not be used.
      """)

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "Board specs (YAML); `-` reads standard input.")
  var specs: [String]

  @OptionGroup var common: CommonOptions

  @Option(help: "How findings are printed.")
  var format: OutputFormat = .text

  func run() throws {
    let files = specs.map(SpecFile.init(path:))
    let isReadable = files.contains { $0.source != nil }
    let context = isReadable ? CatalogSpecContext(try openCatalog(common)) : nil
    var checks: [SpecCheck] = []
    for file in files {
      do {
        checks.append(try SpecCheck(file, context: context))
      } catch let error as CatalogError {
        throw refusal(error)
      }
    }
    switch format {
    case .text: checks.forEach(printText)
    case .json: Console.write(try facts(of: checks).json())
    }
    if files.contains(where: { $0.source == nil }) { throw ExitCode.unusable }
    if checks.contains(where: \.hasErrors) { throw ExitCode.answerIsNo }
  }

  private func printText(_ check: SpecCheck) {
    let text = DiagnosticText(sources: check.sources, colour: common.usesColor(on: .error))
    Console.write(text.render(check.findings), to: .error)
    if !common.quiet {
      for skipped in check.skipped {
        Console.write("\(check.name): note: not checked: \(skipped.reason) [\(skipped.code.id)]\n", to: .error)
      }
      Console.write(check.summary + "\n")
    }
  }

  private func facts(of checks: [SpecCheck]) -> DiagnosticFacts {
    var all = DiagnosticFacts([], skipped: [], file: "", sources: [])
    for check in checks {
      let facts = DiagnosticFacts(
        check.findings, skipped: check.skipped, file: check.name, sources: check.sources)
      all.diagnostics += facts.diagnostics
      all.skipped += facts.skipped
    }
    return all
  }
}

/// What was found in one spec.
struct SpecCheck {
  let name: String
  let findings: [Diagnostic]
  let skipped: [SkippedCheck]
  /// The texts that findings point into: the spec, and the reference design that it extends.
  let sources: [SourceText]
  /// Slots of the board, where it is sound.
  private let slotCount: Int?

  /// `context` may be nil only where the file cannot be read. Throws what the context throws.
  init(_ file: SpecFile, context: CatalogSpecContext?) throws {
    name = file.name
    guard let source = file.source, let context else {
      findings = file.refusal.map { [$0] } ?? []
      skipped = []
      sources = []
      slotCount = nil
      return
    }
    let sink = DiagnosticSink()
    let board = try BoardReader.read(source, context: context, into: sink)
    if let board { try BoardCheck.run(board, context: context, into: sink) }
    findings = sink.inTextOrder
    skipped = sink.skipped
    sources = [source] + context.designs.map { SourceText(file: $0.file, text: $0.text) }
    slotCount = board?.slots.count
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// `Boards/x.yaml: 2 errors, 1 warning`.
  var summary: String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    if !counts.isEmpty { return "\(name): \(counts.joined(separator: ", "))" }
    return "\(name): no findings" + (slotCount.map { " in \($0) slot\($0 == 1 ? "" : "s")" } ?? "")
  }
}
