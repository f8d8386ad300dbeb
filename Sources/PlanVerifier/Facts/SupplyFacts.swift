internal import BoardSpec
internal import CatalogStore
package import Electronics
internal import SourcingPlan

/// A line of the bill of materials that the spec was imported from.
package struct BillLineFacts: Sendable, Hashable {
  package var references: [String]
  package var row: String?
  package var says: String?
  package var isFitted: Bool

  package init(references: [String], row: String? = nil, says: String? = nil, isFitted: Bool = true) {
    self.references = references
    self.row = row
    self.says = says
    self.isFitted = isFitted
  }
}

/// An item that the user has at hand.
package struct StockFacts: Sendable, Hashable {
  package var name: String
  package var pieces: Int

  package init(name: String, pieces: Int) {
    self.name = name
    self.pieces = pieces
  }
}

/// How a slot can be served without a purchase.
package struct SlotSupply: Sendable {
  /// Whether it is clear what the slot wants, so that it may be asked for where nobody's price is known.
  package var canBeAsked: Bool
  /// Whether some market of the plan has an offer of any part that fits.
  package var isOffered: Bool
  /// What items of the stock are for the slot, by their numbers: a part, or nil where it is only known as the bill has it. An item
  /// that does not fit is not among them.
  package var items: [Int: [Part?]]

  package init(canBeAsked: Bool = false, isOffered: Bool = true, items: [Int: [Part?]] = [:]) {
    self.canBeAsked = canBeAsked
    self.isOffered = isOffered
    self.items = items
  }
}

extension VerifierFacts {
  /// Adds what spec and catalog say of the lines that a plan does not buy: as far as it asks for them, or has them at hand.
  mutating func addSupply(for plan: PlanDocument, of board: Board, catalog: Catalog, markets: [String]) throws {
    orders[0].bill = board.bill.map { bill in
      bill.lines.map {
        BillLineFacts(references: $0.references, row: $0.row, says: $0.says, isFitted: $0.isFitted)
      }
    }
    let stock =
      board.stock
      + (plan.inputs.stock ?? []).map { item in
        StockItem(
          mpn: item.mpn, maker: item.maker, value: item.value, package: item.package, quantity: item.quantity)
      }
    orders[0].stock = stock.map { StockFacts(name: $0.name, pieces: $0.quantity) }
    let asked = Set((plan.asked ?? []).flatMap(\.slots))
    let used = Dictionary(grouping: plan.onHand ?? [], by: { $0.slots.first ?? "" }).mapValues { $0.map(\.item) }
    for (position, slot) in board.slots.enumerated() {
      let items = (slot.references.first.flatMap { used[$0] } ?? []).filter(stock.indices.contains)
      if items.isEmpty, asked.isDisjoint(with: slot.references) { continue }
      var parts: [Part] = []
      for requirement in slot.requirements {
        let pool =
          try requirement.mpn.map { try catalog.parts(mpn: $0) }
          ?? requirement.category.map { try catalog.parts(category: $0) } ?? []
        parts += pool.filter { requirement.matches($0) }
      }
      var supply = SlotSupply()
      supply.canBeAsked = slot.asked != nil || board.bill != nil && !parts.isEmpty
      supply.isOffered = try markets.contains { market in
        try catalog.offers(of: Set(parts.map(\.id)), market: market).contains { !$0.value.isEmpty }
      }
      for item in items { supply.items[item] = self.parts(of: stock[item], for: slot, among: parts) }
      orders[0].slots[position].supply = supply
    }
  }

  private func parts(of item: StockItem, for slot: Slot, among parts: [Part]) -> [Part?] {
    let named = parts.filter { item.names($0.id) }
    if !named.isEmpty { return named }
    if let asked = slot.asked { return item.isAsked(asked) ? [nil] : [] }
    return slot.requirements.compactMap { requirement in
      requirement.category.flatMap { market.categories[$0] }.flatMap { item.part(as: $0) }
        .flatMap { requirement.matches($0) ? $0 : nil }
    }
  }
}
