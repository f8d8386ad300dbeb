public import Electronics
public import Market

/// What policies ask of an offer.
public struct OfferTerms: Sendable, Hashable {
  public var stall: String
  public var condition: Condition
  /// Whether the stall gives tax invoices.
  public var givesInvoice: Bool
  /// Pieces at the stall; nil where it is not known.
  public var stock: Int?

  public init(stall: String, condition: Condition, givesInvoice: Bool, stock: Int? = nil) {
    self.stall = stall
    self.condition = condition
    self.givesInvoice = givesInvoice
    self.stock = stock
  }
}

extension SpecContext {
  /// Contexts without offers check no policies; the check is then reported as skipped.
  public func offerTerms(of part: PartID, market: String) throws -> [OfferTerms]? { nil }
}
