package import Base
internal import Market

/// The day of the walk: its hours and places hold for every buyer who has none of their own.
package struct Day: Sendable, Hashable {
  /// ISO 8601.
  package var date: String
  /// Seconds since midnight.
  package var start: Int
  package var finish: Int
  /// Nodes of the market's graph.
  package var from: String?
  package var to: String?
  package var buyers: [Buyer]

  package init(date: String, start: Int, finish: Int, from: String? = nil, to: String? = nil, buyers: [Buyer]) {
    self.date = date
    self.start = start
    self.finish = finish
    self.from = from
    self.to = to
    self.buyers = buyers
  }
}

/// Somebody who walks and orders. What is nil is the day's.
package struct Buyer: Sendable, Hashable {
  /// Names the buyer in plans; no two buyers of a day share one.
  package var name: String
  package var ratePerHour: Money
  /// Milligrams; nil for no limit.
  package var load: Int64?
  /// Own hours, in seconds since midnight: not away before, back by then.
  package var start: Int?
  package var finish: Int?
  /// Nodes of the market's graph where this buyer starts and ends.
  package var from: String?
  package var to: String?

  package init(
    name: String, ratePerHour: Money, load: Int64? = nil, start: Int? = nil, finish: Int? = nil, from: String? = nil,
    to: String? = nil
  ) {
    self.name = name
    self.ratePerHour = ratePerHour
    self.load = load
    self.start = start
    self.finish = finish
    self.from = from
    self.to = to
  }
}
