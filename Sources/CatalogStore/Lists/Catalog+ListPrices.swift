package import Electronics
package import Market
internal import PriceSheets

/// What somebody publicly asks for a part, by pieces, in yuan.
package struct ListPrice: Sendable, Hashable {
  package var part: PartID
  /// Ascending in `from`.
  package var breaks: [PriceBreak]
  /// `jlcparts, 2026-05-21`, or the catalog's own source: `lcsc:C16581, 2026-05-21`.
  package var source: String

  package init(part: PartID, breaks: [PriceBreak], source: String) {
    self.part = part
    self.breaks = breaks
    self.source = source
  }
}

extension Catalog {
  /// The prices that imported lists and the catalog's own price levels have of some parts, whether anybody ships them or not. Prices
  /// in a currency without a rate are left out. An index search a part and list.
  ///
  /// - Parameter searchesLists: whether imported lists are searched too: a list has a number at once, and thousands of a kind.
  package func listPrices(
    of parts: [Part], searchesLists: Bool
  ) throws(CatalogError) -> [ListPrice] {
    let rates = try rates()
    func breaks(_ all: [(from: Int, millionths: Int64)], in currency: String) -> [PriceBreak] {
      guard let rate = currency == "CNY" ? .yuan : rates[currency] else { return [] }
      return all.map { PriceBreak(from: $0.from, unitPrice: rate.yuan(ofMillionths: $0.millionths)) }
    }
    var found: [ListPrice] = []
    for part in parts {
      if searchesLists {
        for listed in try listed(mpn: part.id.mpn)
        where listed.part.id == part.id && listed.part.package == part.package {
          found.append(
            ListPrice(
              part: part.id, breaks: breaks(listed.breaks.map { ($0.from, $0.price) }, in: listed.currency),
              source: "\(listed.list), \(listed.date)"))
        }
      }
      if let level = part.priceLevel {
        var steps = [(from: 1, millionths: level.first)]
        if level.bestFrom > 1, level.best < level.first { steps.append((level.bestFrom, level.best)) }
        found.append(
          ListPrice(
            part: part.id, breaks: breaks(steps, in: level.currency), source: "\(level.source), \(level.date)"))
      }
    }
    return found.filter { !$0.breaks.isEmpty }
  }

  /// What shops of markets beside some have of parts, generated offers left out, with the shops: where one can order what nobody in
  /// those markets offers.
  package func offersElsewhere(
    of parts: Set<PartID>, outside markets: Set<String>
  ) throws(CatalogError) -> [(market: String, offer: Offer, shop: Stall)] {
    var found: [(market: String, offer: Offer, shop: Stall)] = []
    if parts.isEmpty { return [] }
    for profile in try self.markets() where profile.kind == .mailOrder && !markets.contains(profile.id) {
      let offers = try offers(of: parts, market: profile.id).values.flatMap(\.self).filter { !$0.isSample }
      let shops = try stalls(offers.map(\.stall), market: profile.id)
      found += offers.compactMap { offer in shops[offer.stall].map { (profile.id, offer, $0) } }
    }
    return found
  }
}
