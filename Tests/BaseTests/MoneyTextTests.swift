import Base
import Testing

@Suite("Money as text")
struct MoneyTextTests {
  @Test(
    "amounts are read as people write them",
    arguments: [
      ("12.35 CNY", 12_350_000), ("¥12.35", 12_350_000), ("¥12.35", 12_350_000), ("12.35元", 12_350_000),
      ("CNY 3,000", 3_000_000_000), ("0.001507 CNY", 1_507), ("-¥0.05", -50_000), ("60 RMB", 60_000_000),
    ])
  func amountsAreRead(text: String, microYuan: Int64) throws {
    #expect(try Money(text).microYuan == microYuan)
  }

  @Test(
    "what is no amount in yuan is refused",
    arguments: ["", "12.35", "CNY", "12,35 CNY", "1.2.3 CNY", "0.0000001 CNY", "1e3 CNY", "9999999999999999 CNY"])
  func noAmounts(text: String) {
    #expect(throws: MoneyError.notMoney(text)) { try Money(text) }
  }

  @Test("another currency is named, not converted")
  func otherCurrencies() {
    #expect(throws: MoneyError.otherCurrency("USD")) { try Money("12.35 USD") }
  }

  @Test("what is printed reads back", arguments: 0..<50)
  func printedReadsBack(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 1)
    let money = Money(microYuan: Int64.random(in: -10_000_000_000...10_000_000_000, using: &random))
    #expect(try Money(money.description) == money)
    #expect(try Money(money.signed) == money)
  }

  @Test("two digits stand behind the point, more where needed")
  func digits() {
    #expect(Money(microYuan: 12_000_000).description == "12.00 CNY")
    #expect(Money(microYuan: 1_507).description == "0.001507 CNY")
    #expect(Money(microYuan: -12_300_000).signed == "-¥12.30")
  }
}
