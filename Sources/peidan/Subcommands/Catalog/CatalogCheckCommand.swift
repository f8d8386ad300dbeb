import ArgumentParser
import Base
import CatalogStore
import CatalogText
import Diagnostics
import Electronics
import Foundation

/// `peidan catalog check`: the text files, then the built catalog and the files beside it.
struct CatalogCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the catalog's files, what was built from them, and the data folder; set damaged files aside.",
    discussion: """
      Files: unknown names, units, prices out of order, keys that stand twice. The catalog: dangling references, prices of \
      every offer, stalls and services that cannot be reached, parts that nobody sells (a warning). The data folder: every list and sheet is read as a whole; a damaged file gets \
      the name NAME.damaged-DATE (a warning), and nothing else is lost. A damaged catalog is built again.
      """)

  @Option(help: "The folder of text files (default: the bundled one).")
  var folder: String?

  @Option(help: "How to print.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  private struct Facts: Encodable {
    var schema = "peidan.catalog-check/1"
    var errors: Int
    var warnings: Int
    var diagnostics: [DiagnosticFacts.Fact]
  }

  func run() throws {
    var findings: [Diagnostic] = []
    var texts: [SourceText] = []
    if let source = folder ?? (common.catalogPath == nil ? CatalogLocation.bundledFolder() : nil) {
      let reading = try read(source)
      findings = reading.diagnostics
      texts = reading.texts
    }
    if folder == nil, !findings.contains(where: { $0.severity == .error }) {
      findings += try checkData()
    }
    let errors = findings.filter { $0.severity == .error }.count
    let warnings = findings.filter { $0.severity == .warning }.count
    switch format {
    case .json:
      let facts = DiagnosticFacts(findings, skipped: [], file: "", sources: texts)
      Console.write(json: try Facts(errors: errors, warnings: warnings, diagnostics: facts.diagnostics).json())
    case .text:
      let renderer = DiagnosticText(sources: texts, colour: common.usesColor(on: .error))
      Console.write(styled: renderer.render(findings), to: .error)
      let counts = [(errors, "error"), (warnings, "warning")]
      Console.write(
        counts.map { "\($0.grouped) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ") + "\n")
    }
    if errors > 0 { throw ExitCode.answerIsNo }
  }

  /// Goes through the data folder, and gives what was found in it and in the built catalog.
  private func checkData() throws -> [Diagnostic] {
    let told = Guarded<[Diagnostic]>([])
    let healing = DataHealing.healing(common) { file, text in
      let finding =
        file.aside == nil
        ? Diagnostic(CatalogCodes.damagedStays, text, at: nil)
        : Diagnostic(CatalogCodes.damaged, text, severity: .warning, at: nil)
      told.withLock { $0.append(finding) }
    }
    var catalog = try openCatalog(common, healing: healing)
    do throws(CatalogError) {
      do throws(CatalogError) {
        try catalog.checkIntegrity()
      } catch {
        guard case .damaged(let path, let detail) = error, common.catalogPath == nil,
          CatalogLocation.bundledFolder() != nil
        else { throw error }
        _ = try healing.setAside(path, .catalog, detail) { path throws(CatalogError) in
          try Catalog(path: path, healing: healing).checkIntegrity()
        }
        do { catalog = try openCatalog(common, healing: healing) } catch { throw CatalogError.missing(path: path) }
      }
      try catalog.healBeside(healing)
      try QuoteStore(catalog: catalog).heal(healing)
      if common.catalogPath == nil { DataHealing.removeAbandoned(beside: catalog.path) }
      return try catalog.check().map { diagnostic($0, catalog.path) } + told.withLock { $0 }
    } catch {
      throw refusal(error)
    }
  }

  private func read(_ folder: String) throws -> CatalogReading {
    do {
      return CatalogReader.read(try CatalogFile.read(folder: folder), prefix: folder + "/")
    } catch {
      Console.complain("the catalog folder `\(error.path)` cannot be read: \(error.detail)")
      throw ExitCode.unusable
    }
  }

  private func diagnostic(_ flaw: CatalogFlaw, _ path: String) -> Diagnostic {
    switch flaw {
    case .dangling(let table, let parent, let count):
      Diagnostic(
        CatalogCodes.dangling, "\(count) rows of `\(table)` name rows that `\(parent)` does not have in `\(path)`",
        at: nil)
    case .pricesOutOfOrder(let market, let offer):
      Diagnostic(CatalogCodes.priceOrder, "prices of offer `\(offer)` in `\(market)` are out of order", at: nil)
    case .withoutOffer(let part):
      Diagnostic(
        CatalogCodes.withoutOffer, "no market offers `\(part.mpn)` of `\(part.maker)`", severity: .warning, at: nil)
    case .unreachableStall(let market, let stall):
      Diagnostic(CatalogCodes.unreachable, "no path leads to stall `\(stall)` in `\(market)`", at: nil)
    case .unreachableService(let market, let service):
      Diagnostic(CatalogCodes.unreachable, "no path leads to service `\(service)` in `\(market)`", at: nil)
    case .brokenGraph(let market, let detail):
      Diagnostic(CatalogCodes.unreachable, "`\(market)` cannot be walked: \(detail)", at: nil)
    }
  }
}
