internal import Market
internal import Phrases

extension Language {
  /// In one run of text; English first where both are wanted.
  func callAsFunction(_ text: LocalizedText) -> String { text(self) }

  func callAsFunction(_ phrase: Phrase) -> String { self(phrase.text) }

  func callAsFunction(_ phrase: SheetPhrase) -> String { self(phrase.text) }

  /// The languages wanted, the one that is set larger first.
  var languages: [Language] {
    switch self {
    case .english: [.english]
    case .chinese: [.chinese]
    case .both: [.chinese, .english]
    }
  }
}
