extension Lexer {
  /// A day or a time of day, which is neither price nor quantity: `2026-11-27`, `11月27日`, `27号`, `10:23` at the beginning.
  mutating func takeDay() -> Bool {
    guard text[place].isFigure, startsWord, character(place - 1) != "." else { return false }
    let first = figures(from: place)
    if first.count == 4, let mark = character(first.upperBound), "-/.年".contains(mark) {
      let month = figures(from: first.upperBound + 1)
      guard (1...2).contains(month.count), let second = character(month.upperBound), "-/.月".contains(second) else {
        return false
      }
      let day = figures(from: month.upperBound + 1)
      guard (1...2).contains(day.count), (1...12).contains(value(month)), (1...31).contains(value(day)) else {
        return false
      }
      let end = day.upperBound
      add(.silent, to: character(end) == "日" || character(end) == "号" ? end + 1 : end)
      return true
    }
    if (1...2).contains(first.count), character(first.upperBound) == "月", (1...12).contains(value(first)) {
      let day = figures(from: first.upperBound + 1)
      if (1...2).contains(day.count) {
        let end = day.upperBound
        add(.silent, to: character(end) == "日" || character(end) == "号" ? end + 1 : end)
        return true
      }
    }
    if (1...2).contains(first.count), character(first.upperBound) == "号", (1...31).contains(value(first)) {
      add(.silent, to: first.upperBound + 1)
      return true
    }
    return takeTime(first)
  }

  /// Only at the beginning of a line, or behind 上午 and the like: elsewhere `10:16` may be a break and its price.
  private mutating func takeTime(_ hours: Range<Int>) -> Bool {
    guard (1...2).contains(hours.count), character(hours.upperBound) == ":", value(hours) < 24 else { return false }
    let minutes = figures(from: hours.upperBound + 1)
    guard minutes.count == 2, value(minutes) < 60 else { return false }
    let isFirst =
      tokens.isEmpty || tokens.last?.kind == .word(.today) || tokens.last?.kind == .silent && tokens.count < 3
    let isDeadline =
      character(minutes.upperBound) == "前" || matches("之前", at: minutes.upperBound)
      || matches("截", at: minutes.upperBound)
    guard isFirst || isDeadline, character(minutes.upperBound) != "." else { return false }
    var end = minutes.upperBound
    let seconds = character(end) == ":" ? figures(from: end + 1) : end..<end
    if seconds.count == 2 { end = seconds.upperBound }
    add(.silent, to: end)
    return true
  }

  /// A telephone number, or the number behind 电话, QQ and the like.
  mutating func takeContact() -> Bool {
    guard text[place].isFigure, startsWord else { return false }
    let first = figures(from: place)
    let isBehindWord = tokens.last?.kind == .word(.contact)
    if isBehindWord, first.count >= 5 {
      add(.silent, to: first.upperBound)
      return true
    }
    if first.count == 11, text[place] == "1", let second = character(place + 1), "3456789".contains(second) {
      add(.silent, to: first.upperBound)
      return true
    }
    if (3...4).contains(first.count), text[place] == "0", character(first.upperBound) == "-" {
      let rest = figures(from: first.upperBound + 1)
      if (7...8).contains(rest.count) {
        add(.silent, to: rest.upperBound)
        return true
      }
    }
    return false
  }

  /// The figures from a place on.
  func figures(from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, text[end].isFigure { end += 1 }
    return start..<end
  }

  func value(_ range: Range<Int>) -> Int { Int(String(text[range])) ?? Int.max }
}
