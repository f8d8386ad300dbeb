import Base
import Foundation
import Testing

@Suite struct VisibleTextTests {
  /// C0, DEL, C1, marks and overrides of direction, separators, marks without width, tags.
  private static let hidden: [Unicode.Scalar] =
    (0..<0x20).map { Unicode.Scalar($0) } + (0x7F...0x9F).map { Unicode.Scalar($0) }
    + [
      "\u{061C}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
      "\u{FEFF}", "\u{E0041}",
    ]

  @Test func everyHiddenCharacterIsShownAndNoOther() {
    for scalar in Self.hidden {
      let text = "a\(Character(scalar))b"
      #expect(visible(text).unicodeScalars.map(\.value) == [0x61, 0xFFFD, 0x62], "U+\(scalar.value)")
      let isKept = scalar == "\n" || scalar == "\t"
      #expect((visibleLines(text) == text) == isKept && (visibleStyledLines(text) == text) == isKept)
    }
    let harmless = "4.7kΩ ±1 % 立创 é\u{301} 👩‍🔧 ½ a\u{200D}b\u{00AD}"
    #expect(visible(harmless) == harmless && visibleLines(harmless) == harmless && visibleJSON(harmless) == harmless)
  }

  @Test func linesKeepTheirBreaks() {
    #expect(visibleLines("a\r\nb\rc\n\td") == "a\r\nb\u{FFFD}c\n\td")
    #expect(visibleLines("a\r") == "a\u{FFFD}")
    #expect(visibleLines("\u{FEFF}a\u{FEFF}") == "\u{FEFF}a\u{FFFD}")
  }

  @Test func onlySequencesThatColourAreKept() {
    let coloured = "\u{1B}[1;31merror\u{1B}[0m"
    #expect(visibleStyledLines(coloured) == coloured && !visibleLines(coloured).contains("\u{1B}"))
    for sequence in [
      "\u{1B}[2J", "\u{1B}]0;x\u{7}", "\u{1B}[31", "\u{1B}", "\u{1B}[", "\u{1B}c", "\u{9B}1m", "\u{1B}[?1m",
    ] {
      let shown = visibleStyledLines("a\(sequence)")
      #expect(!shown.contains("\u{1B}") && !shown.contains("\u{9B}") && shown.contains("\u{FFFD}"), "\(shown)")
    }
  }

  @Test func jsonKeepsItsValues() throws {
    let value = String(String.UnicodeScalarView(Self.hidden)) + "é👩‍🔧\""
    let encoder = JSONEncoder()
    encoder.outputFormatting = .prettyPrinted
    let json = String(decoding: try encoder.encode([value: [value]]), as: UTF8.self)
    let shown = visibleJSON(json)
    #expect(visibleLines(shown) == shown && shown != json)
    #expect(try JSONDecoder().decode([String: [String]].self, from: Data(shown.utf8)) == [value: [value]])
  }

  @Test func onlyStringsOfJSONAreChanged() throws {
    for scalar in Self.hidden {
      let text = "a\(Character(scalar))\\\"b"
      for options in [JSONEncoder.OutputFormatting.prettyPrinted, []] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = options
        let json = String(decoding: try encoder.encode([text: text]), as: UTF8.self)
        let shown = visibleStrings(ofJSON: json)
        let expected = "a\u{FFFD}\\\"b"
        #expect(try JSONDecoder().decode([String: String].self, from: Data(shown.utf8)) == [expected: expected])
      }
    }
    let plain = #"{"a" : [18446744073709551615, 0.1, "\\u001b \u00e9 \ud83d\udc69 \"", true]}"#
    #expect(visibleStrings(ofJSON: plain) == plain)
  }

  @Test func excerptsAreBounded() {
    #expect(excerpt("立创", limit: 2) == "立创" && excerpt("立创商", limit: 2) == "立创…" && excerpt("", limit: 1) == "")
    #expect(excerpt(String(repeating: "x", count: 4 << 20)).count == 1_001)
  }
}
