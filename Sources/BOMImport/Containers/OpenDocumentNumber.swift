/// A number of an `.ods` cell: what is stored, held against what the file says its cell shows.
///
/// The shown text is in the writer's language (`3,3k`), so the stored number tells which of its signs is the decimal point.
enum OpenDocumentNumber {
  /// The text to read: the shown one with the point and the digits of the stored number. `isRounded` where the cell shows fewer
  /// digits than it stores, or another number.
  static func shown(_ number: DecimalNumber, as text: String) -> NumberFormat.Shown {
    let characters = Array(text)
    guard let run = numberRun(characters) else {
      // A word in place of the number, as `"DNP"` for zero.
      return NumberFormat.Shown(text: text)
    }
    let (front, back) = (String(characters[..<run.lowerBound]), String(characters[run.upperBound...]))
    let written = String(characters[run])
    let isNegative = number.isNegative && !front.contains("-") && !front.contains("(")
    func rebuilt(_ middle: String) -> String { front + (isNegative ? "-" : "") + middle + back }
    let powers = text.contains("%") ? [2] : [0, -3, -6, 3]
    if written.contains(where: { "eE/".contains($0) }) || back.contains("/") {
      return NumberFormat.Shown(text: around(number, characters, run))
    }
    // Thousands are left out (`4.7k` of 4700) only where the number itself does not fit.
    for power in powers {
      let exact = number.magnitude.scaled(byPowerOfTen: power)
      for reading in readings(of: written) where DecimalNumber(reading) == exact {
        return NumberFormat.Shown(text: rebuilt(reading))
      }
    }
    for power in powers {
      let exact = number.magnitude.scaled(byPowerOfTen: power)
      for reading in readings(of: written) {
        let places = reading.split(separator: ".").dropFirst().first?.count ?? 0
        let rounded = exact.rounded(decimals: places)
        if rounded == DecimalNumber(reading) {
          // A share shown as nought is the stored one.
          return NumberFormat.Shown(text: rebuilt(exact.plain), isRounded: !(rounded.isZero && power == 2))
        }
      }
    }
    // `4k7` of 47: the digits are all there, with a letter between them.
    let isWhole = DecimalNumber(String(characters.filter(\.isDigit))) == number.magnitude
    return NumberFormat.Shown(text: text, isRounded: !isWhole)
  }

  /// The one run of digits and their signs; nil where there is none. `4k7` has two: then it is from the first to the last.
  private static func numberRun(_ text: [Character]) -> Range<Int>? {
    guard let first = text.firstIndex(where: \.isDigit) else { return nil }
    var end = first
    while end < text.count, text[end].isDigit || isSign(text, end) { end += 1 }
    return first..<end
  }

  /// Whether a sign stands between two digits, or the exponent of a number.
  private static func isSign(_ text: [Character], _ index: Int) -> Bool {
    guard index > 0, index + 1 < text.count else { return false }
    switch text[index] {
    case ".", ",", "'", "’", " ", "\u{A0}", "\u{202F}", "/":
      return text[index - 1].isDigit && text[index + 1].isDigit
    case "E", "e": return text[index - 1].isDigit && (text[index + 1].isDigit || "+-".contains(text[index + 1]))
    case "+", "-": return "eE".contains(text[index - 1]) && text[index + 1].isDigit
    default: return false
    }
  }

  /// What the digits may mean: with the point for decimals, with the comma, without either.
  private static func readings(of text: String) -> [String] {
    let marks = Set(text.filter { !$0.isDigit })
    var readings: [String] = [text.filter(\.isDigit)]
    for mark in marks where text.count(where: { $0 == mark }) == 1 && (mark == "." || mark == ",") {
      readings.append(String(text.filter { $0.isDigit || $0 == mark }.map { $0 == mark ? "." : $0 }))
    }
    return readings
  }

  /// The plain number in place of one in scientific notation or of a fraction.
  private static func around(_ number: DecimalNumber, _ text: [Character], _ run: Range<Int>) -> String {
    var end = run.upperBound
    while end < text.count, text[end].isDigit || "/ ".contains(text[end]) { end += 1 }
    return (String(text[..<run.lowerBound]) + number.plain + String(text[end...])).trimmedBlanks
  }
}
