import LinearProgramming

extension LPRelaxation {
  /// The program as it stands, for another worker to build anew.
  func start() -> RootState {
    var basis: [UInt8] = []
    program.copyBasis(into: &basis)
    return RootState(
      model: model, magnitude: magnitude, sets: sets, rows: rows, columnMeaning: columnMeaning, edgeAlive: edgeAlive,
      visitLower: rootLower, visitUpper: rootUpper, basis: basis)
  }

  /// The same program with the same basis.
  init(_ start: RootState) {
    self.init(start.model, magnitude: start.magnitude)
    sets = start.sets
    // Columns keep their order, so that the basis fits.
    var position = 0
    while position < start.columnMeaning.count {
      let isEdge = start.columnMeaning[position] >= 0
      let run = start.columnMeaning[position...].prefix { ($0 >= 0) == isEdge }
      if isEdge { addEdges(Array(run)) } else { addLevels(run.map { -1 - $0 }) }
      position = run.endIndex
    }
    _ = addRows(start.rows)
    edgeAlive = start.edgeAlive
    for place in 1..<max(1, model.placeCount) {
      setVisit(place, lower: start.visitLower[place], upper: start.visitUpper[place])
    }
    rootLower = start.visitLower
    rootUpper = start.visitUpper
    if start.basis.count == program.rowCount + program.columnCount { program.restoreBasis(start.basis) }
  }
}
