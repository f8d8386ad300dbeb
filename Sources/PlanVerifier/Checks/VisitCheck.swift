internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// Every purchase is made at exactly one stop at its stall, each stop lasts as long as its purchases take, and nobody carries more
/// than they can; parcels are not carried.
enum VisitCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    let purchases = plan.purchases
    var found: [Violation] = []
    var times: [PurchaseID: Int] = [:]
    for (index, walk) in plan.walks.enumerated() {
      let stops = plan.checkedStops(of: index)
      for stop in stops {
        found += self.stop(stop, purchases, facts)
        for purchase in stop.visit.purchases where purchases[purchase]?.buy.stall == stop.visit.stall {
          times[purchase, default: 0] += 1
        }
      }
      found += load(of: walk, stops, "walks[\(index)]", plan, purchases, facts)
    }
    for (index, line) in plan.lines.enumerated() {
      for buy in line.buys where times[buy.id] != 1 {
        found.append(
          times[buy.id] == nil
            ? .stallNotVisited(line, "lines[\(index)].buys", stall: buy.stall)
            : .boughtTwice(line, "lines[\(index)].buys", stall: buy.stall))
      }
    }
    return found
  }

  private static func stop(
    _ stop: CheckedStop, _ purchases: [PurchaseID: (line: Int, buy: PlanBuy)], _ facts: VerifierFacts
  ) -> [Violation] {
    let visit = stop.visit
    let asks = visit.asks?.count ?? 0
    if visit.purchases.isEmpty && visit.pickUps.isEmpty && asks == 0 { return [.visitEmpty(visit, stop.path)] }
    for purchase in visit.purchases where purchases[purchase]?.buy.stall != visit.stall {
      return [.visitWithoutPurchase(visit, "\(stop.path).purchases", purchase)]
    }
    guard let stall = facts.market.stalls[visit.stall] else { return [] }
    let service = stall.setupSeconds + (visit.purchases.count + asks) * stall.lineSeconds
    if visit.depart.seconds(since: visit.begin) < service {
      return [.serviceTooShort(visit, "\(stop.path).depart", seconds: service)]
    }
    return []
  }

  private static func load(
    of walk: PlanWalk, _ stops: [CheckedStop], _ path: String, _ plan: PlanDocument,
    _ purchases: [PurchaseID: (line: Int, buy: PlanBuy)], _ facts: VerifierFacts
  ) -> [Violation] {
    guard let limit = facts.agent(walk.agent)?.load else { return [] }
    var load: Int128 = 0
    for stop in stops where facts.carries(from: stop.visit.stall) {
      for (line, buy) in purchases.bought(at: stop.visit) {
        let part = facts.market.part(of: plan.lines[line])
        let mass = part.flatMap { facts.market.categories[$0.category]?.milligrams } ?? 0
        load += Int128(buy.quantity) * Int128(mass)
      }
    }
    return load > Int128(limit) ? [.overloaded(walk, path, load: Int(clamping: load), limit: Int(limit))] : []
  }
}

extension VerifierFacts {
  /// Whether a buyer carries what is bought at a stall; what a shop ships comes by itself.
  func carries(from stall: PlaceID) -> Bool { market.stalls[stall]?.position != nil }
}

extension Violation {
  fileprivate static func visitEmpty(_ visit: PlanVisit, _ path: String) -> Violation {
    Violation(
      .visitEmpty, at: path, english: "nothing is bought or picked up at stall `\(visit.stall)`",
      chinese: "在档口 `\(visit.stall)` 既不购买也不取货")
  }

  fileprivate static func visitWithoutPurchase(_ visit: PlanVisit, _ path: String, _ purchase: PurchaseID)
    -> Violation
  {
    Violation(
      .visitWithoutPurchase, at: path, english: "purchase `\(purchase)` is not made at stall `\(visit.stall)`",
      chinese: "采购 `\(purchase)` 不在档口 `\(visit.stall)`")
  }

  fileprivate static func serviceTooShort(_ visit: PlanVisit, _ path: String, seconds: Int) -> Violation {
    Violation(
      .serviceTooShort, at: path,
      english:
        "buying at stall `\(visit.stall)` takes \(seconds) s, and the plan leaves \(visit.depart.seconds(since: visit.begin)) s for it",
      chinese: "档口 `\(visit.stall)` 的交易需要 \(seconds) 秒，方案只留 \(visit.depart.seconds(since: visit.begin)) 秒")
  }

  fileprivate static func stallNotVisited(_ line: PlanLine, _ path: String, stall: PlaceID) -> Violation {
    Violation(
      .stallNotVisited, at: path, english: "`\(line.mpn)` is bought at stall `\(stall)`, but no visit buys it there",
      chinese: "`\(line.mpn)` 在档口 `\(stall)` 购买，但没有人去买")
  }

  fileprivate static func boughtTwice(_ line: PlanLine, _ path: String, stall: PlaceID) -> Violation {
    Violation(
      .boughtTwice, at: path, english: "`\(line.mpn)` is bought at more than one visit of stall `\(stall)`",
      chinese: "`\(line.mpn)` 在档口 `\(stall)` 的多次到访中重复购买")
  }

  fileprivate static func overloaded(_ walk: PlanWalk, _ path: String, load: Int, limit: Int) -> Violation {
    Violation(
      .overloaded, at: path,
      english: "buyer `\(walk.agent)` carries \(load / 1000) g, but can carry only \(limit / 1000) g",
      chinese: "采购员 `\(walk.agent)` 负重 \(load / 1000) 克，上限 \(limit / 1000) 克")
  }
}
