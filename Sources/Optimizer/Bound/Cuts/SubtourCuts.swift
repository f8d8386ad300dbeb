/// Generalised subtour cuts `x(δ(S)) ≥ 2 y_i` for i in S, by maximum flow from every visited place to the depot.
///
/// Laporte, Riera-Ledesma, Salazar-González 2003 (doi:10.1287/opre.51.6.940.24921).
struct SubtourCuts: CutFamily, ~Copyable {
  let model: ProofModel
  private var support: SupportGraph
  private var work: Int64 = 0

  init(_ model: ProofModel) {
    self.model = model
    support = SupportGraph(model)
  }

  /// Work done since the last call.
  mutating func takeWork() -> Int64 {
    defer { work = 0 }
    return work
  }

  mutating func violated(at point: FractionalPoint, _ sets: inout VertexSetPool) -> [CutRow] {
    self.sets(point).map { members in
      let set = sets.insert(members)
      return Self.row(set, sets.members(of: set), point)
    }
  }

  /// Sets S, as ascending places, with `x(δ(S)) < 2 y_i` for some i in S.
  mutating func sets(_ point: FractionalPoint) -> [[Int32]] {
    var flow = support.graph(point, sellers: false)
    var found: [[Int32]] = []
    var covered = [Bool](repeating: false, count: model.placeCount)
    let order = support.places.dropFirst().sorted {
      (point.visit[Int($1)], $0) < (point.visit[Int($0)], $1)
    }
    for place in order where !covered[Int(place)] {
      let wanted = 2 * point.visit[Int(place)]
      if wanted < 0.02 { break }
      let enough = Int64((wanted - 0.01) * SupportGraph.unit)
      let value = flow.maximise(from: support.node(place), to: 0, enough: enough)
      if value >= enough { continue }
      flow.markSourceSide(of: support.node(place), in: &support.side)
      let set = support.marked()
      for member in set { covered[Int(member)] = true }
      found.append(set)
    }
    work += flow.scanned
    return found
  }

  /// The subtour cut of a set, made with its most visited place.
  static func row(_ set: Int, _ members: ArraySlice<Int32>, _ point: FractionalPoint) -> CutRow {
    var best = members.first ?? 0
    for place in members where point.visit[Int(place)] > point.visit[Int(best)] { best = place }
    return CutRow(
      sets: [.init(index: Int32(set), coefficient: 1)], places: [.init(index: best, coefficient: -2)], right: 0)
  }
}
