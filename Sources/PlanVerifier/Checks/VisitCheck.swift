internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// Everything is bought at exactly one visit of its stall, each visit lasts as long as its deals take, and nobody
/// carries more than they can.
enum VisitCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (index, walk) in plan.walks.enumerated() {
      for (position, visit) in walk.visits.enumerated() {
        found += self.visit(visit, "walks[\(index)].visits[\(position)]", plan, facts)
      }
      found += load(of: walk, "walks[\(index)]", plan, facts)
    }
    return found + places(of: plan)
  }

  private static func visit(
    _ visit: PlanVisit, _ path: String, _ plan: PlanDocument, _ facts: VerifierFacts
  ) -> [Violation] {
    if visit.lines.isEmpty && visit.pickUps.isEmpty { return [.visitEmpty(visit, path)] }
    for line in visit.lines where plan.buys(of: line, at: visit.stall).isEmpty {
      return [.visitWithoutPurchase(visit, "\(path).lines", line: line)]
    }
    guard let stall = facts.market.stalls[visit.stall] else { return [] }
    let deals = visit.lines.reduce(0) { $0 + plan.buys(of: $1, at: visit.stall).count }
    let service = stall.setupSeconds + deals * stall.lineSeconds
    if visit.depart.seconds(since: visit.begin) < service {
      return [.serviceTooShort(visit, "\(path).depart", seconds: service)]
    }
    return []
  }

  /// Every purchase's stall is visited for its line, once.
  private static func places(of plan: PlanDocument) -> [Violation] {
    let visits = plan.walks.flatMap(\.visits)
    var found: [Violation] = []
    for (index, line) in plan.lines.enumerated() {
      for stall in Set(line.buys.map(\.stall)).sorted() {
        let times = visits.reduce(0) { sum, visit in
          sum + (visit.stall == stall ? visit.lines.count { $0 == index } : 0)
        }
        if times == 0 { found.append(.stallNotVisited(line, "lines[\(index)].buys", stall: stall)) }
        if times > 1 { found.append(.boughtTwice(line, "lines[\(index)].buys", stall: stall)) }
      }
    }
    return found
  }

  private static func load(
    of walk: PlanWalk, _ path: String, _ plan: PlanDocument, _ facts: VerifierFacts
  ) -> [Violation] {
    guard let limit = facts.day.buyers.first(where: { $0.name == walk.buyer })?.load else { return [] }
    var load: Int128 = 0
    for visit in walk.visits where facts.carries(from: visit.stall) {
      for index in Set(visit.lines) where plan.lines.indices.contains(index) {
        let part = facts.market.parts[plan.lines[index].part]
        let mass = part.flatMap { facts.market.categories[$0.category]?.milligrams } ?? 0
        load += plan.buys(of: index, at: visit.stall).reduce(0) { $0 + Int128($1.quantity) * Int128(mass) }
      }
    }
    return load > Int128(limit) ? [.overloaded(walk, path, load: Int(clamping: load), limit: Int(limit))] : []
  }
}

extension VerifierFacts {
  /// Whether a buyer carries what is bought at a stall; what a shop ships comes by itself.
  func carries(from stall: String) -> Bool { market.stalls[stall]?.position != nil }
}

extension PlanDocument {
  /// What a line buys at a stall; nothing where the plan has no such line.
  func buys(of line: Int, at stall: String) -> [PlanBuy] {
    lines.indices.contains(line) ? lines[line].buys.filter { $0.stall == stall } : []
  }
}

extension Violation {
  fileprivate static func visitEmpty(_ visit: PlanVisit, _ path: String) -> Violation {
    Violation(
      .visitEmpty, at: path, english: "nothing is bought or picked up at stall `\(visit.stall)`",
      chinese: "在档口 `\(visit.stall)` 既不购买也不取货")
  }

  fileprivate static func visitWithoutPurchase(_ visit: PlanVisit, _ path: String, line: Int) -> Violation {
    Violation(
      .visitWithoutPurchase, at: path, english: "line \(line + 1) buys nothing at stall `\(visit.stall)`",
      chinese: "第 \(line + 1) 行没有在档口 `\(visit.stall)` 购买")
  }

  fileprivate static func serviceTooShort(_ visit: PlanVisit, _ path: String, seconds: Int) -> Violation {
    Violation(
      .serviceTooShort, at: path,
      english:
        "the deals at stall `\(visit.stall)` take \(seconds) s, and \(visit.depart.seconds(since: visit.begin)) s are left for them",
      chinese: "档口 `\(visit.stall)` 的交易需要 \(seconds) 秒，方案只留 \(visit.depart.seconds(since: visit.begin)) 秒")
  }

  fileprivate static func stallNotVisited(_ line: PlanLine, _ path: String, stall: String) -> Violation {
    Violation(
      .stallNotVisited, at: path, english: "`\(line.mpn)` is bought at stall `\(stall)`, where nobody goes for it",
      chinese: "`\(line.mpn)` 在档口 `\(stall)` 购买，但没有人去买")
  }

  fileprivate static func boughtTwice(_ line: PlanLine, _ path: String, stall: String) -> Violation {
    Violation(
      .boughtTwice, at: path, english: "`\(line.mpn)` is bought at more than one visit of stall `\(stall)`",
      chinese: "`\(line.mpn)` 在档口 `\(stall)` 的多次到访中重复购买")
  }

  fileprivate static func overloaded(_ walk: PlanWalk, _ path: String, load: Int, limit: Int) -> Violation {
    Violation(
      .overloaded, at: path, english: "buyer `\(walk.buyer)` carries \(load / 1000) g, and can carry \(limit / 1000) g",
      chinese: "采购员 `\(walk.buyer)` 负重 \(load / 1000) 克，上限 \(limit / 1000) 克")
  }
}
