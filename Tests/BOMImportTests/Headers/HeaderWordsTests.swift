import Base
import Testing

@testable import BOMImport

@Suite struct HeaderWordsTests {
  @Test func plainFormsAreTheSameByBytesAndByCharacters() {
    var random = SplitMix64(seed: 17)
    let letters: [Character] =
      Array("aZz09 _-./()*:\"'\t\n\r?!,${}[]+%#|~^<>&@;=\\`Ωµ％Ａ（位号É")
      + ["\r\n", "\0", "\u{7F}"]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...20, using: &random)
      let text = String((0..<count).compactMap { _ in letters.randomElement(using: &random) })
      #expect(HeaderWords.plain(text) == HeaderWords.plainOfAnyText(text), "\(text.debugDescription)")
      let ascii: String = text.filter { $0.isASCII }
      #expect(HeaderWords.plain(ascii) == HeaderWords.plainOfAnyText(ascii), "\(ascii.debugDescription)")
    }
    #expect(HeaderWords.plain("Mfr. Part #\r\n") == "mfrpart#")
    #expect(HeaderWords.plain("${QUANTITY}?") == "quantity")
  }
}
