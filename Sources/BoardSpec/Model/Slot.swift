package import Diagnostics
package import Electronics
package import Market

package struct Slot: Sendable, Hashable {
  /// References that this slot stands for: `["R1", "R2", …]`.
  package var references: [String]
  /// As written in the file: `R1..R8`.
  package var key: String
  package var title: LocalizedText?
  /// Pieces on each board.
  package var count: Int
  /// What a part must be; a candidate meets at least one of them.
  package var requirements: [PartRequirement]
  /// The part in the words of a bill of materials, where the slot asks for it by them; see `requirements` for one that a
  /// catalog knows by its number.
  package var asked: AskedPart?
  /// Boards for which pieces are bought at least: a design's chipset is sold from so many sets on.
  package var minimumSets: Int
  /// More than the board's own where set.
  package var spares: Spares?
  package var policy: SlotPolicy
  /// How it is connected, mounted and used.
  package var use: SlotUse
  /// Where the slot's key stands, for messages.
  package var span: SourceSpan

  package init(
    references: [String], key: String, title: LocalizedText? = nil, count: Int, requirements: [PartRequirement],
    minimumSets: Int = 1, spares: Spares? = nil, policy: SlotPolicy, use: SlotUse = SlotUse(), span: SourceSpan,
    asked: AskedPart? = nil
  ) {
    self.references = references
    self.key = key
    self.title = title
    self.count = count
    self.requirements = requirements
    self.asked = asked
    self.minimumSets = minimumSets
    self.spares = spares
    self.policy = policy
    self.use = use
    self.span = span
  }
}

package struct PartRequirement: Sendable, Hashable {
  /// Pinned by number; a maker alone narrows a category.
  package var mpn: String?
  package var maker: String?
  package var category: String?
  package var conditions: [ParameterCondition]

  package init(mpn: String? = nil, maker: String? = nil, category: String? = nil, conditions: [ParameterCondition]) {
    self.mpn = mpn
    self.maker = maker
    self.category = category
    self.conditions = conditions
  }
}

package struct ParameterCondition: Sendable, Hashable {
  package enum Test: Sendable, Hashable {
    /// The quantity, word or flag is this one; a range parameter covers the quantity; a list has the word.
    case equals(ParameterValue)
    /// At least, or more than where `strict`. A range parameter's lower end counts.
    case atLeast(Quantity, strict: Bool)
    /// At most, or less than where `strict`. A range parameter's upper end counts.
    case atMost(Quantity, strict: Bool)
    /// A quantity lies within; a range parameter covers all of it.
    case range(QuantityRange)
    /// Any of these for a word or a quantity; all of these for a list parameter.
    case oneOf([ParameterValue])
    /// None of these.
    case noneOf([ParameterValue])
  }

  package var parameter: String
  package var test: Test
  /// As written, for messages.
  package var text: String
  package var span: SourceSpan

  package init(parameter: String, test: Test, text: String, span: SourceSpan) {
    self.parameter = parameter
    self.test = test
    self.text = text
    self.span = span
  }
}
