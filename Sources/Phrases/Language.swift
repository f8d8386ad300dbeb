public import Market

/// The languages that Peidan speaks.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case chinese = "zh"
  /// One beside the other.
  case both
}

extension LocalizedText {
  /// The text in one language, or in both.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    case .both: both
    }
  }

  /// Both texts, English first, or one where they are the same: `charger / 充电芯片`.
  public var both: String { english == chinese ? english : "\(english) / \(chinese)" }
}
