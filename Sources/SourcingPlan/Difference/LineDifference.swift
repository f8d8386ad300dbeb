package import Base
package import Market

/// Slots of an order that two plans fill otherwise: bought elsewhere, as another part, in other pieces, or not bought at all.
///
/// Slots are compared as far as either plan puts them into one line: a line that becomes two, or two that become one, is one difference.
package struct LineDifference: Sendable, Hashable, Encodable {
  package var order: OrderID
  /// References, those of the earlier plan first.
  package var slots: [String]
  /// What fills the slots in each plan; empty where the plan does not have them.
  package var before: [SlotFilling]
  package var after: [SlotFilling]
  /// What is paid for goods, what of them is expected to be lost, and what asking for them is expected to cost.
  package var goods: AmountChange
  package var risk: AmountChange
  package var asking: AmountChange

  init(order: OrderID, before: [SlotFilling], after: [SlotFilling]) {
    self.order = order
    self.before = before
    self.after = after
    var known: Set<String> = []
    slots = (before + after).flatMap(\.slots).filter { known.insert($0).inserted }
    func sum(_ fillings: [SlotFilling], _ amount: (SlotFilling) -> Money) -> Money {
      fillings.reduce(.zero) { $0 + amount($1) }
    }
    goods = AmountChange(sum(before, \.goods), sum(after, \.goods))
    risk = AmountChange(sum(before, \.risk), sum(after, \.risk))
    asking = AmountChange(sum(before, \.asking), sum(after, \.asking))
  }

  /// What planning decides of the slots: goods, risk and what asking costs.
  package var amount: AmountChange {
    AmountChange(
      goods.before.money + risk.before.money + asking.before.money,
      goods.after.money + risk.after.money + asking.after.money)
  }

  /// In the order of the earlier plan, what only the later one has last.
  static func all(from before: PlanDocument, to after: PlanDocument) -> [LineDifference] {
    let (old, new) = (before.slotFillings, after.slotFillings)
    var groups = SlotGroups(old + new)
    return groups.groups().compactMap { places in
      let before = places.filter { $0 < old.count }.map { old[$0] }
      let after = places.filter { $0 >= old.count }.map { new[$0 - old.count] }
      guard before.sorted() != after.sorted(), let order = (before + after).first?.order else { return nil }
      return LineDifference(order: order, before: before, after: after)
    }
  }
}

/// What a plan does about some slots: what it buys, asks for, takes from stock, or leaves.
package struct SlotFilling: Sendable, Hashable, Encodable {
  package var order: OrderID
  package var slots: [String]
  package var state: LineState
  /// What fills them, as people read it: a part's number, what is asked for, an item of the stock; nil where nobody has said.
  package var part: String?
  package var maker: String?
  /// Pieces that are needed of it.
  package var need: Int?
  /// By stall and offer.
  package var buys: [Purchase]
  /// The floor where it is asked for, and what that is expected to cost.
  package var floor: PlaceID?
  package var expected: Amount?

  /// A purchase, whatever its number.
  package struct Purchase: Sendable, Hashable, Encodable {
    package var stall: PlaceID
    package var offer: SupplyID
    package var quantity: Int
    package var unitPrice: Amount
    package var amount: Amount
    package var condition: Condition
    package var risk: Amount

    init(_ buy: PlanBuy) {
      (stall, offer, quantity) = (buy.stall, buy.offer, buy.quantity)
      (unitPrice, amount, condition, risk) = (buy.unitPrice, buy.amount, buy.condition, buy.risk)
    }
  }

  init(
    _ order: OrderID, _ slots: [String], _ state: LineState, part: String? = nil, maker: String? = nil,
    need: Int? = nil,
    buys: [Purchase] = [], floor: PlaceID? = nil, expected: Amount? = nil
  ) {
    (self.order, self.slots, self.state) = (order, slots, state)
    (self.part, self.maker, self.need, self.buys) = (part, maker, need, buys)
    (self.floor, self.expected) = (floor, expected)
  }

  package var goods: Money { buys.reduce(.zero) { $0 + $1.amount.money } }
  package var risk: Money { buys.reduce(.zero) { $0 + $1.risk.money } }
  package var asking: Money { expected?.money ?? .zero }
}

extension SlotFilling: Comparable {
  package static func < (left: SlotFilling, right: SlotFilling) -> Bool {
    (left.order.text, left.slots.joined(separator: ","), left.state.rawValue, left.part ?? "")
      < (right.order.text, right.slots.joined(separator: ","), right.state.rawValue, right.part ?? "")
  }
}

extension PlanDocument {
  /// What becomes of every slot that the plan names. Slots may be in two: partly from stock, partly bought.
  var slotFillings: [SlotFilling] {
    var all = lines.map { line in
      SlotFilling(
        line.order, line.slots, line.state ?? .bought, part: line.mpn, maker: line.maker, need: line.need,
        buys: line.buys.map { SlotFilling.Purchase($0) }.sorted {
          ($0.stall, $0.offer, $0.quantity) < ($1.stall, $1.offer, $1.quantity)
        })
    }
    all += (asked ?? []).map { line in
      SlotFilling(
        line.order, line.slots, line.state, part: line.wanted, maker: line.maker, need: line.need,
        floor: line.estimate?.place, expected: line.estimate?.expected)
    }
    all += (onHand ?? []).map { SlotFilling($0.order, $0.slots, .onHand, part: $0.name, need: $0.pieces) }
    all += (missing ?? []).map { SlotFilling($0.order, $0.slots, $0.state ?? .toBeFoundOut, part: $0.says) }
    let told = Set(all.flatMap(\.keys))
    return all
      + (bom ?? []).compactMap { line in
        let filling = SlotFilling(line.order, line.slots, line.state, part: line.says)
        return filling.keys.contains(where: told.contains) ? nil : filling
      }
  }
}

extension SlotFilling {
  /// The slots across orders.
  fileprivate var keys: [SlotKey] { slots.map { SlotKey(order: order, slot: $0) } }
}

private struct SlotKey: Hashable {
  var order: OrderID
  var slot: String
}

/// Fillings that share a slot, directly or through others, belong together: union-find with path halving, O(slots × α(slots)).
private struct SlotGroups {
  private var parents: [Int]

  init(_ fillings: [SlotFilling]) {
    parents = Array(fillings.indices)
    var owner: [SlotKey: Int] = [:]
    for (place, filling) in fillings.enumerated() {
      for key in filling.keys {
        if let other = owner[key] { join(place, other) } else { owner[key] = place }
      }
    }
  }

  /// Places of fillings by group, groups by their first place.
  mutating func groups() -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    for place in parents.indices { groups[root(of: place), default: []].append(place) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The least place of a group is its root.
  private mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (root(of: left), root(of: right))
    parents[max(left, right)] = min(left, right)
  }

  private mutating func root(of place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }
}
