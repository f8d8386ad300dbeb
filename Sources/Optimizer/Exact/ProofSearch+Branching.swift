import LinearProgramming

extension ProofSearch {
  /// Splits the node on the visit (or, with whole visits, the edge) that raises both children's bounds most.
  mutating func branch(at point: FractionalPoint) {
    let candidates = branchingCandidates(point)
    if candidates.isEmpty { return branchBlindly() }
    guard let node = current else { return }
    var basis: [UInt8] = []
    master.program.copyBasis(into: &basis)
    let parent = master.program.objective
    var best = candidates[0]
    var bestScore = -1.0
    var bestUp = false
    for candidate in candidates {
      var gains = [0.0, 0.0]
      for value in [false, true] {
        let (gain, pruned) = tryBranch(candidate, value, node, parent, basis)
        gains[value ? 1 : 0] = gain
        if pruned {
          // One side is empty: what is left is the other, at this very node.
          var narrowed = node
          narrowed.fixings.append(.init(variable: candidate, value: !value))
          statistics.nodes -= 1
          enter(narrowed)
          return
        }
      }
      let score = max(gains[0], 1e-6) * max(gains[1], 1e-6)
      if score > bestScore {
        bestScore = score
        best = candidate
        bestUp = gains[1] < gains[0]
      }
    }
    split(on: best, upFirst: bestUp)
  }

  private mutating func split(on variable: Int32, upFirst: Bool) {
    guard let node = current else { return }
    var first = node
    var second = node
    first.fixings.append(.init(variable: variable, value: upFirst))
    second.fixings.append(.init(variable: variable, value: !upFirst))
    if isRoot && pool.isShared && pool.start == nil { pool.publish(master.start()) }
    pool.push(second)
    enter(first)
  }

  /// Visits nearest to a half; edges when every visit is whole.
  private func branchingCandidates(_ point: FractionalPoint) -> [Int32] {
    var found: [(Double, Int32)] = []
    for i in 1..<max(1, master.model.placeCount) where !master.visitLower[i] && master.visitUpper[i] {
      let away = abs(point.visit[i] - 0.5)
      if away < 0.5 - 1e-5 { found.append((away, Int32(i))) }
    }
    if found.isEmpty {
      for e in point.edgeValue.indices {
        let away = abs(point.edgeValue[e] - 0.5)
        let edge = Int32(master.model.placeCount) * point.edgeFrom[e] + point.edgeTo[e]
        if away < 0.5 - 1e-5 && master.fixedEdges[edge] == nil { found.append((away, -1 - edge)) }
      }
    }
    found.sort { $0 < $1 }
    return found.prefix(isRoot ? parameters.rootCandidates : parameters.nodeCandidates).map(\.1)
  }

  private mutating func tryBranch(
    _ variable: Int32, _ value: Bool, _ node: ProofNode, _ parent: Double, _ basis: [UInt8]
  ) -> (gain: Double, pruned: Bool) {
    set(variable, value)
    let status = master.solve(iterations: parameters.branchingIterations)
    let done = master.program.iterationCount
    statistics.iterations += done
    statistics.work += Int64((done + 20) * (master.program.rowCount + master.program.columnCount) / 25)
    let gain = status == .infeasible ? 1e9 : master.program.objective - parent
    var pruned = false
    if status != .infeasible, most != .max {
      let dual = master.evaluate(master.duals)
      let (limit, overflow) = most.multipliedReportingOverflow(by: master.fixedPoint)
      pruned = !overflow && dual.bound > limit
    }
    unset(variable)
    master.program.restoreBasis(basis)
    return (gain, pruned)
  }

  private mutating func set(_ variable: Int32, _ value: Bool) {
    if variable > 0 {
      master.setVisit(Int(variable), lower: value, upper: value)
    } else {
      master.setEdge(-1 - variable, fixed: value)
    }
  }

  private mutating func unset(_ variable: Int32) {
    if variable > 0 {
      master.setVisit(Int(variable), lower: false, upper: true)
    } else {
      master.setEdge(-1 - variable, fixed: nil)
    }
  }

  /// Splits on the first free visit, or edge, without a linear program's advice: what is left where numbers fail.
  mutating func branchBlindly() {
    let count = master.model.placeCount
    for i in 1..<max(1, count) where !master.visitLower[i] && master.visitUpper[i] {
      return split(on: Int32(i), upFirst: true)
    }
    for i in 0..<count where master.visitUpper[i] {
      for j in (i + 1)..<max(count, i + 1) where master.visitUpper[j] {
        let edge = i * count + j
        if master.edgeAlive[edge] && master.fixedEdges[Int32(edge)] == nil {
          return split(on: -1 - Int32(edge), upFirst: true)
        }
      }
    }
    settleWhole()
  }

  /// Everything is fixed: the node is one tour, or none.
  private mutating func settleWhole() {
    var point = FractionalPoint(master.model)
    for i in 1..<max(1, master.model.placeCount) { point.visit[i] = master.visitLower[i] ? 1 : 0 }
    let count = Int32(master.model.placeCount)
    for (edge, fixed) in master.fixedEdges.sorted(by: { $0.key < $1.key }) where fixed {
      point.addEdge(edge / count, edge % count, 1)
    }
    if let tour = Self.tour(of: point), let objective = master.model.objective(ofTour: tour) {
      offer(tour, objective)
      most = min(most, master.model.lattice.greatest(below: objective))
    }
    closeNode()
  }
}
