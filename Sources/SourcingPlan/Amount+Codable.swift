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
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.allSatisfy(\.isASCIIDigit), let yuan = Int64(whole) else {
      return nil
    }
    var micro: Int64 = 0
    if parts.count == 2 {
      let fraction = parts[1]
      guard (1...6).contains(fraction.count), fraction.allSatisfy(\.isASCIIDigit),
        let value = Int64(fraction + String(repeating: "0", count: 6 - fraction.count))
      else { return nil }
      micro = value
    }
    let (scaled, overflow) = yuan.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow, scaled <= Int64.max - micro else { return nil }
    self.init(Money(microYuan: isNegative ? -(scaled + micro) : scaled + micro))
  }

  /// Two digits behind the point, more (up to six) only where the amount has them.
  package var description: String {
    let magnitude = money.microYuan.magnitude
    var fraction = String(magnitude % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.count > 2, fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(money.microYuan < 0 ? "-" : "")\(magnitude / 1_000_000).\(fraction)"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
