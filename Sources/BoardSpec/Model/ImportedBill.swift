/// What a spec records of the bill of materials that it was imported from.
package struct ImportedBill: Sendable, Hashable {
  /// The bill's file; nil where the record does not name it.
  package var file: String?
  /// Lines of the bill that are fitted.
  package var fittedLines: Int
  /// Fitted lines for which the board has no slot, or not one for all of their references.
  package var missing: [MissingLine]

  package init(file: String? = nil, fittedLines: Int, missing: [MissingLine]) {
    self.file = file
    self.fittedLines = fittedLines
    self.missing = missing
  }

  /// A fitted line of the bill that the board lacks, in whole or in part.
  package struct MissingLine: Sendable, Hashable {
    /// The line's key in the record: `R1..R3`.
    package var key: String
    /// The references without a slot.
    package var references: [String]
    /// The cell or rows of the bill: `B5`; nil where the record does not name them.
    package var row: String?
    /// What the line says of its part, in its own words.
    package var says: String?
    /// How well the import matched it: `exact`, `equivalent`, `heuristic`, `ambiguous`, `none`.
    package var grade: String
    /// Whether the import wrote a slot that is no longer there.
    package var hadSlot: Bool

    package init(key: String, references: [String], row: String?, says: String?, grade: String, hadSlot: Bool) {
      self.key = key
      self.references = references
      self.row = row
      self.says = says
      self.grade = grade
      self.hadSlot = hadSlot
    }
  }
}
