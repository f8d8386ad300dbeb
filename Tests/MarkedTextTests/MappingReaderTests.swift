import Diagnostics
import MarkedText
import Testing

@Suite struct MappingReaderTests {
  private enum Colour: String, CaseIterable { case red, green }

  private func read(_ text: String, _ body: (MappingReader, DiagnosticSink) -> Void) -> [Diagnostic] {
    let sink = DiagnosticSink()
    guard let tree = YAMLReader.read(SourceText(file: "t", text: text), into: sink),
      let reader = MappingReader(tree, "board", into: sink)
    else { return sink.diagnostics }
    body(reader, sink)
    reader.finish()
    return sink.diagnostics
  }

  @Test func unknownKeysAreReportedWithTheClosestOne() {
    let findings = read("nmae: x\n") { reader, _ in _ = reader.optional("name") }
    #expect(findings.map(\.message) == ["unknown key `nmae` in board"])
    #expect(findings[0].helps == ["did you mean `name`?"])
    #expect(findings[0].fixes.map(\.replacement) == ["name"])
  }

  @Test func missingAndEmptyKeysAreReported() {
    let findings = read("a:\n") { reader, _ in
      _ = reader.required("a")
      _ = reader.required("b")
    }
    #expect(findings.map(\.code.id) == ["T012", "T011"])
  }

  @Test func valuesOfTheWrongKindAreReported() {
    let findings = read("{a: [1], b: x, c: 0, d: yes, e: rde, f: {g: 1}}") { reader, sink in
      #expect(reader.optional("a")?.word("`a`", into: sink) == nil)
      #expect(reader.optional("b")?.integer("`b`", in: 1...9, into: sink) == nil)
      #expect(reader.optional("c")?.integer("`c`", in: 1...9, into: sink) == nil)
      #expect(reader.optional("d")?.flag("`d`", into: sink) == nil)
      #expect(reader.optional("e")?.choice("colour", of: Colour.self, into: sink) == nil)
      #expect(reader.optional("f")?.list("`f`", into: sink) == nil)
    }
    #expect(
      findings.map(\.message) == [
        "`a` must be one value, not a list", "`b` must be a whole number from 1 to 9, not `x`",
        "`c` must be at least 1, not 0",
        "`d` must be `true` or `false`, not `yes`", "unknown colour `rde`", "`f` must be a list, not a mapping",
      ])
    #expect(findings[4].helps.first == "did you mean `red`?")
  }
}
