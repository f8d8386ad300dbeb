internal import Base

/// Splits the folded words of an answer into tokens, from left to right, with the parts that were asked for at hand.
///
/// Parts come first, so that no figure of a number is taken for an amount; then dates and telephone numbers, numbers with what stands
/// around them, words, and marks. O(characters · (asked lines + words of a letter)).
struct Lexer {
  let plain: PlainText
  let parts: PartNames
  var tokens: [Token] = []
  var place = 0

  var text: [Character] { plain.characters }

  /// All tokens of a text.
  static func tokens(of text: PlainText, parts: PartNames) -> [Token] {
    var lexer = Lexer(plain: text, parts: parts)
    lexer.run()
    return lexer.tokens
  }

  private init(plain: PlainText, parts: PartNames) {
    self.plain = plain
    self.parts = parts
  }

  private mutating func run() {
    while place < text.count {
      let start = place
      if !step() { add(.other, to: place + 1) }
      precondition(place > start, "the lexer stands at \(start)")
    }
  }

  /// Takes the next token; false where nothing is understood.
  private mutating func step() -> Bool {
    let character = text[place]
    if character.isGap || character == "\"" || character == "'" || character == "#" {
      place += 1
      return true
    }
    if takeDay() { return true }
    if startsWord, takePart() { return true }
    if takeContact() { return true }
    if character.isFigure || character == "." && isFigure(place + 1) && !isFigure(place - 1) { return takeNumber() }
    if takePer() || takeChineseNumber() { return true }
    if character.isRoman { return takeRoman() }
    if let (word, end) = TradeWords.word(in: text, at: place) {
      if case .currency(let currency) = word, takePrice(in: currency, from: end) { return true }
      add(.word(word), to: end)
      return true
    }
    return takeMark(character)
  }

  // MARK: Places

  func isFigure(_ place: Int) -> Bool { text.indices.contains(place) && text[place].isFigure }

  func character(_ place: Int) -> Character? { text.indices.contains(place) ? text[place] : nil }

  /// Whether no letter or figure stands before the place.
  var startsWord: Bool { !(character(place - 1)?.isNumberPart ?? false) }

  /// The first place from `place` on that is no blank within the line.
  func afterGaps(_ place: Int) -> Int {
    var place = place
    while place < text.count, text[place].isGap { place += 1 }
    return place
  }

  func matches(_ word: String, at place: Int) -> Bool {
    var place = place
    for character in word {
      guard place < text.count, text[place] == character || Character(text[place].lowercased()) == character else {
        return false
      }
      place += 1
    }
    return true
  }

  mutating func add(_ kind: Token.Kind, to end: Int) {
    tokens.append(Token(kind: kind, range: place..<end))
    place = end
  }

  // MARK: Parts

  private mutating func takePart() -> Bool {
    guard let found = parts.asked(in: text, at: place) else { return false }
    switch found.lines.count {
    case 0: return false
    case 1:
      add(
        .part(name: plain.said(place..<found.end), line: found.lines[0], isWhole: found.isWhole), to: found.end)
    default: add(.parts(name: plain.said(place..<found.end), lines: found.lines), to: found.end)
    }
    return true
  }

  // MARK: Marks

  private mutating func takeMark(_ character: Character) -> Bool {
    switch character {
    case "\n", ";", "，", ",", "。", "!", "|": add(.stop, to: place + 1)
    case ".":
      let next = self.character(place + 1)
      add(next == nil || next?.isGap == true || next == "\n" ? .stop : .silent, to: place + 1)
    case "/":
      if let end = packEnd(afterSlashAt: place) { add(.packs(1), to: end) } else { add(.join, to: place + 1) }
    case "、", "&", "和", "跟", "与", "及": add(.join, to: place + 1)
    case "*", "=", "+": add(.sign(character), to: place + 1)
    case ":", "(", ")", "[", "]", "【", "】", "{", "}", "<", "《", "》", "-", "_", "…", "^", "~", "·":
      add(.silent, to: place + 1)
    default:
      // Pictures of faces and hands say nothing.
      guard !character.isNumberPart, !character.isHan else { return false }
      add(.silent, to: place + 1)
    }
    return true
  }
}
