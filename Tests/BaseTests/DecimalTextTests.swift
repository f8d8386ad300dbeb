import Base
import Testing

@Suite struct DecimalTextTests {
  @Test(
    arguments: [
      ("12", 12_000), ("12.35", 12_350), ("0.001", 1), ("9223372036854775.807", Int64.max),
      ("9223372036854775.808", nil), ("1.", nil), (".5", nil), ("", nil), ("+1", nil), ("-1", nil), ("1e3", nil),
      ("1.2.3", nil),
    ] as [(String, Int64?)])
  func bothReadersAgreeOnPlainNumbers(text: String, value: Int64?) {
    #expect(DecimalText.plain(text[...], digits: 3) == value)
    #expect(DecimalText.scaled(text, digits: 3) == value)
  }

  @Test func theyDifferInCommasAndInZerosBeyondTheScale() {
    #expect(DecimalText.scaled("1,234.5", digits: 3) == 1_234_500)
    #expect(DecimalText.plain("1,234.5", digits: 3) == nil)
    #expect(DecimalText.scaled("12,34", digits: 3) == nil)
    #expect(DecimalText.plain("1.5000", digits: 3) == 1_500)
    #expect(DecimalText.plain("1.5001", digits: 3) == nil)
    #expect(DecimalText.scaled("1.5000", digits: 3) == nil)
  }

  @Test func whatIsWrittenReadsBack() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<2_000 {
      let value = Int64(truncatingIfNeeded: random.next() >> UInt64(1 + random.below(62)))
      let text = DecimalText.text(value, digits: 6, least: 2)
      #expect(DecimalText.plain(text[...], digits: 6) == value, "\(text)")
    }
    #expect(DecimalText.text(-50_000, digits: 6, least: 2) == "-0.05")
    #expect(DecimalText.text(.min, digits: 6, least: 2) == "-9223372036854.775808")
  }
}
