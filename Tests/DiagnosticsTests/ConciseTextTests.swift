import Diagnostics
import Testing

@Suite struct ConciseTextTests {
  private let code = DiagnosticCode("B110", "too much", page: "What it means.")

  @Test func aFindingIsOneLine() {
    let source = SourceText(file: "a.yaml", text: "one\ntwo: 3\n")
    let finding = Diagnostic(
      code, "`two` is too much", severity: .warning, at: source.span(4..<7), notes: [.init("a note")], helps: ["a help"]
    )
    #expect(ConciseText().render(finding, file: "a.yaml") == "a.yaml:2:1: warning: `two` is too much [B110]\n")
  }

  @Test func aFindingWithoutAPlaceStandsAtTheStart() {
    #expect(
      ConciseText().render([Diagnostic(code, "too much", at: nil)], file: "b") == "b:1:1: error: too much [B110]\n")
  }
}
