import LinearProgramming

/// The linear program of the proof: visits, priced-in edges and shortfalls of levels, under degree rows and cuts.
///
/// Columns: `y_i` of place i at `i − 1`; then edges and levels in the order they came. Rows: the degree row of place i at i
/// (`x(δ(i)) − 2 y_i = 0`, `= 2` at the depot); then the cuts. Tours have at least two markets here, so every edge is at
/// most 1; tours of one market are looked at one by one elsewhere.
struct LPRelaxation: ~Copyable {
  let model: ProofModel
  var program = LinearProgram()
  var sets: VertexSetPool
  var rows: [CutRow] = []
  var known: Set<CutRow> = []
  /// Rows written with inner edges, `2 y(S) − 2 x(E(S))`, in place of `x(δ(S))`, one flag a set term.
  var innerForm: [[Bool]] = []
  var rowScale: [Double] = []
  /// Solves in a row at which the cut was slack.
  var rowAge: [Int32] = []

  /// What column c ≥ placeCount − 1 stands for, at `c − (placeCount − 1)`: an edge `i × placeCount + j`, or `−1 − level`.
  var columnMeaning: [Int32] = []
  /// Column of an edge (`i × placeCount + j`, i < j), or −1.
  var edgeColumn: [Int32]
  /// Edges that may still be in a better answer.
  var edgeAlive: [Bool]
  var levelColumn: [Int32]

  /// Bounds of the visits at this node, and for good.
  var visitLower: [Bool]
  var visitUpper: [Bool]
  var rootLower: [Bool]
  var rootUpper: [Bool]
  /// The branching decisions that stand.
  var applied: [ProofNode.Fixing] = []
  /// Edges fixed at this node: edge and value.
  var fixedEdges: [Int32: Bool] = [:]

  /// The linear program's costs are the model's times this power of two.
  let costScale: Double
  /// Exact bounds count in units of 1 / `fixedPoint`.
  let fixedPoint: Int64

  var values: [Double] = []
  var duals: [Double] = []
  var activities: [Double] = []

  var firstFree: Int { model.placeCount - 1 }

  let magnitude: Int64

  /// - Parameter magnitude: about what an answer costs; sets the scales.
  init(_ model: ProofModel, magnitude: Int64) {
    self.magnitude = magnitude
    self.model = model
    let count = model.placeCount
    sets = VertexSetPool(placeCount: count)
    edgeColumn = [Int32](repeating: -1, count: count * count)
    edgeAlive = [Bool](repeating: true, count: count * count)
    levelColumn = [Int32](repeating: -1, count: model.levelCount)
    visitLower = [Bool](repeating: false, count: count)
    visitUpper = [Bool](repeating: true, count: count)
    visitLower[0] = true
    rootLower = visitLower
    rootUpper = visitUpper
    // Single edges may be far longer than what an answer costs, and must not leave 63 bits either.
    let size = Double(max(magnitude, model.distance.max() ?? 0, 1))
    costScale = Double(sign: .plus, exponent: 12 - Int(size.exponent), significand: 1)
    // Nor must a visit or a step between prices, however much dearer than an answer.
    let steps = model.levelStep.lazy.filter { $0 != .max }
    let largest = max(size, Double(model.visitCost.max() ?? 0), Double(steps.max() ?? 0))
    fixedPoint = 1 << Int64(max(0, min(40, 46 - Int(largest.exponent))))
    buildFrame()
  }

  private mutating func buildFrame() {
    let count = model.placeCount
    var frame = LinearBatch()
    for i in 0..<count { frame.closeRow(lower: i == 0 ? 2 : 0, upper: i == 0 ? 2 : 0) }
    program.addRows(frame)
    var visits = LinearBatch()
    for i in 1..<max(count, 1) {
      visits.append(i, -2)
      visits.closeColumn(lower: 0, upper: 1, cost: Double(model.visitCost[i]) * costScale)
    }
    program.addColumns(visits)
  }

  // MARK: Columns

