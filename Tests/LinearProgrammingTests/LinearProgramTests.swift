import LinearProgramming
import Testing

@Suite struct LinearProgramTests {
  /// min −x − 2y, x + y ≤ 4, x + 3y ≤ 6, 0 ≤ x, y: the optimum is −5 at (3, 1) with duals −½, −½.
  private func textbook() -> LinearProgram {
    var program = LinearProgram()
    var rows = LinearBatch()
    rows.closeRow(lower: -.infinity, upper: 4)
    rows.closeRow(lower: -.infinity, upper: 6)
    program.addRows(rows)
    var columns = LinearBatch()
    columns.append(0, 1)
    columns.append(1, 1)
    columns.closeColumn(lower: 0, upper: 10, cost: -1)
    columns.append(0, 1)
    columns.append(1, 3)
    columns.closeColumn(lower: 0, upper: 10, cost: -2)
    program.addColumns(columns)
    return program
  }

  @Test func findsTheOptimumAndItsDuals() {
    var program = textbook()
    let status = program.solveDual()
    #expect(status == .optimal)
    var values: [Double] = []
    program.copyValues(into: &values)
    var duals: [Double] = []
    program.copyDuals(into: &duals)
    let objective = program.objective
    #expect(abs(objective + 5) < 1e-9)
    #expect(abs(values[0] - 3) < 1e-9 && abs(values[1] - 1) < 1e-9)
    #expect(abs(duals[0] + 0.5) < 1e-9 && abs(duals[1] + 0.5) < 1e-9)
  }

  @Test func anAddedRowCutsTheOptimumOff() {
    var program = textbook()
    _ = program.solveDual()
    var cut = LinearBatch()
    cut.append(0, 1)
    cut.closeRow(lower: -.infinity, upper: 2)
    program.addRows(cut)
    let status = program.solveDual()
    #expect(status == .optimal)
    let objective = program.objective
    #expect(abs(objective + 2 + 8.0 / 3) < 1e-9)
    program.deleteRows([2])
    let again = program.solveDual()
    #expect(again == .optimal)
    let restored = program.objective
    #expect(abs(restored + 5) < 1e-9)
  }

  @Test func boundsFixAColumn() {
    var program = textbook()
    program.setBounds(ofColumn: 1, lower: 0, upper: 0)
    let status = program.solveDual()
    #expect(status == .optimal)
    let objective = program.objective
    #expect(abs(objective + 4) < 1e-9)
  }

  @Test func deletedColumnsAreGone() {
    var program = textbook()
    program.deleteColumns([0])
    let columns = program.columnCount
    #expect(columns == 1)
    let status = program.solveDual()
    #expect(status == .optimal)
    let objective = program.objective
    #expect(abs(objective + 4) < 1e-9)
  }

  @Test func aContradictionIsInfeasibleAndLeavesARay() {
    var program = textbook()
    var row = LinearBatch()
    row.append(0, 1)
    row.append(1, 1)
    row.closeRow(lower: 5, upper: .infinity)
    program.addRows(row)
    let status = program.solveDual()
    #expect(status == .infeasible)
    var ray: [Double] = []
    let found = program.copyInfeasibilityRay(into: &ray)
    #expect(found)
    #expect(ray.count == 3 && ray.contains { abs($0) > 1e-9 })
  }

  @Test func aBasisThatIsRestoredNeedsNoIterations() {
    var program = textbook()
    _ = program.solveDual()
    var basis: [UInt8] = []
    program.copyBasis(into: &basis)
    program.setBounds(ofColumn: 1, lower: 0, upper: 0)
    _ = program.solveDual()
    program.setBounds(ofColumn: 1, lower: 0, upper: 10)
    program.restoreBasis(basis)
    let status = program.solveDual()
    #expect(status == .optimal)
    let iterations = program.iterationCount
    #expect(iterations == 0)
  }
}
