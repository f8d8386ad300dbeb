import ArgumentParser
import BOMImport
import Base
import CatalogStore
import Diagnostics
import Foundation
import MarkedText
import Platform

/// One run of `peidan import`.
struct ImportSession {
  let command: ImportCommand
  private let sink = DiagnosticSink()

  init(command: ImportCommand) { self.command = command }

  private var fileName: String { command.bom == "-" ? "<stdin>" : command.bom }

  func run() throws {
    try KeptFiles(
      [("the BOM", command.bom), ("the placement file", command.cpl), ("the catalog", command.common.catalogPath)]
        + command.aliases.map { ("a table of header words", $0) }
    ).check(command.output, "--output")
    let words = try headerWords()
    let bytes = try self.bytes(of: command.bom)
    let bill: BillOfMaterials
    do throws(BOMRefusal) {
      bill = try BOMReader.read(bytes, file: fileName, options: options(words), into: sink)
      if let cpl = command.cpl {
        try PlacementCheck.run(try placementBytes(cpl), file: cpl, against: bill, words: words, into: sink)
      }
    } catch {
      throw refused(error)
    }
    let catalog = try openCatalog(command.common)
    let matches = try matches(of: bill, words, in: catalog)
    let isUncertain = matches.contains { $0.line.isFitted && !$0.grade.isCertain }
    let isRefused = sink.hasErrors || command.strict && isUncertain
    if !isRefused, let output = command.output { try write(bill, matches, to: output, catalog) }
    if let name = command.explain {
      try explain(name, matches, words)
    } else {
      try printReport(ImportReport(bill, matches, findings: sink.diagnostics), sources: bill.sources)
    }
    if isRefused || sink.hasErrors {
      if command.output != nil { Console.complain("nothing was written") }
      throw ExitCode.answerIsNo
    }
  }

  // MARK: Reading

  private func options(_ words: HeaderWords) -> BOMReader.Options {
    var options = BOMReader.Options(words: words)
    options.choices = command.choices.compactMap { ColumnChoice($0) }
    options.sheet = command.sheet
    options.hiddenRows = command.hiddenRows
    options.variants = command.variantNames
    let folder = URL(fileURLWithPath: command.bom).deletingLastPathComponent()
    options.loadSheet = { name in
      guard name.hasSuffix(".kicad_sch") || name.hasSuffix(".kicad_pro") else { return nil }
      return try? Self.read(folder.appendingPathComponent(name).path)
    }
    return options
  }

  private func headerWords() throws -> HeaderWords {
    var words = HeaderWords()
    guard let folder = CatalogLocation.bundledFolder() else {
      Console.complain(
        "the bundled table of header words is not found; name one with `--aliases FILE`, or set PEIDAN_HOME")
      throw ExitCode.unusable
    }
    for path in ["\(folder)/bom/headers.yaml", "\(folder)/bom/words.yaml"] + command.aliases {
      let source = SpecFile(path: path)
      guard let text = source.source else {
        Console.write(styled: DiagnosticText(sources: []).render([source.refusal].compactMap(\.self)), to: .error)
        throw ExitCode.unusable
      }
      let findings = DiagnosticSink()
      words.add(text, into: findings)
      if findings.hasErrors {
        Console.write(
          DiagnosticText(sources: [text], colour: command.common.usesColor(on: .error)).render(findings.inTextOrder),
          to: .error)
        throw ExitCode.unusable
      }
    }
    return words
  }

  private func bytes(of path: String) throws -> [UInt8] {
    do {
      return try Self.read(path)
    } catch {
      Console.complain("`\(path)` cannot be read: \(InputFile.reason(error))")
      throw ExitCode.unusable
    }
  }

  private func placementBytes(_ path: String) throws(BOMRefusal) -> [UInt8] {
    do {
      return try Self.read(path)
    } catch {
      let place = SourcePosition(offset: 0, line: 1, column: 1)
      throw BOMRefusal(
        Diagnostic(
          TextCodes.unusable, "cannot be read: \(InputFile.reason(error))",
          at: SourceSpan(file: path, start: place, end: place)))
    }
  }

  /// Reads at most one byte more than a BOM may have.
  private static func read(_ path: String) throws -> [UInt8] {
    try InputFile.bytes(path, limit: BOMReader.limit + 1)
  }

