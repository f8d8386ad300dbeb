internal import Market
internal import Phrases

/// Headings, rules and colour of the printed page; plain text where colour is off.
struct PageStyle: Sendable {
  var usesColor: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func heading(_ text: String) -> String { wrap(text, "1;36") }
  func warning(_ text: String) -> String { wrap(text, "33") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func removed(_ text: String) -> String { wrap(text, "31") }
  func added(_ text: String) -> String { wrap(text, "32") }
  func rule(_ cells: Int) -> String { faint(String(repeating: "─", count: cells)) }

  /// Green for goods that are what they say, yellow for what wants a look before paying, red for copies.
  func condition(_ condition: Condition, _ text: String) -> String {
    switch condition {
    case .original, .looseNew, .domestic: wrap(text, "32")
    case .refurbished, .pulled: wrap(text, "33")
    case .clone: wrap(text, "31")
    }
  }

  /// What the colours mean; nothing where there are none.
  func legend(_ language: Language) -> [String] {
    guard usesColor else { return [] }
    let meanings = [
      wrap(PlanPhrase.conditionGood(language), "32"), wrap(PlanPhrase.conditionDoubtful(language), "33"),
      wrap(PlanPhrase.conditionBad(language), "31"),
    ]
    return ["", faint(PlanPhrase.colours(language)) + " " + meanings.joined(separator: " · ")]
  }

  private func wrap(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
