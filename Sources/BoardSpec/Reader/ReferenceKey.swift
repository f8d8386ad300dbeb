/// A slot's key, taken apart: `R1..R8, R12` stands for nine references.
struct ReferenceKey {
  var references: [String]

  /// More references than any board has are a mistake in the key.
  private static let limit = 10_000

  /// Nil when the text is no list of references; see `SpecCodes.reference`.
  init?(_ text: String) {
    references = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = String(piece).trimmed.components(separatedBy: "..")
      if ends.count == 1, Reference(ends[0]) == nil, Self.isName(ends[0]) {
        references.append(ends[0])
        continue
      }
      guard let first = Reference(ends[0]) else { return nil }
      if ends.count == 1 {
        references.append(first.text)
        continue
      }
      guard ends.count == 2, let last = Reference(ends[1]) ?? Reference(first.prefix + ends[1]),
        last.prefix == first.prefix, first.number <= last.number, last.number - first.number < Self.limit
      else { return nil }
      references += (first.number...last.number).map { "\(first.prefix)\($0)" }
    }
    guard !references.isEmpty, references.count <= Self.limit else { return nil }
  }

  /// `R8..R1` the other way round; nil where that is not what is wrong.
  static func ascending(_ text: String) -> String? {
    let ends = text.components(separatedBy: "..").map(\.trimmed)
    guard ends.count == 2 else { return nil }
    let turned = "\(ends[1])..\(ends[0])"
    return ReferenceKey(text) == nil && ReferenceKey(turned) != nil ? turned : nil
  }

  /// Whether a word is a reference of another form than letters and a number, as BOMs have them: `BUZZER`, `TEST+SUPPLY`,
  /// `R101A`, `A:C1`. A word that looks like a range (`R1-R8`, `R1-8`) is none, since it would count as one.
  private static func isName(_ text: String) -> Bool {
    guard let start = text.first, start.isLetter || start.isNumber || start == "_",
      !text.contains(where: { $0.isWhitespace || "\"'{}[]#".contains($0) })
    else { return false }
    for sign in ["-", "–", "~"] {
      let ends = text.components(separatedBy: sign)
      if ends.count == 2, let first = Reference(ends[0]),
        (Reference(ends[1]) ?? Reference(first.prefix + ends[1])) != nil
      {
        return false
      }
    }
    return text.contains(where: \.isLetter)
  }

  private struct Reference {
    var prefix: String
    var number: Int
    var text: String { "\(prefix)\(number)" }

    init?(_ text: String) {
      let text = text.trimmed
      prefix = String(text.prefix { $0.isLetter || $0 == "_" })
      let digits = text.dropFirst(prefix.count)
      guard !prefix.isEmpty, digits.count <= 6, digits.allSatisfy({ ("0"..."9").contains($0) }), let value = Int(digits)
      else { return nil }
      number = value
    }
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Like Foundation's; the separator is not empty.
  func components(separatedBy separator: String) -> [String] {
    var pieces: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
