import Diagnostics
import TestSupport
import Testing

@Suite struct DiagnosticTextTests {
  private let code = DiagnosticCode("X001", "test", page: "A page.")

  private func rendered(_ marked: String, colour: Bool = false) -> String {
    let marked = MarkedSource(marked)
    let source = SourceText(file: "board.yaml", text: marked.text)
    let finding = Diagnostic(code, "no `x` here", at: marked.ranges.first.map(source.span))
    return DiagnosticText(sources: [source], colour: colour).render(finding)
  }

  @Test func caretsStandUnderTheStretch() {
    #expect(
      rendered("a: ⟦bc⟧ d") == """
        board.yaml:1:4: error: no `x` here [X001]
         1 | a: bc d
           |    ^^

        """)
  }

  @Test func wideCharactersAlign() {
    #expect(rendered("标题: ⟦充电⟧").hasSuffix(" 1 | 标题: 充电\n   |       ^^^^\n"))
  }

  @Test func tabsAreExpanded() {
    #expect(rendered("\t⟦x⟧").hasSuffix(" 1 |     x\n   |     ^\n"))
  }

  @Test func controlCharactersAreShown() {
    #expect(rendered("a\u{1B}⟦b⟧").hasSuffix(" 1 | a\u{FFFD}b\n   |   ^\n"))
  }

  @Test func longLinesAreCutAroundTheStretch() {
    let text = rendered(String(repeating: "x", count: 5000) + "⟦here⟧" + String(repeating: "y", count: 5000))
    let lines = text.split(separator: "\n")
    #expect(lines[1].count < 180 && lines[1].contains("here") && lines[1].contains("…"))
    let caret = lines[2].firstIndex(of: "^")!
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(column).hasPrefix("here"))
  }

  @Test func aStretchOverLinesIsMarkedOnItsFirst() {
    #expect(rendered("a⟦b\nc⟧").hasSuffix(" 1 | ab\n   |  ^\n"))
  }

  @Test func aFindingWithoutAPlaceHasNoExcerpt() {
    #expect(rendered("a") == "error: no `x` here [X001]\n")
  }

  @Test func colourWrapsLabelsOnly() {
    let text = rendered("⟦a⟧", colour: true)
    #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1;31m^\u{1B}[0m"))
  }

  @Test func notesAndHelpsFollow() {
    let source = SourceText(file: "b", text: "a\nb\n")
    let finding = Diagnostic(
      code, "twice", severity: .warning, at: source.span(2..<3), notes: [.init("first", at: source.span(0..<1))],
      helps: ["remove one"])
    #expect(
      DiagnosticText(sources: [source]).render(finding) == """
        b:2:1: warning: twice [X001]
         2 | b
           | ^
        b:1:1: note: first
         1 | a
           | ^
        help: remove one

        """)
  }
}
