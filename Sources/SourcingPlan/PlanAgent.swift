package import Base

/// Who walks and orders, and within which limits.
package struct PlanAgent: Sendable, Hashable, Codable {
  package var id: AgentID
  /// The nodes where the agent's day starts and ends; empty where nobody walks.
  package var from: String
  package var to: String
  /// Earliest start and latest finish.
  package var start: LocalTime
  package var finish: LocalTime
  /// Yuan an hour.
  package var rate: Amount
  /// Grams that the agent can carry; nil for no limit.
  package var load: Int?

  package init(
    id: AgentID, from: String, to: String, start: LocalTime, finish: LocalTime, rate: Amount, load: Int? = nil
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.start = start
    self.finish = finish
    self.rate = rate
    self.load = load
  }
}
