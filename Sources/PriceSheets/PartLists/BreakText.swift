/// Price breaks as lists write them: `1-49:0.1247;50-149:0.0976;150-:0.06`, both ends of a band included, `,` or `;`
/// between bands.
package enum BreakText {
  package struct Reading: Sendable, Hashable {
    package var breaks: [ListedBreak]
    package var hasRepeatedPrice = false
    package var hasRisingPrice = false
  }

  /// Nil for text of another form, for bands out of order, gaps between bands, and prices that are not positive.
  package static func read(_ text: String) -> Reading? { bands(text).map(normalized) }

  /// The bands as they stand; nil as `read` gives it.
  static func bands(_ text: String) -> [ListedBreak]? {
    var breaks: [ListedBreak] = []
    var expectedFrom: Int?
    var text = text
    let isWhole = text.withUTF8 { bytes -> Bool in
      var index = 0
      func number() -> Int? {
        var value = 0
        let start = index
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
          guard index - start < 15 else { return nil }
          value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
          index += 1
        }
        return index > start ? value : nil
      }
      func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
      }
      while index < bytes.count {
        guard let from = number(), from > 0, expectedFrom.map({ $0 == from }) ?? true, take("-") else { return false }
        let to = number()
        if let to, to < from { return false }
        guard take(":"), let price = BreakText.price(bytes, &index), price > 0 else { return false }
        breaks.append(ListedBreak(from: from, price: price))
        if index == bytes.count { return true }
        guard let to, take(";") || take(",") else { return false }
        expectedFrom = to + 1
      }
      return !breaks.isEmpty
    }
    return isWhole ? breaks : nil
  }

  /// Breaks with falling prices, and what had to be done for that. See `ListedRow.Oddity`.
  package static func normalized(_ written: [ListedBreak]) -> Reading {
    var reading = Reading(breaks: [])
    reading.hasRepeatedPrice = zip(written, written.dropFirst()).contains { $0.price == $1.price }
    var dearest: Int64 = 0
    var falling: [ListedBreak] = []
    for entry in written.reversed() {
      if entry.price < dearest { reading.hasRisingPrice = true }
      dearest = max(dearest, entry.price)
      falling.append(ListedBreak(from: entry.from, price: dearest))
    }
    for entry in falling.reversed() where reading.breaks.last?.price != entry.price { reading.breaks.append(entry) }
    return reading
  }

  /// A plain decimal number that fills the text, in millionths; nil for anything else.
  static func price(_ text: some StringProtocol) -> Int64? {
    var text = String(text)
    return text.withUTF8 { bytes in
      var index = 0
      guard let price = price(bytes, &index), index == bytes.count else { return nil }
      return price
    }
  }

  /// A plain decimal number in millionths; digits beyond the sixth decimal round half up, for lists give prices of
  /// resistors to a ten-millionth.
  private static func price(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int64? {
    var value: Int64 = 0
    var decimals = -1
    var digits = 0
    var roundsUp = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits += 1
        if decimals < 6 {
          guard value < 900_000_000_000 else { return nil }
          value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        } else if decimals == 6 {
          roundsUp = byte >= UInt8(ascii: "5")
        }
        if decimals >= 0 { decimals += 1 }
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    for _ in 0..<(6 - min(6, max(0, decimals))) {
      guard value < 900_000_000_000_000_000 else { return nil }
      value *= 10
    }
    return roundsUp ? value + 1 : value
  }
}
