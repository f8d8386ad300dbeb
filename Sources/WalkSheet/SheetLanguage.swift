internal import Market
internal import Phrases

/// The languages that a sheet is written in.
public enum SheetLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case chinese = "zh"
  /// Chinese for the seller beside English for the buyer.
  case both

  /// In one run of text; English first where both are wanted.
  func callAsFunction(_ text: LocalizedText) -> String {
    switch self {
    case .english: text.english
    case .chinese: text.chinese
    case .both: text.both
    }
  }

  func callAsFunction(_ phrase: Phrase) -> String { self(phrase.text) }

  /// The languages wanted, the one that is set larger first.
  var languages: [Language] {
    switch self {
    case .english: [.english]
    case .chinese: [.chinese]
    case .both: [.chinese, .english]
    }
  }
}
