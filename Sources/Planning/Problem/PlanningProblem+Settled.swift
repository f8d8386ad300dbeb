internal import Base
internal import BoardSpec
internal import Electronics
internal import Market

/// What a slot takes from stock.
struct HandShare: Hashable {
  /// The item of the stock, from 0.
  var item: Int
  var name: String
  var pieces: Int
  /// Pieces that the slot needs in all.
  var need: Int
  /// The part that the catalog knows the item as; nil where it knows none.
  var part: Part?

  /// Whether nothing has to be bought.
  var isWhole: Bool { pieces >= need }
}

extension PlanningProblem {
  /// Marks the slots that are asked for on the spot: those of a bill of materials, or in a bill's own words, of which no part that
  /// fits is offered with a date code that keeps to the rule, or none in the pieces needed. What a spec written by hand asks for is told
  /// as a conflict, unless the markets have a generated sample that the plan leaves out: then nobody knows yet who sells what.
  ///
  /// Of an excerpt of a market the pieces are not known; there a part counts as offered enough.
  mutating func markAsked() {
    for number in orders.indices {
      let order = orders[number]
      for (position, slot) in order.board.slots.enumerated() {
        let parts = order.candidates[position]
        let isClear = slot.asked != nil || (order.board.bill != nil || leavesOutSample) && !parts.isEmpty
        if order.onHand[position]?.isWhole == true || !isClear { continue }
        let rule = slot.policy.dateCode ?? order.board.policy.dateCode
        let amount = order.amount(of: slot) - Int64(order.onHand[position]?.pieces ?? 0) * 1_000
        let isShort = parts.allSatisfy { part in
          let pieces = pieces(of: part, under: rule)
          return excerpt == nil ? pieces < need(of: part, amount: amount) : !isOffered(part, under: rule)
        }
        if isShort { orders[number].asked.insert(position) }
      }
    }
  }

  private func isOffered(_ part: Part, under rule: DateCodeRule) -> Bool {
    offers[part.id, default: []].contains { $0.sells(part) && $0.verdict(under: rule, on: date) == .met }
  }

  /// Pieces of a part that can be bought from all offers together whose date codes keep to a rule.
  func pieces(of part: Part, under rule: DateCodeRule) -> Int {
    let kept = offers[part.id, default: []].filter { $0.sells(part) && $0.verdict(under: rule, on: date) == .met }
    return kept.reduce(0) { sum, offer in
      let (pieces, overflow) = sum.addingReportingOverflow(offer.salable)
      return overflow ? .max : pieces
    }
  }

  /// Serves slots in the spec's order, each from the first item that covers it whole, else from the first that fits: what a number
  /// names must then be sold if any part is, so that the rest can be bought as the same part.
  ///
  /// - Parameter isSold: whether the market has any offer of a part. What it throws is thrown.
  /// - Complexity: O(slots × items × candidates).
  mutating func takeFromStock(_ stock: [StockItem], isSold: (PartID) throws -> Bool) rethrows {
    var left = stock.map(\.quantity)
    for number in orders.indices {
      let order = orders[number]
      for (position, slot) in order.board.slots.enumerated() {
        let fitting = stock.indices.filter { left[$0] > 0 }.compactMap { item in
          share(of: stock[item], at: item, for: slot, order.candidates[position], amount: order.amount(of: slot))
        }
        if let whole = fitting.first(where: { $0.need <= left[$0.item] }) {
          left[whole.item] -= whole.need
          orders[number].onHand[position] = whole
        } else if var part = try fitting.first(where: { share in
          guard stock[share.item].mpn != nil, share.part != nil else { return true }
          let sold = try order.candidates[position].filter { try isSold($0.id) }
          return sold.isEmpty || sold.contains { stock[share.item].names($0.id) }
        }) {
          part.pieces = min(left[part.item], Int((order.amount(of: slot) - 1) / 1_000))
          guard part.pieces > 0 else { continue }
          left[part.item] -= part.pieces
          orders[number].onHand[position] = part
          if stock[part.item].mpn != nil, part.part != nil {
            orders[number].candidates[position].removeAll { !stock[part.item].names($0.id) }
          }
        }
      }
    }
  }

  /// All of a slot's need from an item; nil where the item does not fit the slot.
  private func share(
    of item: StockItem, at index: Int, for slot: Slot, _ candidates: [Part], amount: Int64
  ) -> HandShare? {
    /// - Parameter kind: a part that is handled like the item; nil where nobody knows how.
    func whole(_ part: Part?, kind: Part?) -> HandShare {
      let need = kind.map { self.need(of: $0, amount: amount) } ?? Int((amount - 1) / 1_000 + 1)
      return HandShare(item: index, name: item.name, pieces: need, need: need, part: part)
    }
    if let part = candidates.first(where: { item.names($0.id) }) { return whole(part, kind: part) }
    if let asked = slot.asked { return item.isAsked(asked) ? whole(nil, kind: nil) : nil }
    for requirement in slot.requirements {
      guard let category = requirement.category.flatMap({ categories[$0] }), let own = item.part(as: category),
        requirement.matches(own)
      else { continue }
      // Rules see a part of the catalog that is like it.
      let like = candidates.first { $0.package == own.package && $0.parameters.contains(own.parameters) }
      return whole(like ?? candidates.first, kind: own)
    }
    return nil
  }
}

extension [String: ParameterValue] {
  /// Whether all of these values are among this part's.
  fileprivate func contains(_ other: Self) -> Bool { other.allSatisfy { self[$0.key] == $0.value } }
}
