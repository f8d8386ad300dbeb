package import Market

/// A fitted line of the board's bill of materials that the plan does not buy, because the spec has no slot for it.
package struct MissingLine: Sendable, Hashable, Codable {
  /// The order whose bill asks for it.
  package var order: OrderID
  /// The references that lack a slot.
  package var slots: [String]
  /// The cell or rows of the bill: `B5`; nil where the spec does not name them.
  package var row: String?
  /// What the bill says of the part, in its own words.
  package var says: String?
  /// How well the import matched it: `exact`, `equivalent`, `heuristic`, `ambiguous`, `none`.
  package var grade: String
  /// Why there is no slot.
  package var reason: LocalizedText
  /// What becomes of it; nil in plans of versions that did not write it.
  package var state: LineState?

  package init(
    order: OrderID, slots: [String], row: String?, says: String?, grade: String, reason: LocalizedText
  ) {
    self.order = order
    self.slots = slots
    self.row = row
    self.says = says
    self.grade = grade
    self.reason = reason
    state = .toBeFoundOut
  }
}

extension MissingLine {
  /// In a line: `U5 (ADS1115; B7): no part of the catalog matches it`.
  package var text: LocalizedText {
    let said = [says, row].compactMap(\.self).joined(separator: "; ")
    let what = ReferenceList(slots).description
    return LocalizedText(
      english: "\(what)\(said.isEmpty ? "" : " (\(said))"): \(reason.english)",
      chinese: "\(what)\(said.isEmpty ? "" : "（\(said)）")：\(reason.chinese)")
  }
}

extension PlanDocument {
  /// Whether the plan buys everything that the board and its bill of materials ask for.
  package var isComplete: Bool {
    (status == .optimal || status == .feasible) && (missing ?? []).isEmpty && (asked ?? []).isEmpty
  }
}
