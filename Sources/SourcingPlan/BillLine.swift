package import Market

/// A line of what an order needs: one of the bill of materials that its spec was imported from, or a slot that stands in none.
package struct BillLine: Sendable, Hashable, Codable {
  package var order: OrderID
  /// References, in the bill's order.
  package var slots: [String]
  /// The cell or rows of the bill: `B5`; nil where the spec does not name them.
  package var row: String?
  /// What the bill says of the part, in its own words.
  package var says: String?
  package var state: LineState

  package init(order: OrderID, slots: [String], row: String?, says: String?, state: LineState) {
    self.order = order
    self.slots = slots
    self.row = row
    self.says = says
    self.state = state
  }
}

/// A slot that is asked for on the spot: it is clear what is wanted, and no price of it is known.
package struct AskedLine: Sendable, Hashable, Codable {
  package var order: OrderID
  package var slots: [String]
  /// What is wanted. What neither catalog nor bill says is nil.
  package var mpn: String?
  package var maker: String?
  package var package: String?
  package var value: String?
  package var description: String?
  /// What the catalog calls it; nil where no catalog knows it.
  package var name: LocalizedText?
  /// Pieces needed beyond what is at hand; attrition is in where the kind of part is known.
  package var need: Int
  /// Why no price is known.
  package var reason: LocalizedText
  package var state: LineState
  /// How old the goods may be; nil where any age is taken.
  package var dateCodeRule: PlanDateCodeRule?
  /// What asking for it on a floor brings; nil where no floor is known to sell such goods, and in plans of versions that did not
  /// write it.
  package var estimate: PlanEstimate?

  package init(
    order: OrderID, slots: [String], mpn: String?, maker: String?, package: String?, value: String?,
    description: String?, name: LocalizedText?, need: Int, reason: LocalizedText, dateCodeRule: PlanDateCodeRule? = nil,
    estimate: PlanEstimate? = nil
  ) {
    self.estimate = estimate
    self.order = order
    self.slots = slots
    self.mpn = mpn
    self.maker = maker
    self.package = package
    self.value = value
    self.description = description
    self.name = name
    self.need = need
    self.reason = reason
    self.dateCodeRule = dateCodeRule
    state = .askedFor
  }

  /// What is wanted, in the words that a seller knows: `ADS1115 (TI) VSSOP-10`, `10k 0402`.
  package var wanted: String {
    let first = mpn.map { $0 + (maker.map { " (\($0))" } ?? "") } ?? value
    let words = [first ?? description ?? "", package ?? ""].filter { !$0.isEmpty }
    return words.isEmpty ? name?.english ?? "" : words.joined(separator: " ")
  }

  /// In a line: `U5: ADS1115 VSSOP-10 × 12, no catalog knows it`.
  package var text: LocalizedText {
    let what = "\(ReferenceList(slots)): \(wanted) × \(need)"
    let (english, chinese) =
      dateCodeRule.map { (", date code \($0.oldest) or later", "，批号 \($0.oldest) 及以后") } ?? ("", "")
    return LocalizedText(
      english: "\(what)\(english), \(reason.english)", chinese: "\(what)\(chinese)，\(reason.chinese)")
  }
}

/// Pieces of a slot that the user has at hand.
package struct HandLine: Sendable, Hashable, Codable {
  package var order: OrderID
  package var slots: [String]
  /// The item of the stock, from 0: the spec's, then those of `inputs.stock`.
  package var item: Int
  /// The item as people read it: `TP4056 (UMW)`, `10k 0402`.
  package var name: String
  /// Pieces taken from stock.
  package var pieces: Int
  /// Pieces that the slot needs in all; nil where some are still to be bought or asked for.
  package var need: Int?
  /// Nil where some are still to be bought or asked for.
  package var state: LineState?

  package init(order: OrderID, slots: [String], item: Int, name: String, pieces: Int, need: Int?) {
    self.order = order
    self.slots = slots
    self.item = item
    self.name = name
    self.pieces = pieces
    self.need = need
    state = need == nil ? nil : .onHand
  }

  /// In a line: `R1..R4: 10k 0402 × 420`.
  package var text: String { "\(ReferenceList(slots)): \(name) × \(pieces)" }
}
