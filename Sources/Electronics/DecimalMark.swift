/// The sign that stands for the decimal point in a file: the whole file tells, not the single cell, since `1,000k` is a thousand
/// kilo-ohms in one and one in another.
package enum DecimalMark: String, Sendable, Hashable, CaseIterable {
  case point, comma
  /// No number shows it.
  case unknown
  /// Some numbers have a decimal point and others a decimal comma.
  case mixed

  /// What the numbers of these cells tell, each a value or a rating. O(characters).
  ///
  /// `4,7k`, `0,100` and `10,25` can only be decimal commas, `4.7k` only a decimal point, `1,000.5` and `1.000,5` tell by their
  /// last sign. `1,000` and `1.000` alone tell nothing.
  package init(of cells: some Sequence<String>) {
    var votes = (point: false, comma: false)
    for cell in cells where cell.contains(where: { $0 == "," || $0 == "." }) {
      for number in Self.numbers(in: NumberText.normalized(cell)) {
        switch Self.vote(number) {
        case .point: votes.point = true
        case .comma: votes.comma = true
        case .unknown, .mixed: break
        }
      }
    }
    switch (votes.point, votes.comma) {
    case (true, true): self = .mixed
    case (true, false): self = .point
    case (false, true): self = .comma
    case (false, false): self = .unknown
    }
  }

  /// Runs of digits with commas and points between them. Numbers behind a letter (`AMS1117-3.3`) belong to names, and so do
  /// numbers of three pieces that are no thousands (`1.2.3`).
  private static func numbers(in text: String) -> [String] {
    var numbers: [String] = []
    let words = text.split { $0.isWhitespace || "/;()[]|~±=<>≤≥".contains($0) }
    for word in words {
      let start = word.drop { "+-".contains($0) }
      let run = start.prefix { $0.isDecimalDigit || $0 == "," || $0 == "." }
      guard run.first?.isDecimalDigit == true, run.last?.isDecimalDigit == true else { continue }
      numbers.append(String(run))
    }
    return numbers
  }

  private static func vote(_ number: String) -> DecimalMark {
    let commas = number.count { $0 == "," }
    let points = number.count { $0 == "." }
    if commas > 0, points > 0 {
      let last = number.last { $0 == "," || $0 == "." }
      return last == "," ? (commas == 1 ? .comma : .unknown) : points == 1 ? .point : .unknown
    }
    guard commas + points == 1 else { return .unknown }
    let sign: Character = commas == 1 ? "," : "."
    let pieces = number.split(separator: sign)
    // `0402,100n` is a size and a value.
    guard pieces.count == 2, pieces[0].count == 1 || pieces[0].first != "0" else { return .unknown }
    let isGroup = pieces[1].count == 3 && pieces[0].count <= 3 && pieces[0].first != "0"
    return isGroup ? .unknown : commas == 1 ? .comma : .point
  }

  /// The text with a decimal point in its numbers and no separators of thousands; nil where a number can be read in two ways
  /// and the file does not tell which.
  package func normalized(_ text: String) -> String? {
    guard text.contains(",") || (self == .comma || self == .mixed) && text.contains(".") else { return text }
    let characters = Array(text)
    var output = ""
    var index = 0
    while index < characters.count {
      guard Self.isStart(characters, index) else {
        output.append(characters[index])
        index += 1
        continue
      }
      var end = index
      while end < characters.count, characters[end].isDecimalDigit || ",.".contains(characters[end]) { end += 1 }
      while !characters[end - 1].isDecimalDigit { end -= 1 }
      guard let number = plain(String(characters[index..<end])) else { return nil }
      output += number
      index = end
    }
    return output
  }

  /// Whether a number starts here: a digit that no letter, digit or sign of a number stands before.
  private static func isStart(_ characters: [Character], _ index: Int) -> Bool {
    guard characters[index].isDecimalDigit else { return false }
    guard index > 0 else { return true }
    let before = characters[index - 1]
    // `AMS1117-3.3` is a name.
    if before == "-" || before == "_" { return index == 1 || characters[index - 2] == " " }
    return !before.isLetter && !before.isDecimalDigit && before != "," && before != "."
  }

  private func plain(_ number: String) -> String? {
    guard number.contains(",") || number.contains(".") else { return number }
    switch (self, Self.vote(number)) {
    case (.comma, .point): return number
    case (.comma, _): return number.filter { $0 != "." }.replacing(",", with: ".")
    case (_, .comma):
      return self == .point && number.contains(".") ? nil : number.filter { $0 != "." }.replacing(",", with: ".")
    case (.point, _), (_, .point): return number.filter { $0 != "," }
    // `1.2.3` is no number; `1.000` beside `4,7` and `4.7` is one of two.
    case (.mixed, _): return number.contains(",") || number.count(where: { $0 == "." }) == 1 ? nil : number
    // `1,000` in a file that does not show it; `1.000` and `1.2.3` are read as they stand.
    case (.unknown, _): return number.contains(",") ? nil : number
    }
  }

  /// A whole number: `4`, `4.0`, and groups of three digits (`1,000`, `1 000`, `1'000`); nil for any other text. `1,000` is a
  /// thousand unless a comma is the decimal mark, `1.000` only where it is.
  package func whole(_ text: String) -> Int? {
    if !text.isEmpty, text.allSatisfy(\.isDecimalDigit) { return Int(text) }
    let blanks: Set<Character> = [" ", "'", "’", "\u{A0}", "\u{202F}"]
    if text.contains(where: blanks.contains) {
      return Self.isGrouped(text, by: blanks) ? Int(text.filter(\.isDecimalDigit)) : nil
    }
    guard text.allSatisfy({ $0.isDecimalDigit || $0 == "." || $0 == "," }) else { return nil }
    let (point, group): (Character, Character) = self == .comma ? (",", ".") : (".", ",")
    let halves = text.split(separator: point, omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.count == 1 || !halves[1].isEmpty && halves[1].allSatisfy({ $0 == "0" }) else {
      return nil
    }
    let integer = String(halves[0])
    if integer.allSatisfy(\.isDecimalDigit) { return Int(integer) }
    return Self.isGrouped(integer, by: [group]) ? Int(integer.filter(\.isDecimalDigit)) : nil
  }

  /// Whether every group behind the first has three digits, and the first one to three.
  private static func isGrouped(_ text: String, by signs: Set<Character>) -> Bool {
    let groups = text.split(omittingEmptySubsequences: false, whereSeparator: signs.contains)
    return groups.count > 1 && (1...3).contains(groups[0].count) && groups[0].first != "0"
      && groups.dropFirst().allSatisfy { $0.count == 3 } && groups.allSatisfy { $0.allSatisfy(\.isDecimalDigit) }
  }
}

extension Character {
  fileprivate var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}
