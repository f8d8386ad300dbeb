package import Electronics

/// What a line was matched to.
package struct LineMatch: Sendable {
  package var line: BOMLine
  package var grade: MatchGrade
  /// The part, where there is one.
  package var part: Part?
  /// Parts to choose from, or parts that meet the requirements, at most `candidateLimit`.
  package var candidates: [Part]
  /// How many parts there are to choose from.
  package var candidateCount: Int
  /// Parts of which any will do beside `part`, or by themselves: all makers of one number, alternates that the line lists.
  package var alternatives: [Part] = []
  /// The packages in which a maker sells a number that the match names, where they are several.
  package var packages: [PartID: Set<String>] = [:]
  /// What a part must be, for equivalent lines that parts of the catalog's own meet; where only a distributor's list has such
  /// parts, `candidates` are alternatives.
  package var requirement: TypedRequirement?
  /// What the user decided that the line is, where nothing knows it: the words to ask for it by.
  package var decided: PartWords?
  /// Why this grade, one clause.
  package var reason: Clause

  /// The reason in English, as diagnostics have it.
  package var why: String { reason.english }

  /// Candidates that are kept.
  package static let candidateLimit = 8

  init(
    _ line: BOMLine, _ grade: MatchGrade, part: Part? = nil, candidates: [Part] = [],
    requirement: TypedRequirement? = nil,
    why: Clause
  ) {
    self.line = line
    self.grade = grade
    self.part = part
    self.candidates = Array(candidates.prefix(Self.candidateLimit))
    candidateCount = candidates.count
    self.requirement = requirement
    reason = why
  }
}

/// A kind of part with the conditions of a line, as a spec writes them.
package struct TypedRequirement: Sendable, Hashable {
  /// One condition: `tolerance` with `<= 1 %`, or a list of words of which any will do.
  package struct Condition: Sendable, Hashable {
    package enum Test: Sendable, Hashable {
      case equals(Quantity)
      case atLeast(Quantity)
      case atMost(Quantity)
      /// Ascending.
      case anyOf([String])
    }

    package var parameter: String
    package var test: Test
  }

  package var category: String
  /// The value first, then package, tolerance, ratings and words.
  package var conditions: [Condition]
}
