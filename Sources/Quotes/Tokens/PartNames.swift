/// Finds the parts that were asked for in an answer, by their numbers whole or shortened, and by value and package.
struct PartNames: Sendable {
  struct Found: Sendable, Hashable {
    /// Places among the asked lines.
    var lines: [Int]
    var end: Int
    /// Whether the whole number stands there.
    var isWhole: Bool
    /// Whether value and package stand there, and no number.
    var isDescribed = false
  }

  private struct Name: Sendable {
    /// Capital letters and figures, and where separators stand between them.
    var letters: [Character]
    var runs: [String]
  }

  let context: QuoteContext
  private let names: [Name]
  private let values: [PassiveValue?]

  init(_ context: QuoteContext) {
    self.context = context
    names = context.lines.map { line in
      Name(letters: PartNames.letters(line.mpn), runs: PartNames.figureRuns(line.mpn))
    }
    values = context.lines.map { PassiveValue.first(in: $0.value) }
  }

  /// The lines that the words at `place` name; nil where they name none.
  func asked(in text: [Character], at place: Int) -> Found? {
    guard text[place].isNumberPart else { return nil }
    guard var found = whole(text, place) ?? described(text, place) ?? short(text, place) else { return nil }
    // Lines of one number are one part; of alternatives that a value describes, the first stands for all.
    guard let first = found.lines.first, found.isWhole else { return found }
    let (mpn, group) = (context.lines[first].mpn, context.lines[first].group)
    let isOneNeed = found.isDescribed && group != nil && found.lines.allSatisfy { context.lines[$0].group == group }
    if isOneNeed || found.lines.allSatisfy({ context.lines[$0].mpn == mpn }) { found.lines = [first] }
    return found
  }

  // MARK: Whole numbers

  /// Endings that say how a part is packed, not which it is.
  private static let packings = ["TR", "T", "R", "REEL", "TAPE", "CT", "T1", "PBF", "TRPBF", "RL", "RL7"]

  /// The longest number that stands whole at the place, blanks and dashes aside.
  private func whole(_ text: [Character], _ place: Int) -> Found? {
    var best: Found?
    for (line, name) in names.enumerated() where name.letters.count >= 3 {
      guard var end = PartNames.end(of: name.letters, in: text, from: place) else { continue }
      if let tail = PartNames.tail(text, end), !Packages.isPackage(tail.letters) || text[end] != "/" {
        // A packing behind it belongs to the number; another ending makes another part.
        let packing = tail.letters.uppercased()
        let isVolts = packing == "V" && context.lines[line].mpn.contains(".")
        guard packing == "TR" || isVolts || !text[end].isNumberPart && PartNames.packings.contains(packing) else {
          continue
        }
        end = tail.end
      }
      if end > best?.end ?? 0 {
        best = Found(lines: [line], end: end, isWhole: true)
      } else if end == best?.end {
        best?.lines.append(line)
      }
    }
    return best
  }

  /// Where the letters end that stand from `place` on, one blank, dash or slash between them allowed; nil where others do.
  private static func end(of letters: [Character], in text: [Character], from place: Int) -> Int? {
    var (index, end) = (place, place)
    var matched = 0
    while matched < letters.count {
      guard index < text.count else { return nil }
      let character = text[index]
      if Character(character.uppercased()) == letters[matched] {
        // A figure that a blank cuts off may be a price: it counts only where all that follows belongs to the number.
        matched += 1
        index += 1
        end = index
      } else if matched > 0, "-_/. ".contains(character), index == end {
        index += 1
      } else {
        return nil
      }
    }
    return end
  }

  /// What is glued to a number's end: letters and figures, or those behind a dash; nil where it ends there.
  private static func tail(_ text: [Character], _ end: Int) -> (letters: String, end: Int)? {
    guard end < text.count else { return nil }
    var start = end
    if "-/#".contains(text[end]), end + 1 < text.count, text[end + 1].isNumberPart {
      // `TP4056-0.35` and `TP4056/0.35` have a price behind the dash.
      if isDecimal(text, end + 1) { return nil }
      start = end + 1
    } else if !text[end].isNumberPart {
      return nil
    }
    if text[end] == "x" || text[end] == "X", end + 1 < text.count, text[end + 1].isFigure { return nil }
    var stop = start
    while stop < text.count,
      text[stop].isNumberPart || text[stop] == "-" && stop + 1 < text.count && text[stop + 1].isNumberPart
    {
      stop += 1
    }
    let tail = String(text[start..<stop])
    // `TP4056/2k` and `TP4056/500` are counts behind a slash.
    if text[end] == "/", tail.first?.isFigure ?? false,
      tail.dropFirst().allSatisfy({ $0.isFigure || "kKwW".contains($0) })
    {
      return nil
    }
    return (tail, stop)
  }

