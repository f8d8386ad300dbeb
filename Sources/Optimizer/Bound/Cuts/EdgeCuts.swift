/// Subtour cuts of single edges, found without a flow: `x_0i ≤ y_i` for the depot's, `x_ij ≤ y_i` for others.
struct EdgeCuts: CutFamily {
  let model: ProofModel

  init(_ model: ProofModel) { self.model = model }

  func violated(at point: FractionalPoint, _ sets: inout VertexSetPool) -> [CutRow] {
    let found = violations(point)
    return found.rows
      + found.sets.map { members in
        let set = sets.insert(members)
        return SubtourCuts.row(set, sets.members(of: set), point)
      }
  }

  /// Rows `x_0i ≤ y_i`, and sets {i, j} with `x_ij > y_i`.
  func violations(_ point: FractionalPoint) -> (rows: [CutRow], sets: [[Int32]]) {
    var rows: [CutRow] = []
    var sets: [[Int32]] = []
    for e in point.edgeValue.indices {
      let (i, j) = (point.edgeFrom[e], point.edgeTo[e])
      if i == 0 {
        if point.edgeValue[e] > point.visit[Int(j)] + cutTolerance {
          rows.append(
            CutRow(
              places: [.init(index: j, coefficient: 1)], edges: [.init(index: j, coefficient: -1)], right: 0))
        }
      } else if point.edgeValue[e] > min(point.visit[Int(i)], point.visit[Int(j)]) + cutTolerance {
        sets.append([i, j])
      }
    }
    return (rows, sets)
  }
}
