import Base
import Diagnostics
import MarkedText
import TestSupport
import Testing

@Suite struct CSVReaderTests {
  private func rows(_ text: String, optional: String = "note") -> (rows: [[String]], codes: [String]) {
    let sink = DiagnosticSink()
    let columns: [CSVReader.Column] = [.init("id"), .init("name"), .init(optional, isRequired: false)]
    guard var reader = CSVReader(SourceText(file: "t.csv", text: text), columns: columns, into: sink) else {
      return ([], sink.diagnostics.map(\.code.id))
    }
    var rows: [[String]] = []
    while let row = reader.next() { rows.append([row.text("id"), row.text("name"), row.text(optional)]) }
    return (rows, sink.diagnostics.map(\.code.id))
  }

  @Test func columnsAreFoundByName() {
    #expect(rows("# c\n\nname,id\nx,1\n").rows == [["1", "x", ""]])
  }

  @Test func quotesCommasAndLineBreaksAreKept() {
    #expect(rows("id,name\r\n1,\"a, \"\"b\"\"\nc\"\r\n").rows == [["1", "a, \"b\"\nc", ""]])
  }

  @Test func emptyCellsAndTheLastLineWithoutABreakCount() {
    #expect(rows("id,name,note\n,,\n1,x,y").rows == [["", "", ""], ["1", "x", "y"]])
  }

  @Test(arguments: [
    ("id,nmae\n", ["T020", "T021"]), ("id,name,id\n", ["T022"]), ("id,name\n1\n", ["T023"]),
    ("id,name\n1,\"x\n", ["T024"]),
    ("id,name\n1,\"x\"y\n", ["T024"]), ("# only\n", ["T006"]),
  ])
  func whatIsWrongIsReported(text: String, codes: [String]) {
    #expect(rows(text).codes == codes)
  }

  @Test func aMisspeltColumnHasASuggestion() {
    let sink = DiagnosticSink()
    let reader = CSVReader(SourceText(file: "t", text: "id,nmae\n"), columns: [.init("id"), .init("name")], into: sink)
    #expect(reader == nil)
    #expect(sink.diagnostics[0].helps == ["did you mean `name`?"])
  }

  @Test func cellsKnowTheirPlace() throws {
    let marked = MarkedSource("id,name\n1,\"⟦x⟧\"\n⟦2⟧,y\n")
    let source = SourceText(file: "t", text: marked.text)
    let sink = DiagnosticSink()
    var reader = try #require(CSVReader(source, columns: [.init("id"), .init("name")], into: sink))
    let first = reader.next()
    let second = reader.next()
    #expect(first?["name"]?.span.offsets == marked.ranges[0])
    #expect(second?["id"]?.span.offsets == marked.ranges[1])
  }

  @Test func cellsReadBackAsTheyWereWritten() {
    var generator = SeededGenerator(seed: 3)
    let letters: [Character] = ["a", ",", "\"", "\n", "中", "#", "1"]
    for round in 0..<300 {
      let cells = (0..<3).map { _ in
        String((0..<Int.random(in: 0...5, using: &generator)).map { _ in letters.randomElement(using: &generator)! })
      }
      let line = cells.map {
        "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      }
      let read = rows("id,name,note\n" + line.joined(separator: ",") + "\n")
      #expect(read.rows == [cells] && read.codes.isEmpty, "seed 3, round \(round)")
    }
  }
}
