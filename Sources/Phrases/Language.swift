package import Market

/// The languages that Peidan speaks.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case chinese = "zh"
  /// One beside the other.
  case both
}

extension LocalizedText {
  /// The text in one language, or in both.
  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    case .both: both
    }
  }

  /// Both texts, English first, or one where they are the same: `charger / 充电芯片`.
  package var both: String { english == chinese ? english : "\(english) / \(chinese)" }
}
