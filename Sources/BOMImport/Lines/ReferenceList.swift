/// A cell of references, taken apart: `R1-R3, R7`, `R01–R04`, `C17/18/19`, `U1 & U2`, `D1 to D4`, `R1 (top), R2 (bottom)`.
package struct ReferenceList: Sendable, Hashable {
  /// In the order of the cell, ranges spelled out.
  package var references: [String]
  /// What stands in brackets beside references, in order: `top`.
  package var remarks: [String] = []
  /// Those of `references` that may be something else: `R33×2`, `R24-C27`, `etc`.
  package var odd: [String] = []

  /// Why a cell is no list of references.
  package enum Failure: Error, Sendable, Hashable {
    /// The range as written, its ends swapped, unlike or too far apart.
    case badRange(String)
    /// A date, or the number of one, that a spreadsheet made of a reference.
    case date(String)
    /// Words or signs that are no references.
    case words(String)
  }

  /// More references than any board has.
  static let limit = 10_000

  /// Reads a cell. Words that are no range stay whole, whatever they are: `CN-1`, `TEST+SUPPLY` and `A:C1` are names.
  ///
  /// A range shares its letters (`R1-R4`, `R1..4`, `D1-2`, `R01-R04`, `U1A-U1D`), the smaller number first. A name has a letter; a
  /// phrase of words without numbers is none. O(length + references).
  ///
  /// - Parameter names: fronts of names such as `R1-1`, which are no ranges in this file.
  package init(parsing text: String, names dashedFronts: Set<String> = []) throws(Failure) {
    references = []
    let plain = ReferenceText.plain(text)
    if plain.isEmpty || ReferenceText.isNothing(plain) { return }
    if DateText.isDate(plain) { throw .date(plain) }
    let (rest, bracketed) = ReferenceText.withoutRemarks(plain)
    remarks = bracketed
    var words = ReferenceText.words(of: rest)[...]
    if Self.isPhrase(words) { throw .words(plain) }
    let hasNames = words.contains { $0.first?.isLetter == true && $0.contains(where: \.isNumber) }
    let dashed = Self.dashedNames(words, dashedFronts)
    let isListed = Self.isListed(rest)
    var counts: [String] = []
    while let word = words.popFirst() {
      // `R1 to R4`, `R1 - R4`
      if words.count >= 2, ReferenceText.rangeWords.contains(words[words.startIndex].lowercased()),
        NumberedName(word) != nil
      {
        words.removeFirst()
        let last = words.removeFirst()
        references += try ReferenceRange.spelledOut(word, last, written: "\(word) … \(last)")
        continue
      }
      if hasNames, ReferenceText.isSilent(word) { continue }
      if hasNames, ReferenceText.count(word) != nil {
        counts.append(word)
        continue
      }
      if dashed.contains(word) {
        references.append(word)
        continue
      }
      // `R1,2,3`
      if isListed, let last = references.last.flatMap({ NumberedName($0) }), last.isPlain, word.count <= 4,
        word.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(word), number > last.number
      {
        references.append(last.prefix + word)
        continue
      }
      if !references.isEmpty, !words.isEmpty, ReferenceText.joiningWords.contains(word.lowercased()) { continue }
      // `R1 /R2`
      if !references.isEmpty, word.first == "/", NumberedName(String(word.dropFirst()))?.isPlain == true {
        references.append(String(word.dropFirst()))
        continue
      }
      if let marked = ReferenceText.markedName(word) {
        references.append(marked.name)
        remarks.append(marked.mark)
        continue
      }
      references += try Self.names(in: word)
      if references.count > Self.limit { throw .badRange(word) }
    }
    for reference in references {
      if DateText.isDate(reference) { throw .date(reference) }
      guard reference.contains(where: \.isLetter) else { throw .words(reference) }
    }
    odd = references.filter { ReferenceText.isOdd($0, among: references.count) }
    // `R12A,B` and `R14 A/B`: letters beside a numbered name are no names of their own.
    if references.contains(where: { $0.contains(where: \.isDigit) }) {
      odd += references.filter { name in
        name.split(separator: "/").allSatisfy { $0.count == 1 && $0.first?.isLatin == true }
      }
    }
    let number = references.count
    odd += counts.filter { ReferenceText.count($0) != number }
  }

  /// `R1-1` and `R1-2` beside each other are names and no ranges: they have one front, and one of them counts nothing out.
  private static func dashedNames(_ words: ArraySlice<String>, _ fronts: Set<String>) -> Set<String> {
    guard words.count > 1 || !fronts.isEmpty, words.contains(where: { $0.contains("-") }) else { return [] }
    let pieces = words.compactMap { word in dashedFront(word).map { (word: word, front: $0) } }
    let groups = Dictionary(grouping: pieces, by: \.front)
    return Set(groups.filter { $0.value.count > 1 || fronts.contains($0.key) }.values.joined().map(\.word))
  }

  /// `R1` of `R1-2`; nil for anything else.
  private static func dashedFront(_ word: String) -> String? {
    let ends = word.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let front = NumberedName(String(ends[0])), front.isPlain, !ends[1].isEmpty,
      ends[1].allSatisfy(\.isDigit)
    else { return nil }
    return front.text
  }

  /// The fronts of names such as `R1-1` and `R1-2` that stand in different cells: a reference stands in no two ranges. O(length).
  static func dashedFronts(in texts: [String]) -> Set<String> {
    var ends: [String: Set<String>] = [:]
    for text in texts where text.contains("-") {
      for word in ReferenceText.words(of: ReferenceText.plain(text)) {
        if let front = dashedFront(word) { ends[front, default: []].insert(word) }
      }
    }
    return Set(ends.filter { $0.value.count > 1 }.keys)
  }

  /// Whether a text is a list with a sign before each blank: `R1,2, 3`.
  private static func isListed(_ text: String) -> Bool {
    var before: Character = ","
    for character in text {
      if character.isWhitespace, !",;、，；".contains(before), !before.isWhitespace { return false }
      before = character
    }
    return true
  }

  private static func names(in word: String) throws(Failure) -> [String] {
    if let range = try ReferenceRange.inside(word) { return range }
    // `R1&R2` are two, `Relays_&_DO1` is a name.
    for (sign, least) in [(Character("&"), 1), ("+", 2)] where word.contains(sign) {
      // `B1+` is a name too.
      let pieces = word.split(separator: sign).map(String.init)
      if pieces.count >= least, pieces.allSatisfy({ NumberedName($0)?.isPlain == true }) { return pieces }
    }
    return slashed(word)
  }

  /// `C17/18/19` and `C17/C18`; other words with slashes are names.
  private static func slashed(_ word: String) -> [String] {
    let pieces = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if let lettered = lettered(pieces) { return lettered }
    guard pieces.count > 1, let first = NumberedName(pieces[0]), first.isPlain else { return [word] }
    let rest = pieces.dropFirst().map { NumberedName($0.first?.isDigit == true ? first.prefix + $0 : $0) }
    guard rest.allSatisfy({ $0?.prefix == first.prefix }) else { return [word] }
    return [pieces[0]] + rest.compactMap { $0?.text }
  }

  /// `R48A/B` and `R48A/R48B`: one name with letters that rise; nil for anything else.
  private static func lettered(_ pieces: [String]) -> [String]? {
    guard pieces.count > 1, let letter = pieces[0].last, letter.isLatin, case let stem = String(pieces[0].dropLast()),
      NumberedName(stem)?.isPlain == true
    else { return nil }
    let names = pieces.map { $0.count == 1 ? stem + $0 : $0 }
    let letters = names.compactMap(\.last)
    guard names.allSatisfy({ $0.dropLast() == stem }),
      letters.allSatisfy({ $0.isLatin && $0.isUppercase == letter.isUppercase }),
      zip(letters, letters.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return names
  }

  /// `not in schematic`, `Do not place`: several words, most of them without a number or capitals only.
  private static func isPhrase(_ words: ArraySlice<String>) -> Bool {
    guard words.count > 1 else { return false }
    let names = words.count { word in
      word.contains(where: \.isDigit)
        || word.count <= 8 && word == word.uppercased() && word.contains(where: \.isLetter)
        || ReferenceText.joiningWords.contains(word.lowercased())
        || ReferenceText.rangeWords.contains(word.lowercased())
    }
    return names * 2 < words.count || words.allSatisfy { !$0.contains(where: \.isLetter) }
  }
}

/// A name that ends in a number: `R7`, `R07`, `R1_2`, `1R7`.
struct NumberedName {
  var prefix: String
  var number: Int
  /// Digits of a number that starts with zeros; 0 for any other.
  var width: Int

  var text: String { prefix + padded(number) }

  /// Whether it is letters and a number.
  var isPlain: Bool { prefix.allSatisfy { $0.isLetter || $0 == "_" } }

  init?(_ text: String) {
    let digits = String(text.reversed().prefix { $0.isDigit }.reversed())
    prefix = String(text.dropLast(digits.count))
    guard prefix.contains(where: \.isLetter), (1...6).contains(digits.count), let value = Int(digits) else {
      return nil
    }
    number = value
    width = digits.count > 1 && digits.first == "0" ? digits.count : 0
  }

  func padded(_ number: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Ranges of references.
enum ReferenceRange {
  private static let signs = ["...", "..", "->", "–", "~", "…", "-", ":", "至", "到"]

  /// A range within one word; nil where the word is none.
  static func inside(_ word: String) throws(ReferenceList.Failure) -> [String]? {
    if let listed = try bracketed(word) { return listed }
    for sign in signs {
      guard let place = word.firstRange(of: sign) else { continue }
      let (front, back) = (String(word[..<place.lowerBound]), String(word[place.upperBound...]))
      if let letters = lettered(front, back) { return letters }
      guard let first = NumberedName(front) else { continue }
      if let last = NumberedName(back), last.prefix == first.prefix {
        return try spelledOut(front, back, written: word)
      }
      if let number = Int(back), back.allSatisfy(\.isDigit) {
        // `D1-2` counts on where the second number is larger; `J1-1` is a name, and so is `X1:3`.
        if number > first.number {
          if sign == ":" || back.first == "0" && first.width == 0 { throw .badRange(word) }
          return try spelledOut(front, first.prefix + back, written: word)
        }
        if sign != "-", sign != ":" { throw .badRange(word) }
      } else if sign != "-", sign != ":", NumberedName(back) != nil {
        throw .badRange(word)
      }
    }
    return nil
  }

  /// The names from one to another. Throws where they differ in more than their number, or run backwards.
  static func spelledOut(_ front: String, _ back: String, written: String) throws(ReferenceList.Failure) -> [String] {
    if let letters = lettered(front, back) { return letters }
    guard let first = NumberedName(front),
      let last = NumberedName(back.allSatisfy(\.isDigit) ? first.prefix + back : back),
      last.prefix == first.prefix, first.number <= last.number, last.number - first.number < ReferenceList.limit
    else { throw .badRange(written) }
    return (first.number...last.number).map { first.prefix + first.padded($0) }
  }

  /// `R1A-R1D` and `U1A-D`: one name with letters that count up.
  private static func lettered(_ front: String, _ back: String) -> [String]? {
    guard let low = front.last, low.isLatin, low.isUppercase, NumberedName(String(front.dropLast())) != nil,
      let high = back.last, high.isLatin, high.isUppercase, back.count == 1 || back.dropLast() == front.dropLast(),
      let from = low.asciiValue, let to = high.asciiValue, from < to
    else { return nil }
    return (from...to).map { front.dropLast() + String(UnicodeScalar($0)) }
  }

  /// `R[1-4]` and `R[1,3]`.
  private static func bracketed(_ word: String) throws(ReferenceList.Failure) -> [String]? {
    guard word.last == "]", let open = word.firstIndex(of: "["), word[..<open].allSatisfy(\.isLetter),
      open > word.startIndex
    else { return nil }
    let prefix = String(word[..<open])
    let ends = word[word.index(after: open)...].dropLast().split { "-–.~:".contains($0) }.map(String.init)
    guard ends.count <= 2, let first = ends.first, ends.allSatisfy({ $0.allSatisfy(\.isDigit) }) else {
      throw .badRange(word)
    }
    return try spelledOut(prefix + first, prefix + (ends.last ?? first), written: word)
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
