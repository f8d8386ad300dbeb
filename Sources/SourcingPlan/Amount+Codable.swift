internal import Base
internal import Market

extension Amount: Codable {
  /// Throws `DecodingError` when the text is not a plain decimal number with at most six digits behind the point.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let amount = Amount(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "`\(text)` is not an amount in yuan such as `12.35`")
    }
    self = amount
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Amount: LosslessStringConvertible {
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