  /// Adds edges `i × placeCount + j` that are not columns yet.
  mutating func addEdges(_ edges: [Int32]) {
    var batch = LinearBatch()
    let count = Int32(model.placeCount)
    for edge in edges where edgeColumn[Int(edge)] < 0 && edgeAlive[Int(edge)] {
      let i = Int(edge / count)
      let j = Int(edge % count)
      batch.append(i, 1)
      batch.append(j, 1)
      for r in rows.indices {
        let value = coefficient(ofEdge: edge, i, j, inRow: r)
        if value != 0 { batch.append(model.placeCount + r, value / rowScale[r]) }
      }
      edgeColumn[Int(edge)] = Int32(firstFree + columnMeaning.count)
      columnMeaning.append(edge)
      let fixed = fixedEdges[edge]
      batch.closeColumn(
        lower: fixed == true ? 1 : 0, upper: fixed == false ? 0 : 1,
        cost: Double(model.distance[Int(edge)]) * costScale)
    }
    program.addColumns(batch)
  }

  private func coefficient(ofEdge edge: Int32, _ i: Int, _ j: Int, inRow r: Int) -> Double {
    var value: Int64 = 0
    let row = rows[r]
    for (position, term) in row.sets.enumerated() {
      let hasI = sets.contains(Int(term.index), i)
      let hasJ = sets.contains(Int(term.index), j)
      if innerForm[r][position] {
        if hasI && hasJ { value -= 2 * term.coefficient }
      } else if hasI != hasJ {
        value += term.coefficient
      }
    }
    for term in row.edges where term.index == edge { value += term.coefficient }
    return Double(value)
  }

  /// Makes sure that a level's shortfall is a column.
  mutating func addLevels(_ levels: [Int32]) {
    var batch = LinearBatch()
    for level in levels where levelColumn[Int(level)] < 0 {
      let l = Int(level)
      precondition(model.levelStep[l] != .max, "level \(l) may leave nothing short")
      levelColumn[l] = Int32(firstFree + columnMeaning.count)
      columnMeaning.append(-1 - level)
      batch.closeColumn(
        lower: 0, upper: 1, cost: Double(model.levelStep[l]) * Double(model.levelNeed[l]) * costScale)
    }
    program.addColumns(batch)
  }

  // MARK: Rows

