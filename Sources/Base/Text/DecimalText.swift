/// Plain decimal numbers to and from integers of a fixed scale.
package enum DecimalText {
  /// Reads `12`, `12.35` as an integer of `10^-digits`; nil for other text, for digits other than zero beyond the scale, and
  /// beyond 64 bits.
  package static func plain(_ text: Substring, digits: Int) -> Int64? {
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

  /// Reads `12`, `12.35`, `1,234.5` as an integer of `10^-digits`; nil for signs, exponents, more digits than the scale
  /// keeps, misplaced thousands commas and overflow.
  package static func scaled(_ text: some StringProtocol, digits: Int) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ withoutCommas($0) }) else { return nil }
    guard parts.count == 2 else { return plain(Substring(whole), digits: digits) }
    guard parts[1].utf8.count <= digits else { return nil }
    return plain("\(whole).\(parts[1])", digits: digits)
  }

  /// Whether the text has the form of a number without a sign, whatever its size.
  package static func isNumber(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
  }

  /// At least `least` and at most `digits` digits behind the point, without loss.
  package static func text(_ value: Int64, digits: Int, least: Int) -> String {
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

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
