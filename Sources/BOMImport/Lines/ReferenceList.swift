/// A cell of references, taken apart: `R1-R3, R7`, `C17/18/19`, `U1 U2`, `D1 to D4`.
package struct ReferenceList: Sendable, Hashable {
  /// In the order of the cell, ranges spelled out.
  package var references: [String]

  /// Why a cell is no list of references.
  package enum Failure: Error, Sendable, Hashable {
    /// The range as written, its ends swapped or too far apart.
    case badRange(String)
  }

  /// More references than any board has.
  private static let limit = 10_000

  /// Reads a cell. Words that are no range stay whole, whatever they are: `CN-1`, `TEST+SUPPLY` and `A:C1` are names.
  ///
  /// A range shares its letters (`R1-R4`, `R1..4`, `D1-2`), the smaller number first. O(length + references).
  package init(parsing text: String) throws(Failure) {
    references = []
    var words = Self.words(of: text)
    while !words.isEmpty {
      let word = words.removeFirst()
      // `R1 to R4`, `R1 - R4`
      if words.count >= 2, Self.isRangeWord(words[0]), Reference(word) != nil {
        let last = words[1]
        words.removeFirst(2)
        references += try Self.range(word, last, written: "\(word) … \(last)")
        continue
      }
      if let range = try Self.range(word) { references += range } else { references += Self.slashed(word) }
      if references.count > Self.limit { throw .badRange(word) }
    }
  }

  private static func words(of text: String) -> [String] {
    text.halfWidth.split { ",;、，；\n\r\t ".contains($0) }.map(String.init)
  }

  private static func isRangeWord(_ word: String) -> Bool {
    ["to", "-", "–", "..", "~", "->", "…", "thru", "至"].contains(word.lowercased())
  }

  /// A range within one word; nil where the word is none.
  private static func range(_ word: String) throws(Failure) -> [String]? {
    for sign in ["...", "..", "->", "–", "~", "…", "-"] {
      guard let place = word.firstRange(of: sign) else { continue }
      let (front, back) = (String(word[..<place.lowerBound]), String(word[place.upperBound...]))
      guard let first = Reference(front) else { continue }
      if let last = Reference(back), last.prefix == first.prefix { return try range(front, back, written: word) }
      // `D1-2` counts on where the second number is larger; `J1-1` is a name.
      if let number = Int(back), back.first != "0", number > first.number {
        return try range(front, back, written: word)
      }
      if sign != "-", Reference(back) != nil || Int(back) != nil { throw .badRange(word) }
    }
    return nil
  }

  private static func range(_ front: String, _ back: String, written: String) throws(Failure) -> [String] {
    guard let first = Reference(front), let last = Reference(back) ?? Reference(first.prefix + back),
      last.prefix == first.prefix, first.number <= last.number, last.number - first.number < limit
    else { throw .badRange(written) }
    return (first.number...last.number).map { "\(first.prefix)\($0)" }
  }

  /// `C17/18/19` and `C17/C18`; other words with slashes are names.
  private static func slashed(_ word: String) -> [String] {
    let pieces = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count > 1, let first = Reference(pieces[0]) else { return [word] }
    let rest = pieces.dropFirst().map { Int($0) != nil ? Reference(first.prefix + $0) : Reference($0) }
    guard rest.allSatisfy({ $0?.prefix == first.prefix }) else { return [word] }
    return [pieces[0]] + rest.compactMap { $0?.text }
  }

  /// Letters and a number.
  private struct Reference {
    var prefix: String
    var number: Int
    var text: String { "\(prefix)\(number)" }

    init?(_ text: String) {
      prefix = String(text.prefix { $0.isLetter || $0 == "_" })
      let digits = text.dropFirst(prefix.count)
      guard !prefix.isEmpty, (1...6).contains(digits.count), digits.allSatisfy(\.isDigit),
        digits == "0" || digits.first != "0",
        let value = Int(digits)
      else { return nil }
      number = value
    }
  }
}

/// References in the order in which people count: letters, then numbers.
package func referencePrecedes(_ left: String, _ right: String) -> Bool {
  let (leftKey, rightKey) = (referenceKey(left), referenceKey(right))
  return (leftKey.letters, leftKey.number, left) < (rightKey.letters, rightKey.number, right)
}

private func referenceKey(_ text: String) -> (letters: String, number: Int) {
  let letters = text.prefix { !$0.isDigit }
  return (String(letters), Int(text.dropFirst(letters.count).prefix { $0.isDigit }.prefix(9)) ?? -1)
}
