/// Plain decimal numbers to and from integers of a fixed scale.
enum DecimalText {
  /// Reads `12`, `12.35`, `1,234.5` as an integer of `10^-digits`; nil for signs, exponents, more digits than the scale
  /// keeps, misplaced thousands commas and overflow.
  static func scaled(_ text: some StringProtocol, digits: Int) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let plain = withoutCommas(whole), !plain.isEmpty else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= digits else { return nil }
    var value: Int64 = 0
    let padding = String(repeating: "0", count: digits - fraction.utf8.count)
    for byte in (plain + fraction + padding).utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, carry) = shifted.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !overflow, !carry else { return nil }
      value = next
    }
    return value
  }

  /// At least `least` and at most `digits` digits behind the point, without loss.
  static func text(_ value: Int64, digits: Int, least: Int) -> String {
    var figures = String(value.magnitude)
    figures = String(repeating: "0", count: max(0, digits + 1 - figures.count)) + figures
    let whole = figures.dropLast(digits)
    var fraction = figures.suffix(digits)
    while fraction.count > least, fraction.last == "0" { fraction.removeLast() }
    return "\(value < 0 ? "-" : "")\(whole)\(fraction.isEmpty ? "" : ".")\(fraction)"
  }

  private static func withoutCommas(_ text: some StringProtocol) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return String(text) }
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return groups.joined()
  }
}
