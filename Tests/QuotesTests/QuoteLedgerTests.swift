import Base
import Market
import Quotes
import Testing

struct QuoteLedgerTests {
  private func entry(
    _ mpn: String, _ price: Int64?, lead: Int? = nil, from: Int? = nil, dateCode: String? = nil
  ) -> QuoteLedger.Entry {
    var answer = Answer(line: 1, state: price == nil ? .noBid : .quote, mpn: mpn, says: "said")
    answer.unitPrice = price.map { Money(microYuan: $0) }
    answer.leadDays = lead
    answer.from = from
    answer.dateCode = dateCode
    return QuoteLedger.Entry(
      answer, mpn: mpn, makers: ["UMW"], assumedCondition: .looseNew,
      expires: LocalDate(year: 2026, month: 12, day: 31) ?? day(1))
  }

  private func day(_ day: Int) -> LocalDate {
    guard let date = LocalDate(year: 2026, month: 12, day: day) else { preconditionFailure("no day \(day)") }
    return date
  }

  private func batch(_ number: Int, _ entries: [QuoteLedger.Entry]) -> QuoteLedger.Batch {
    QuoteLedger.Batch(day: day(number), market: "huaqiangbei", stall: "li", entries: entries)
  }

  @Test func sameAnswersAreAddedOnce() {
    var ledger = QuoteLedger(seller: "li", name: "Li")
    let isAdded = ledger.add(batch(1, [entry("TP4056", 350_000)]))
    #expect(isAdded)
    let isAddedAgain = ledger.add(batch(1, [entry("TP4056", 350_000)]))
    #expect(!isAddedAgain)
    #expect(ledger.batches.count == 1)
  }

  @Test func ofEachPartTheLatestAnswersHold() {
    var ledger = QuoteLedger(seller: "li", name: "Li")
    _ = ledger.add(
      batch(3, [entry("TP4056", 350_000), entry("TP4056", 320_000, from: 5_000), entry("DW01A", 100_000)]))
    _ = ledger.add(batch(2, [entry("TP4056", 300_000)]))
    _ = ledger.add(batch(3, [entry("DW01A", nil)]))
    #expect(
      ledger.current.map { "\($0.entry.mpn) \($0.entry.microYuan ?? 0)" } == [
        "TP4056 350000", "TP4056 320000", "DW01A 0",
      ])
  }

  @Test func goodsThatAreOrderedStandInASheetOfTheirOwn() {
    var ledger = QuoteLedger(seller: "li", name: "Li")
    _ = ledger.add(
      batch(
        3,
        [entry("TP4056", 350_000, lead: 0, dateCode: "23+"), entry("CH340C", 1_500_000, lead: 14), entry("DW01A", nil)])
    )
    let refused = QuoteLedger.Refused(
      mpn: "DW01A", maker: "UMW", market: "huaqiangbei", stall: "li", condition: .original,
      price: Money(microYuan: 90_000))
    let sheets = ledger.sheets { entry, _, _ in entry.mpn == "DW01A" ? [refused] : [] }
    let header =
      "mpn,maker,market,stall,condition,quantity,price,stock,tax,multiple,packing,date_code,seen,basis,expires,source\n"
    #expect(
      sheets == [
        QuoteLedger.Sheet(
          name: "quotes-li", leadDays: 0,
          text: header
            + "TP4056,UMW,huaqiangbei,li,loose-new,1,0.35,,excluded,,,23+,2026-12-03,quoted,2026-12-31,quote of li\n"
            + "DW01A,UMW,huaqiangbei,li,original,1,0.09,0,excluded,,,,2026-12-03,quoted,2026-12-31,quote of li\n"),
        QuoteLedger.Sheet(
          name: "quotes-li-14d", leadDays: 14,
          text: header
            + "CH340C,UMW,huaqiangbei,li-14d,loose-new,1,1.50,,excluded,,,,2026-12-03,quoted,2026-12-31,quote of li\n"),
      ])
  }
}
