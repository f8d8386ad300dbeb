internal import Base
internal import Market

extension Amount: TextCodable {
  package static var textForm: String { "an amount in yuan such as `12.35`" }
}

extension Amount: LosslessStringConvertible {
  /// Reads a plain decimal number with at most six digits behind the point.
  package init?(_ description: String) {
    var digits = Substring(description)
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    let fraction = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
    guard (fraction?.utf8.count ?? 0) <= 6, let value = DecimalText.plain(digits, digits: 6) else { return nil }
    guard Money(microYuan: value) <= Limits.dayTotal.upperBound else { return nil }
    self.init(Money(microYuan: isNegative ? -value : value))
  }

  /// Two digits behind the point, more (up to six) only where the amount has them.
  package var description: String { money.decimal }
}