  private static func isDecimal(_ text: [Character], _ place: Int) -> Bool {
    var index = place
    while index < text.count, text[index].isFigure { index += 1 }
    guard index > place, index + 1 < text.count, text[index] == ".", text[index + 1].isFigure else { return false }
    index += 1
    while index < text.count, text[index].isFigure { index += 1 }
    return index == text.count || !text[index].isRoman
  }

  // MARK: Shortened numbers

  /// A number that an asked one begins with, or whose figures are all of its figures.
  private func short(_ text: [Character], _ place: Int) -> Found? {
    var end = place
    while end < text.count, text[end].isNumberPart || isJoint(text, end) { end += 1 }
    let run = String(text[place..<end])
    let letters = PartNames.letters(run)
    if letters.contains(where: \.isFigure), letters.contains(where: \.isRoman), letters.count >= 5 {
      let lines = names.indices.filter { names[$0].letters.starts(with: letters) }
      if !lines.isEmpty { return Found(lines: lines, end: end, isWhole: false) }
      // LM2596-5.0 for LM2596S-5.0: the same beginning and the same ending.
      let near = names.indices.filter { PartNames.isNear(letters, names[$0].letters) }
      if !near.isEmpty { return Found(lines: near + near, end: end, isWhole: false) }
      return nil
    }
    guard letters.count >= 4, letters.count <= 6, letters.allSatisfy(\.isFigure), !run.contains("."),
      !PassiveWords.packages.contains(run),
      isAtClauseStart(text, place), end >= text.count || !PartNames.isUnit(text[end])
    else { return nil }
    let lines = names.indices.filter { names[$0].runs.first == String(letters) }
    return lines.isEmpty ? nil : Found(lines: lines, end: end, isWhole: false)
  }

  private static func isUnit(_ character: Character) -> Bool { "kKwW千万百个只片颗+年pP元块.天:".contains(character) }

  private func isJoint(_ text: [Character], _ place: Int) -> Bool {
    guard "-_.".contains(text[place]), place + 1 < text.count, text[place + 1].isNumberPart else { return false }
    return !PartNames.isDecimal(text, place + 1)
      || text[place] == "-" && !(place + 2 < text.count && text[place + 1] == "0")
  }

  private func isAtClauseStart(_ text: [Character], _ place: Int) -> Bool {
    var index = place - 1
    while index >= 0, text[index].isGap { index -= 1 }
    return index < 0 || "\n，,;；。、:[]".contains(text[index])
  }

  /// Whether two numbers differ by one letter that one of them has and the other lacks.
  private static func isNear(_ left: [Character], _ right: [Character]) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard long.count - short.count == 1, short.count >= 6 else { return false }
    var skipped = false
    var index = 0
    for character in long {
      if index < short.count, character == short[index] {
        index += 1
      } else if skipped || !character.isRoman {
        return false
      } else {
        skipped = true
      }
    }
    return true
  }

  // MARK: Values

  /// A passive part by value and package in any order: `100nF 50V 0603`, `0402 10K 1%`.
  private func described(_ text: [Character], _ place: Int) -> Found? {
    guard let words = PassiveWords(text, from: place), let value = words.value else { return nil }
    let lines = values.indices.filter { index in
      guard let asked = values[index], asked.isSame(as: value) else { return false }
      let package = context.lines[index].package.uppercased()
      return words.package.isEmpty || package.isEmpty || package.contains(words.package)
    }
    if lines.isEmpty { return nil }
    return Found(lines: lines, end: words.end, isWhole: !words.package.isEmpty, isDescribed: true)
  }

  // MARK: Letters

  /// Letters and figures of a number, capital.
  static func letters(_ text: some StringProtocol) -> [Character] {
    text.uppercased().filter(\.isNumberPart)
  }

  /// Runs of four figures and more.
  private static func figureRuns(_ text: String) -> [String] {
    text.split { !$0.isFigure }.map(String.init).filter { $0.count >= 4 }
  }
}
