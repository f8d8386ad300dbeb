package import Electronics
package import Market

/// What policies ask of an offer.
package struct OfferTerms: Sendable, Hashable {
  package var stall: PlaceID
  package var condition: Condition
  /// Whether the stall gives tax invoices.
  package var givesInvoice: Bool
  /// Pieces at the stall; nil where it is not known.
  package var stock: Int?

  /// What the seller says of the age of the goods; nil where nothing is said.
  package var dateCode: String?
  /// Whether a generator made the offer.
  package var isSample: Bool

  package init(
    stall: PlaceID, condition: Condition, givesInvoice: Bool, stock: Int? = nil, dateCode: String? = nil,
    isSample: Bool = false
  ) {
    self.stall = stall
    self.condition = condition
    self.givesInvoice = givesInvoice
    self.stock = stock
    self.dateCode = dateCode
    self.isSample = isSample
  }
}

extension SpecContext {
  /// Contexts without offers check no policies; the check is then reported as skipped.
  package func offerTerms(of part: PartID, market: String) throws -> [OfferTerms]? { nil }
}
