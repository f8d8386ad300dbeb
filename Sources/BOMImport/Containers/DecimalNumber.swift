internal import Foundation

/// A decimal number with the digits that a spreadsheet program shows of the binary number it stores: at most 15, as
/// Excel and LibreOffice do. `5.3400000000000003E-2` is 0.0534.
struct DecimalNumber: Sendable, Hashable {
  var isNegative: Bool
  /// Digits 0 to 9, without zeros at either end; empty for zero.
  private(set) var digits: [UInt8]
  /// The power of ten of the last digit.
  private(set) var exponent: Int

  /// More than any number of a workbook has; a larger exponent is damage.
  private static let exponentLimit = 400

  /// Reads a stored number; nil where the text is none.
  init?(_ text: String) {
    guard let number = Double(text), number.isFinite else { return nil }
    self.init(number)
  }

  /// A finite number, rounded to 15 significant digits.
  init(_ number: Double) {
    let text = String(format: "%.14e", number.magnitude)
    let pieces = text.split(separator: "e")
    let mantissa = pieces[0].utf8.filter { $0 != 0x2E }.map { $0 - 0x30 }
    self.init(
      isNegative: number < 0, digits: mantissa, exponent: (pieces.count > 1 ? Int(pieces[1]) ?? 0 : 0) - 14)
  }

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    var digits = digits
    var exponent = exponent
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    self.digits = Array(digits.drop { $0 == 0 })
    self.exponent = self.digits.isEmpty ? 0 : exponent
    self.isNegative = isNegative && !self.digits.isEmpty
  }

  var isZero: Bool { digits.isEmpty }

  /// Digits behind the point that the number needs.
  var decimals: Int { max(0, -exponent) }

  /// The number without its sign.
  var magnitude: DecimalNumber {
    var copy = self
    copy.isNegative = false
    return copy
  }

  /// The number times a power of ten, exactly.
  func scaled(byPowerOfTen power: Int) -> DecimalNumber {
    DecimalNumber(isNegative: isNegative, digits: digits, exponent: exponent + power)
  }

  /// Rounded half away from zero, as spreadsheet programs show numbers.
  func rounded(decimals places: Int) -> DecimalNumber {
    let surplus = -exponent - places
    if surplus <= 0 { return self }
    if surplus > digits.count { return DecimalNumber(isNegative: false, digits: [], exponent: 0) }
    var kept = Array(digits.dropLast(surplus))
    if digits[digits.count - surplus] >= 5 {
      var place = kept.count - 1
      while place >= 0, kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
    }
    return DecimalNumber(isNegative: isNegative, digits: kept, exponent: exponent + surplus)
  }

  /// The digits before the point without leading zeros, and those behind it; the integer part is empty below 1.
  var parts: (integer: String, fraction: String) {
    let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    if exponent >= 0 {
      return (digits.isEmpty ? "" : text + String(repeating: "0", count: min(exponent, Self.exponentLimit)), "")
    }
    let point = digits.count + exponent
    if point <= 0 { return ("", String(repeating: "0", count: min(-point, Self.exponentLimit)) + text) }
    return (String(text.prefix(point)), String(text.dropFirst(point)))
  }

  /// Without an exponent, grouping or needless zeros: `0.0534`, `-12`.
  var plain: String {
    let (integer, fraction) = parts
    return (isNegative ? "-" : "") + (integer.isEmpty ? "0" : integer) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The nearest binary number.
  var double: Double { Double("\(isNegative ? "-" : "")\(digits.map(String.init).joined())e\(exponent)") ?? 0 }
}
