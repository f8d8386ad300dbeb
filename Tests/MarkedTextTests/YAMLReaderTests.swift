import Base
import Diagnostics
import MarkedText
import TestSupport
import Testing

@Suite struct YAMLReaderTests {
  private func read(_ text: String) -> (node: MarkedNode?, findings: [Diagnostic]) {
    let sink = DiagnosticSink()
    return (YAMLReader.read(SourceText(file: "t.yaml", text: text), into: sink), sink.diagnostics)
  }

  @Test func scalarsStayAsWritten() {
    let tree = read("{a: yes, b: 0x10, c: '~', d: ~, e: 1_000, f: 4,7 k}").node
    #expect(tree?["a"]?.scalar?.text == "yes")
    #expect(tree?["b"]?.scalar?.text == "0x10")
    #expect(tree?["c"]?.isNull == false)
    #expect(tree?["d"]?.isNull == true)
    #expect(tree?["e"]?.scalar?.text == "1_000")
  }

  @Test(arguments: [
    "a: ⟦plain word⟧  # comment\n", "a: ⟦'it''s'⟧\n", "标题: {a: ⟦\"引号\"⟧}\n", "- x\n- ⟦y⟧\r\n", "a:\n  b: ⟦[1, 2]⟧\n",
    "\u{85}\u{2028}a: ⟦x⟧",
  ])
  func spansCoverValuesExactly(marked: String) {
    let marked = MarkedSource(marked)
    let source = SourceText(file: "t", text: marked.text)
    let sink = DiagnosticSink()
    let tree = YAMLReader.read(source, into: sink)
    #expect(tree.map { offsets(in: $0) }?.contains(marked.ranges[0]) == true, "\(sink.diagnostics)")
  }

  private func offsets(in node: MarkedNode) -> [Range<Int>] {
    let children = (node.sequence ?? []) + (node.mapping ?? []).map(\.value)
    return [node.span.offsets] + children.flatMap { offsets(in: $0) }
  }

  @Test(arguments: [
    ("a: 1\n⟦a⟧: 2\n", "T002"), ("a: [1, 2\nb⟦:⟧ 3\n", "T001"), ("a:\n⟦\t⟧- 1\n", "T001"), ("a: ⟦\"⟧x\n", "T001"),
    ("⟦- *y⟧\n", "T001"), ("a: ⟦!!binary x⟧\n", "T005"), ("⟦{a: 1}⟧: 2\n", "T003"), ("a: 1\n⟦---⟧\nb: 1\n", "T001"),
    ("⟦⟧# nothing\n", "T006"),
  ])
  func whatIsBrokenIsReportedAtItsPlace(marked: String, code: String) {
    let marked = MarkedSource(marked)
    let findings = read(marked.text).findings
    #expect(findings.count == 1 && findings.first?.code.id == code, "\(findings)")
    if let span = findings.first?.span {
      #expect(marked.ranges[0].contains(span.start.offset) || marked.ranges[0].isEmpty, "\(span)")
    }
  }

  @Test func aDuplicateKeyKeepsTheRest() {
    let (tree, findings) = read("a: 1\na: 2\nb: 3\n")
    #expect(findings.count == 1)
    #expect(tree?["a"]?.scalar?.text == "1" && tree?["b"]?.scalar?.text == "3")
  }

  @Test func aliasesRepeatTheirAnchor() {
    #expect(read("a: &x [1, 2]\nb: *x\n").node?["b"]?.sequence?.count == 2)
  }

  @Test func aliasesThatExplodeAreRefused() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let item = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(Array(repeating: item, count: 10).joined(separator: ", "))]\n"
    }
    let (tree, findings) = read(text)
    #expect(tree == nil && findings.map(\.code.id) == ["T004"])
  }

  @Test func deepNestingIsRefused() {
    #expect(read(String(repeating: "[", count: 100_000)).findings.map(\.code.id) == ["T004"])
  }

  @Test func mutatedTextsNeverCrashAndEachRejectedOneHasAPlace() {
    let original = Array("a: {b: [1, 'two', \"三\"], c: &x 4}\nlist:\n  - *x\n  - |\n    text\n  - key: v # c\n".utf8)
    var generator = SeededGenerator(seed: 11)
    for round in 0..<3000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 2: bytes.swapAt(place, Int.random(in: bytes.indices, using: &generator))
        default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
        }
      }
      do {
        let source = try TextReader.read(bytes, file: "t")
        let sink = DiagnosticSink()
        let tree = YAMLReader.read(source, into: sink)
        #expect(tree != nil || sink.hasErrors, "seed 11, round \(round)")
        #expect(sink.diagnostics.allSatisfy { $0.span != nil }, "seed 11, round \(round)")
      } catch {
        #expect(error.diagnostic.span != nil, "seed 11, round \(round)")
      }
    }
  }
}
