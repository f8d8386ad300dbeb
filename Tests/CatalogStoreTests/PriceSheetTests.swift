import Base
import CatalogText
import Electronics
import Foundation
import GRDB
import Market
import PriceSheets
import Testing

@testable import CatalogStore

/// Sheets beside a catalog: what they change, and what refuses them.
@Suite struct PriceSheetTests {
  @Test func aPriceReplacesTheCatalogsOwnForTheSameStallPartAndCondition() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    let before = try bench.catalog()
    let owned = try before.offers(of: [part], market: "north")[part] ?? []
    try bench.add("mpn,breaks,currency,expires,basis\n\(part.mpn),1:2 10:1,USD,2026-12-01,paid\n")
    let after = try bench.catalog()
    #expect(after.digest != before.digest)
    let offers = try after.offers(of: [part], market: "north")[part] ?? []
    let price = try #require(offers.first { $0.stall == "SEG-1-A1" })
    #expect(price.breaks.map(\.unitPrice.microYuan) == [14_000_000, 7_000_000])
    let origin = try #require(price.origin)
    #expect(origin.sheet == "s" && origin.basis == .paid && origin.expires == "2026-12-01")
    #expect(origin.rate?.currency == "USD" && price.seen == "2026-11-22" && price.source == "me")
    #expect(offers.count == Set(owned.map(\.stall)).union(["SEG-1-A1"]).count)
    #expect(Set(offers.map(\.id)).count == offers.count)
    #expect(try after.terms(of: part, market: "north").contains { $0.stall == "SEG-1-A1" && $0.stock == 1_000_000_000 })
    #expect(try after.offers(of: [part], market: "post").isEmpty)
  }

  @Test func rowsOfOneBreakEachBecomeOnePriceAndTheNewestDayStands() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    let summary = try bench.add(
      """
      mpn,quantity,price,seen,stock
      \(part.mpn),100,0.5,2026-11-20,10
      \(part.mpn),1,0.9,2026-11-20,10
      \(part.mpn),1,0.8,2026-11-20,10
      \(part.mpn),1,0.1,2026-11-19,10
      """)
    #expect(summary.facts.prices == 1 && summary.counts.oddities[.repeatedOffer] == 2)
    let price = try #require(try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil })
    #expect(
      price.breaks == [
        PriceBreak(from: 1, unitPrice: Money(microYuan: 800_000)),
        PriceBreak(from: 100, unitPrice: Money(microYuan: 500_000)),
      ])
    #expect(price.minimum == 1)
  }

  @Test func aReelAndCutTapeAreTwoOffersInWhicheverOrder() throws {
    let bench = try PriceSheetBench()
    let reel = "3000:0.01,3000,3000,Reel,9000"
    let tape = "1:0.05 100:0.03,1,1,Cut Tape,700"
    for rows in [[tape, reel], [reel, tape]] {
      let summary = try bench.add(
        "mpn,breaks,MOQ,multiple,Packaging,stock\n" + rows.map { "\(bench.parts[0].id.mpn),\($0)\n" }.joined())
      #expect(summary.facts.prices == 2 && summary.counts.oddities[.secondPacking] == 1)
      #expect(summary.counts.oddities[.repeatedOffer] == nil && summary.ignoredColumns.isEmpty)
      let offers = try bench.imported()
      #expect(offers.map { $0.breaks.map(\.from) } == [[1, 100], [3000]])
      #expect(offers.map(\.minimum) == [1, 3000] && offers.map(\.multiple) == [1, 3000])
      #expect(offers.map(\.packing) == [.cutTape, .reel] && offers.map(\.stock) == [700, 9000])
      #expect(
        offers.map { String($0.id.text.split(separator: "/", maxSplits: 2)[2]) } == [
          "pulled/cut-tape", "pulled/3000x3000/reel",
        ])
    }
  }

  @Test func packingsAreToldApartByWhatTheSheetSaysOfThem() throws {
    let bench = try PriceSheetBench()
    let mpn = bench.parts[0].id.mpn
    func offers(_ header: String, _ rows: [String]) throws -> [[Int]] {
      try bench.add(header + "\n" + rows.map { "\(mpn),\($0)\n" }.joined())
      return try bench.imported().map { [$0.minimum, $0.multiple] + $0.breaks.map(\.from) }
    }
    // A reel known by its multiple alone, and a least quantity under the names that sellers give it.
    #expect(try offers("mpn,multiple,price", ["3000,0.01", "1,0.05"]) == [[1, 1, 1], [3000, 3000, 1]])
    for name in ["MOQ", "最小起订量", "Min Qty"] {
      #expect(try offers("mpn,\(name),price", ["1,0.05", "4000,0.01"]) == [[1, 1, 1], [4000, 1, 1]], "\(name)")
    }
    // A reel is sold whole, whatever else of it is left out.
    #expect(try offers("mpn,quantity,price,包装", ["3000,0.01,整盘", "1,0.05,编带剪切"]) == [[1, 1, 1], [3000, 3000, 3000]])
    // Breaks of one packing stay one offer.
    #expect(try offers("mpn,quantity,price", ["1,0.05", "100,0.04", "3000,0.01"]) == [[1, 1, 1, 100, 3000]])
    // A later row for the same packing replaces the earlier one.
    #expect(try offers("mpn,MOQ,price", ["10,0.05", "10,0.06"]) == [[10, 1, 1]])
  }

  @Test func aNewerSheetReplacesThePackingThatItHas() throws {
    let bench = try PriceSheetBench()
    let mpn = bench.parts[0].id.mpn
    try bench.add(
      "mpn,MOQ,multiple,price,seen\n\(mpn),1,1,0.05,2026-11-10\n\(mpn),3000,3000,0.01,2026-11-10\n", name: "a")
    try bench.add("mpn,MOQ,price,seen\n\(mpn),5,0.06,2026-11-20\n", name: "b")
    let offers = try bench.imported()
    #expect(offers.map(\.minimum) == [5, 3000] && offers.map { $0.origin?.sheet } == ["b", "a"])
    try bench.add("mpn,MOQ,multiple,price,seen\n\(mpn),3000,3000,0.02,2026-11-09\n", name: "b")
    #expect(try bench.imported().map { $0.origin?.sheet } == ["a", "a"])
  }

  /// A sheet as builds before packings wrote it is read, with its prices.
  @Test func aSheetOfTheFirstVersionIsRead() throws {
    let bench = try PriceSheetBench()
    let mpn = bench.parts[0].id.mpn
    try bench.add("mpn,MOQ,price\n\(mpn),5,0.06\n")
    let database = try DatabaseQueue(path: "\(PriceSheet.folder(beside: bench.path))/s.sqlite")
    try database.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          CREATE TABLE old (
            mpn TEXT NOT NULL, maker TEXT NOT NULL, market TEXT NOT NULL, stall TEXT NOT NULL, condition INTEGER NOT NULL,
            breaks TEXT NOT NULL, minimum INTEGER NOT NULL, multiple INTEGER NOT NULL, stock INTEGER NOT NULL,
            runner_minutes INTEGER NOT NULL, terms INTEGER NOT NULL REFERENCES terms,
            PRIMARY KEY (mpn, maker, market, stall, condition)) STRICT, WITHOUT ROWID;
          INSERT INTO old SELECT mpn, maker, market, stall, condition, breaks, minimum, multiple, stock, runner_minutes, terms
            FROM price;
          DROP TABLE price;
          ALTER TABLE old RENAME TO price;
          PRAGMA user_version = 1;
          """)
    }
    try database.close()
    let offers = try bench.imported()
    #expect(offers.map(\.minimum) == [5] && offers.map(\.packing) == [nil] && offers[0].id.text.hasSuffix("/pulled/5"))
  }

  @Test func breaksOfTwoCurrenciesAreNotOnePrice() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    let summary = try bench.add("mpn,quantity,price\n\(part.mpn),1,0.9\n\(part.mpn),100,$0.05\n\(part.mpn),500,$0.04\n")
    #expect(summary.facts.prices == 1 && summary.counts.oddities[.repeatedOffer] == 1)
    let price = try #require(try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil })
    #expect(
      price.breaks == [
        PriceBreak(from: 100, unitPrice: Money(microYuan: 350_000)),
        PriceBreak(from: 500, unitPrice: Money(microYuan: 280_000)),
      ])
    #expect(price.minimum == 100)
  }

  @Test func goodsOfTwoDateCodesAreTwoOffersAndTheNewestDayOfEachStands() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    let summary = try bench.add(
      """
      mpn,批号,quantity,price,seen
      \(part.mpn),2338,1,0.3,2026-11-20
      \(part.mpn),2510,1,0.5,2026-11-20
      \(part.mpn),2338,100,0.2,2026-11-20
      \(part.mpn),-,1,0.4,2026-11-20
      \(part.mpn),2210,1,0.1,2026-11-19
      \(part.mpn),2510,1,0.9,2026-11-19
      """)
    #expect(summary.facts.prices == 4 && summary.counts.oddities[.repeatedOffer] == 1)
    func priced() throws -> [Offer] {
      try bench.catalog().offers(of: [part], market: "north")[part]?.filter { $0.stall == "SEG-1-A1" } ?? []
    }
    let offers = try priced()
    #expect(offers.allSatisfy { $0.origin != nil }, "the catalog's own offer of the stall and condition is replaced")
    #expect(offers.map(\.dateCode) == [nil, "2210", "2338", "2510"])
    #expect(offers.map { $0.breaks.map(\.from) } == [[1], [1], [1, 100], [1]])
    #expect(offers[3].breaks[0].unitPrice.microYuan == 500_000)
    #expect(Set(offers.map(\.id)).count == 4 && offers[2].id.text.hasSuffix("/2338"))
    #expect(try bench.catalog().terms(of: part, market: "north").contains { $0.dateCode == "2510" })
    // Of two sheets the newer price of a date code stands.
    try bench.add(
      "mpn,date_code,price,seen\n\(part.mpn),2338,0.2,2026-11-21\n\(part.mpn),2510,0.8,2026-11-01\n", name: "t")
    #expect(
      try priced().map { $0.origin?.sheet } == ["t", "s", "s"],
      "a newer code also takes the place of a price without one")
  }

  @Test func ofTwoSheetsTheNewerPriceStands() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    try bench.add("mpn,price,seen\n\(part.mpn),3,2026-11-10\n", name: "b")
    try bench.add("mpn,price,seen\n\(part.mpn),2,2026-11-20\n", name: "a")
    let price = try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil }
    #expect(price?.origin?.sheet == "a")
  }

  @Test func aNewShopOfAMarketThatShipsBecomesAStall() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    let summary = try bench.add("mpn,price,stall\n\(part.mpn),3,corner-shop\n", market: "post")
    #expect(summary.newShops == ["corner-shop"])
    let stall = try #require(try bench.catalog().stalls(["corner-shop"], market: "post")["corner-shop"])
    #expect(stall.position == nil && stall.shipping == Money(microYuan: 8_000_000) && stall.shippingDays == 2)
    #expect(try bench.catalog().stalls(["corner-shop"], market: "north").isEmpty)
  }

  @Test func partsAreFoundByNumberAndOddOnesAreCounted() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    let summary = try bench.add(
      "mpn,maker,price,stock,tax\n\(part.mpn.lowercased()),\(part.maker.lowercased()),1,5,included\nNOSUCH,me,1,5,included\n"
    )
    #expect(summary.counts.oddities == [.unknownPart: 1])
    #expect(try bench.catalog().offers(of: [part], market: "north")[part]?.contains { $0.origin != nil } == true)
  }

  @Test(arguments: [
    ("mpn,price,stall\nP,1,SEG-1-A9\n", "stall", "SEG-1-A9"), ("mpn,price,market\nP,1,south\n", "market", "south"),
    ("mpn,price,currency\nP,1,JPY\n", "currency", "JPY"), ("lcsc,price\nC1,1\n", "lcsc", "C1"),
  ])
  func whatTheCatalogLacksRefusesTheSheetAndKeepsTheOldOne(text: String, column: String, value: String) throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    try bench.add("mpn,price\n\(part.mpn),1\n")
    let digest = try bench.catalog().digest
    let sheet = try #require(
      #expect(throws: SheetError.self) { try bench.add(text + "\(part.mpn),1\n".replacing("\n", with: ",\n")) })
    guard case .badRows(let faults, _) = sheet else {
      Issue.record("\(sheet)")
      return
    }
    #expect(faults.first?.column == column && faults.first?.value == value && faults.first?.line == 2)
    #expect(try bench.catalog().digest == digest)
    #expect(try FileManager.default.contentsOfDirectory(atPath: PriceSheet.folder(beside: bench.path)) == ["s.sqlite"])
  }

  @Test func aRateOfTheSheetGoesBeforeTheCatalogs() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    try bench.add(
      "mpn,price\n\(part.mpn),$1\n",
      rates: [ExchangeRate(currency: "USD", microYuan: 6_500_000, date: "2026-11-01", source: "bank")])
    let price = try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil }
    #expect(price?.breaks.first?.unitPrice.microYuan == 6_500_000 && price?.origin?.rate?.source == "bank")
  }

  @Test func aPriceIsStaleOnceExpiredOrOld() {
    var offer = Offer(
      id: "", stall: "", part: PartID(maker: "", mpn: ""), condition: .original, breaks: [], minimum: 1, multiple: 1,
      stock: 1, taxIncluded: true, runnerMinutes: 0, seen: "2026-11-01", source: "me",
      origin: PriceOrigin(sheet: "s", basis: .quoted, expires: "2026-11-10"))
    let day = LocalDate("2026-11-10")!
    #expect(!offer.isStale(on: day, olderThan: 30))
    #expect(offer.isStale(on: LocalDate("2026-11-11")!, olderThan: 30))
    offer.origin = nil
    #expect(!offer.isStale(on: LocalDate("2026-12-01")!, olderThan: 30))
    #expect(offer.isStale(on: LocalDate("2026-12-02")!, olderThan: 30))
    offer.source = "sample"
    #expect(!offer.isStale(on: LocalDate("2027-12-02")!, olderThan: 30))
  }
}
