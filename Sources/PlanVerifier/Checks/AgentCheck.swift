internal import Base
internal import Market
internal import SourcingPlan

/// The agents are the day's, each with the start, end, hours, rate and load that hold.
enum AgentCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    // Plans of the first schema list no agents.
    guard let agents = plan.agents, !(agents.isEmpty && plan.walks.isEmpty) else { return [] }
    var found: [Violation] = []
    for (index, stated) in agents.enumerated() {
      let path = "agents[\(index)]"
      guard let right = facts.agent(stated.id) else {
        found.append(.agentMisstated(stated.id, "\(path).id"))
        continue
      }
      let date = facts.day.date
      let differing = [
        ("from", stated.from == right.from), ("to", stated.to == right.to),
        ("start", stated.start == LocalTime(date, secondOfDay: right.start)),
        ("finish", stated.finish == LocalTime(date, secondOfDay: right.finish)),
        ("rate", stated.rate.money == right.ratePerHour), ("load", stated.load == right.load.map { Int($0 / 1000) }),
      ].filter { !$0.1 }
      for (key, _) in differing { found.append(.agentMisstated(stated.id, "\(path).\(key)")) }
    }
    let listed = Set(agents.map(\.id))
    for buyer in facts.day.buyers where !listed.contains(buyer.id) {
      found.append(.agentMisstated(buyer.id, "agents"))
    }
    return found
  }
}

extension Violation {
  fileprivate static func agentMisstated(_ id: AgentID, _ path: String) -> Violation {
    Violation(
      .agentMisstated, at: path, english: "agent `\(id)` is not listed as the day has it",
      chinese: "采购员 `\(id)` 与当天的设置不符")
  }
}
