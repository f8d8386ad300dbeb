public import Electronics

/// What a line was matched to.
public struct LineMatch: Sendable {
  public var line: BOMLine
  public var grade: MatchGrade
  /// The part, where there is one.
  public var part: Part?
  /// Parts to choose from, or parts that meet the requirements, at most `candidateLimit`.
  public var candidates: [Part]
  /// How many parts there are to choose from.
  public var candidateCount: Int
  /// What a part must be, for equivalent lines that parts of the catalog's own meet; where only a distributor's list has such
  /// parts, `candidates` are alternatives.
  public var requirement: TypedRequirement?
  /// Why this grade, one clause.
  public var why: String

  /// Candidates that are kept.
  public static let candidateLimit = 8

  init(
    _ line: BOMLine, _ grade: MatchGrade, part: Part? = nil, candidates: [Part] = [],
    requirement: TypedRequirement? = nil,
    why: String
  ) {
    self.line = line
    self.grade = grade
    self.part = part
    self.candidates = Array(candidates.prefix(Self.candidateLimit))
    candidateCount = candidates.count
    self.requirement = requirement
    self.why = why
  }
}

/// A kind of part with the conditions of a line, as a spec writes them.
public struct TypedRequirement: Sendable, Hashable {
  /// One condition: `tolerance` with `<= 1 %`, or a list of words of which any will do.
  public struct Condition: Sendable, Hashable {
    public enum Test: Sendable, Hashable {
      case equals(Quantity)
      case atLeast(Quantity)
      case atMost(Quantity)
      /// Ascending.
      case anyOf([String])
    }

    public var parameter: String
    public var test: Test
  }

  public var category: String
  /// The value first, then package, tolerance, ratings and words.
  public var conditions: [Condition]
}
