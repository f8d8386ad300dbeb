package import Market

/// What is said and shown at counters: phrases with blanks that a line's values fill. Kept as data that users edit.
package struct PhraseBook: Sendable, Hashable {
  /// One phrase in both languages, with blanks such as `{quantity}`.
  package struct Entry: Sendable, Hashable {
    package var text: LocalizedText
    package var isLarge: Bool
    /// Said only where the board asks for tax invoices.
    package var needsInvoice: Bool

    package init(_ text: LocalizedText, isLarge: Bool = false, needsInvoice: Bool = false) {
      self.text = text
      self.isLarge = isLarge
      self.needsInvoice = needsInvoice
    }
  }

  /// What is wanted, by category of part.
  package var subjects: [String: [Entry]]
  /// What is wanted of a category that `subjects` does not have.
  package var anything: [Entry]
  /// Said after what is wanted.
  package var request: [Entry]
  /// Said when goods ordered earlier are picked up.
  package var pickUp: [Entry]
  /// Replies without blanks.
  package var answers: [Entry]

  package init(
    subjects: [String: [Entry]], anything: [Entry], request: [Entry], pickUp: [Entry], answers: [Entry]
  ) {
    self.subjects = subjects
    self.anything = anything
    self.request = request
    self.pickUp = pickUp
    self.answers = answers
  }

  /// A phrase as it is shown.
  package struct Line: Sendable, Hashable {
    package var text: LocalizedText
    package var isLarge: Bool
  }

  /// What is shown to ask for a line of `category`.
  package func card(category: String, values: [String: LocalizedText], invoice: Bool) -> [Line] {
    filled((subjects[category] ?? anything) + request, values, invoice: invoice)
  }

  /// What is shown to pick up what was ordered earlier.
  package func pickUpCard(values: [String: LocalizedText]) -> [Line] { filled(pickUp, values, invoice: false) }

  private func filled(_ entries: [Entry], _ values: [String: LocalizedText], invoice: Bool) -> [Line] {
    entries.compactMap { entry in
      if entry.needsInvoice && !invoice { return nil }
      guard let chinese = PhraseBlanks.fill(entry.text.chinese, { values[$0]?.chinese }),
        let english = PhraseBlanks.fill(entry.text.english, { values[$0]?.english })
      else { return nil }
      return Line(text: LocalizedText(english: english, chinese: chinese), isLarge: entry.isLarge)
    }
  }
}

extension [PhraseBook.Line] {
  /// The lines as one sentence: `贴片电阻 0402，10 kΩ，要 50 个，多少钱？`
  package var sentence: LocalizedText {
    LocalizedText(
      english: map(\.text.english).joined(separator: ", "), chinese: map(\.text.chinese).joined(separator: "，"))
  }
}

/// The blanks of a phrase: `{name}`.
package enum PhraseBlanks {
  /// The phrase with its blanks filled; nil where a value is missing or empty.
  package static func fill(_ phrase: String, _ value: (String) -> String?) -> String? {
    var result = ""
    var rest = Substring(phrase)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let text = value(String(rest[rest.index(after: open)..<close])), !text.isEmpty else { return nil }
      result += rest[..<open] + text
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The names of the blanks, in order; nil where a brace is not closed or not opened.
  package static func names(in phrase: String) -> [String]? {
    var names: [String] = []
    var current: String?
    for character in phrase {
      switch (character, current) {
      case ("{", nil): current = ""
      case ("{", _), ("}", nil): return nil
      case ("}", let name?):
        if name.isEmpty { return nil }
        names.append(name)
        current = nil
      case (_, let name?): current = name + String(character)
      default: break
      }
    }
    return current == nil ? names : nil
  }
}
