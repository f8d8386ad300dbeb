import Base
import CatalogText
import Electronics
import Foundation
import Market
import PriceSheets
import Testing

@testable import CatalogStore

/// Sheets beside a catalog: what they change, and what refuses them.
@Suite struct PriceSheetTests {
  /// A catalog of `StoreSample` with a shop market beside its walked one.
  private final class Bench {
    let folder: String
    let path: String
    let parts: [Part]

    init() throws {
      folder = try StoreSample.folder()
      path = folder + "/c.sqlite"
      var content = StoreSample.content(parts: 4)
      var shops = content.markets[0]
      shops.profile.id = "post"
      shops.profile.kind = .mailOrder
      (shops.stalls, shops.offers, shops.services) = ([], [], [])
      content.markets.append(shops)
      content.rates = [ExchangeRate(currency: "USD", microYuan: 7_000_000, date: "2026-01-01", source: "x")]
      parts = content.parts
      _ = try CatalogBuilder(path: path).build(content)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func catalog() throws -> Catalog { try Catalog(path: path) }

    @discardableResult
    func add(
      _ text: String, name: String = "s", market: String = "north", rates: [ExchangeRate] = []
    ) throws -> PriceSheetBuilder.Summary {
      let bytes = Array(text.utf8)
      let reader = try PriceSheetReader(
        MemoryFeed(bytes), shape: try SheetShape(start: bytes),
        defaults: SheetDefaults(stall: "SEG-1-A1", condition: .pulled, seen: "2026-11-22", source: "me"),
        packages: try ListVocabulary(categories: [], packages: [], known: []), categories: [])
      var builder = PriceSheetBuilder(
        path: "\(PriceSheet.folder(beside: path))/\(name).sqlite",
        facts: .init(
          origin: "s.csv", format: "peidan", imported: "2026-11-23T00:00:00Z", shipping: Money(microYuan: 8_000_000),
          shippingDays: 2),
        market: market)
      builder.rates = rates
      return try builder.build(reader, catalog: try catalog())
    }
  }

  @Test func aPriceReplacesTheCatalogsOwnForTheSameStallPartAndCondition() throws {
    let bench = try Bench()
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
    let bench = try Bench()
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

  @Test func aReelDoesNotTakeThePlaceOfCutTape() throws {
    let bench = try Bench()
    let part = bench.parts[0].id
    let reel = "\(part.mpn),3000:0.01,3000,3000\n"
    let tape = "\(part.mpn),1:0.05 100:0.03,1,1\n"
    for rows in [tape + reel, reel + tape] {
      let summary = try bench.add("mpn,breaks,minimum,multiple\n" + rows)
      #expect(summary.counts.oddities[.secondPacking] == 1 && summary.counts.oddities[.repeatedOffer] == nil)
      let price = try #require(
        try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil })
      #expect(price.breaks.map(\.from) == [1, 100])
      #expect(price.minimum == 1 && price.multiple == 1)
    }
    // The same where each row has one price, and the reel is known by its multiple alone.
    for rows in [["1,0.05", "3000,0.01"], ["3000,0.01", "1,0.05"]] {
      let summary = try bench.add("mpn,multiple,price\n" + rows.map { "\(part.mpn),\($0)\n" }.joined())
      #expect(summary.counts.oddities[.secondPacking] == 1)
      let price = try #require(
        try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil })
      #expect(price.breaks.map(\.from) == [1] && price.minimum == 1 && price.multiple == 1)
    }
    // The least quantity under the name that sellers give it.
    for name in ["MOQ", "最小起订量", "Min Qty"] {
      _ = try bench.add("mpn,\(name),price\n\(part.mpn),1,0.05\n\(part.mpn),4000,0.01\n")
      let price = try #require(
        try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil })
      #expect(price.breaks.map(\.from) == [1, 4000] && price.minimum == 1, "\(name)")
    }
    // A box from which any number is sold is a further break.
    let summary = try bench.add("mpn,breaks,minimum,multiple\n" + tape + "\(part.mpn),1000:0.01,1000,1\n")
    #expect(summary.facts.prices == 1)
    let price = try #require(try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil })
    #expect(price.breaks.map(\.from) == [1, 100, 1000])
  }

  @Test func breaksOfTwoCurrenciesAreNotOnePrice() throws {
    let bench = try Bench()
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

  @Test func ofTwoSheetsTheNewerPriceStands() throws {
    let bench = try Bench()
    let part = bench.parts[0].id
    try bench.add("mpn,price,seen\n\(part.mpn),3,2026-11-10\n", name: "b")
    try bench.add("mpn,price,seen\n\(part.mpn),2,2026-11-20\n", name: "a")
    let price = try bench.catalog().offers(of: [part], market: "north")[part]?.first { $0.origin != nil }
    #expect(price?.origin?.sheet == "a")
  }

  @Test func aNewShopOfAMarketThatShipsBecomesAStall() throws {
    let bench = try Bench()
    let part = bench.parts[0].id
    let summary = try bench.add("mpn,price,stall\n\(part.mpn),3,corner-shop\n", market: "post")
    #expect(summary.newShops == ["corner-shop"])
    let stall = try #require(try bench.catalog().stalls(["corner-shop"], market: "post")["corner-shop"])
    #expect(stall.position == nil && stall.shipping == Money(microYuan: 8_000_000) && stall.shippingDays == 2)
    #expect(try bench.catalog().stalls(["corner-shop"], market: "north").isEmpty)
  }

  @Test func partsAreFoundByNumberAndOddOnesAreCounted() throws {
    let bench = try Bench()
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
    let bench = try Bench()
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
    let bench = try Bench()
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
