import Base
import BoardSpec
import Diagnostics
import Foundation
import MarkedText
import Market
import TestSupport
import Testing

/// Numbers beyond `Limits` in a board spec: each is reported at its place, and none ends the program.
@Suite struct LargeNumbersTests {
  private func findings(_ text: String) throws -> [Diagnostic] {
    let sink = DiagnosticSink()
    _ = try BoardReader.read(SourceText(file: "b.yaml", text: text), context: FixtureContext(), into: sink)
    return sink.inTextOrder.filter { $0.severity == .error }
  }

  @Test(arguments: [
    ("quantity: 20", "quantity: 1000001", "at most 1000000"),
    ("rate: 60 CNY/h", "rate: 10000000000 CNY/h", "from 0.00 to 100000.00 CNY an hour, not `10000000000 CNY/h`"),
    ("loss: 2 CNY", "loss: 10000000000 CNY", "from 0.00 to 1000000.00 CNY, not `10000000000 CNY`"),
    ("budget: 3000 CNY", "budget: 1000000000.01 CNY", "from 0.01 to 1000000000.00 CNY"),
    ("budget: 3000 CNY", "budget: 0 CNY", "from 0.01 to 1000000000.00 CNY, not `0 CNY`"),
    ("load: 15 kg", "load: 1001 kg", "from 1 mg to 1000 kg"),
    ("size: 60 x 40 mm", "size: 60 x 2001 mm", "sides of at most 2 m, not `60 x 2001 mm`"),
    ("size: 60 x 40 mm", "size: 9000 x 9000 km", "sides of at most 2 m"),
    ("layers: 2,", "layers: 65,", "at most 64"), ("joints: 420", "joints: 1000001", "at most 1000000"),
    ("spares: 2 %", "spares: 1001 %", "between 0 % and 1000 %"),
    ("single-lot: true}", "single-lot: true, count: 1000000}", "needs 21000000 pieces"),
  ])
  func eachIsReportedWithItsRange(old: String, new: String, expected: String) throws {
    let text = BoardReaderTests.whole.replacing(old, with: new)
    let found = try findings(text)
    if expected.hasPrefix("needs") {
      // Twenty-one million pieces can be bought; a thousand times as many cannot.
      #expect(found.isEmpty)
      let more = try findings(text.replacing("quantity: 20}", with: "quantity: 20000}"))
      let wanted = "`U2` needs 21000000000 pieces for 20000 boards, at most 1000000000 can be bought"
      #expect(more.map(\.message) == [wanted])
      return
    }
    let finding = try #require(found.first, "\(new) is taken")
    #expect(finding.message.contains(expected), "\(finding.message)")
    #expect(finding.span?.file == "b.yaml")
  }

  @Test func noNumberEndsTheProgram() throws {
    let boards = try BundledBoardTests.names.map {
      try String(contentsOf: BundledBoardTests.folder.appendingPathComponent($0), encoding: .utf8)
    }
    var random = SeededGenerator(seed: 1_414)
    var refused = 0
    #if DEBUG
      let rounds = 60
    #else
      let rounds = 8_000
    #endif
    for round in 0..<rounds {
      guard let text = LargeNumbers.replacingOne(in: boards[round % boards.count], &random) else { continue }
      let sink = DiagnosticSink()
      if let board = try BoardReader.read(
        SourceText(file: "b.yaml", text: text), context: BundledCatalog.shared, into: sink)
      {
        try BoardCheck.run(board, context: BundledCatalog.shared, into: sink)
      }
      if sink.hasErrors { refused += 1 }
    }
    #expect(refused > rounds / 2, "\(refused)")
  }
}
