import Diagnostics
import Foundation
import Market
import Phrases
import Testing

@Suite("Phrases as users edit them")
struct PhraseBookReaderTests {
  private static let head = "schema: peidan.phrases/1\n"
  private static let rest = "anything: []\nrequest: []\npick-up: []\nanswers: []\n"

  private func read(_ text: String) -> (book: PhraseBook?, findings: [String]) {
    let sink = DiagnosticSink()
    let book = PhraseBookReader.read(SourceText(file: "cards.yaml", text: text), into: sink)
    return (book, sink.inTextOrder.map(\.message))
  }

  @Test("the bundled book reads, and every category's card asks how much")
  func bundled() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Phrases/cards.yaml"), encoding: .utf8)
    let reading = read(text)
    #expect(reading.findings == [])
    let book = try #require(reading.book)
    let same = { (text: String) in LocalizedText(english: text, chinese: text) }
    let values = [
      "mpn": same("0402WGF1002TCE"), "package": same("0402"), "resistance": same("10 kΩ"), "tolerance": same("1 %"),
      "quantity": same("50"), "condition": LocalizedText(english: "original", chinese: "原装"),
    ]
    let card = book.card(category: "resistor", values: values, invoice: false)
    #expect(
      card.sentence.chinese
        == "贴片电阻 0402，10 kΩ，精度 1 %，型号 0402WGF1002TCE，同规格也可以，要 50 个，要原装的，多少钱？")
    #expect(card.sentence.english.hasSuffix("50 pieces, condition: original, How much?"))
    #expect(card.filter(\.isLarge).map(\.text.chinese) == ["10 kΩ", "要 50 个", "多少钱？"])
    let invoiced = book.card(category: "resistor", values: values, invoice: true)
    #expect(invoiced.count == card.count + 1)
    #expect(book.card(category: "no such kind", values: values, invoice: false).first?.text.chinese == "0402WGF1002TCE")
    #expect(!book.answers.isEmpty)
  }

  @Test("a phrase whose value is missing is left out")
  func missingValue() {
    #expect(PhraseBlanks.fill("耐压 {voltage}") { _ in nil } == nil)
    #expect(PhraseBlanks.fill("耐压 {voltage}") { _ in "" } == nil)
    #expect(PhraseBlanks.fill("{a}{b}!") { $0 + "?" } == "a?b?!")
    #expect(PhraseBlanks.fill("a } b") { _ in nil } == "a } b")
  }

  @Test(
    "what cannot be used is told with its place",
    arguments: [
      ("subjects: []\nanything: [{zh: \"{mpn\", en: a}]\n", "a brace is not closed or not opened in `{mpn`"),
      ("subjects: []\nanything: [{zh: \"{mpn}\", en: a}]\n", "both languages of a phrase have the same blanks"),
      ("subjects: []\nanything: [{zh: a, en: a, size: huge}]\n", "`size` may only be `large`, not `huge`"),
      ("subjects: {}\nanything: []\n", "subjects must be a list, not a mapping"),
      (
        "subjects: [{for: [led, led], say: []}]\nanything: []\n", "category `led` stands in two subjects"
      ),
      ("subjects: []\nanything: [{zh: a}]\n", "phrase has no `en`"),
    ])
  func refused(_ text: String, _ message: String) {
    let reading = read(Self.head + text + "request: []\npick-up: []\nanswers: []\n")
    #expect(reading.book == nil)
    #expect(reading.findings.contains(message), "\(reading.findings)")
  }

  @Test("another schema is refused")
  func otherSchema() {
    let reading = read("schema: peidan.plan/1\nsubjects: []\n" + Self.rest)
    #expect(reading.findings == ["unknown schema `peidan.plan/1`"])
  }
}
