package import BoardSpec
package import CatalogStore
internal import CatalogText
package import Electronics
package import Market

/// A catalog as board specs are checked against; each kind of part and each part's terms are read once.
package final class CatalogSpecContext: SpecContext {
  private let catalog: Catalog
  private var kinds: [PartCategory]?
  private var pools: [String: [Part]] = [:]
  private var knownMakers: [String]?
  private var knownTerms: [String: [PartID: [OfferTerms]]] = [:]
  /// The reference designs that were asked for, so that findings in them can be shown.
  package private(set) var designs: [ReferenceDesignText] = []

  package init(_ catalog: Catalog) { self.catalog = catalog }

  package func category(_ id: String) throws -> PartCategory? { try categories().first { $0.id == id } }

  package func categoryIDs() throws -> [String] { try categories().map(\.id) }

  package func parts(category: String) throws -> [Part] {
    if let pool = pools[category] { return pool }
    let pool = try catalog.parts(category: category)
    pools[category] = pool
    return pool
  }

  package func parts(mpn: String) throws -> [Part] { try catalog.parts(mpn: mpn) }

  package func makers() throws -> [String] {
    if let knownMakers { return knownMakers }
    let makers = try catalog.makers()
    knownMakers = makers
    return makers
  }

  package func mpns(like mpn: String) throws -> [String] { try catalog.mpns(like: mpn) }

  package func design(_ id: String) throws -> ReferenceDesignText? {
    guard let found = try catalog.design(id) else { return nil }
    let text = ReferenceDesignText(id: found.id, file: "Catalog/designs/\(found.file)", text: found.text)
    if !designs.contains(text) { designs.append(text) }
    return text
  }

  package func designIDs() throws -> [String] { try catalog.designs().map(\.id) }

  package func marketIDs() throws -> [String] { try catalog.markets().map(\.id) }

  package func nodeIDs(market: String) throws -> [String] { try catalog.nodeIDs(market: market) }

  package func stallIDs(like id: PlaceID, market: String) throws -> [PlaceID] {
    try catalog.stallIDs(like: id, market: market)
  }

  package func offerTerms(of part: PartID, market: String) throws -> [OfferTerms]? {
    if let terms = knownTerms[market]?[part] { return terms }
    let terms = try catalog.terms(of: part, market: market).map {
      OfferTerms(
        stall: $0.stall, condition: $0.condition, givesInvoice: $0.givesInvoice, stock: $0.stock, dateCode: $0.dateCode,
        isSample: $0.isSample)
    }
    knownTerms[market, default: [:]][part] = terms
    return terms
  }

  private func categories() throws -> [PartCategory] {
    if let kinds { return kinds }
    let read = try catalog.categories()
    kinds = read
    return read
  }
}
