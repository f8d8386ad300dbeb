public import Diagnostics
public import Electronics
public import Market

public struct Slot: Sendable, Hashable {
  /// References that this slot stands for: `["R1", "R2", …]`.
  public var references: [String]
  /// As written in the file: `R1..R8`.
  public var key: String
  public var title: LocalizedText?
  /// Pieces on each board.
  public var count: Int
  /// What a part must be; a candidate meets at least one of them.
  public var requirements: [PartRequirement]
  /// Boards for which pieces are bought at least: a design's chipset is sold from so many sets on.
  public var minimumSets: Int
  /// More than the board's own where set.
  public var spares: Spares?
  public var policy: SlotPolicy
  /// How it is connected, mounted and used.
  public var use: SlotUse
  /// Where the slot's key stands, for messages.
  public var span: SourceSpan

  public init(
    references: [String], key: String, title: LocalizedText? = nil, count: Int, requirements: [PartRequirement],
    minimumSets: Int = 1, spares: Spares? = nil, policy: SlotPolicy, use: SlotUse = SlotUse(), span: SourceSpan
  ) {
    self.references = references
    self.key = key
    self.title = title
    self.count = count
    self.requirements = requirements
    self.minimumSets = minimumSets
    self.spares = spares
    self.policy = policy
    self.use = use
    self.span = span
  }
}

public struct PartRequirement: Sendable, Hashable {
  /// Pinned by number; a maker alone narrows a category.
  public var mpn: String?
  public var maker: String?
  public var category: String?
  public var conditions: [ParameterCondition]

  public init(mpn: String? = nil, maker: String? = nil, category: String? = nil, conditions: [ParameterCondition]) {
    self.mpn = mpn
    self.maker = maker
    self.category = category
    self.conditions = conditions
  }
}

public struct ParameterCondition: Sendable, Hashable {
  public enum Test: Sendable, Hashable {
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

  public var parameter: String
  public var test: Test
  /// As written, for messages.
  public var text: String
  public var span: SourceSpan

  public init(parameter: String, test: Test, text: String, span: SourceSpan) {
    self.parameter = parameter
    self.test = test
    self.text = text
    self.span = span
  }
}
