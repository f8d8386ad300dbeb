internal import Diagnostics
internal import Market

/// Which stalls a sheet may name, looked up once each.
final class StallPlaces {
  enum Answer {
    case known
    /// A shop that ships, of a market of such shops, which the catalog does not have yet.
    case newShop
    case unknown(near: String?)
    case noMarket(markets: [String])
  }

  private let catalog: Catalog
  private let markets: [MarketProfile]
  private var answers: [[String]: Answer] = [:]

  init(_ catalog: Catalog) throws(CatalogError) {
    self.catalog = catalog
    markets = try catalog.markets()
  }

  func stall(_ id: String, market: String) throws(CatalogError) -> Answer {
    if let known = answers[[market, id]] { return known }
    let answer = try look(id, market: market)
    answers[[market, id]] = answer
    return answer
  }

  private func look(_ id: String, market: String) throws(CatalogError) -> Answer {
    guard let profile = markets.first(where: { $0.id == market }) else {
      return .noMarket(markets: markets.map(\.id))
    }
    if try catalog.ownStalls([id], market: market)[id] != nil { return .known }
    if profile.kind == .mailOrder { return .newShop }
    return .unknown(near: closestMatch(to: id, among: try catalog.stallIDs(like: id, market: market)))
  }
}
