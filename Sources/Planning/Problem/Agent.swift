internal import Base
internal import BoardSpec
internal import Market
internal import SourcingPlan

/// The hours of a day, for agents who have none of their own.
struct DayHours {
  /// Seconds since midnight.
  var start: Int
  var finish: Int
  /// Whether an option asks for them: then they also cut hours of an agent's own. Those of the spec do not.
  var cutsStart = false
  var cutsFinish = false

  /// Why nobody can buy, where neither the day nor an agent's own hours leave any time.
  var noTime: PlanningError {
    .finishBeforeStart(start: WeeklyHours.clock(start), finish: WeeklyHours.clock(finish))
  }
}

/// Somebody who walks and buys, with hours, places and limits of their own.
struct Agent {
  /// The name in the spec.
  let id: AgentID
  var ratePerHour: Money
  /// Milligrams that can be carried; nil for no limit.
  var load: Int64?
  /// Earliest departure and latest return, in seconds since midnight.
  private(set) var start: Int
  private(set) var finish: Int
  /// Nodes of the market's graph; empty where nobody walks.
  var from: String
  var to: String
  /// What the spec says of this agent's hours.
  private var ownStart: Int?
  private var ownFinish: Int?

  init(_ buyer: Buyer, on day: DayHours, from: String, to: String) {
    id = AgentID(buyer.name)
    ratePerHour = buyer.ratePerHour
    load = buyer.load
    ownStart = buyer.start
    ownFinish = buyer.finish
    self.from = from
    self.to = to
    (start, finish) = (0, 0)
    keep(day)
  }

  /// Takes the day's hours for those that the agent has not, and what is left of the own ones where the day's cut them.
  mutating func keep(_ day: DayHours) {
    start = ownStart.map { day.cutsStart ? max($0, day.start) : $0 } ?? day.start
    finish = ownFinish.map { day.cutsFinish ? min($0, day.finish) : $0 } ?? day.finish
  }

  /// Forgets the own hours.
  mutating func keepOnly(_ day: DayHours) {
    (ownStart, ownFinish) = (nil, nil)
    keep(day)
  }

  /// Whether the hours leave any time: an agent without it stays at home.
  var hasTime: Bool { start < finish }

  /// Whether the spec gives this agent hours of their own.
  var hasOwnHours: Bool { ownStart != nil || ownFinish != nil }

  /// Whether a later finish of the day would be one of this agent's.
  func follows(_ day: DayHours) -> Bool { ownFinish.map { day.cutsFinish && $0 > day.finish } ?? true }
}

/// The places where a crew starts and ends, as the optimizer numbers them behind its markets: a start and an end are two, also
/// where they are one node. The first one's are 0 and 1.
struct Depots {
  private(set) var nodes: [String] = []
  /// Of each of the crew, places in `nodes`.
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []

  /// Complexity: O(crew²).
  init(_ crew: [Agent]) {
    for agent in crew {
      let start = place(agent.from, among: starts)
      let end = place(agent.to, among: ends)
      starts.append(start)
      ends.append(end)
    }
  }

  private mutating func place(_ node: String, among known: [Int]) -> Int {
    if let place = known.first(where: { nodes[$0] == node }) { return place }
    nodes.append(node)
    return nodes.count - 1
  }
}
