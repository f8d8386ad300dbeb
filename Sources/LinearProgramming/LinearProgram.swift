internal import CClp

/// A linear program `min c x, rowLower ≤ A x ≤ rowUpper, columnLower ≤ x ≤ columnUpper` with a warm basis.
///
/// Rows and columns are added and deleted in batches; the basis survives, so that the next solve starts from it. A value of
/// this type is owned by one worker at a time and shares nothing with others. Infinite bounds are `±Double.infinity`.
///
/// Wraps one model of COIN-OR Clp (Forrest, Lougee-Heimer 2005, doi:10.1287/educ.1053.0020).
package struct LinearProgram: ~Copyable {
  private let model: UnsafeMutableRawPointer

  /// An empty program: no rows, no columns.
  package init() {
    guard let created = Clp_newModel() else { preconditionFailure("no memory for a linear program") }
    model = created
    Clp_setLogLevel(model, 0)
    Clp_setOptimizationDirection(model, 1)
  }

  deinit { Clp_deleteModel(model) }

  package var rowCount: Int { Int(Clp_numberRows(model)) }
  package var columnCount: Int { Int(Clp_numberColumns(model)) }

  // MARK: Building

  /// Adds the rows of `batch` below those that stand.
  ///
  /// - Precondition: every index is a column that stands.
  package mutating func addRows(_ batch: LinearBatch) {
    if batch.isEmpty { return }
    precondition(batch.indices.allSatisfy { $0 >= 0 && $0 < columnCount }, "a row names a column that does not stand")
    Clp_addRows(
      model, CInt(batch.count), batch.lower, batch.upper, batch.starts, batch.indices, batch.values)
  }

  /// Adds the columns of `batch` behind those that stand; `batch.costs` are their objective coefficients.
  ///
  /// - Precondition: every index is a row that stands.
  package mutating func addColumns(_ batch: LinearBatch) {
    if batch.isEmpty { return }
    precondition(batch.costs.count == batch.count, "\(batch.costs.count) costs for \(batch.count) columns")
    precondition(batch.indices.allSatisfy { $0 >= 0 && $0 < rowCount }, "a column names a row that does not stand")
    Clp_addColumns(
      model, CInt(batch.count), batch.lower, batch.upper, batch.costs, batch.starts, batch.indices, batch.values)
  }

  /// Deletes rows; those behind move up and keep their order.
  package mutating func deleteRows(_ rows: [Int32]) {
    if rows.isEmpty { return }
    precondition(rows.allSatisfy { $0 >= 0 && $0 < rowCount }, "no such row")
    Clp_deleteRows(model, CInt(rows.count), rows)
  }

  /// Deletes columns; those behind move up and keep their order.
  package mutating func deleteColumns(_ columns: [Int32]) {
    if columns.isEmpty { return }
    precondition(columns.allSatisfy { $0 >= 0 && $0 < columnCount }, "no such column")
    Clp_deleteColumns(model, CInt(columns.count), columns)
  }

  package mutating func setBounds(ofColumn column: Int, lower: Double, upper: Double) {
    precondition(column >= 0 && column < columnCount, "no column \(column)")
    Clp_columnLower(model)[column] = lower
    Clp_columnUpper(model)[column] = upper
  }

  // MARK: Solving

  /// How a solve ended.
  package enum Status: Sendable, Hashable {
    case optimal
    case infeasible
    case unbounded
    /// The iteration limit was reached; a further solve goes on from there.
    case stopped
    /// Numerical trouble.
    case failed
  }

  /// Dual simplex from the basis that stands, for at most `iterations`.
  package mutating func solveDual(iterations: Int = Int(CInt.max)) -> Status {
    start(iterations)
    Clp_dual(model, 0)
    return status()
  }

  private func start(_ iterations: Int) {
    Clp_setNumberIterations(model, 0)
    Clp_setMaximumIterations(model, CInt(min(max(iterations, 0), Int(CInt.max))))
  }

  private func status() -> Status {
    switch Clp_status(model) {
    case 0: return .optimal
    // A secondary status says that a limit of the objective was taken for infeasibility; none is set.
    case 1: return Clp_secondaryStatus(model) == 1 ? .failed : .infeasible
    case 2: return .unbounded
    case 3: return .stopped
    default: return .failed
    }
  }

  // MARK: Results of the last solve

  package var objective: Double { Clp_objectiveValue(model) }
  package var iterationCount: Int { Int(Clp_getIterationCount(model)) }

  /// Copies the values of the columns into `values`, which becomes `columnCount` long.
  package func copyValues(into values: inout [Double]) { copy(Clp_primalColumnSolution(model), columnCount, &values) }
  /// Copies the activities `A x` of the rows, `rowCount` of them.
  package func copyActivities(into values: inout [Double]) { copy(Clp_primalRowSolution(model), rowCount, &values) }
  /// Copies the duals of the rows: what the objective gains when a row's right-hand side grows by one.
  package func copyDuals(into values: inout [Double]) { copy(Clp_dualRowSolution(model), rowCount, &values) }
  /// Copies the duals of a proof of infeasibility (up to sign and scale); `false` when the last solve left none.
  package func copyInfeasibilityRay(into values: inout [Double]) -> Bool {
    guard let ray = Clp_infeasibilityRay(model) else { return false }
    copy(ray, rowCount, &values)
    Clp_freeRay(model, ray)
    return true
  }

  /// The basis, to be restored while no row or column is added or deleted.
  package func copyBasis(into basis: inout [UInt8]) {
    basis.removeAll(keepingCapacity: true)
    guard Clp_statusExists(model) != 0, let array = Clp_statusArray(model) else { return }
    basis.append(contentsOf: UnsafeBufferPointer(start: array, count: rowCount + columnCount))
  }

  /// Restores a basis of the same rows and columns.
  package mutating func restoreBasis(_ basis: [UInt8]) {
    precondition(basis.count == rowCount + columnCount, "a basis of \(basis.count) for \(rowCount + columnCount)")
    Clp_copyinStatus(model, basis)
  }

  private func copy(_ source: UnsafeMutablePointer<Double>?, _ count: Int, _ values: inout [Double]) {
    values.removeAll(keepingCapacity: true)
    guard let source else { return }
    values.append(contentsOf: UnsafeBufferPointer(start: source, count: count))
  }
}
