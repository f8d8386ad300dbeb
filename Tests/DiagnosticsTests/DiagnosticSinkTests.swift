import Diagnostics
import Foundation
import Testing

@Suite struct DiagnosticSinkTests {
  private let code = DiagnosticCode("X001", "test", page: "A page.")
  private let source = SourceText(file: "f", text: "abc\ndef")

  @Test func theSameFindingIsKeptOnce() {
    let sink = DiagnosticSink()
    for _ in 0..<2 { sink.report(Diagnostic(code, "m", at: source.span(0..<1))) }
    #expect(sink.diagnostics.count == 1)
  }

  @Test func onlyErrorsRefuse() {
    let sink = DiagnosticSink()
    sink.report(Diagnostic(code, "m", severity: .warning, at: nil))
    #expect(!sink.hasErrors)
    sink.report(Diagnostic(code, "m", at: nil))
    #expect(sink.hasErrors)
  }

  @Test func textOrderIsStable() {
    let sink = DiagnosticSink()
    sink.report(Diagnostic(code, "later", at: source.span(4..<5)))
    sink.report(Diagnostic(code, "first", at: source.span(0..<1)))
    sink.report(Diagnostic(code, "second", at: source.span(0..<1)))
    #expect(sink.inTextOrder.map(\.message) == ["first", "second", "later"])
  }

  @Test func factsHaveThePromisedKeys() throws {
    let fix = FixIt(.safe, replace: source.span(0..<2), with: "x")
    let finding = Diagnostic(
      code, "m", at: source.span(1..<6), notes: [.init("n")], helps: ["h"], fixes: [fix])
    let facts = DiagnosticFacts(
      [finding], skipped: [SkippedCheck(code, because: "no data", at: nil)], file: "f", sources: [source])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(facts), as: UTF8.self)
    #expect(
      json == """
        {"diagnostics":[{"code":"X001","column":2,"endColumn":4,"file":"f","fixes":[{"column":1,"file":"f","grade":"safe",\
        "length":2,"line":1,"offset":0,"replacement":"x"}],"line":1,"message":"m","notes":["n","h"],"severity":"error"}],\
        "skipped":[{"code":"X001","file":"f","line":0,"reason":"no data"}]}
        """)
  }
}
