package import Base
package import Market

/// What is said of a sheet beside its rows, by options or by the entry of a source. Nil leaves it to the shape of the sheet.
package struct SheetTerms: Sendable, Hashable {
  package var market: String?
  package var stall: String?
  package var condition: Condition?
  package var currency: String?
  package var taxIncluded: Bool?
  package var date: LocalDate?
  package var basis: PriceBasis?
  package var expires: LocalDate?
  package var source: String?
  /// Rates that come with the sheet; one without a date is of the sheet's day.
  package var rates: [ExchangeRate] = []
  /// Of shops that the sheet brings along.
  package var shipping: Money = .zero
  package var shippingDays = 0
  package var invoicePerMille: Int?
  package var freeFrom: Money?
  package var minimumOrder: Money?

  package init() {}

  /// The defaults of the sheet's rows.
  ///
  /// - Parameters:
  ///   - date: ISO 8601 day of prices without one.
  ///   - origin: what the sheet was read from.
  package func defaults(for format: SheetFormat, date: String, origin: String) -> SheetDefaults {
    let isDistributors = format.isDistributors
    return SheetDefaults(
      stall: stall ?? (isDistributors ? "lcsc" : nil), condition: condition ?? (isDistributors ? .original : nil),
      currency: currency ?? (isDistributors ? "USD" : nil), taxIncluded: taxIncluded, seen: date,
      basis: basis ?? (isDistributors ? .quoted : nil), expires: expires?.description, source: source ?? origin)
  }
}

extension SheetFormat {
  /// Whether sheets of this shape are of a distributor who ships.
  package var isDistributors: Bool { [.partList, .lcscFirst, .lcscSecond].contains(self) }
}
