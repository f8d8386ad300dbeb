package import Base

/// What was asked of whom: `peidan.asks/1`.
package struct AskLog: Sendable, Hashable, Codable {
  package struct Entry: Sendable, Hashable, Codable {
    package var day: LocalDate
    package var seller: String
    package var mpn: String
    package var quantity: Int

    package init(day: LocalDate, seller: String, mpn: String, quantity: Int) {
      self.day = day
      self.seller = seller
      self.mpn = mpn
      self.quantity = quantity
    }
  }

  package static let schema = "peidan.asks/1"

  package var schema = AskLog.schema
  package var asks: [Entry] = []

  package init() {}

  /// The last day before `today` on which a seller was asked about a part; what was asked today may be asked again.
  package func lastAsked(_ seller: String, _ mpn: String, before today: LocalDate) -> LocalDate? {
    asks.filter { $0.seller == seller && $0.mpn == mpn && $0.day < today }.map(\.day).max()
  }

  /// Puts the asks of a day in place of those of the same day, seller and part.
  package mutating func add(_ entries: [Entry]) {
    for entry in entries {
      asks.removeAll { $0.day == entry.day && $0.seller == entry.seller && $0.mpn == entry.mpn }
      asks.append(entry)
    }
  }

  /// How often a seller was asked about anything before `today`.
  package func count(_ seller: String, before today: LocalDate) -> Int {
    asks.count { $0.seller == seller && $0.day < today }
  }
}
