/// A point of the relaxation to separate: visits, shortfalls of the levels, and the edges that carry something.
struct FractionalPoint: Sendable {
  /// `y`, one a place; the depot's is 1.
  var visit: [Double]
  /// `w`, one a level, in units of the demand; 0 for levels the linear program does not know.
  var shortfall: [Double]
  var edgeFrom: [Int32] = []
  var edgeTo: [Int32] = []
  var edgeValue: [Double] = []

  init(_ model: ProofModel) {
    visit = [Double](repeating: 0, count: model.placeCount)
    visit[0] = 1
    shortfall = [Double](repeating: 0, count: model.levelCount)
  }

  mutating func addEdge(_ i: Int32, _ j: Int32, _ value: Double) {
    edgeFrom.append(i)
    edgeTo.append(j)
    edgeValue.append(value)
  }

  /// The point of a tour, given by places without the depot.
  init(_ model: ProofModel, tour: [Int32]) {
    self.init(model)
    for place in tour { visit[Int(place)] = 1 }
    var previous: Int32 = 0
    for place in tour {
      addEdge(min(previous, place), max(previous, place), 1)
      previous = place
    }
    addEdge(0, previous, 1)
    for k in 0..<model.demandCount {
      var supply = 0.0
      var offer = Int(model.offerStart[k])
      for level in model.levels(ofDemand: k) {
        while offer < Int(model.levelEnd[level]) {
          supply += Double(model.offerSupply[offer]) * visit[Int(model.offerPlace[offer])]
          offer += 1
        }
        shortfall[level] = max(0, Double(model.levelNeed[level]) - supply)
      }
    }
  }

  /// `share × self + (1 − share) × other`. Edges of both are merged.
  func mixed(with other: FractionalPoint, share: Double, placeCount: Int) -> FractionalPoint {
    var result = self
    for i in visit.indices { result.visit[i] = share * visit[i] + (1 - share) * other.visit[i] }
    for l in shortfall.indices { result.shortfall[l] = share * shortfall[l] + (1 - share) * other.shortfall[l] }
    for e in edgeValue.indices { result.edgeValue[e] *= share }
    for e in other.edgeValue.indices {
      result.addEdge(other.edgeFrom[e], other.edgeTo[e], (1 - share) * other.edgeValue[e])
    }
    return result
  }

  /// The same with each edge named once, and those of less than `least` left out. Complexity: O(edges log edges).
  func merged(least: Double) -> FractionalPoint {
    var result = self
    result.edgeFrom.removeAll(keepingCapacity: true)
    result.edgeTo.removeAll(keepingCapacity: true)
    result.edgeValue.removeAll(keepingCapacity: true)
    let order = edgeValue.indices.sorted { (edgeFrom[$0], edgeTo[$0], $0) < (edgeFrom[$1], edgeTo[$1], $1) }
    var position = 0
    while position < order.count {
      let (from, to) = (edgeFrom[order[position]], edgeTo[order[position]])
      var value = 0.0
      while position < order.count, edgeFrom[order[position]] == from, edgeTo[order[position]] == to {
        value += edgeValue[order[position]]
        position += 1
      }
      if value >= least { result.addEdge(from, to, value) }
    }
    return result
  }

  /// `left − right` of a row at this point: below zero when the point violates it.
  func slack(of row: CutRow, sets: VertexSetPool, placeCount: Int) -> Double {
    var value = -Double(row.right)
    for term in row.places { value += Double(term.coefficient) * visit[Int(term.index)] }
    for term in row.levels { value += Double(term.coefficient) * shortfall[Int(term.index)] }
    for term in row.sets { value += Double(term.coefficient) * crossing(Int(term.index), sets) }
    for term in row.edges {
      for e in edgeValue.indices where Int32(placeCount) * edgeFrom[e] + edgeTo[e] == term.index {
        value += Double(term.coefficient) * edgeValue[e]
      }
    }
    return value
  }

  /// `x(δ(S))` of a set.
  func crossing(_ set: Int, _ sets: VertexSetPool) -> Double {
    var value = 0.0
    for e in edgeValue.indices
    where sets.contains(set, Int(edgeFrom[e])) != sets.contains(set, Int(edgeTo[e])) {
      value += edgeValue[e]
    }
    return value
  }
}
