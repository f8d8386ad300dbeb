/// What a rule says of one combination of parts.
package enum Judgement: Sendable, Hashable {
  case holds
  /// What the first part does wrong, as a predicate: ``takes `4..6.5 V`, the rail is `8.5..9.5 V` ``.
  case broken(String)
  /// Facts that the rule needs and that are not stated.
  case unknown([MissingFact])

  static func unknown(_ parameter: String, of position: Int = 0) -> Judgement {
    .unknown([MissingFact(position: position, parameter: parameter)])
  }
}

/// A parameter that a part does not state.
package struct MissingFact: Sendable, Hashable {
  /// The place of the part in the relation's scope.
  package var position: Int
  package var parameter: String
}
