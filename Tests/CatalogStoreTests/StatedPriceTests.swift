import Base
import CatalogText
import Electronics
import Foundation
import Market
import Testing

@testable import CatalogStore

/// A catalog that is read with prices that somebody states.
@Suite struct StatedPriceTests {
  private func withCatalog(_ seed: UInt64, _ body: (Catalog, [PartID]) throws -> Void) throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let content = StoreSample.content(seed: seed)
    let path = folder + "/c.sqlite"
    _ = try CatalogBuilder(path: path).build(content)
    try body(try Catalog(path: path), content.parts.map(\.id))
  }

  /// Everything that reads offers gives what the catalog has, with the price in place of the breaks, and nothing else changed.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func offersHaveThePriceAndAllElseStays(seed: UInt64) throws {
    try withCatalog(seed) { catalog, parts in
      var random = SplitMix64(seed: seed)
      let all = try catalog.offers(of: parts, market: "north")
      let offers = all.values.joined().sorted { $0.id < $1.id }
      let chosen = offers[random.below(offers.count)]
      func states(_ offer: Offer) -> Bool { offer.stall == chosen.stall && offer.part.mpn == chosen.part.mpn }
      let price = Money(microYuan: 1_234_567)
      let stated = catalog.stating([
        StatedPrice(stall: chosen.stall, mpn: chosen.part.mpn, unitPrice: .fen),
        StatedPrice(stall: chosen.stall, mpn: chosen.part.mpn, unitPrice: price),
        StatedPrice(stall: chosen.stall, mpn: "NOBODY-HAS-IT", unitPrice: .zero),
      ])
      let found = try stated.offers(of: parts, market: "north")
      #expect(found.values.joined().count == offers.count && stated.digest == catalog.digest)
      for offer in found.values.joined() {
        let before = try #require(offers.first { $0.id == offer.id })
        guard states(before) else {
          #expect(offer == before)
          continue
        }
        var priced = before
        priced.breaks = [PriceBreak(from: before.breaks[0].from, unitPrice: price)]
        #expect(offer == priced, "the last of two prices stands")
      }
      // What a search of a large market keeps in any case.
      let kept = try stated.sheetOffers(of: parts, market: "north").values.joined().map(\.id).sorted()
      #expect(kept == offers.filter(states).map(\.id).sorted())
      #expect(try catalog.sheetOffers(of: parts, market: "north").isEmpty)
      #expect(try stated.withoutSample().offers(of: parts, market: "north") == found)
    }
  }
}
