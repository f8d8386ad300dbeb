internal import Market
internal import Phrases

/// A text in the sheet's languages, as the template's `words` partial shows it: each in an element of its language.
struct PageWords {
  struct Run {
    /// BCP 47.
    var tag: String
    var text: String
  }

  var runs: [Run]

  init(_ text: LocalizedText, _ language: SheetLanguage) {
    var texts = language.languages.map { Run(tag: $0 == .chinese ? "zh-CN" : "en", text: text($0)) }
    if texts.count == 2, texts[0].text == texts[1].text { texts.removeLast() }
    runs = texts
  }

  init(_ phrase: Phrase, _ language: SheetLanguage) { self.init(phrase.text, language) }

  /// In one run, for attributes.
  var plain: String { runs.map(\.text).joined(separator: " / ") }
}
