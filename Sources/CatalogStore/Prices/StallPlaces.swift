internal import Base
internal import Diagnostics
internal import Market

/// Which stalls a sheet may name, looked up once each.
final class StallPlaces {
  enum Answer {
    case known
    /// A shop that ships, of a market of such shops, which the catalog does not have yet.
    case newShop
    case unknown(near: PlaceID?)
    case noMarket(markets: [String])
  }

  private let catalog: Catalog
  private let markets: [MarketProfile]
  private var answers: [String: [PlaceID: Answer]] = [:]

  /// Ids that become shops of the sheet wherever the catalog has no such stall: the user's own sellers.
  private let sellers: Set<PlaceID>

  init(_ catalog: Catalog, sellers: Set<PlaceID> = []) throws(CatalogError) {
    self.catalog = catalog
    self.sellers = sellers
    markets = try catalog.markets()
  }

  func stall(_ id: PlaceID, market: String) throws(CatalogError) -> Answer {
    if let known = answers[market]?[id] { return known }
    let answer = try look(id, market: market)
    answers[market, default: [:]][id] = answer
    return answer
  }

  private func look(_ id: PlaceID, market: String) throws(CatalogError) -> Answer {
    guard let profile = markets.first(where: { $0.id == market }) else {
      return .noMarket(markets: markets.map(\.id))
    }
    if try catalog.ownStalls([id], market: market)[id] != nil { return .known }
    if profile.kind == .mailOrder || sellers.contains(id) { return .newShop }
    return .unknown(
      near: closestMatch(to: id.text, among: try catalog.stallIDs(like: id, market: market).map(\.text)).map(
        PlaceID.init(_:)))
  }
}
