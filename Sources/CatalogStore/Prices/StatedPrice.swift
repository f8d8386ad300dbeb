package import Base
internal import Electronics
package import Market

/// A price of a part at a stall that stands in for all that the stall is known to ask: one price a piece, whatever the quantity.
package struct StatedPrice: Sendable, Hashable {
  package var stall: PlaceID
  package var mpn: String
  package var unitPrice: Money

  package init(stall: PlaceID, mpn: String, unitPrice: Money) {
    self.stall = stall
    self.mpn = mpn
    self.unitPrice = unitPrice
  }
}

extension Catalog {
  /// The same catalog with these prices in its offers; of two for one stall and part the last stands. Its digest stays: it is no other
  /// content, but the answer to what would be.
  package func stating(_ prices: [StatedPrice]) -> Catalog {
    prices.isEmpty ? self : Catalog(self, readsSample: readsSample, stated: statedPrices + prices)
  }

  /// Offers with the stated prices in them.
  func stated(_ offers: [PartID: [Offer]]) -> [PartID: [Offer]] {
    guard !statedPrices.isEmpty else { return offers }
    return offers.mapValues { offers in
      offers.map { offer in
        guard let price = statedPrices.last(where: { $0.stall == offer.stall && $0.mpn == offer.part.mpn }) else {
          return offer
        }
        var other = offer
        other.breaks = [PriceBreak(from: offer.breaks.first?.from ?? 1, unitPrice: price.unitPrice)]
        return other
      }
    }
  }

  /// Of some parts, the offers whose price is stated.
  func offersWithStatedPrice(
    of parts: Set<PartID>, market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    let named = parts.filter { part in statedPrices.contains { $0.mpn == part.mpn } }
    guard !named.isEmpty else { return [:] }
    return try offers(of: named, market: market).compactMapValues { offers in
      let found = offers.filter { offer in
        statedPrices.contains { $0.stall == offer.stall && $0.mpn == offer.part.mpn }
      }
      return found.isEmpty ? nil : found
    }
  }
}
