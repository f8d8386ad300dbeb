import ArgumentParser
import BoardSpec
import CatalogStore
import Diagnostics
import Foundation
import MarkedText
import Planning

/// Checks board specs as a compiler checks source.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check board specs: syntax, names, units, candidates, policies, and which parts go together.",
    discussion: """
      Findings are written to standard error as `file:line:column: error: message [code]`, with the line and what explains it;
      the other formats go to standard output. `peidan explain CODE` prints a code's page. Exit codes: 0 no errors; 1 errors;
      2 a file could not be used.
      """)

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, concise, json, sarif
  }

  @Argument(help: "Board specs (YAML); `-` reads standard input.")
  var specs: [String]

  @OptionGroup var common: CommonOptions

  @Option(help: "How findings are printed.")
  var format: OutputFormat = .text

  @Flag(help: "Make the changes that are safe in the files, then check them.")
  var fix = false

  @Flag(help: "With --fix: print the changes as a diff and leave the files alone.")
  var dryRun = false

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run belongs to --fix") }
    if fix, specs.contains("-") { throw ValidationError("`--fix` needs a file; it cannot rewrite standard input") }
  }

  func run() throws {
    var files = specs.map(SpecFile.init(path:))
    let isReadable = files.contains { $0.source != nil }
    let context = isReadable ? CatalogSpecContext(try openCatalog(common)) : nil
    var checks: [SpecCheck] = []
    do {
      if fix, let context { files = try files.map { try fixed($0, context) } }
      for file in files { checks.append(try SpecCheck(file, context: context)) }
    } catch let error as CatalogError {
      throw refusal(error)
    }
    switch format {
    case .text: checks.forEach(printText)
    case .concise:
      for check in checks { Console.write(ConciseText().render(check.findings, file: check.name)) }
    case .json: Console.write(json: try facts(of: checks).json())
    case .sarif:
      let found = checks.map { SarifLog.FileFindings(file: $0.name, findings: $0.findings, skipped: $0.skipped) }
      let isUsable = !files.contains { $0.source == nil }
      let log = SarifLog(
        tool: "peidan", version: Peidan.configuration.version, files: found, isSuccessful: isUsable)
      Console.write(json: try log.json())
    }
    if files.contains(where: { $0.source == nil }) { throw ExitCode.unusable }
    if checks.contains(where: \.hasErrors) { throw ExitCode.answerIsNo }
  }

  /// The file after its safe changes. One change may open the way for another, so the text is read again until none is left.
  private func fixed(_ file: SpecFile, _ context: CatalogSpecContext) throws -> SpecFile {
    guard let original = file.source else { return file }
    var source = original
    var count = 0
    for _ in 0..<Self.fixRounds {
      let check = try SpecCheck(SpecFile(name: file.name, source: source), context: context)
      let application = FixApplication(check.findings, to: source)
      if application.count == 0 { break }
      count += application.count
      source = SourceText(file: source.file, text: application.text)
    }
    if count == 0 { return file }
    if dryRun {
      Console.write(unifiedDiff(original.text, source.text, file: file.name))
      return file
    }
    try OutputFile.write(Data(source.bytes), to: file.name)
    if !common.quiet {
      Console.write("\(file.name): \(count) change\(count == 1 ? "" : "s") made\n", to: .error)
    }
    return SpecFile(name: file.name, source: source)
  }

  private static let fixRounds = 10

  private func printText(_ check: SpecCheck) {
    let text = DiagnosticText(sources: check.sources, colour: common.usesColor(on: .error))
    Console.write(styled: text.render(check.findings), to: .error)
    if !common.quiet {
      for skipped in check.skipped where !check.tells(skipped) {
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
