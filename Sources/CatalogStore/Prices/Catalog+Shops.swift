internal import Base
internal import Electronics
internal import GRDB
internal import Market
internal import PriceSheets

/// Shops that a market's settings name, and what those of them sell that imported part lists stand for.
extension Catalog {
  /// What a market's settings say of its shops, by id; nothing of a market that the catalog lacks.
  func shopSettings(market: String) throws(CatalogError) -> [PlaceID: ShopSettings] {
    if let known = knownShops.withLock({ $0[market] }) { return known }
    let profile = try self.market(market)
    let found: [PlaceID: ShopSettings]
    do throws(MarketSettingError) {
      found = try profile?.shops() ?? [:]
    } catch {
      throw .inconsistent(detail: "a setting of market `\(market)` cannot be read: \(error)")
    }
    knownShops.withLock { $0[market] = found }
    return found
  }

  /// Shops of a market that sell an imported list, by id.
  func listShops(market: String) throws(CatalogError) -> [ShopSettings] {
    if lists.isEmpty { return [] }
    return try shopSettings(market: market).values
      .filter { shop in shop.lists.map { own in lists.contains { own.contains($0.name) } } ?? false }
      .sorted { $0.id < $1.id }
  }

  /// Whether a market has prices beside those of the catalog's own offers.
  func hasImportedOffers(market: String) throws(CatalogError) -> Bool {
    if !sheets.isEmpty { return true }
    return try !listShops(market: market).isEmpty
  }

  /// Ids of the shops that settings, lists and sheets bring to a market, ordered.
  func importedShops(market: String) throws(CatalogError) -> [PlaceID] {
    var ids = Set(try listShops(market: market).map(\.id))
    for sheet in sheets { ids.formUnion(try sheet.shops(market: market)) }
    return ids.sorted()
  }

  /// `offers` with what lists have of some parts, at the shops that sell them. A price of the same shop, part and condition that
  /// stands there already goes before.
  func offers(
    _ offers: [PartID: [Offer]], withListsOf parts: Set<PartID>, market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    let shops = try listShops(market: market)
    guard !shops.isEmpty else { return offers }
    let rates = try rates()
    let numbers = try orderNumbers(of: parts)
    var merged = offers
    for part in parts {
      for shop in shops {
        let taken = merged[part]?.contains { $0.stall == shop.id && $0.condition == .original } ?? false
        if taken { continue }
        for list in lists where shop.lists?.contains(list.name) ?? false {
          let found = try list.offers(of: part, orderNumber: numbers[part], at: shop.id, rates: rates)
          if !found.isEmpty { merged[part, default: []] += found }
        }
      }
    }
    return merged
  }
}

extension Catalog {
  /// The order numbers that the catalog's own parts have as their source (`lcsc:C16581`).
  private func orderNumbers(of parts: Set<PartID>) throws(CatalogError) -> [PartID: String] {
    try read { database in
      let statement = try database.cachedStatement(sql: "SELECT source FROM part WHERE mpn = ? AND maker = ?")
      var numbers: [PartID: String] = [:]
      for part in parts {
        let source = try String.fetchOne(statement, arguments: [part.mpn, part.maker]) ?? ""
        if source.hasPrefix("lcsc:") { numbers[part] = String(source.dropFirst("lcsc:".count)) }
      }
      return numbers
    }
  }
}

extension PartList {
  /// What a shop asks for a part by the list: an offer for each of its order numbers, in their order. Those without a price or
  /// stock are left out. Two index searches.
  ///
  /// - Parameter orderNumber: that of a part of the catalog, whose maker the list may write in another way.
  func offers(
    of part: PartID, orderNumber: String?, at shop: PlaceID, rates: [String: ExchangeRate]
  ) throws(CatalogError) -> [Offer] {
    var listed = try parts(mpn: part.mpn).filter { $0.part.id == part }
    let packages = Set(listed.map(\.part.package))
    if let orderNumber, !listed.contains(where: { $0.orderNumber == orderNumber }),
      let named = try self.part(orderNumber: orderNumber)
    {
      listed.append(named)
    }
    var offers: [Offer] = []
    for entry in listed {
      guard let first = entry.breaks.first, entry.stock >= first.from else { continue }
      guard let rate = entry.currency == "CNY" ? .yuan : rates[entry.currency] else {
        throw .inconsistent(
          detail: "part list `\(name)` is in \(entry.currency), which has no rate in Catalog/rates.csv")
      }
      offers.append(
        Offer(
          id: "\(shop)/\(entry.orderNumber)", stall: shop, part: part, condition: .original,
          breaks: entry.breaks.map { PriceBreak(from: $0.from, unitPrice: rate.yuan(ofMillionths: $0.price)) },
          minimum: first.from, multiple: 1, stock: min(entry.stock, Limits.stock.upperBound), taxIncluded: false,
          runnerMinutes: 0, seen: entry.date, source: Offer.source(ofList: name),
          origin: PriceOrigin(sheet: name, basis: .quoted, rate: entry.currency == "CNY" ? nil : rate),
          orderNumber: entry.orderNumber,
          package: packages.count > 1 && entry.part.id == part ? entry.part.package : nil))
    }
    return offers
  }
}
