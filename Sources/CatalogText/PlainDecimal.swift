/// Decimal numbers as tables have them: digits, a point, digits.
enum PlainDecimal {
  /// The number times ten to the power of `digits`; nil for other text, for more decimals than `digits`, and beyond 64
  /// bits.
  static func scaled(_ text: Substring, digits: Int) -> Int64? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = halves.first, !whole.isEmpty, whole.utf8.allSatisfy(isDigit), var value = Int64(whole) else {
      return nil
    }
    let fraction = halves.count == 2 ? Array(halves[1].utf8) : []
    if halves.count == 2, fraction.isEmpty { return nil }
    guard fraction.allSatisfy(isDigit), fraction.dropFirst(digits).allSatisfy({ $0 == UInt8(ascii: "0") }) else {
      return nil
    }
    for place in 0..<digits {
      let digit = place < fraction.count ? Int64(fraction[place] - UInt8(ascii: "0")) : 0
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