  /// Adds cuts that do not stand yet, with the levels they name; returns how many were new.
  mutating func addRows(_ cuts: [CutRow]) -> Int {
    var fresh: [CutRow] = []
    var levels: [Int32] = []
    for cut in cuts where known.insert(cut).inserted {
      fresh.append(cut)
      levels.append(contentsOf: cut.levels.map(\.index))
    }
    addLevels(levels)
    var batch = LinearBatch()
    var dense = [Double](repeating: 0, count: program.columnCount)
    var touched: [Int32] = []
    for cut in fresh {
      let scale = cut.scale
      let inner = write(cut, &dense, &touched)
      for column in touched where dense[Int(column)] != 0 {
        batch.append(Int(column), dense[Int(column)] / scale)
        dense[Int(column)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      batch.closeRow(lower: Double(cut.right) / scale, upper: .infinity)
      rows.append(cut)
      rowScale.append(scale)
      rowAge.append(0)
      innerForm.append(inner)
    }
    program.addRows(batch)
    return fresh.count
  }

  private func write(_ cut: CutRow, _ dense: inout [Double], _ touched: inout [Int32]) -> [Bool] {
    func put(_ column: Int32, _ value: Double) {
      if dense[Int(column)] == 0 { touched.append(column) }
      dense[Int(column)] += value
    }
    for term in cut.places { put(term.index - 1, Double(term.coefficient)) }
    for term in cut.levels {
      put(levelColumn[Int(term.index)], Double(term.coefficient) * Double(model.levelNeed[Int(term.index)]))
    }
    for term in cut.edges where edgeColumn[Int(term.index)] >= 0 {
      put(edgeColumn[Int(term.index)], Double(term.coefficient))
    }
    let count = Int32(model.placeCount)
    return cut.sets.map { term in
      let set = Int(term.index)
      var inside: [Int32] = []
      var across: [Int32] = []
      for (position, meaning) in columnMeaning.enumerated() where meaning >= 0 {
        let hasI = sets.contains(set, Int(meaning / count))
        let hasJ = sets.contains(set, Int(meaning % count))
        if hasI && hasJ { inside.append(Int32(firstFree + position)) }
        if hasI != hasJ { across.append(Int32(firstFree + position)) }
      }
      let members = sets.members(of: set)
      let inner = inside.count + members.count < across.count
      if inner {
        for column in inside { put(column, -2 * Double(term.coefficient)) }
        for place in members { put(place - 1, 2 * Double(term.coefficient)) }
      } else {
        for column in across { put(column, Double(term.coefficient)) }
      }
      return inner
    }
  }

  /// Drops cuts that were slack at each of the last `age` solves; returns how many.
  mutating func purge(age: Int32) -> Int {
    var gone: [Int32] = []
    for r in rows.indices where rowAge[r] >= age { gone.append(Int32(r)) }
    if gone.isEmpty { return 0 }
    program.deleteRows(gone.map { $0 + Int32(model.placeCount) })
    for r in gone { known.remove(rows[Int(r)]) }
    var flags = [Bool](repeating: true, count: rows.count)
    for r in gone { flags[Int(r)] = false }
    filter(&rows, flags)
    filter(&rowScale, flags)
    filter(&rowAge, flags)
    filter(&innerForm, flags)
    return gone.count
  }

  /// Deletes the columns of edges that are no longer alive.
  mutating func dropDeadEdges() {
    var gone: [Int32] = []
    var flags = [Bool](repeating: true, count: columnMeaning.count)
    for (position, meaning) in columnMeaning.enumerated() where meaning >= 0 && !edgeAlive[Int(meaning)] {
      gone.append(Int32(firstFree + position))
      flags[position] = false
      edgeColumn[Int(meaning)] = -1
    }
    if gone.isEmpty { return }
    program.deleteColumns(gone)
    filter(&columnMeaning, flags)
    for (position, meaning) in columnMeaning.enumerated() {
      if meaning >= 0 {
        edgeColumn[Int(meaning)] = Int32(firstFree + position)
      } else {
        levelColumn[Int(-1 - meaning)] = Int32(firstFree + position)
      }
    }
  }

  // MARK: Bounds of columns

  mutating func setVisit(_ place: Int, lower: Bool, upper: Bool) {
    visitLower[place] = lower
    visitUpper[place] = upper
    program.setBounds(ofColumn: place - 1, lower: lower ? 1 : 0, upper: upper ? 1 : 0)
  }

  mutating func setEdge(_ edge: Int32, fixed: Bool?) {
    fixedEdges[edge] = fixed
    let column = Int(edgeColumn[Int(edge)])
    if column >= 0 {
      program.setBounds(ofColumn: column, lower: fixed == true ? 1 : 0, upper: fixed == false ? 0 : 1)
    }
  }

  // MARK: Solving

  mutating func solve(iterations: Int) -> LinearProgram.Status {
    let status = program.solveDual(iterations: iterations)
    program.copyDuals(into: &duals)
    return status
  }

  /// The primal point of the last solve.
  mutating func point() -> FractionalPoint {
    program.copyValues(into: &values)
    var point = FractionalPoint(model)
    let count = Int32(model.placeCount)
    for i in 1..<max(1, model.placeCount) { point.visit[i] = min(1, max(0, values[i - 1])) }
    for (position, meaning) in columnMeaning.enumerated() {
      let value = values[firstFree + position]
      if meaning >= 0 {
        if value > 1e-7 { point.addEdge(meaning / count, meaning % count, value) }
      } else {
        point.shortfall[Int(-1 - meaning)] = max(0, value) * Double(model.levelNeed[Int(-1 - meaning)])
      }
    }
    return point
  }

  /// Counts, for each cut, the solves in a row at which it was slack.
  mutating func age() {
    program.copyActivities(into: &activities)
    for r in rows.indices {
      let slack = activities[model.placeCount + r] - Double(rows[r].right) / rowScale[r]
      rowAge[r] = slack > 1e-6 ? rowAge[r] + 1 : 0
    }
  }
}

private func filter<Element>(_ array: inout [Element], _ keep: [Bool]) {
  var next = 0
  for i in array.indices where keep[i] {
    if next != i { array[next] = array[i] }
    next += 1
  }
  array.removeLast(array.count - next)
}
