extension ProofSearch {
  /// The first rows and columns: levels that the combinatorial bound pays for, short edges, the depot's edges.
  ///
  /// - Parameters:
  ///   - values: twice the value of a unit of each demand, from `DualAscent`.
  ///   - firstPrices: the least price of each demand.
  mutating func start(values: [Int64], firstPrices: [Int64]) {
    let model = master.model
    var cuts: [CutRow] = []
    for k in 0..<model.demandCount {
      var price = firstPrices[k]
      for level in model.levels(ofDemand: k) {
        if model.levelStep[level] == .max || 2 * price < values[k] { cuts.append(self.cuts.levels.row(level)) }
        if model.levelStep[level] != .max { price += model.levelStep[level] }
      }
    }
    _ = master.addRows(cuts)
    master.addEdges(shortEdges(neighbours: 8))
  }

  private func shortEdges(neighbours: Int) -> [Int32] {
    let model = master.model
    let count = model.placeCount
    var chosen: Set<Int32> = []
    if count <= 500 { for j in 1..<count { chosen.insert(Int32(j)) } }
    var nearest: [(Int64, Int)] = []
    for i in 0..<count {
      nearest.removeAll(keepingCapacity: true)
      for j in 0..<count where j != i {
        let length = model.distance[i * count + j]
        if nearest.count == neighbours, length >= nearest[neighbours - 1].0 { continue }
        if nearest.count == neighbours { nearest.removeLast() }
        let at = nearest.firstIndex { $0.0 > length } ?? nearest.count
        nearest.insert((length, j), at: at)
      }
      for (_, j) in nearest { chosen.insert(Int32(min(i, j) * count + max(i, j))) }
    }
    return chosen.sorted()
  }

  /// Separates towards a tour, given by the relaxation's places without the depot; one that cannot be walked in the model
  /// is left alone.
  mutating func steer(towards tour: [Int32]) {
    let model = master.model
    var number: [Int32: Int32] = [:]
    for (i, place) in model.original.enumerated() { number[place] = Int32(i) }
    let places = tour.compactMap { number[$0] }
    guard places.count == tour.count, places.count > 1, model.objective(ofTour: places) != nil else { return }
    inner = FractionalPoint(model, tour: places)
    addTour(places)
  }

  /// Tells the pool of a tour, given by places of the model, before anything is closed on its account.
  func offer(_ tour: [Int32], _ objective: Int64) {
    pool.offer(ProofTour(places: tour.map { master.model.original[Int($0)] }, objective: objective))
  }

  /// Adds the edges of a tour, given by places of the model without the depot.
  mutating func addTour(_ tour: [Int32]) {
    let count = Int32(master.model.placeCount)
    var previous: Int32 = 0
    var edges: Set<Int32> = []
    for place in tour + [0] {
      edges.insert(min(previous, place) * count + max(previous, place))
      previous = place
    }
    master.addEdges(edges.sorted())
  }
}
