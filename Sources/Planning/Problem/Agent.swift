internal import Base
internal import BoardSpec
internal import SourcingPlan

/// Somebody who walks and buys, with hours, places and limits of their own.
struct Agent {
  /// The name in the spec.
  let id: AgentID
  var ratePerHour: Money
  /// Milligrams that can be carried; nil for no limit.
  var load: Int64?
  /// Earliest departure and latest return, in seconds since midnight.
  var start: Int
  var finish: Int
  /// Nodes of the market's graph; empty where nobody walks.
  var from: String
  var to: String

  init(_ buyer: Buyer, start: Int, finish: Int, from: String, to: String) {
    id = AgentID(buyer.name)
    ratePerHour = buyer.ratePerHour
    load = buyer.load
    self.start = start
    self.finish = finish
    self.from = from
    self.to = to
  }
}
