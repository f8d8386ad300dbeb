import BoardSpec
import Diagnostics
import Foundation
import MarkedText
import Testing

/// The boards that come along are right.
@Suite struct BundledBoardTests {
  static let folder = BundledCatalog.folder.appendingPathComponent("Boards")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test(arguments: names)
  func hasNeitherErrorsNorWarnings(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let source = try TextReader.read(bytes, file: "Boards/\(name)")
    let sink = DiagnosticSink()
    let board = try #require(
      try BoardReader.read(source, context: BundledCatalog.shared, into: sink), "\(sink.diagnostics)")
    try BoardCheck.run(board, context: BundledCatalog.shared, into: sink)
    let grave = sink.diagnostics.filter { $0.severity > .note }
    #expect(grave.isEmpty, "\(DiagnosticText(sources: [source]).render(grave))")
    // They are trial days on the generated market.
    #expect(board.usesSample && board.everyVariant.allSatisfy(\.usesSample))
  }
}
