package import Base

/// How a price is known.
package enum PriceBasis: String, Sendable, Hashable, Codable, CaseIterable {
  /// Read on a label or a page.
  case seen
  /// Told to the buyer.
  case quoted
  /// On a receipt.
  case paid
}

/// What a unit of a foreign currency costs in yuan, on a day.
package struct ExchangeRate: Sendable, Hashable, Codable {
  /// ISO 4217: `USD`.
  package var currency: String
  /// Micro-yuan a unit; positive.
  package var microYuan: Int64
  /// ISO 8601.
  package var date: String
  /// An id of the catalog's sources, or who says so.
  package var source: String

  package init(currency: String, microYuan: Int64, date: String, source: String) {
    self.currency = currency
    self.microYuan = microYuan
    self.date = date
    self.source = source
  }

  /// The yuan themselves.
  package static let yuan = ExchangeRate(currency: "CNY", microYuan: 1_000_000, date: "", source: "")

  /// `millionths` of a unit in yuan, half up to a micro-yuan; at most what 64 bits hold.
  package func yuan(ofMillionths millionths: Int64) -> Money {
    Money(microYuan: millionths).scaled(by: Int128(microYuan), over: 1_000_000)
  }

  /// The rate as people write it: `7.1`, at least two digits behind the point.
  package var decimal: String { Money(microYuan: microYuan).decimal }
}

/// Where the price of an imported sheet comes from.
package struct PriceOrigin: Sendable, Hashable, Codable {
  /// The sheet's name.
  package var sheet: String
  package var basis: PriceBasis
  /// ISO 8601 date of the last day on which the price holds; nil where nobody said.
  package var expires: String?
  /// The rate by which the price became yuan; nil where it was in yuan.
  package var rate: ExchangeRate?

  package init(sheet: String, basis: PriceBasis, expires: String? = nil, rate: ExchangeRate? = nil) {
    self.sheet = sheet
    self.basis = basis
    self.expires = expires
    self.rate = rate
  }
}

extension Offer {
  /// Days after which a price is stale where a plan does not say otherwise.
  package static let usualPriceAge = 30

  /// Whether the price has expired on `date`, or was seen more than `days` before it. Generated offers have no age: nobody
  /// saw them.
  package func isStale(on date: LocalDate, olderThan days: Int) -> Bool {
    if isSample { return false }
    if let expires = origin?.expires, let last = LocalDate(expires), last < date { return true }
    guard let seen = LocalDate(seen) else { return true }
    return date.dayNumber - seen.dayNumber > days
  }
}
