import Testing

@testable import PriceSheets

@Suite struct BreakTextTests {
  private func breaks(_ text: String) -> [[Int64]]? {
    BreakText.read(text)?.breaks.map { [Int64($0.from), $0.price] }
  }

  @Test func bandsBecomeBreaksInMillionths() {
    #expect(breaks("1-49:0.1247;50-149:0.0976;150-:0.06") == [[1, 124_700], [50, 97_600], [150, 60_000]])
    #expect(breaks("1-9:0.12,10-99:0.08,100-:0.05") == [[1, 120_000], [10, 80_000], [100, 50_000]])
    #expect(breaks("5-:3") == [[5, 3_000_000]])
    #expect(breaks("1-9:9.5;10-20:9") == [[1, 9_500_000], [10, 9_000_000]])
  }

  @Test func digitsBeyondTheSixthRoundHalfUp() {
    #expect(breaks("1-:0.0000005") == [[1, 1]])
    #expect(breaks("1-:0.00000149") == [[1, 1]])
    #expect(breaks("1-:68.9074") == [[1, 68_907_400]])
  }

  @Test func neighboursOfOnePriceBecomeOneBreak() throws {
    let reading = try #require(BreakText.read("1-9:9.5;10-29:8.3;30-99:8.3;100-:8.3"))
    #expect(reading.breaks == [ListedBreak(from: 1, price: 9_500_000), ListedBreak(from: 10, price: 8_300_000)])
    #expect(reading.hasRepeatedPrice && !reading.hasRisingPrice)
  }

  @Test func aPriceThatRisesIsTakenAsTheDearerOneFromBelow() throws {
    let reading = try #require(BreakText.read("1-9:0.4748;10-99:0.4474;100-499:0.4506;500-:0.44"))
    #expect(
      reading.breaks == [
        ListedBreak(from: 1, price: 474_800), ListedBreak(from: 10, price: 450_600),
        ListedBreak(from: 500, price: 440_000),
      ])
    #expect(reading.hasRisingPrice)
  }

  @Test(arguments: [
    "", "x", "1-9", "1-9:", "1-9:0", "1-9:-1", "0-9:1", "9-1:1", "1-9:1;11-:1", "1-9:1;5-:1", "1-:1;2-:1", "1-9:1 ",
    "1-9:1.2.3", "99999999999999999999-:1", "1-:99999999999999999",
  ])
  func otherTextIsNoBreaks(text: String) {
    #expect(BreakText.read(text) == nil)
  }
}
