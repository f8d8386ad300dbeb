/// A decimal number as written, exact: `mantissa × 10^exponent`.
package struct DecimalNumber: Sendable, Hashable {
  package var mantissa: Int128
  package var exponent: Int

  package init(mantissa: Int128, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Digits that are kept; more are an overflow.
  static let digitLimit = 24

  /// The value in units of `10^scale`, times `factor`: `4.7` with scale −6 is 4,700,000.
  ///
  /// Throws `.tooFine` when the value falls between two units, `.outOfRange` when it does not fit 64 bits.
  package func scaled(to scale: Int, factor: Int128 = 1) throws(QuantityError) -> Int64 {
    var (value, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    if overflow { throw .outOfRange }
    var power = exponent - scale
    while power > 0, value != 0 {
      (value, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { throw .outOfRange }
      power -= 1
    }
    while power < 0, value != 0 {
      if value % 10 != 0 { throw .tooFine }
      value /= 10
      power += 1
    }
    guard let result = Int64(exactly: value) else { throw .outOfRange }
    return result
  }
}

extension DecimalNumber {
  /// Reads a number: a sign, digits, a decimal point or comma, separators of thousands, an exponent.
  ///
  /// A comma is a separator of thousands when every group behind one has three digits and the first group is 1 to 3
  /// digits that do not start with zero (`4,700` is 4,700; `0,100` and `4,7` are fractions). Full-width forms count as
  /// their ASCII ones. Throws `.notANumber`, `.outOfRange`.
  package init(parsing text: String) throws(QuantityError) {
    let plain = NumberText.normalized(text)
    var scanner = NumberScanner(plain)
    guard let number = try scanner.number(), scanner.isAtEnd else { throw .notANumber(text) }
    self = number
  }
}
