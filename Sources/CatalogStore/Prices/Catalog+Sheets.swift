package import Electronics
package import Market
internal import PriceSheets

extension Catalog {
  /// The prices that sheets have of some parts in a market, and those that are stated; the catalog's own offers left out.
  package func sheetOffers(
    of parts: some Sequence<PartID> & Sendable, market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    let wanted = Set(parts)
    return try stated(offers([:], withSheetsOf: wanted, market: market))
      .merging(offersWithStatedPrice(of: wanted, market: market)) { sheets, stated in
        stated + sheets.filter { offer in !stated.contains { $0.id == offer.id } }
      }
  }

  /// Parts of a number that only price sheets know: somebody quoted them. Of their category, package and parameters nothing is said,
  /// and the maker is `-` where the sheet names none.
  package func quotedParts(mpn: String) throws(CatalogError) -> [Part] {
    guard !sheets.isEmpty, try parts(mpn: mpn).isEmpty else { return [] }
    var ids: Set<PartID> = []
    for sheet in sheets { ids.formUnion(try sheet.partIDs(mpn: mpn)) }
    return ids.sorted().map(Part.init(quoted:))
  }

  /// The part of an id that only price sheets know; nil where none does.
  func quotedPart(_ id: PartID) throws(CatalogError) -> Part? {
    for sheet in sheets where try sheet.sells(id) { return Part(quoted: id) }
    return nil
  }

  /// `offers` with the sheets' prices in them. A sheet's prices replace the catalog's own for the same stall, part and
  /// condition, and those of other sheets for the same packing and date code too: the later date stands, of one date the sheet whose name comes last.
  func offers(
    _ offers: [PartID: [Offer]], withSheetsOf parts: Set<PartID>, market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    guard !sheets.isEmpty else { return offers }
    let rates = try rates()
    var merged = offers
    for sheet in sheets {
      for (part, prices) in try sheet.offers(of: parts, market: market, rates: rates) {
        merged[part] = (merged[part] ?? []).replaced(by: prices)
      }
    }
    return merged
  }

  /// The shops among `ids` that sheets bring to a market; where several do, the first sheet's.
  func shops(_ ids: Set<PlaceID>, market: String) throws(CatalogError) -> [PlaceID: Stall] {
    var found: [PlaceID: Stall] = [:]
    for sheet in sheets {
      for id in try sheet.shops(market: market) where ids.contains(id) && found[id] == nil {
        let shop = sheet.shop(id)
        found[id] = shop
        if let place = sheet.facts.counter, let stall = try stall(shop, at: place, market: market) { found[id] = stall }
      }
    }
    return found
  }

  /// A shop of a sheet at its counter; nil where the market has no such floor.
  private func stall(_ shop: Stall, at place: CounterPlace, market: String) throws(CatalogError) -> Stall? {
    guard let profile = try self.market(market) else { return nil }
    let buildings = try buildings(market: market)
    do throws(MarketSettingError) {
      return try Stall(shop, at: place, of: profile, buildings: buildings)
    } catch {
      throw .inconsistent(detail: "a setting of market `\(market)` cannot be read: \(error)")
    }
  }
}

extension Part {
  /// A part of which nothing but a price is known.
  fileprivate init(quoted id: PartID) {
    self.init(
      id: id, category: ListVocabulary.other, package: "-", parameters: [:], english: "part",
      chinese: "元器件", source: "price sheet")
  }
}

extension [Offer] {
  /// One part's offers with a sheet's prices of it. What they replace, they stand in the place of; others come last.
  fileprivate func replaced(by prices: [Offer]) -> [Offer] {
    let fresh = prices.filter { price in
      !contains { $0.origin != nil && $0.isSamePacking(as: price) && price.seen < $0.seen }
    }
    var result: [Offer] = []
    var isPlaced = Array<Bool>(repeating: false, count: fresh.count)
    for known in self {
      var stays = true
      for (place, price) in fresh.enumerated() where price.stall == known.stall && price.condition == known.condition {
        guard known.origin == nil || known.isSamePacking(as: price) else { continue }
        stays = false
        if isPlaced[place] { continue }
        isPlaced[place] = true
        result.append(price)
      }
      if stays { result.append(known) }
    }
    return result + fresh.indices.filter { !isPlaced[$0] }.map { fresh[$0] }
  }
}

extension Offer {
  /// Whether two offers of a part are of one stall and condition, and of one packing and date code as far as both say.
  fileprivate func isSamePacking(as other: Offer) -> Bool {
    stall == other.stall && condition == other.condition && multiple == other.multiple
      && (packing == other.packing || packing == nil || other.packing == nil)
      && (dateCode == other.dateCode || dateCode == nil || other.dateCode == nil)
  }
}
