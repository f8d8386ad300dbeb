public import Market

/// What is said of a sheet beside its rows, by options or by the entry of a source. Nil leaves it to the shape of the sheet.
public struct SheetTerms: Sendable, Hashable {
  public var market: String?
  public var stall: String?
  public var condition: Condition?
  public var currency: String?
  public var taxIncluded: Bool?
  public var date: LocalDate?
  public var basis: PriceBasis?
  public var expires: LocalDate?
  public var source: String?
  /// Rates that come with the sheet; one without a date is of the sheet's day.
  public var rates: [ExchangeRate] = []
  /// Of shops that the sheet brings along.
  public var shipping: Money = .zero
  public var shippingDays = 0
  public var invoicePerMille: Int?

  public init() {}

  /// The defaults of the sheet's rows.
  ///
  /// - Parameters:
  ///   - date: ISO 8601 day of prices without one.
  ///   - origin: what the sheet was read from.
  public func defaults(for format: SheetFormat, date: String, origin: String) -> SheetDefaults {
    let isDistributors = format.isDistributors
    return SheetDefaults(
      stall: stall ?? (isDistributors ? "lcsc" : nil), condition: condition ?? (isDistributors ? .original : nil),
      currency: currency ?? (isDistributors ? "USD" : nil), taxIncluded: taxIncluded, seen: date,
      basis: basis ?? (isDistributors ? .quoted : nil), expires: expires?.description, source: source ?? origin)
  }
}

extension SheetFormat {
  /// Whether sheets of this shape are of a distributor who ships.
  public var isDistributors: Bool { [.partList, .lcscFirst, .lcscSecond].contains(self) }
}
