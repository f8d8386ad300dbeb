/// Interval arithmetic: what must hold for all values of the operands. Results that fall between two stored units are rounded
/// outwards, so that a bound is never too kind; results beyond 64 bits stop at the last value.
///
/// After R. E. Moore, "Interval Analysis", 1966.
extension QuantityRange {
  /// The range that holds one value only.
  package init(_ point: Quantity) { self.init(point.dimension, lower: point.stored, upper: point.stored) }

  /// The value with a tolerance: `3.3 V` with 2 % is `3.234..3.366 V`.
  package init(_ nominal: Quantity, tolerance: Quantity) {
    precondition(tolerance.dimension == .ratio, "a tolerance in \(tolerance.dimension)")
    let share = max(0, Int128(tolerance.stored))
    let reach = Self.quotient(Int128(nominal.stored).magnitude128 * share, 1_000_000_000).upper
    self.init(
      nominal.dimension, lower: Int64(clamping: Int128(nominal.stored) - reach),
      upper: Int64(clamping: Int128(nominal.stored) + reach))
  }

  package var least: Quantity { Quantity(dimension, stored: lower) }
  package var most: Quantity { Quantity(dimension, stored: upper) }

  package static func + (left: Self, right: Self) -> Self {
    same(left, right)
    return Self(
      left.dimension, lower: Int64(clamping: Int128(left.lower) + Int128(right.lower)),
      upper: Int64(clamping: Int128(left.upper) + Int128(right.upper)))
  }

  package static func - (left: Self, right: Self) -> Self {
    same(left, right)
    return Self(
      left.dimension, lower: Int64(clamping: Int128(left.lower) - Int128(right.upper)),
      upper: Int64(clamping: Int128(left.upper) - Int128(right.lower)))
  }

  /// Whether the two have a value in common.
  package func overlaps(_ other: Self) -> Bool {
    dimension == other.dimension && lower <= other.upper && other.lower <= upper
  }

  /// The product of two ranges in the dimension that it has: volts × amperes is watts, amperes × ohms is volts, charge is
  /// current × time, and a share of anything is of its kind. Stops the program for others.
  package static func * (left: Self, right: Self) -> Self {
    let (dimension, exponent) = product(left.dimension, right.dimension)
    return combine(left, right, dimension) { scaled($0 * $1, by: exponent) }
  }

  /// The quotient of two ranges, `right` above zero: volts / ohms is amperes, volts / amperes is ohms, charge / current is
  /// time, and anything / its own kind is a plain number.
  package static func / (left: Self, right: Self) -> Self {
    precondition(right.lower > 0, "division by \(right.lower)..\(right.upper)")
    let (dimension, exponent) = quotient(left.dimension, right.dimension)
    return combine(left, right, dimension) { numerator, denominator in
      exponent >= 0
        ? quotient(numerator * power(exponent), denominator) : quotient(numerator, denominator * power(-exponent))
    }
  }

  /// The share `perMille / 1000` of the range.
  package func scaled(perMille: Int) -> Self {
    self * Self(.ratio, lower: Int64(perMille) * 1_000_000, upper: Int64(perMille) * 1_000_000)
  }

  private static func same(_ left: Self, _ right: Self) {
    precondition(left.dimension == right.dimension, "\(left.dimension) and \(right.dimension)")
  }

  /// The dimension of a product, and the power of ten that turns the product of stored values into its stored unit.
  private static func product(_ left: Dimension, _ right: Dimension) -> (Dimension, Int) {
    if left == .ratio || left == .number { return (right, -9) }
    if right == .ratio || right == .number { return (left, -9) }
    switch (left, right) {
    case (.voltage, .current), (.current, .voltage): return (.power, -9)
    case (.current, .resistance), (.resistance, .current): return (.voltage, -9)
    default: preconditionFailure("\(left) × \(right)")
    }
  }

  private static func quotient(_ left: Dimension, _ right: Dimension) -> (Dimension, Int) {
    if left == right { return (.number, 9) }
    switch (left, right) {
    case (.voltage, .resistance): return (.current, 9)
    case (.voltage, .current): return (.resistance, 9)
    case (.power, .voltage): return (.current, 9)
    case (_, .ratio), (_, .number): return (left, 9)
    default: preconditionFailure("\(left) / \(right)")
    }
  }

  private static func combine(
    _ left: Self, _ right: Self, _ dimension: Dimension, _ operation: (Int128, Int128) -> (lower: Int128, upper: Int128)
  ) -> Self {
    var ends: [(lower: Int128, upper: Int128)] = []
    for first in [left.lower, left.upper] {
      for second in [right.lower, right.upper] { ends.append(operation(Int128(first), Int128(second))) }
    }
    return Self(
      dimension, lower: Int64(clamping: ends.map(\.lower).min() ?? 0),
      upper: Int64(clamping: ends.map(\.upper).max() ?? 0))
  }

  private static func scaled(_ value: Int128, by exponent: Int) -> (lower: Int128, upper: Int128) {
    exponent >= 0 ? (value * power(exponent), value * power(exponent)) : quotient(value, power(-exponent))
  }

  /// The quotient rounded down and up; `denominator` is above zero.
  private static func quotient(_ numerator: Int128, _ denominator: Int128) -> (lower: Int128, upper: Int128) {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    if rest == 0 { return (whole, whole) }
    return rest > 0 ? (whole, whole + 1) : (whole - 1, whole)
  }

  private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(Int128(1)) { value, _ in value * 10 } }
}

extension Int128 {
  fileprivate var magnitude128: Int128 { self < 0 ? -self : self }
}
