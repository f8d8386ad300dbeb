import Base
import CatalogText
import Electronics
import Foundation
import Market
import PriceSheets

@testable import CatalogStore

/// A catalog of `StoreSample` with a shop market beside its walked one.
final class PriceSheetBench {
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

  /// The prices that sheets have of the first part in `north`.
  func imported() throws -> [Offer] {
    try catalog().offers(of: [parts[0].id], market: "north")[parts[0].id, default: []].filter { $0.origin != nil }
  }
}
