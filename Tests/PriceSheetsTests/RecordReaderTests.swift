import Base
import Testing

@testable import PriceSheets

@Suite struct RecordReaderTests {
  private func records(_ text: String, piece: Int, separator: Character = ",") throws -> [[String]] {
    var reader = RecordReader(
      PiecesFeed(Array(text.utf8), size: piece), separator: separator.asciiValue ?? 0, recordLimit: 1_000)
    var records: [[String]] = []
    while try reader.next() { records.append(reader.texts) }
    return records
  }

  @Test(arguments: [1, 2, 3, 7, 1_000])
  func cellsAreTheSameHoweverTheBytesArrive(piece: Int) throws {
    let text = "\u{FEFF}a,\"b \"\"x\"\", y\",c\r\n\r\n插件,\"two\nlines\",\n1,,3"
    #expect(
      try records(text, piece: piece) == [["a", "b \"x\", y", "c"], ["插件", "two\nlines", ""], ["1", "", "3"]])
  }

  @Test(arguments: [1, 5, 64])
  func whatIsWrittenWithQuotesIsReadBack(piece: Int) throws {
    var random = SplitMix64(seed: 7)
    let letters: [String] = ["a", "\"", ",", "\n", "\r", "é", "电", " ", ";"]
    for _ in 0..<100 {
      let rows = (0..<random.below(5) + 1).map { _ in
        ["x"] + (0..<random.below(4)).map { _ in (0..<random.below(6)).map { _ in letters[random.below(9)] }.joined() }
      }
      let text = rows.map { row in
        row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
          .joined(separator: ",") + "\n"
      }.joined()
      #expect(try records(text, piece: piece) == rows)
    }
  }

  @Test func rowsKnowTheLineOnWhichTheyStart() throws {
    var reader = RecordReader(MemoryFeed(Array("h\n\n\"a\nb\",1\nlast\n".utf8)))
    var lines: [Int] = []
    while try reader.next() { lines.append(reader.line) }
    #expect(lines == [1, 3, 5])
  }

  @Test func aQuoteThatIsNeverClosedNamesItsLine() {
    #expect(throws: SheetError.openQuote(line: 2)) { try records("a,b\n\"c,d\ne,f\n", piece: 4) }
    let endless = "a\n\"" + String(repeating: "x", count: 3_000)
    #expect(throws: SheetError.openQuote(line: 2)) { try records(endless, piece: 100) }
    let long = "a\n" + String(repeating: "x", count: 3_000)
    #expect(throws: SheetError.recordTooLong(line: 2, limit: 1_000)) { try records(long, piece: 100) }
  }

  @Test func otherSeparatorsPartCells() throws {
    #expect(try records("a;b,c\n1;2", piece: 9, separator: ";") == [["a", "b,c"], ["1", "2"]])
  }
}

/// Bytes in pieces of one size.
struct PiecesFeed: ByteFeed {
  private var bytes: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    self.bytes = bytes[...]
    self.size = size
  }

  mutating func next() -> [UInt8]? {
    let piece = Array(bytes.prefix(size))
    bytes = bytes.dropFirst(size)
    return piece.isEmpty ? nil : piece
  }

  var fraction: Double { bytes.isEmpty ? 1 : 0 }
}
