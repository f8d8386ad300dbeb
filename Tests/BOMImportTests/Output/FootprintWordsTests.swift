import Testing

@testable import BOMImport

@Suite struct FootprintWordsTests {
  private func read(_ name: String) -> [String] {
    FootprintWords.tokens(of: name, Fixtures.words.vocabulary).map { token in
      if case .read(let fact) = token.reading { "\(token.text): \(fact)" } else { "\(token.text)?" }
    }
  }

  /// Words that nobody understands are told apart from those that say something.
  @Test func wordsOfNames() {
    #expect(read("Resistor_SMD:R_0603_1608Metric") == ["R?", "0603: package 0603", "1608Metric: package 0603"])
    #expect(read("LED0603-GREEN_foo") == ["LED0603-GREEN: colour green", "foo?"])
    #expect(
      read("PinHeader_1x02_P2.54mm_Vertical") == [
        "PinHeader: says which of several the part is", "1x02: 1x2 contacts", "P2.54mm: pitch",
        "Vertical: says which of several the part is",
      ])
    #expect(read("SW_SPDT_THT") == ["SW?", "SPDT: says which of several the part is", "THT: leads through the board"])
    #expect(read("SOIC-8_3.9x4.9mm_P1.27mm") == ["SOIC-8: package SO, 8 leads", "3.9x4.9mm: body", "P1.27mm: pitch"])
    #expect(read("").isEmpty)
  }
}
