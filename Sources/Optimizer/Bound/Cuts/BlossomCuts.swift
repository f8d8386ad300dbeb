/// Two-matching cuts `x(δ(H) \ T) − x(T) ≥ 1 − |T|` for odd sets T of whole edges that leave a component H of the fractional
/// edges: a tour crosses H an even number of times.
///
/// Edmonds 1965; the odd-component heuristic of Padberg, Hong 1980.
struct BlossomCuts: CutFamily {
  let model: ProofModel

  init(_ model: ProofModel) { self.model = model }

  func violated(at point: FractionalPoint, _ sets: inout VertexSetPool) -> [CutRow] {
    var rows: [CutRow] = []
    for (members, teeth) in combs(point) {
      let row = row(sets.insert(members), teeth: teeth)
      if point.slack(of: row, sets: sets, placeCount: model.placeCount) < -0.02 { rows.append(row) }
    }
    return rows
  }

  /// Sets without the depot (the other side is taken where the component holds it), with the edges T of each.
  func combs(_ point: FractionalPoint) -> [(set: [Int32], teeth: [Int32])] {
    var leader = (0..<model.placeCount).map { Int32($0) }
    func find(_ place: Int32) -> Int32 {
      var root = place
      while leader[Int(root)] != root { root = leader[Int(root)] }
      return root
    }
    let whole = 1 - 1e-4
    var touched = [Bool](repeating: false, count: model.placeCount)
    for e in point.edgeValue.indices where point.edgeValue[e] < whole {
      touched[Int(point.edgeFrom[e])] = true
      touched[Int(point.edgeTo[e])] = true
      let (a, b) = (find(point.edgeFrom[e]), find(point.edgeTo[e]))
      leader[Int(max(a, b))] = min(a, b)
    }
    var teeth: [Int32: [Int32]] = [:]
    for e in point.edgeValue.indices where point.edgeValue[e] >= whole {
      let (i, j) = (point.edgeFrom[e], point.edgeTo[e])
      let (a, b) = (find(i), find(j))
      if a == b { continue }
      let edge = Int32(model.placeCount) * i + j
      if touched[Int(i)] { teeth[a, default: []].append(edge) }
      if touched[Int(j)] { teeth[b, default: []].append(edge) }
    }
    var found: [(set: [Int32], teeth: [Int32])] = []
    for (root, edges) in teeth.sorted(by: { $0.key < $1.key }) where edges.count % 2 == 1 && edges.count > 1 {
      let holdsDepot = find(0) == root
      var set: [Int32] = []
      for place in 1..<Int32(model.placeCount) where (find(place) == root) != holdsDepot { set.append(place) }
      found.append((set, edges.sorted()))
    }
    return found
  }

  func row(_ set: Int, teeth: [Int32]) -> CutRow {
    CutRow(
      sets: [.init(index: Int32(set), coefficient: 1)],
      edges: teeth.map { .init(index: $0, coefficient: -2) }, right: 1 - Int64(teeth.count))
  }
}
