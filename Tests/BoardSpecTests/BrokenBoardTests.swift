import BoardSpec
import Diagnostics
import Foundation
import MarkedText
import TestSupport
import Testing

/// `Boards/broken/CODE-what.yaml`: each file shows one code; what is said of it stands in `Snapshots/`.
@Suite struct BrokenBoardTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Boards/broken")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  /// Codes of CSV files and of files that cannot be opened; no board shows them. The 8 MB of T009 are made by a test.
  private static let elsewhere: Set<String> = ["T009", "T020", "T021", "T022", "T023", "T024", "T030"]

  @Test(arguments: names)
  func whatIsSaidStandsInTheSnapshot(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let (findings, source) = try Self.check(bytes, file: "Boards/broken/\(name)")
    let design = SourceText(file: "designs/power-bank.yaml", text: FixtureContext.design)
    let sources = [source, design, Self.design("mtk-kids-watch")].compactMap { $0 }
    try expectSnapshot(DiagnosticText(sources: sources).render(findings), named: name + ".txt")
    let code = String(name.prefix(4))
    #expect(findings.contains { $0.code.id == code }, "no \(code)")
    #expect(findings.allSatisfy { $0.span != nil || $0.severity == .note })
  }

  @Test func everyCodeHasAFile() {
    let shown = Set(Self.names.map { String($0.prefix(4)) })
    let codes = Set((TextCodes.all + SpecCodes.all).map(\.id)).subtracting(Self.elsewhere)
    #expect(codes.subtracting(shown).isEmpty)
    #expect(shown.subtracting(codes).isEmpty)
  }

  @Test func codesAreUniqueAndHavePages() {
    let codes = TextCodes.all + SpecCodes.all
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(codes.allSatisfy { $0.page.count > 30 && !$0.title.isEmpty })
  }

  /// Whether a board shows a rule about parts, which takes the bundled catalog.
  private static func isAboutRules(_ file: String) -> Bool {
    RuleBook.codes.contains { file.contains("/\($0.id)-") }
  }

  private static func design(_ id: String) -> SourceText? {
    BundledCatalog.shared.design(id).map { SourceText(file: $0.file, text: $0.text) }
  }

  /// The findings in the order of the text, and the text where there is one.
  static func check(_ bytes: [UInt8], file: String) throws -> ([Diagnostic], SourceText?) {
    do {
      let source = try TextReader.read(bytes, file: file)
      let sink = DiagnosticSink()
      let context: any SpecContext = isAboutRules(file) ? BundledCatalog.shared : FixtureContext()
      if let board = try BoardReader.read(source, context: context, into: sink) {
        try BoardCheck.run(board, context: context, into: sink)
      }
      return (sink.inTextOrder, source)
    } catch let refusal as TextReader.Refusal {
      return ([refusal.diagnostic], nil)
    }
  }
}
