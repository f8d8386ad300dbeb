/// A number with a unit, exact: an integer in the stored unit of its dimension.
///
/// `4k7`, `4.7k` and `4700 Ω` are one value and compare equal.
package struct Quantity: Sendable, Hashable, Codable {
  package var dimension: Dimension
  /// In the stored unit of `dimension`; see `Dimension`.
  package var stored: Int64

  package init(_ dimension: Dimension, stored: Int64) {
    self.dimension = dimension
    self.stored = stored
  }
}

/// A closed range of one dimension, as data sheets and rails state it (`3.4..4.2 V`).
package struct QuantityRange: Sendable, Hashable, Codable {
  package var dimension: Dimension
  /// In the stored unit of `dimension`, `lower ≤ upper`.
  package var lower: Int64
  package var upper: Int64

  package init(_ dimension: Dimension, lower: Int64, upper: Int64) {
    precondition(lower <= upper, "range \(lower)...\(upper) is empty")
    self.dimension = dimension
    self.lower = lower
    self.upper = upper
  }
}
