package import Electronics
package import Market

/// What a board spec is checked against: the catalog, as far as a reader needs it. The store implements it.
package protocol SpecContext {
  func category(_ id: String) throws -> PartCategory?
  func categoryIDs() throws -> [String]
  func parts(category: String) throws -> [Part]
  func parts(mpn: String) throws -> [Part]
  /// Makers that the catalog knows, for "did you mean".
  func makers() throws -> [String]
  /// Numbers close to this one, for "did you mean"; a bounded list.
  func mpns(like mpn: String) throws -> [String]
  func design(_ id: String) throws -> ReferenceDesignText?
  func designIDs() throws -> [String]
  func marketIDs() throws -> [String]
  func nodeIDs(market: String) throws -> [String]
  /// Stalls whose ids are close to this one, itself included where it exists; a bounded list.
  func stallIDs(like id: PlaceID, market: String) throws -> [PlaceID]
  /// The terms of every offer of a part in a market; nil where the context has no offers.
  func offerTerms(of part: PartID, market: String) throws -> [OfferTerms]?
}

/// A reference design as its file has it.
package struct ReferenceDesignText: Sendable, Hashable {
  package var id: String
  /// The file's name, for messages: `Catalog/designs/x.yaml`.
  package var file: String
  package var text: String

  package init(id: String, file: String, text: String) {
    self.id = id
    self.file = file
    self.text = text
  }
}

extension SpecContext {
  /// The terms of every offer of a part in a board's markets, generated ones too; nil where the context has no offers in one of them.
  func allOfferTerms(of part: PartID, for board: Board) throws -> [OfferTerms]? {
    var terms: [OfferTerms] = []
    for market in board.markets {
      guard let own = try offerTerms(of: part, market: market) else { return nil }
      terms += own
    }
    return terms
  }

  /// The terms of the offers of a part that a board may draw on; nil where the context has no offers in one of its markets.
  func offerTerms(of part: PartID, for board: Board) throws -> [OfferTerms]? {
    try allOfferTerms(of: part, for: board)?.filter { board.usesSample || !$0.isSample }
  }
}
