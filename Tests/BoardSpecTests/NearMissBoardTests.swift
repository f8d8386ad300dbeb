import BoardSpec
import Diagnostics
import Foundation
import MarkedText
import Testing

/// `Boards/near-miss/CODE-what.yaml`: each file is as close to breaking a rule as it may be, and passes.
@Suite struct NearMissBoardTests {
  static let folder = BundledCatalog.folder.appendingPathComponent("Boards/near-miss")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  /// Rules that only ever tell a note; of others a note says what could not be checked.
  private static let notes: Set<String> = ["B504", "B604", "B606"]

  @Test(arguments: names)
  func passes(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let source = try TextReader.read(bytes, file: "Boards/near-miss/\(name)")
    let sink = DiagnosticSink()
    let board = try #require(
      try BoardReader.read(source, context: BundledCatalog.shared, into: sink), "\(sink.diagnostics)")
    try BoardCheck.run(board, context: BundledCatalog.shared, into: sink)
    let code = String(name.prefix(4))
    let said = DiagnosticText(sources: [source])
    #expect(!sink.hasErrors, "\(said.render(sink.diagnostics))")
    let same = sink.diagnostics.filter { $0.code.id == code && ($0.severity > .note || Self.notes.contains(code)) }
    #expect(same.isEmpty, "\(said.render(same))")
  }

  @Test func everyRuleHasANearMiss() {
    let shown = Set(Self.names.map { String($0.prefix(4)) })
    let wanted = Set(SpecCodes.all.map(\.id))
    #expect(wanted.subtracting(shown).isEmpty)
    #expect(shown.subtracting(wanted).isEmpty)
  }
}