  private func matches(of bill: BillOfMaterials, _ words: HeaderWords, in catalog: Catalog) throws -> [LineMatch] {
    do {
      let index = try CatalogPartIndex(catalog)
      let aliases = try AliasFile.read(command.common)
      return try bill.lines.map { line in
        let findings = DiagnosticSink()
        let matcher = Matcher(
          index: index, words: words, sink: findings, passives: command.passives ?? .named)
        let match = try matcher.match(line)
        let decided = try aliases.applied(to: match, in: index)
        // What was decided before needs no second look.
        let told = findings.diagnostics.filter { decided.why == match.why || $0.code.id != BOMCodes.unmatched.id }
        for finding in told { sink.report(finding) }
        return decided
      }
    } catch let error as CatalogError {
      throw peidan.refusal(error)
    }
  }

  // MARK: Writing

  private func write(_ bill: BillOfMaterials, _ matches: [LineMatch], to path: String, _ catalog: Catalog) throws {
    let spec = ImportedSpec(
      matches, file: (fileName as NSString).lastPathComponent, dialect: bill.dialect,
      variant: command.variantNames.isEmpty ? nil : command.variantNames.joined(separator: ", "),
      passives: command.passives)
    let head = SpecWriter.Head(
      name: command.name ?? SpecWriter.boardName(from: fileName), quantity: command.boards, market: command.market,
      date: try command.date ?? tomorrow(in: catalog))
    if path == "-" {
      Console.write(SpecWriter.text(spec, head: head))
      return
    }
    var text = SpecWriter.text(spec, head: head)
    // A device or a pipe holds no spec to go on with, and to read it would wait for ever.
    if FileManager.default.fileExists(atPath: path), !AtomicFile.isStream(path) {
      let old = SpecFile(path: path)
      let findings = DiagnosticSink()
      guard let source = old.source, let merged = SpecMerge.merge(spec, into: source, sink: findings) else {
        let all = [old.refusal].compactMap(\.self) + findings.diagnostics
        show(all, sources: [old.source].compactMap(\.self))
        Console.complain("`\(path)` is left as it was")
        throw ExitCode.unusable
      }
      show(findings.inTextOrder, sources: [source])
      text = merged
    }
    try OutputFile.write(Data(text.utf8), to: path)
  }

  /// The day after today, in the market that the spec is for.
  private func tomorrow(in catalog: Catalog) throws -> String {
    do throws(CatalogError) {
      let today = try MarketClock.of(catalog, market: command.market).today
      return (today.adding(days: 1) ?? today).description
    } catch {
      throw peidan.refusal(error)
    }
  }

  // MARK: Telling

  private func show(_ findings: [Diagnostic], sources: [SourceText]) {
    let text = DiagnosticText(sources: sources, colour: command.common.usesColor(on: .error))
    Console.write(styled: text.render(findings), to: .error)
  }

  private func printReport(_ report: ImportReport, sources: [SourceText]) throws {
    let stream: Console.Stream = command.output == "-" ? .error : .output
    switch command.format {
    case .json: Console.write(json: try report.json(), to: stream)
    case .text:
      let told = command.common.quiet ? sink.inTextOrder.filter { $0.severity == .error } : sink.inTextOrder
      show(told, sources: sources)
      Console.write(report.text(command.common.language), to: stream)
    }
  }

  private func explain(_ name: String, _ matches: [LineMatch], _ words: HeaderWords) throws {
    guard let explanation = LineExplanation(name, among: matches, words: words) else {
      let known = matches.flatMap(\.line.references)
      let help = closestMatch(to: name, among: known).map { "; did you mean `\($0)`?" } ?? ""
      Console.complain("no line of the BOM has the reference or row `\(name)`" + help)
      throw ExitCode.unusable
    }
    switch command.format {
    case .json: Console.write(json: try explanation.json(), to: .output)
    case .text: Console.write(explanation.text(command.common.language), to: .output)
    }
  }

  private func refused(_ refusal: BOMRefusal) -> any Error {
    show([refusal.diagnostic], sources: [])
    if command.format == .json {
      try? Console.write(json: ImportReport(refused: refusal.diagnostic, file: fileName).json(), to: .output)
    }
    return ExitCode.unusable
  }
}
