import BoardSpec
import CatalogStore
import CatalogText
import Electronics
import Market

/// A catalog as specs are checked against it, each answer kept: slots ask for the same kinds of parts again and again.
final class ValidationContext: SpecContext {
  private let catalog: Catalog
  private var categories: [String: PartCategory]?
  private var categoryOrder: [String] = []
  private var partsOfCategory: [String: [Part]] = [:]
  private var termsOfPart: [String: [PartID: [OfferTerms]]] = [:]
  private var knownMakers: [String]?
  private var knownMarkets: [String]?
  /// The reference designs that were asked for.
  private(set) var designs: [ReferenceDesignText] = []

  init(_ catalog: Catalog) { self.catalog = catalog }

  func category(_ id: String) throws -> PartCategory? { try allCategories()[id] }

  func categoryIDs() throws -> [String] {
    _ = try allCategories()
    return categoryOrder
  }

  private func allCategories() throws -> [String: PartCategory] {
    if let categories { return categories }
    let all = try catalog.categories()
    categoryOrder = all.map(\.id)
    let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    categories = byID
    return byID
  }

  func parts(category: String) throws -> [Part] {
    if let parts = partsOfCategory[category] { return parts }
    let parts = try catalog.parts(category: category)
    partsOfCategory[category] = parts
    return parts
  }

  func parts(mpn: String) throws -> [Part] { try catalog.parts(mpn: mpn) }

  func makers() throws -> [String] {
    if let knownMakers { return knownMakers }
    let makers = try catalog.makers()
    knownMakers = makers
    return makers
  }

  func mpns(like mpn: String) throws -> [String] { try catalog.mpns(like: mpn) }

  func design(_ id: String) throws -> ReferenceDesignText? {
    guard let found = try catalog.design(id) else { return nil }
    let text = ReferenceDesignText(id: found.id, file: found.file, text: found.text)
    if !designs.contains(text) { designs.append(text) }
    return text
  }

  func designIDs() throws -> [String] { try catalog.designs().map(\.id) }

  func marketIDs() throws -> [String] {
    if let knownMarkets { return knownMarkets }
    let markets = try catalog.markets().map(\.id)
    knownMarkets = markets
    return markets
  }

  func nodeIDs(market: String) throws -> [String] { try catalog.nodeIDs(market: market) }

  func stallIDs(like id: String, market: String) throws -> [String] {
    try catalog.stallIDs(like: id, market: market)
  }

  func offerTerms(of part: PartID, market: String) throws -> [OfferTerms]? {
    if let terms = termsOfPart[market]?[part] { return terms }
    let offers = try catalog.offers(of: [part], market: market)[part] ?? []
    let stalls = try catalog.stalls(Set(offers.map(\.stall)), market: market)
    let terms = offers.map {
      OfferTerms(stall: $0.stall, condition: $0.condition, givesInvoice: stalls[$0.stall]?.givesInvoice ?? false)
    }
    termsOfPart[market, default: [:]][part] = terms
    return terms
  }
}
