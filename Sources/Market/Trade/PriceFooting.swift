/// How a price of a plan is known, from the firmest to none.
package enum PriceFooting: String, Sendable, Hashable, Codable, CaseIterable {
  /// Seen or paid: of the catalog's own offers, of a price sheet, of a walk.
  case seen
  /// Told to the buyer.
  case quoted
  /// Of a shop's list.
  case listed
  /// Of a generated sample: nobody's price.
  case sample
  /// There is none: the line is asked for on the spot.
  case none
}
