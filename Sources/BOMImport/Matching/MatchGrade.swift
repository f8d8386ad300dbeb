/// How sure a match is, the surest first.
package enum MatchGrade: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Maker and number, or a known order number.
  case exact
  /// All requirements that the line states are typed and met.
  case equivalent
  /// Probably this part; a person decides.
  case heuristic
  /// Several parts, and nothing that tells which.
  case ambiguous
  case none

  package static func < (left: MatchGrade, right: MatchGrade) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }

  /// Whether the line may be bought without a person looking.
  package var isCertain: Bool { self <= .equivalent }
}
