public import Market

public struct Day: Sendable, Hashable {
  /// ISO 8601.
  public var date: String
  /// Seconds since midnight.
  public var start: Int
  public var finish: Int
  /// Nodes of the market's graph.
  public var from: String?
  public var to: String?
  public var buyers: [Buyer]

  public init(date: String, start: Int, finish: Int, from: String? = nil, to: String? = nil, buyers: [Buyer]) {
    self.date = date
    self.start = start
    self.finish = finish
    self.from = from
    self.to = to
    self.buyers = buyers
  }
}

public struct Buyer: Sendable, Hashable {
  public var name: String
  public var ratePerHour: Money
  /// Milligrams; nil for no limit.
  public var load: Int64?

  public init(name: String, ratePerHour: Money, load: Int64? = nil) {
    self.name = name
    self.ratePerHour = ratePerHour
    self.load = load
  }
}
