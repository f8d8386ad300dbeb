import Phrases
import Testing

@Suite struct DamagePhraseTests {
  @Test func everyKindIsToldInBothLanguages() {
    var texts: Set<String> = []
    for kind in DamagePhrase.Kind.allCases {
      var phrase = DamagePhrase(
        kind: kind, name: "quotes", path: "/d/f", fate: .setAside(path: "/d/f.damaged-2026-11-28"), detail: "cut",
        size: "5,000", age: 8)
      for language in [Language.english, .chinese] {
        let text = phrase(language)
        for fact in ["`/d/f`", "`/d/f.damaged-2026-11-28`", "5,000", "8", "cut"] {
          #expect(text.contains(fact), "\(text)")
        }
        texts.insert(text)
      }
      (phrase.prices, phrase.newest) = ("1,204", "2026-11-20")
      phrase.fate = .left(reason: "read-only")
      for language in [Language.english, .chinese] {
        let text = phrase(language)
        for fact in ["1,204", "2026-11-20", "read-only"] { #expect(text.contains(fact), "\(text)") }
      }
    }
    #expect(texts.count == 2 * DamagePhrase.Kind.allCases.count)
  }
}
