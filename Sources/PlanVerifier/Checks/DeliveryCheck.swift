internal import Base
internal import Market
internal import SourcingPlan

/// What ships is ordered, what is walked to is visited; an order is placed by an agent of the day, and states what its delivery
/// costs and when it is there.
enum DeliveryCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (number, walk) in plan.walks.enumerated() {
      for (index, visit) in walk.visits.enumerated() {
        guard let stall = facts.market.stalls[visit.stall], stall.position == nil else { continue }
        found.append(.wayOfGoodsWrong(visit.stall, "walks[\(number)].visits[\(index)].stall", ships: true))
      }
    }
    for (index, delivery) in plan.deliveries.enumerated() {
      let path = "deliveries[\(index)]"
      if !plan.walks.contains(where: { $0.agent == delivery.agent }) {
        found.append(.orderedByNobody(delivery, "\(path).agent"))
      }
      guard let stall = facts.market.stalls[delivery.stall] else {
        found.append(.shopUnknown(delivery, "\(path).stall"))
        continue
      }
      if stall.position != nil { found.append(.wayOfGoodsWrong(delivery.stall, "\(path).stall", ships: false)) }
      let goods = facts.goods(of: delivery, in: plan)
      if let charge = delivery.charge, charge.money != facts.charge(at: stall.id, goods: goods) {
        found.append(.deliveryMisstated(delivery, "\(path).charge"))
      }
      if let stated = delivery.goods, stated.money != goods {
        found.append(.deliveryMisstated(delivery, "\(path).goods"))
      }
      if let least = stall.minimumOrder, goods < least {
        found.append(.belowOrderMinimum(delivery, path, goods: Amount(goods), least: Amount(least)))
      }
      if plan.deliveries[..<index].contains(where: { $0.stall == delivery.stall }) {
        found.append(.orderedTwice(delivery, "\(path).stall"))
      }
      if let day = delivery.arrives, day != facts.day.date.adding(days: stall.shippingDays) {
        found.append(.deliveryMisstated(delivery, "\(path).arrives"))
      }
      if let ready = delivery.ready, ready != facts.ready(delivery) {
        found.append(.deliveryMisstated(delivery, "\(path).ready"))
      }
    }
    return found
  }
}

extension VerifierFacts {
  /// When the goods of an order are there: as many days after it is placed as its shop takes; nil for a shop that is not known.
  func ready(_ delivery: PlanDelivery) -> LocalTime? {
    market.stalls[delivery.stall].flatMap { delivery.depart.adding(seconds: $0.shippingDays * 86_400) }
  }
}

extension Violation {
  fileprivate static func wayOfGoodsWrong(_ stall: PlaceID, _ path: String, ships: Bool) -> Violation {
    Violation(
      .wayOfGoodsWrong, at: path,
      english: ships
        ? "`\(stall)` ships and has no counter to visit" : "`\(stall)` does not ship; its goods are bought on a visit",
      chinese: ships ? "`\(stall)` 只发货，没有可到访的柜台" : "`\(stall)` 不发货，须到访购买")
  }

  fileprivate static func orderedByNobody(_ delivery: PlanDelivery, _ path: String) -> Violation {
    Violation(
      .buyerUnknown, at: path,
      english: "the order from `\(delivery.stall)` is placed by `\(delivery.agent)`, who is not a buyer of the day",
      chinese: "`\(delivery.stall)` 的订单由 `\(delivery.agent)` 下单，但其当天没有安排")
  }

  fileprivate static func shopUnknown(_ delivery: PlanDelivery, _ path: String) -> Violation {
    Violation(
      .stallUnknown, at: path, english: "the market has no stall `\(delivery.stall)`",
      chinese: "市场中没有档口 `\(delivery.stall)`")
  }

  fileprivate static func belowOrderMinimum(
    _ delivery: PlanDelivery, _ path: String, goods: Amount, least: Amount
  ) -> Violation {
    Violation(
      .belowOrderMinimum, at: path,
      english: "`\(delivery.stall)` takes orders from \(least) CNY of goods on; this one comes to \(goods)",
      chinese: "`\(delivery.stall)` 起订金额为 \(least) 元，该订单货款只有 \(goods) 元")
  }

  fileprivate static func orderedTwice(_ delivery: PlanDelivery, _ path: String) -> Violation {
    Violation(
      .deliveryMisstated, at: path, english: "there are two orders from `\(delivery.stall)`",
      chinese: "`\(delivery.stall)` 有两个订单")
  }

  fileprivate static func deliveryMisstated(_ delivery: PlanDelivery, _ path: String) -> Violation {
    Violation(
      .deliveryMisstated, at: path, english: "the delivery from `\(delivery.stall)` is not as the catalog has it",
      chinese: "`\(delivery.stall)` 的邮寄信息与物料库不符")
  }
}
