package import Electronics
package import Market

extension Catalog {
  /// The prices that sheets have of some parts in a market; the catalog's own offers left out.
  package func sheetOffers(
    of parts: some Sequence<PartID> & Sendable, market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    try offers([:], withSheetsOf: Set(parts), market: market)
  }

  /// `offers` with the sheets' prices in them. A sheet's price replaces the catalog's own for the same stall, part and
  /// condition; of two sheets the later date stands, of one date the sheet whose name comes last.
  func offers(
    _ offers: [PartID: [Offer]], withSheetsOf parts: Set<PartID>, market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    guard !sheets.isEmpty else { return offers }
    let rates = try rates()
    var merged = offers
    for sheet in sheets {
      for (part, prices) in try sheet.offers(of: parts, market: market, rates: rates) {
        var known = merged[part] ?? []
        let places = Dictionary(
          known.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for price in prices {
          if let place = places[price.id] {
            let isOlder = known[place].origin != nil && price.seen < known[place].seen
            if !isOlder { known[place] = price }
          } else {
            known.append(price)
          }
        }
        merged[part] = known
      }
    }
    return merged
  }

  /// The shops among `ids` that sheets bring to a market; where several do, the first sheet's.
  func shops(_ ids: Set<String>, market: String) throws(CatalogError) -> [String: Stall] {
    var found: [String: Stall] = [:]
    for sheet in sheets {
      for id in try sheet.shops(market: market) where ids.contains(id) && found[id] == nil {
        found[id] = sheet.shop(id)
      }
    }
    return found
  }
}
