public import Market

/// A language that Peidan speaks.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}

extension LocalizedText {
  /// The text in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Both texts, English first, or one where they are the same: `charger / 充电芯片`.
  public var both: String { english == chinese ? english : "\(english) / \(chinese)" }
}
