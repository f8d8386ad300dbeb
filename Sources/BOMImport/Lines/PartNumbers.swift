/// The part numbers of a cell: one, several that will do (`SS34|SS14`, `A or B`), or several that are all needed.
struct PartNumbers {
  private(set) var numbers: [String] = []
  /// Whether the cell names several parts which are all needed (KiCost's `A; 2:B`), or more pieces of one (`A:5`).
  private(set) var areSeveralParts = false

  init(_ text: String) {
    let several = CellValues.namesSeveral(text)
    var isMultiple = false
    for piece in Self.split(text, at: ["|", " or ", " OR ", " oder ", "或", " / "]) {
      let (number, count) = Self.counted(piece)
      if count != 1 { isMultiple = true }
      if !number.isEmpty, !numbers.contains(number) { numbers.append(number) }
    }
    areSeveralParts = several || isMultiple
  }

  /// A cell of alternates, where commas and line breaks part numbers too.
  init(alternates text: String) {
    for piece in Self.split(text, at: ["|", " or ", " OR ", " oder ", "或", " / ", ",", ";", "，", "；", "、", "\n"]) {
      let told = CellValues.telling(piece)
      if !told.isEmpty, !numbers.contains(told) { numbers.append(told) }
    }
  }

  private static func split(_ text: String, at signs: [String]) -> [String] {
    var pieces = [text]
    for sign in signs where text.contains(sign) {
      pieces = pieces.flatMap { $0.split(separator: sign).map(String.init) }
    }
    return pieces.map(\.trimmedBlanks).filter { !$0.isEmpty }
  }

  /// `2:B` and `A:5` are pieces of a number, and so are `2x B`, `A*5` and `A x5`.
  private static func counted(_ text: String) -> (number: String, count: Int) {
    if let multiple = multiplied(text) { return multiple }
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmedBlanks }
    guard ends.count == 2 else { return (text, 1) }
    if ends[0].count <= 3, let count = Int(ends[0]), !ends[1].isEmpty { return (ends[1], count) }
    if ends[1].count <= 3, let count = Int(ends[1]), !ends[0].isEmpty { return (ends[0], count) }
    return (text, 1)
  }

  private static func multiplied(_ text: String) -> (number: String, count: Int)? {
    if isSize(text) { return nil }
    let plain = text.replacing("×", with: "*").replacing(" x", with: "*").replacing(" X", with: "*")
    let digits = plain.prefix { $0.isDigit }
    let rest = plain.dropFirst(digits.count)
    // `2x B`, where the letter may be a number's own unless a blank is behind it.
    if (1...3).contains(digits.count), let count = Int(digits), rest.first == "*" || rest.lowercased().hasPrefix("x ") {
      let number = String(rest.dropFirst()).trimmedBlanks
      return number.isEmpty ? nil : (number, count)
    }
    guard let sign = plain.lastIndex(of: "*") else { return nil }
    let tail = String(plain[plain.index(after: sign)...]).trimmedBlanks
    let number = String(plain[..<sign]).trimmedBlanks
    guard (1...3).contains(tail.count), tail.allSatisfy(\.isDigit), let count = Int(tail), number.count >= 4 else {
      return nil
    }
    return (number, count)
  }

  /// Whether a text is a size and no number of a part: `M3*10`, `M2.5x6mm`, `M3`, `3*10`, `20x20x5 mm`.
  static func isSize(_ text: String) -> Bool {
    var rest = text.halfWidth.lowercased().replacing("×", with: "x").replacing("*", with: "x").filter { $0 != " " }[...]
    if rest.hasSuffix("mm") { rest = rest.dropLast(2) }
    let isThread = rest.first == "m"
    if isThread { rest = rest.dropFirst() }
    let sides = rest.split(separator: "x", omittingEmptySubsequences: false)
    let areNumbers = sides.allSatisfy { side in
      let pieces = side.split(separator: "+", omittingEmptySubsequences: false)
      return pieces.allSatisfy {
        $0.count <= 5 && !$0.isEmpty && $0.first != "." && $0.allSatisfy { $0.isDigit || $0 == "." }
      }
    }
    return areNumbers && (isThread ? sides[0].count <= 3 : sides.count > 1)
  }
}
