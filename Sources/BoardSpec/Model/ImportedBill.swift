package import Electronics
package import Market

/// What a spec records of the bill of materials that it was imported from.
package struct ImportedBill: Sendable, Hashable {
  /// The bill's file; nil where the record does not name it.
  package var file: String?
  /// Every line of the bill, in its order: those that are not fitted as well.
  package var lines: [Line]
  /// Fitted lines for which the board has no slot, or not one for all of their references.
  package var missing: [MissingLine]

  package init(file: String? = nil, lines: [Line], missing: [MissingLine]) {
    self.file = file
    self.lines = lines
    self.missing = missing
  }

  /// Lines of the bill that are fitted.
  package var fittedLines: Int { lines.count(where: \.isFitted) }

  /// A line of the bill.
  package struct Line: Sendable, Hashable {
    package var references: [String]
    /// The cell or rows of the bill: `B5`; nil where the record does not name them.
    package var row: String?
    /// What the line says of its part, in its own words.
    package var says: String?
    /// Whether the bill, and the user, want it on the board.
    package var isFitted: Bool

    package init(references: [String], row: String?, says: String?, isFitted: Bool) {
      self.references = references
      self.row = row
      self.says = says
      self.isFitted = isFitted
    }
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
    /// Why the import could not decide, in its words; nil where the record does not say.
    package var why: LocalizedText?
    /// The part in the bill's own words; nil where the record does not have them.
    package var asked: AskedPart?
    /// The parts that it may be, the likeliest first.
    package var candidates: [Candidate]

    package init(
      key: String, references: [String], row: String?, says: String?, grade: String, hadSlot: Bool,
      why: LocalizedText? = nil,
      asked: AskedPart? = nil, candidates: [Candidate] = []
    ) {
      self.key = key
      self.references = references
      self.row = row
      self.says = says
      self.grade = grade
      self.hadSlot = hadSlot
      self.why = why
      self.asked = asked
      self.candidates = candidates
    }
  }

  /// A part that a line may be.
  package struct Candidate: Sendable, Hashable {
    package var part: PartID
    /// Nil where the record does not say.
    package var package: String?

    package init(part: PartID, package: String?) {
      self.part = part
      self.package = package
    }
  }
}
