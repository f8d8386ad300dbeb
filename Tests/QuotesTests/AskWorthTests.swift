import Base
import Market
import Quotes
import Testing

/// What asking is worth, and how likely it helps: the figures of docs/quotes.md.
@Suite struct AskWorthTests {
  private let today = LocalDate("2026-12-04")!

  @Test func aPaidLineIsWorthAShareAndAnUnpricedOneItsListPrice() {
    #expect(AskWorth.ofLine(paid: Money(microYuan: 17_600_000)) == 2_640_000)
    #expect(AskWorth.ofUnpriced(listPrice: Money(microYuan: 350_000), pieces: 20) == 7_000_000)
    #expect(AskWorth.ofUnpriced(listPrice: nil, pieces: 20) == 5_000_000)
    #expect(AskWorth.ofUnpriced(listPrice: Money(microYuan: .max), pieces: 20) == .max)
  }

  @Test func aSellerIsAskedAboutItsGoodsAndNotAgainTooSoon() {
    var log = AskLog()
    let li = Seller(id: "li", goods: ["ics"])
    #expect(AskChance(log: log, ledgers: [], today: today).of(li, mpn: "A", family: "ics") == 0.4)
    #expect(AskChance(log: log, ledgers: [], today: today).of(li, mpn: "A", family: nil) == 0.4)
    #expect(AskChance(log: log, ledgers: [], today: today).of(li, mpn: "A", family: "passives") == 0)
    log.add([.init(day: LocalDate("2026-12-01")!, seller: "li", mpn: "A", quantity: 1)])
    let chance = AskChance(log: log, ledgers: [], today: today)
    #expect(chance.of(li, mpn: "A", family: "ics") == 0)
    #expect(abs(chance.of(li, mpn: "B", family: "ics") - 1 / 3.5) < 1e-12)
    #expect(AskChance(log: log, ledgers: [], today: today, coolDown: 3).of(li, mpn: "A", family: "ics") > 0)
    var ledger = QuoteLedger(seller: "li", name: "Li")
    let answer = Answer(line: 1, state: .noBid, mpn: "B", says: "没有")
    _ = ledger.add(
      .init(
        day: LocalDate("2026-10-01")!, market: "m", stall: "li",
        entries: [.init(answer, mpn: "B", makers: [], assumedCondition: nil, expires: today)]))
    #expect(AskChance(log: log, ledgers: [ledger], today: today).of(li, mpn: "B", family: "ics") == 0)
    #expect(AskChance(log: log, ledgers: [ledger], today: today, noBidCoolDown: 60).of(li, mpn: "B", family: nil) > 0)
  }
}
