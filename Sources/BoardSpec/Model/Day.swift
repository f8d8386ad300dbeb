package import Base
internal import Market

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

package struct Buyer: Sendable, Hashable {
  package var name: String
  package var ratePerHour: Money
  /// Milligrams; nil for no limit.
  package var load: Int64?

  package init(name: String, ratePerHour: Money, load: Int64? = nil) {
    self.name = name
    self.ratePerHour = ratePerHour
    self.load = load
  }
}
