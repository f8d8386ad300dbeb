import Base
import Foundation
import SourcingPlan
import TestSupport

/// Plans made of the bundled market, kept beside the walk sheet's tests, and seeded changes of them whose sums stay right.
enum PlanFixture {
  static let names = [
    "Plan", "Plans/asset-tracker", "Plans/esp32-sensor", "Plans/feature-phone", "Plans/floors",
    "Plans/power-bank-by-mail", "Plans/usb-charger",
  ]

  static func plan(_ name: String) throws -> PlanDocument {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try PlanDocument(json: Data(contentsOf: tests.appending(path: "WalkSheetTests/\(name).json")))
  }

  /// A few changes of what is bought, from where and in which order; the cost is summed anew.
  static func changed(_ plan: PlanDocument, _ generator: inout SeededGenerator) -> PlanDocument {
    var plan = plan
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      guard !plan.lines.isEmpty else { break }
      let line = Int.random(in: plan.lines.indices, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: plan.lines.remove(at: line)
      case 1 where !plan.lines[line].buys.isEmpty:
        plan.lines[line].buys[0].quantity += 1
        plan.lines[line].buys[0].amount = Amount(plan.lines[line].buys[0].amount.money + .fen)
      case 2 where !plan.lines[line].buys.isEmpty: plan.lines[line].buys[0].stall = "ELSEWHERE"
      case 3 where plan.lines[line].slots.count > 1:
        // One line becomes two: the last of its slots is bought by itself, as another part.
        var single = plan.lines[line]
        single.slots = [plan.lines[line].slots.removeLast()]
        single.mpn += "-X"
        plan.lines.append(single)
      case 4:
        for walk in plan.walks.indices { plan.walks[walk].visits.shuffle(using: &generator) }
      default: plan.lines[line].mpn += "-Y"
      }
    }
    let buys = plan.lines.flatMap(\.buys)
    let before = plan.cost
    plan.cost[.goods] = Amount(buys.reduce(.zero) { $0 + $1.amount.money })
    plan.cost[.risk] = Amount(buys.reduce(.zero) { $0 + $1.risk.money })
    let goods = (plan.cost[.goods]?.money ?? .zero) - (before[.goods]?.money ?? .zero)
    let risk = (plan.cost[.risk]?.money ?? .zero) - (before[.risk]?.money ?? .zero)
    plan.cost.total = Amount(before.total.money + goods + risk)
    return plan
  }
}
