internal import Base
internal import Market
internal import SourcingPlan

/// Each kind of work that the board pays for is bought once, from a service that takes the board, at its formula's price.
///
/// A plan that says it is infeasible may name no service at all.
enum ServiceCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    if plan.services.isEmpty, plan.status == .infeasible || plan.status == .unknown { return [] }
    var found: [Violation] = []
    var bought: [OrderID: [Service.Kind: Int]] = [:]
    for (index, stated) in plan.services.enumerated() {
      let path = "services[\(index)]"
      guard let service = facts.market.services.first(where: { $0.id == stated.id }),
        let board = facts.order(of: stated), takes(service, board), let named = board.work.services[service.kind],
        named == nil || named == service.id
      else {
        found.append(.serviceUnfit(stated, path))
        continue
      }
      bought[board.id, default: [:]][service.kind, default: 0] += 1
      let price = facts.price(of: stated)
      if stated.amount.money != price {
        found.append(.servicePriceWrong(stated, "\(path).amount", right: Amount(price)))
      }
      let task = plan.schedule.first { $0.id == TaskID(board.id, service.kind.rawValue) }
      if let task, stated.isPaidThatDay != (task.start.date == plan.date) {
        found.append(.paymentDayWrong(stated, "\(path).isPaidThatDay", step: task))
      }
    }
    for board in facts.orders {
      for kind in Service.Kind.allCases where board.work.services.keys.contains(kind) {
        let times = bought[board.id]?[kind] ?? 0
        if times != 1 { found.append(.serviceMissing(kind, times: times)) }
      }
    }
    return found
  }

  private static func takes(_ service: Service, _ board: BoardFacts) -> Bool {
    let work = board.work
    return (service.layers?.contains(work.layers) ?? true) && (service.sides?.contains(work.sides) ?? true)
      && (service.boards?.contains(board.boards) ?? true) && work.area <= service.largestArea ?? .max
  }
}

extension Violation {
  fileprivate static func serviceUnfit(_ service: PlanService, _ path: String) -> Violation {
    Violation(
      .serviceUnfit, at: path, english: "service `\(service.id)` is unknown, not asked for or does not take this board",
      chinese: "服务 `\(service.id)` 不存在、未被要求或不承接该板")
  }

  fileprivate static func servicePriceWrong(_ service: PlanService, _ path: String, right: Amount) -> Violation {
    Violation(
      .servicePriceWrong, at: path, english: "service `\(service.id)` costs \(right) CNY, not \(service.amount)",
      chinese: "服务 `\(service.id)` 应为 \(right) 元，而不是 \(service.amount) 元")
  }

  fileprivate static func paymentDayWrong(_ service: PlanService, _ path: String, step: ScheduleStep) -> Violation {
    Violation(
      .paymentDayWrong, at: path,
      english: "service `\(service.id)` starts on \(step.start.date) and is paid on that day",
      chinese: "服务 `\(service.id)` 于 \(step.start.date) 开始，当日付款")
  }

  fileprivate static func serviceMissing(_ kind: Service.Kind, times: Int) -> Violation {
    Violation(
      .serviceMissing, at: "services",
      english: "the board needs service `\(kind.rawValue)` once, but the plan has it \(times) times",
      chinese: "板子需要一次 `\(kind.rawValue)`，方案中有 \(times) 次")
  }
}
