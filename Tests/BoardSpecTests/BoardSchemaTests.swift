import BoardSpec
import Diagnostics
import Foundation
import Testing

/// `Boards/board.schema.json`, which completes and checks boards in an editor, says what the reader says.
@Suite struct BoardSchemaTests {
  private func schema() throws -> [String: Any] {
    let file = BrokenBoardTests.folder.deletingLastPathComponent().appendingPathComponent("board.schema.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  /// The keys that the schema allows at a path of properties or definitions.
  private func keys(_ path: [String]) throws -> Set<String> {
    var node: Any = try schema()
    for step in path { node = try #require((node as? [String: Any])?[step], "\(path)") }
    return Set(try #require((node as? [String: Any])?["properties"] as? [String: Any]).keys)
  }

  /// The keys that the reader lists when it meets one that resembles none of them; `@` is where that key stands.
  private func keysOfReader(_ text: String) throws -> Set<String> {
    let sink = DiagnosticSink()
    let source = SourceText(file: "b", text: text.replacing("@", with: "xyzzyxyzzyxyzzy: 1"))
    _ = try BoardReader.read(source, context: FixtureContext(), into: sink)
    let finding = try #require(sink.diagnostics.first { $0.code.id == "T010" }, "\(sink.diagnostics.map(\.message))")
    let help = try #require(finding.helps.first)
    return Set(help.dropFirst("known keys: ".count).split(separator: ", ").map { $0.filter { $0 != "`" } })
  }

  @Test(
    arguments: [
      ([], "@"), (["properties", "board"], "board: {@}"), (["properties", "pcb"], "pcb: {@}"),
      (["properties", "battery"], "battery: {@}"), (["properties", "enclosure"], "enclosure: {@}"),
      (["properties", "policy"], "policy: {@}"), (["properties", "process"], "process: {@}"),
      (["properties", "process", "properties", "chosen"], "process: {chosen: {@}}"),
      (["properties", "imported"], "imported: {lines: {}, @}"),
      (["$defs", "importedLine"], "imported: {lines: {R1: {@}}}"), (["properties", "day"], "day: {@}"),
      (["$defs", "slot"], "slots: {U1: {category: charger, @}}"),
      (["$defs", "requirement"], "slots: {U1: {any: [{category: charger, @}]}}"),
      (["$defs", "rail"], "rails: {V: {@}}"),
      (["$defs", "bus"], "buses: {B: {@}}"), (["$defs", "waiver"], "waivers: [{@}]"),
      (["$defs", "buyer"], "day: {buyers: [{@}]}"),
      (["$defs", "group"], "turnkey: {core: {instead-of: U1, designs: {}, @}}"),
      (["$defs", "groupDesign"], "turnkey: {core: {instead-of: U1, designs: {power-bank: {@}}}}"),
      (["$defs", "group", "properties", "discrete"], "turnkey: {core: {instead-of: U1, designs: {}, discrete: {@}}}"),
      (["$defs", "nre"], "turnkey: {core: {instead-of: U1, designs: {}, discrete: {nre: {@}}}}"),
      (["$defs", "stalls"], "policy: {stalls: {@}}"), (["$defs", "stockItem"], "stock: [{quantity: 1, @}]"),
      (["$defs", "askedPart"], "slots: {U1: {ask: {mpn: X, @}}}"),
      (["$defs", "candidate"], "imported: {lines: {U1: {candidates: [{mpn: X, maker: Y, @}]}}}"),
    ] as [([String], String)])
  func schemaAndReaderKnowTheSameKeys(path: [String], text: String) throws {
    #expect(try keys(path) == (try keysOfReader(text)))
  }

  @Test func everyBundledBoardNamesTheSchema() throws {
    let folder = BrokenBoardTests.folder.deletingLastPathComponent()
    let boards = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    #expect(!boards.isEmpty)
    for board in boards {
      let text = try String(contentsOf: folder.appendingPathComponent(board), encoding: .utf8)
      #expect(text.hasPrefix("# yaml-language-server: $schema=board.schema.json\n"), "\(board)")
    }
  }
}
