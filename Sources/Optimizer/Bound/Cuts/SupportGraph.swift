/// The graph of a fractional point's edges, on which flows look for violated cuts; its scratch is kept from point to point.
struct SupportGraph: ~Copyable {
  let model: ProofModel
  /// Capacity that stands for 1.
  static let unit = 1_048_576.0
  /// Places of the nodes, the depot first.
  private(set) var places: [Int32] = []
  /// Nodes that a cut of the flow marks.
  var side: [Bool]
  /// Node of each place, or −1.
  private var number: [Int32]

  init(_ model: ProofModel) {
    self.model = model
    number = [Int32](repeating: -1, count: model.placeCount)
    side = [Bool](repeating: false, count: model.placeCount + 1)
  }

  /// The node of a place, or −1.
  func node(_ place: Int32) -> Int { Int(number[Int(place)]) }

  /// Nodes are the places with something on them, the depot first; with `sellers`, one more node that each place can reach.
  mutating func graph(_ point: FractionalPoint, sellers: Bool) -> MaxFlow {
    for place in places { number[Int(place)] = -1 }
    places.removeAll(keepingCapacity: true)
    for i in 0..<model.placeCount where i == 0 || point.visit[i] > 1e-6 {
      number[i] = Int32(places.count)
      places.append(Int32(i))
    }
    for e in point.edgeValue.indices {
      for end in [point.edgeFrom[e], point.edgeTo[e]] where number[Int(end)] < 0 {
        number[Int(end)] = Int32(places.count)
        places.append(end)
      }
    }
    var flow = MaxFlow(nodeCount: places.count + (sellers ? 1 : 0))
    for e in point.edgeValue.indices {
      let capacity = Int64(point.edgeValue[e] * SupportGraph.unit)
      flow.join(
        Int(number[Int(point.edgeFrom[e])]), Int(number[Int(point.edgeTo[e])]), capacity: capacity, back: capacity)
    }
    if sellers {
      for position in 1..<max(1, places.count) { flow.join(position, places.count, capacity: 0, back: 0) }
    }
    return flow
  }

  /// The marked places without the depot, ascending.
  func marked() -> [Int32] {
    var set: [Int32] = []
    for position in 1..<max(1, places.count) where side[position] { set.append(places[position]) }
    return set.sorted()
  }
}
