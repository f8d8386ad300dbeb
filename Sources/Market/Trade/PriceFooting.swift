/// How a price of a plan is known, from the firmest to none.
package enum PriceFooting: String, Sendable, Hashable, Codable, CaseIterable {
  /// Seen or paid: of the catalog's own offers, of a price sheet, of a walk.
  case seen
  /// Told to the buyer.
  case quoted
  /// Of a shop's list.
  case listed
  /// Expected at a counter, of a line that is asked for there: a list price times a factor.
  case estimate
  /// Of a generated sample: nobody's price.
  case sample
  /// There is none: the line is asked for, and nobody says what to expect.
  case none
}
