internal import Base
internal import Market
internal import SourcingPlan

/// Goods that a runner fetches (调货) are waited for, or picked up at a later visit once they are there.
enum RunnerCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    let purchases = plan.purchases
    var found: [Violation] = []
    for walk in plan.walks.indices {
      let stops = plan.checkedStops(of: walk)
      for (position, stop) in stops.enumerated() {
        let (visit, path) = (stop.visit, stop.path)
        for purchase in visit.purchases {
          guard let ready = ready(purchase, ordered: visit, purchases, facts) else { continue }
          let later = stops.dropFirst(position + 1).first {
            $0.visit.stall == visit.stall && $0.visit.pickUps.contains(purchase)
          }
          if let later {
            if later.visit.begin < ready {
              found.append(.pickUpTooEarly(later.visit, "\(later.path).pickUps", purchase, ready: ready))
            }
          } else if visit.depart < ready {
            found.append(.leftBeforeReady(visit, "\(path).depart", purchase, ready: ready))
          }
        }
        let earlier = stops.prefix(position)
        for purchase in visit.pickUps
        where !earlier.contains(where: { $0.visit.stall == visit.stall && $0.visit.purchases.contains(purchase) }) {
          found.append(.pickUpWithoutOrder(visit, "\(path).pickUps", purchase))
        }
      }
    }
    return found
  }

  /// When the goods of a purchase are there; nil when they were on the counter.
  private static func ready(
    _ purchase: PurchaseID, ordered visit: PlanVisit, _ purchases: [PurchaseID: (line: Int, buy: PlanBuy)],
    _ facts: VerifierFacts
  ) -> LocalTime? {
    let minutes = purchases[purchase].flatMap { facts.market.offers[$0.buy.offer]?.runnerMinutes } ?? 0
    guard minutes > 0, let stall = facts.market.stalls[visit.stall] else { return nil }
    return visit.begin.adding(
      seconds: stall.setupSeconds + visit.purchases.count * stall.lineSeconds + minutes * 60)
  }
}

extension Violation {
  fileprivate static func pickUpTooEarly(
    _ visit: PlanVisit, _ path: String, _ purchase: PurchaseID, ready: LocalTime
  ) -> Violation {
    Violation(
      .pickUpTooEarly, at: path,
      english: "`\(purchase)` is picked up at stall `\(visit.stall)` at \(visit.begin), but is there only at \(ready)",
      chinese: "`\(purchase)` 于 \(visit.begin) 在档口 `\(visit.stall)` 取货，但 \(ready) 才到货")
  }

  fileprivate static func leftBeforeReady(
    _ visit: PlanVisit, _ path: String, _ purchase: PurchaseID, ready: LocalTime
  ) -> Violation {
    Violation(
      .leftBeforeReady, at: path,
      english:
        "the runner brings `\(purchase)` to stall `\(visit.stall)` at \(ready), but the buyer neither waits nor comes back",
      chinese: "`\(purchase)` 调货 \(ready) 才到档口 `\(visit.stall)`，无人等候或返回")
  }

  fileprivate static func pickUpWithoutOrder(_ visit: PlanVisit, _ path: String, _ purchase: PurchaseID) -> Violation {
    Violation(
      .pickUpWithoutOrder, at: path, english: "`\(purchase)` was not ordered at stall `\(visit.stall)` before",
      chinese: "`\(purchase)` 此前没有在档口 `\(visit.stall)` 下单")
  }
}
