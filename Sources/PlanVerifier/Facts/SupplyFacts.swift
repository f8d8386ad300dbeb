internal import BoardSpec
internal import CatalogStore
package import Electronics
internal import Market
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

/// A part and the pieces of it that all offers of the plan's markets have together.
package struct OfferedPart: Sendable {
  package var part: Part
  package var pieces: Int128

  package init(_ part: Part, pieces: Int128) {
    self.part = part
    self.pieces = pieces
  }

  /// Sums the offers of a part whose stock reaches their least quantity. Where the plan rests on an excerpt of a market, any offer is
  /// enough: what the excerpt left out is not known.
  init(_ part: Part, offers: [Offer], isExcerpt: Bool) {
    let own = offers.filter { $0.part == part.id && ($0.package ?? part.package) == part.package }
    let pieces = own.filter { $0.stock >= max($0.minimum, $0.multiple) }.reduce(Int128(0)) { $0 + Int128($1.stock) }
    self.init(part, pieces: isExcerpt && !own.isEmpty ? .max : pieces)
  }
}

/// How a slot can be served without a purchase.
package struct SlotSupply: Sendable {
  /// Whether it is clear what the slot wants, so that it may be asked for where nobody's price is known.
  package var canBeAsked: Bool
  /// Parts that fit, of which some market of the plan has offers with a date code that keeps to the slot's rule, and how many pieces those have together.
  package var offered: [OfferedPart]
  /// What items of the stock are for the slot, by their numbers: a part, or nil where it is only known as the bill has it. An item
  /// that does not fit is not among them.
  package var items: [Int: [Part?]]
  /// What is known of asking for it on floors; nil where it is not asked for.
  package var asking: AskFacts?

  package init(
    canBeAsked: Bool = false, offered: [OfferedPart] = [], items: [Int: [Part?]] = [:], asking: AskFacts? = nil
  ) {
    self.asking = asking
    self.canBeAsked = canBeAsked
    self.offered = offered
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
    let usesSample = market.usesSample
    // Where a generated sample is left out, nobody knows who sells what: a spec written by hand is asked for as a bill is.
    let isAsked = try board.bill != nil || !usesSample && markets.contains { try catalog.hasSample(market: $0) }
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
      parts += try catalog.quotedParts(of: slot)
      var supply = SlotSupply()
      supply.canBeAsked = slot.asked != nil || isAsked && !parts.isEmpty
      var offers: [PartID: [Offer]] = [:]
      for market in markets {
        offers.merge(try catalog.offers(of: Set(parts.map(\.id)), market: market), uniquingKeysWith: +)
      }
      supply.offered = parts.map {
        let kept = (offers[$0.id] ?? []).filter {
          (usesSample || !$0.isSample) && keepsDateCode($0, orders[0].slots[position].policy)
        }
        return OfferedPart($0, offers: kept, isExcerpt: plan.excerpt != nil)
      }
      if !asked.isDisjoint(with: slot.references) {
        supply.asking = try self.asking(for: slot, parts, catalog: catalog, markets: Set(markets))
      }
      for item in items { supply.items[item] = self.parts(of: stock[item], for: slot, among: parts) }
      orders[0].slots[position].supply = supply
    }
  }

  /// What catalog and lists know of asking for a slot.
  private func asking(
    for slot: Slot, _ fitting: [Part], catalog: Catalog, markets: Set<String>
  ) throws -> AskFacts? {
    guard let settings = market.asking else { return nil }
    let kinds = Set(fitting.map(\.category))
    var families = Set(kinds.subtracting([Part.otherCategory]).compactMap { market.categories[$0]?.family })
    if families.isEmpty { families = Set(slot.references.flatMap { settings.families(ofReference: $0) }) }
    if families.isEmpty { families = Set(kinds.compactMap { market.categories[$0]?.family }) }
    let isNumber = slot.asked.map { $0.mpn != nil } ?? slot.requirements.contains { $0.mpn != nil }
    return AskFacts(
      kind: isNumber ? (fitting.isEmpty ? .unlisted : .listed) : .value, families: families,
      prices: try catalog.listPrices(of: fitting, searchesLists: isNumber),
      elsewhere: try catalog.offersElsewhere(of: Set(fitting.map(\.id)), outside: markets).filter { found in
        fitting.contains { found.offer.sells($0) }
      }, numbers: Set(fitting.map(\.id.mpn)),
      attrition: fitting.isEmpty ? [nil] : fitting.map { attrition(of: $0) })
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
