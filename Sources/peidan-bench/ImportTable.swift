import BOMImport
import CatalogStore
import Diagnostics
import Foundation

/// What `peidan import` makes of every file of a folder, as a Markdown table, with the figures that issue 5 asks for.
struct ImportTable {
  var folder: String
  var catalog: String
  var headers: String

  /// Sums over all files.
  private struct Totals {
    var read = 0
    var refused = 0
    /// Fitted lines that name an order number which the catalog or a list has, those of them that are exact, and those that
    /// are otherwise than their part.
    var knownNumbers = 0
    var exactNumbers = 0
    var contradictedNumbers = 0
    /// Fitted lines of resistors and capacitors with value and package, those of them that are certain, and those that
    /// contradict themselves or their part, so that nothing can be certain of them.
    var passives = 0
    var certainPassives = 0
    var contradictedPassives = 0
  }

  func run() throws {
    let words = try headerWords()
    let index = try CatalogPartIndex(try Catalog(path: catalog))
    var totals = Totals()
    print(
      "| file | result | encoding | lines | exact | equivalent | heuristic | ambiguous | none | not fitted | errors | warnings |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for path in try files() { try row(path, words, index, &totals) }
    print("\n\(totals.read) files read, \(totals.refused) refused.")
    print(
      "Order numbers that the catalog has: \(totals.exactNumbers) of \(totals.knownNumbers) lines exact, \(totals.contradictedNumbers) contradict their part."
    )
    print(
      "Resistors and capacitors with value and package: \(totals.certainPassives) of \(totals.passives) equivalent or exact "
        + "(\(share(totals.certainPassives, of: totals.passives))); \(totals.contradictedPassives) of them contradict "
        + "themselves or their part, and of the others it is "
        + "\(share(totals.certainPassives, of: totals.passives - totals.contradictedPassives)).")
  }

  private func share(_ count: Int, of whole: Int) -> String {
    String(format: "%.1f %%", whole == 0 ? 0 : 100 * Double(count) / Double(whole))
  }

  private func headerWords() throws -> HeaderWords {
    var words = HeaderWords()
    let folder = URL(fileURLWithPath: headers).deletingLastPathComponent()
    for path in [headers, folder.appendingPathComponent("words.yaml").path] {
      words.add(SourceText(file: path, text: try String(contentsOfFile: path, encoding: .utf8)), into: DiagnosticSink())
    }
    return words
  }

  private func files() throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return names.filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue && name != "MANIFEST.csv"
    }.sorted()
  }

  private func row(_ name: String, _ words: HeaderWords, _ index: CatalogPartIndex, _ totals: inout Totals) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    let sink = DiagnosticSink()
    var options = BOMReader.Options(words: words)
    let place = URL(fileURLWithPath: "\(folder)/\(name)").deletingLastPathComponent()
    options.loadSheet = { (try? Data(contentsOf: place.appendingPathComponent($0))).map { Array($0) } }
    let bill: BillOfMaterials
    do {
      bill = try BOMReader.read(bytes, file: name, options: options, into: sink)
    } catch {
      totals.refused += 1
      print("| \(cell(name)) | refused: \(cell(error.diagnostic.message)) | | | | | | | | | | |")
      return
    }
    totals.read += 1
    let matcher = Matcher(index: index, words: words, sink: sink)
    let matches = try bill.lines.map { try matcher.match($0) }
    try count(matches, index, &totals)
    let report = ImportReport(bill, matches, findings: sink.diagnostics)
    let grades = MatchGrade.allCases.map { "\(report.grades[$0.rawValue] ?? 0)" }.joined(separator: " | ")
    let counts = [Severity.error, .warning].map { severity in
      "\(sink.diagnostics.count { $0.severity == severity })"
    }
    print(
      "| \(cell(name)) | \(bill.dialect.rawValue) | \(bill.encoding) | \(matches.count) | \(grades) | \(report.unfitted) | "
        + counts.joined(separator: " | ") + " |")
    if ProcessInfo.processInfo.environment["PEIDAN_BOM_LINES"] != nil { printLines(report) }
  }

  private func count(_ matches: [LineMatch], _ index: CatalogPartIndex, _ totals: inout Totals) throws {
    for match in matches where match.line.isFitted {
      if try match.line.orderNumbers.contains(where: { try !index.parts(orderNumber: $0).isEmpty }) {
        totals.knownNumbers += 1
        if match.grade == .exact { totals.exactNumbers += 1 }
        if match.grade == .ambiguous { totals.contradictedNumbers += 1 }
      }
      guard match.line.isTyped, [.resistor, .capacitor].contains(match.line.kind) else { continue }
      totals.passives += 1
      if match.grade.isCertain { totals.certainPassives += 1 }
      if match.grade == .ambiguous { totals.contradictedPassives += 1 }
    }
  }

  /// Each line and finding under its file, for looking into a figure.
  private func printLines(_ report: ImportReport) {
    for line in report.lines {
      print(
        "    \(line.fitted ? line.grade : "unfitted") \(line.kind) \(line.typed ? "typed" : "-") \(line.cell) \(line.says) :: \(line.why)"
      )
    }
    for finding in report.diagnostics where finding.code != BOMCodes.unmatched.id {
      print("    \(finding.severity) \(finding.line):\(finding.column) \(finding.message)")
    }
  }

  private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
