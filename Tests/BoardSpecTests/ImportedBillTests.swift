import BoardSpec
import Diagnostics
import Electronics
import Market
import Testing

@Suite("What a spec records of its bill of materials")
struct ImportedBillTests {
  private func bill(slots: String, lines: String) throws -> (bill: ImportedBill?, warnings: [String]) {
    let text = """
      schema: peidan.board/1
      board: {name: b, quantity: 1}
      market: huaqiangbei
      slots:
      \(slots)
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
      imported:
        file: bom.csv
        lines:
      \(lines)
      """
    let sink = DiagnosticSink()
    let board = try BoardReader.read(SourceText(file: "b.yaml", text: text), context: FixtureContext(), into: sink)
    return (board?.bill, sink.inTextOrder.filter { $0.severity == .warning }.map(\.message))
  }

  @Test("a bill of which no line has a slot yet makes a board; a spec without slots and bill does not")
  func nothingSettled() throws {
    func read(_ rest: String) throws -> (board: Board?, errors: [String]) {
      let text = """
        schema: peidan.board/1
        board: {name: b, quantity: 1}
        market: huaqiangbei
        slots: {}
        day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
        \(rest)
        """
      let sink = DiagnosticSink()
      let board = try BoardReader.read(SourceText(file: "b.yaml", text: text), context: FixtureContext(), into: sink)
      return (board, sink.inTextOrder.filter { $0.severity == .error }.map(\.message))
    }
    let open = try read("imported: {file: bom.csv, lines: {U2: {from: B3, grade: none, says: XYZ}}}")
    #expect(open.errors.isEmpty)
    #expect(open.board?.slots.isEmpty == true)
    #expect(try read("").errors == ["the board has no slots"])
  }

  @Test("lines whose references have no slot are missing, each with what the bill says")
  func missing() throws {
    let (bill, warnings) = try bill(
      slots: "  R1..R3: 10k 0402",
      lines: """
            R1..R4: {from: B2, grade: equivalent, says: 10k, wrote: "10k 0402"}
            U1: {from: B3, grade: ambiguous, says: TP4056}
            J1: {from: B4, grade: exact, says: USB, wrote: "{mpn: X}"}
            M1: {from: B5, grade: none, fitted: false}
        """)
    #expect(bill?.file == "bom.csv" && bill?.fittedLines == 3)
    #expect(bill?.missing.map(\.references) == [["R4"], ["U1"], ["J1"]])
    #expect(bill?.missing.map(\.hadSlot) == [true, false, true])
    #expect(bill?.missing.map(\.says) == ["10k", "TP4056", "USB"])
    #expect(
      warnings.filter { $0.contains("imported BOM") } == [
        "`R4` of `R1..R4` of the imported BOM has no slot: its slot is no longer there (`10k`)",
        "`U1` of the imported BOM has no slot: its match is `ambiguous` (`TP4056`)",
        "`J1` of the imported BOM has no slot: its slot is no longer there (`USB`)",
      ])
  }

  @Test("every line is kept, one that stands under several keys once, with what a missing one may be")
  func lines() throws {
    let (bill, _) = try bill(
      slots: "  R1..R3: 10k 0402",
      lines: """
            R1, R2: {from: B2, grade: equivalent, says: 10k, wrote: "10k 0402"}
            R3: {from: B2, grade: equivalent, says: 10k, wrote: "10k 0402"}
            U1: {from: B3, grade: ambiguous, says: X, why: two makers, candidates: [{mpn: X, maker: A, package: SO-8}, {mpn: X, maker: B}]}
            M1: {from: B4, grade: none, fitted: false, decided: true}
        """)
    #expect(bill?.lines.map(\.references) == [["R1", "R2", "R3"], ["U1"], ["M1"]])
    #expect(bill?.lines.map(\.isFitted) == [true, true, false])
    #expect(bill?.fittedLines == 2)
    let missing = try #require(bill?.missing.first)
    #expect(missing.why?.english == "two makers" && missing.candidates.map(\.part.maker) == ["A", "B"])
    #expect(missing.candidates.map(\.package) == ["SO-8", nil])
  }

  @Test("a bill whose lines all have slots misses nothing")
  func whole() throws {
    let (bill, _) = try bill(slots: "  R1: 10k 0402", lines: "    R1: {from: B2, grade: exact, wrote: \"10k 0402\"}")
    #expect(bill?.missing == [] && bill?.fittedLines == 1)
  }
}
