/// Numbers in Chinese characters: `三`, `两千`, `一万五`, `十五`.
enum ChineseNumber {
  /// The number that starts at `place`, and its end; nil where none does. Below 10⁹.
  static func read(_ text: [Character], at place: Int) -> (value: Int, end: Int)? {
    var (total, section, digit) = (0, 0, 0)
    var end = place
    var lastUnit = 1
    var hasDigit = false
    while end < text.count, end - place < 12 {
      let character = text[end]
      if let value = digits[character] {
        if hasDigit { break }
        digit = value
        hasDigit = true
      } else if let unit = units[character] {
        if unit == 10_000 {
          total = (total + section + digit) * unit
          if total == 0 { return nil }
          section = 0
        } else {
          section += (hasDigit ? digit : unit == 10 ? 1 : 0) * unit
          if section == 0 { return nil }
        }
        lastUnit = unit
        (digit, hasDigit) = (0, false)
      } else if character == "零" || character == "〇", end > place {
        lastUnit = 10
      } else {
        break
      }
      end += 1
    }
    guard end > place else { return nil }
    // 一万五 is 15,000, 两千五 is 2,500.
    let rest = hasDigit && lastUnit > 10 ? digit * lastUnit / 10 : digit
    let value = total + section + rest
    return value > 0 && value < 1_000_000_000 ? (value, end) : nil
  }

  /// One digit; 两 and 俩 are two.
  static func digit(_ character: Character) -> Int? { digits[character] }

  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1_000, "万": 10_000]
}
