/// Why a text is no quantity.
package enum QuantityError: Error, Sendable, Hashable {
  case empty
  /// What stands where a number should.
  case notANumber(String)
  /// The unit as written, what was asked for, and the unit that was probably meant.
  case unknownUnit(String, Dimension, didYouMean: String?)
  /// The unit as written measures another dimension.
  case wrongDimension(String, found: Dimension, expected: Dimension)
  /// A bare number of a dimension that has no base unit to fall back on.
  case missingUnit(String, Dimension)
  /// Beyond 64 bits of the stored unit.
  case outOfRange
  /// Finer than the stored unit.
  case tooFine
  /// The ends of a range are swapped.
  case reversedRange(String)
  /// The ends of a range have no common form.
  case notARange(String)
  /// A size has another number of sides than asked for.
  case wrongSideCount(Int, expected: ClosedRange<Int>)
  /// A word where `true` or `false` is asked for.
  case notAFlag(String)
}

extension QuantityError {
  /// What is wrong, lower-case, one clause; to be put behind the name of the value.
  package var message: String {
    switch self {
    case .empty: "nothing is written"
    case .notANumber(let text): "`\(text)` is not a number"
    case .unknownUnit(let unit, let dimension, _): "unknown unit `\(unit)` for \(dimension.phrase)"
    case .wrongDimension(let unit, let found, let expected):
      "`\(unit)` is a unit of \(found.noun), not of \(expected.noun)"
    case .missingUnit(let text, let dimension): "`\(text)` has no unit; \(dimension.phrase) needs one"
    case .outOfRange: "the value is larger than can be kept, or a side is not above zero"
    case .tooFine: "the value is finer than can be kept"
    case .reversedRange(let text): "the ends of `\(text)` are swapped"
    case .notARange(let text): "`\(text)` is not a range"
    case .wrongSideCount(let count, let expected):
      "\(count) \(count == 1 ? "side is" : "sides are") given, \(Self.sides(expected)) wanted"
    case .notAFlag(let text): "`\(text)` is neither `true` nor `false`"
    }
  }

  /// What would be right, where that can be said.
  package var help: String? {
    switch self {
    case .unknownUnit(_, let dimension, let meant):
      (meant.map { "did you mean `\($0)`? " } ?? "") + "accepted: " + dimension.acceptedUnits
    case .wrongDimension(_, _, let expected): "accepted: " + expected.acceptedUnits
    case .missingUnit(let text, let dimension): "write `\(text) \(dimension.exampleUnit)`"
    case .reversedRange: "write the smaller end first"
    case .notARange: "write `3.4..4.2 V`"
    case .wrongSideCount(_, let expected): expected.lowerBound == 3 ? "write `100 x 46 x 12 mm`" : "write `60 x 40 mm`"
    case .notAFlag: "write `true` or `false`"
    case .empty, .notANumber, .outOfRange, .tooFine: nil
    }
  }

  private static func sides(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) or \(range.upperBound)"
  }
}
