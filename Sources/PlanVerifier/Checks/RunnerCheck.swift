internal import Base
internal import Market
internal import SourcingPlan

/// Goods that a runner fetches (调货) are waited for, or picked up at a later visit once they are there.
enum RunnerCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (index, walk) in plan.walks.enumerated() {
      for (position, visit) in walk.visits.enumerated() {
        let path = "walks[\(index)].visits[\(position)]"
        for line in visit.lines {
          guard let ready = ready(line, ordered: visit, plan, facts) else { continue }
          let later = walk.visits.dropFirst(position + 1).first {
            $0.stall == visit.stall && $0.pickUps.contains(line)
          }
          if let later {
            if later.begin < ready { found.append(.pickUpTooEarly(later, "\(path).pickUps", line: line, ready: ready)) }
          } else if visit.depart < ready {
            found.append(.leftBeforeReady(visit, "\(path).depart", line: line, ready: ready))
          }
        }
        let earlier = walk.visits.prefix(position)
        for line in visit.pickUps where !earlier.contains(where: { $0.stall == visit.stall && $0.lines.contains(line) })
        {
          found.append(.pickUpWithoutOrder(visit, "\(path).pickUps", line: line))
        }
      }
    }
    return found
  }

  /// When the slowest of the line's goods from this visit is there; nil when all were on the counter.
  private static func ready(
    _ line: Int, ordered visit: PlanVisit, _ plan: PlanDocument, _ facts: VerifierFacts
  ) -> LocalTime? {
    let minutes = plan.buys(of: line, at: visit.stall).compactMap { facts.market.offers[$0.offer]?.runnerMinutes }.max()
    guard let minutes, minutes > 0, let stall = facts.market.stalls[visit.stall] else { return nil }
    let deals = visit.lines.reduce(0) { $0 + plan.buys(of: $1, at: visit.stall).count }
    return visit.begin.adding(seconds: stall.setupSeconds + deals * stall.lineSeconds + minutes * 60)
  }
}

extension Violation {
  fileprivate static func pickUpTooEarly(
    _ visit: PlanVisit, _ path: String, line: Int, ready: LocalTime
  ) -> Violation {
    Violation(
      .pickUpTooEarly, at: path,
      english: "line \(line + 1) is picked up at stall `\(visit.stall)` at \(visit.begin), and is there at \(ready)",
      chinese: "第 \(line + 1) 行于 \(visit.begin) 在档口 `\(visit.stall)` 取货，但 \(ready) 才到货")
  }

  fileprivate static func leftBeforeReady(
    _ visit: PlanVisit, _ path: String, line: Int, ready: LocalTime
  ) -> Violation {
    Violation(
      .leftBeforeReady, at: path,
      english:
        "the runner brings line \(line + 1) to stall `\(visit.stall)` at \(ready), and nobody waits or comes back",
      chinese: "第 \(line + 1) 行调货 \(ready) 才到档口 `\(visit.stall)`，无人等候或返回")
  }

  fileprivate static func pickUpWithoutOrder(_ visit: PlanVisit, _ path: String, line: Int) -> Violation {
    Violation(
      .pickUpWithoutOrder, at: path, english: "line \(line + 1) was not ordered at stall `\(visit.stall)` before",
      chinese: "第 \(line + 1) 行此前没有在档口 `\(visit.stall)` 下单")
  }
}
