import Base
import CatalogText
import Electronics
import Foundation
import Market
import Testing

@testable import CatalogStore

/// A catalog that is read without what a generator made.
@Suite struct CatalogSampleTests {
  /// A small catalog, some of whose stalls are generated with all their offers.
  private func withCatalog(_ seed: UInt64, samples: Set<Int>, _ body: (Catalog, [PartID]) throws -> Void) throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var content = StoreSample.content(seed: seed)
    for place in samples {
      content.markets[0].stalls[place].source = "sample"
      let id = content.markets[0].stalls[place].id
      for offer in content.markets[0].offers.indices where content.markets[0].offers[offer].stall == id {
        content.markets[0].offers[offer].source = "sample"
      }
    }
    let path = folder + "/c.sqlite"
    _ = try CatalogBuilder(path: path).build(content)
    try body(try Catalog(path: path), content.parts.map(\.id))
  }

  /// Everything that reads offers gives what the whole catalog has, less the generated ones.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func whatIsReadWithoutTheSampleIsTheRest(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let samples = Set((0..<5).filter { _ in random.below(2) == 0 })
    try withCatalog(seed, samples: samples) { whole, parts in
      let real = whole.withoutSample()
      let all = try whole.offers(of: parts, market: "north")
      let plain = all.mapValues { $0.filter { !$0.isSample } }.filter { !$0.value.isEmpty }
      #expect(try real.offers(of: parts, market: "north") == plain)
      #expect(try real.offerCount(of: parts, market: "north") == plain.values.reduce(0) { $0 + $1.count })
      let columns = try real.offerColumns(of: parts, market: "north")
      #expect(columns.count == plain.values.reduce(0) { $0 + $1.count })
      for (place, part) in parts.enumerated() {
        #expect(columns.part.count { $0 == Int32(place) } == plain[part, default: []].count)
        let terms = try real.terms(of: part, market: "north")
        #expect(terms.map(\.stall) == plain[part, default: []].map(\.stall) && terms.allSatisfy { !$0.isSample })
        #expect(
          try whole.terms(of: part, market: "north").filter(\.isSample).count
            == all[part, default: []].count - terms.count)
      }
      var pairs: [PartID: Set<Int32>] = [:]
      for part in parts {
        for offer in all[part, default: []] where random.below(2) == 0 {
          pairs[part, default: []].insert(try #require(try whole.stallNumber(offer.stall, market: "north")))
        }
      }
      let some = try whole.offers(at: pairs, market: "north").mapValues { $0.filter { !$0.isSample } }
      #expect(try real.offers(at: pairs, market: "north") == some.filter { !$0.value.isEmpty })
      #expect(try whole.hasSample(market: "north") == !samples.isEmpty)
      #expect(try real.hasSample(market: "north") == !samples.isEmpty)
      #expect(try whole.hasSample(market: "nowhere") == false)
      // Places stay: a price of the user's own may be from one of them.
      #expect(real.digest == whole.digest)
      #expect(try real.stalls(["SEG-1-A0"], market: "north").count == 1)
    }
  }

  @Test func aPriceOfTheUsersOwnAtAGeneratedStallIsRead() throws {
    let bench = try PriceSheetBench()
    let part = bench.parts[0].id
    try bench.add("mpn,price,currency\n\(part.mpn),2,CNY\n")
    let real = try bench.catalog().withoutSample()
    #expect(try real.offers(of: [part], market: "north")[part]?.contains { $0.origin?.sheet == "s" } == true)
    #expect(try real.terms(of: part, market: "north").contains { !$0.isSample })
  }
}
