/// Rows or columns that are added to a `LinearProgram` together.
///
/// Entry `i` has the bounds `lower[i]...upper[i]` and the coefficients `values[starts[i]..<starts[i + 1]]` at the columns (or
/// rows) `indices` of the same range. No index may come twice in one entry.
package struct LinearBatch: Sendable {
  package private(set) var lower: [Double] = []
  package private(set) var upper: [Double] = []
  /// Objective coefficients; of columns only.
  package private(set) var costs: [Double] = []
  package private(set) var starts: [Int32] = [0]
  package private(set) var indices: [Int32] = []
  package private(set) var values: [Double] = []

  package init() {}

  package var count: Int { lower.count }
  package var isEmpty: Bool { lower.isEmpty }

  /// Adds a coefficient to the entry that `closeRow` or `closeColumn` will end.
  package mutating func append(_ index: Int, _ value: Double) {
    indices.append(Int32(truncatingIfNeeded: index))
    values.append(value)
  }

  /// Ends a row.
  package mutating func closeRow(lower: Double, upper: Double) {
    let infinite = Double.greatestFiniteMagnitude
    self.lower.append(max(lower, -infinite))
    self.upper.append(min(upper, infinite))
    starts.append(Int32(truncatingIfNeeded: indices.count))
  }

  /// Ends a column.
  package mutating func closeColumn(lower: Double, upper: Double, cost: Double) {
    closeRow(lower: lower, upper: upper)
    costs.append(cost)
  }

  package mutating func removeAll() {
    lower.removeAll(keepingCapacity: true)
    upper.removeAll(keepingCapacity: true)
    costs.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    indices.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }
}
