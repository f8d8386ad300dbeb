import Base
import Diagnostics
import TestSupport
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: ["a\n⟦b⟧c", "a\r\n⟦b⟧c", "a\r⟦b⟧c", "\u{FEFF}a\n⟦b⟧c"])
  func everyLineBreakCounts(marked: String) {
    let bare = marked.hasPrefix("\u{FEFF}") ? String(marked.unicodeScalars.dropFirst()) : marked
    let source = SourceText(file: "f", text: MarkedSource(marked).text)
    let span = source.span(MarkedSource(bare).ranges[0])
    #expect(span.start.line == 2 && span.start.column == 1 && span.end.column == 2)
  }

  @Test func columnsCountScalars() {
    let marked = MarkedSource("档口: ⟦x⟧")
    let span = SourceText(file: "f", text: marked.text).span(marked.ranges[0])
    #expect(span.start.column == 5)
  }

  @Test func offsetsBeyondTheTextAreClamped() {
    let source = SourceText(file: "f", text: "ab\n")
    #expect(source.position(at: 99) == SourcePosition(offset: 3, line: 2, column: 1))
    #expect(source.range(ofLine: 2).isEmpty)
  }

  @Test func positionsAgreeWithCounting() {
    var generator = SeededGenerator(seed: 7)
    let letters: [Character] = ["a", "中", "\n", "\r", "👍", " "]
    for round in 0..<200 {
      let text = String((0..<30).map { _ in letters.randomElement(using: &generator)! })
      let source = SourceText(file: "f", text: text)
      var line = 1
      var column = 1
      let scalars = Array(text.unicodeScalars)
      var offset = 0
      for (index, scalar) in scalars.enumerated() {
        let found = source.position(at: offset)
        #expect(found == SourcePosition(offset: offset, line: line, column: column), "seed 7, round \(round)")
        offset += String(scalar).utf8.count
        let isBreak = scalar == "\n" || (scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n"))
        (line, column) = isBreak ? (line + 1, 1) : (line, column + 1)
      }
    }
  }

  /// Lines far longer than the stride of the counts, with places on both sides of each count.
  @Test func columnsOfLongLinesAgreeWithCounting() {
    var generator = SeededGenerator(seed: 11)
    let letters: [Character] = ["a", "中", "é", "👍", ","]
    for length in [255, 256, 257, 511, 512, 513, 3_000] {
      let text = "first\n" + String((0..<length).map { _ in letters.randomElement(using: &generator)! }) + "\nlast"
      let source = SourceText(file: "f", text: text)
      var (line, column, offset) = (1, 1, 0)
      for scalar in text.unicodeScalars {
        #expect(source.position(at: offset) == SourcePosition(offset: offset, line: line, column: column))
        offset += String(scalar).utf8.count
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
      #expect(source.position(at: offset) == SourcePosition(offset: offset, line: line, column: column))
    }
  }
}
