internal import Base
internal import Market
internal import SourcingPlan

/// Every place that the plan names is listed once, with the position or the delivery that the catalog gives it.
enum PlaceCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    // Plans of the first schema list no places.
    guard let places = plan.places else { return [] }
    var found: [Violation] = []
    var listed: Set<PlaceID> = []
    for (index, place) in places.enumerated() {
      let path = "places[\(index)]"
      guard let stall = facts.market.stalls[place.id], listed.insert(place.id).inserted else {
        found.append(.placeMisstated(place.id, path))
        continue
      }
      if place.position.map({ "\($0.building)/\($0.floor)" }) != stall.position.map({ "\($0.building)/\($0.floor)" }) {
        found.append(.placeMisstated(place.id, "\(path).position"))
      }
      let ships = stall.position == nil
      let delivery = place.delivery
      if (delivery != nil) != ships
        || (ships && !(delivery.map { isRight($0, of: stall) } ?? false))
      {
        found.append(.placeMisstated(place.id, "\(path).delivery"))
      }
      if stall.isSample, !place.isSample { found.append(.placeMisstated(place.id, "\(path).isSample")) }
      if place.market != facts.market.profile(ofStall: place.id).id {
        found.append(.placeMisstated(place.id, "\(path).market"))
      }
    }
    let named = plan.stalls.union(plan.lines.compactMap { $0.fallback?.stall })
      .union((plan.asked ?? []).flatMap { $0.estimate?.next ?? [] })
    for id in named.subtracting(listed).sorted() where facts.market.stalls[id] != nil {
      found.append(.placeMisstated(id, "places"))
    }
    return found
  }

  /// Whether a place ships as its shop does.
  private static func isRight(_ delivery: PlanSource.Delivery, of shop: Stall) -> Bool {
    delivery.charge.money == shop.shipping && delivery.days == shop.shippingDays
      && delivery.freeFrom?.money == shop.freeFrom && delivery.minimumOrder?.money == shop.minimumOrder
  }
}

extension Violation {
  fileprivate static func placeMisstated(_ id: PlaceID, _ path: String) -> Violation {
    Violation(
      .placeMisstated, at: path, english: "place `\(id)` is not listed once as the catalog has it",
      chinese: "地点 `\(id)` 没有按物料库的内容列出一次")
  }
}
