internal import Base
internal import Market
internal import SourcingPlan

/// Every order, line, purchase, agent and task has an id of its own, as its order and references make it.
enum IDCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    found += repeated(plan.orders.map(\.id.text), "orders")
    found += repeated((plan.agents ?? []).map(\.id.text), "agents")
    found += repeated(plan.schedule.map(\.id.text), "schedule")
    var purchases: Set<PurchaseID> = []
    for (index, line) in plan.lines.enumerated() {
      let path = "lines[\(index)]"
      if line.id != LineID(line.order, line.slots) { found.append(.idWrong(line.id.text, "\(path).id")) }
      if facts.order(line.order) == nil { found.append(.idWrong(line.order.text, "\(path).order")) }
      for (position, buy) in line.buys.enumerated() {
        let isOwn = buy.id == PurchaseID(line.id, position + 1)
        if !isOwn || !purchases.insert(buy.id).inserted {
          found.append(.idWrong(buy.id.text, "\(path).buys[\(position)].id"))
        }
      }
    }
    return found
  }

  private static func repeated(_ ids: [String], _ path: String) -> [Violation] {
    var seen: Set<String> = []
    return ids.enumerated().compactMap { index, id in
      seen.insert(id).inserted ? nil : .idWrong(id, "\(path)[\(index)].id")
    }
  }
}

extension Violation {
  fileprivate static func idWrong(_ id: String, _ path: String) -> Violation {
    Violation(
      .idWrong, at: path, english: "the id `\(id)` is used twice, or does not belong to what it stands for",
      chinese: "编号 `\(id)` 重复，或与所指内容不符")
  }
}
