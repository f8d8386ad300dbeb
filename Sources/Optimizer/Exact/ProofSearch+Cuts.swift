extension ProofSearch {
  /// Adds cuts that the point violates; returns how many.
  ///
  /// In-out separation (Ben-Ameur, Neto 2007, doi:10.1002/net.20169): a point between the linear program's and `inner` is
  /// separated first, since what cuts it off cuts deep; the linear program's own point when that finds nothing. `inner`
  /// sets out from a tour and drifts after the linear programs' points, which smooths their leaps (Fischetti, Ljubić,
  /// Sinnl 2017, doi:10.1287/mnsc.2016.2461).
  mutating func separate(_ point: FractionalPoint) -> Int {
    master.age()
    _ = master.purge(age: 2)
    let count = master.model.placeCount
    let edges = cuts.edges.violations(point)
    var found = Found(rows: cuts.levels.violated(at: point, &master.sets) + edges.rows)
    if let inner {
      if found.rows.count < count / 4 {
        let mixed = point.mixed(with: inner, share: parameters.separationShare, placeCount: count)
        _ = look(for: &found, through: mixed, at: point, seeds: edges.sets)
      }
      self.inner = point.mixed(with: inner, share: parameters.separationDrift, placeCount: count).merged(least: 1e-3)
    }
    var isSeenWhole = false
    if found.isEmpty || inner == nil { isSeenWhole = look(for: &found, through: point, at: point, seeds: edges.sets) }
    found.rows += cuts.blossoms.violated(at: point, &master.sets)
    if found.count < count / 4 || rounds % 3 == 0 { found.rows += roundings(point) }
    var rows = strongest(found, point)
    if rows.isEmpty && !isSeenWhole {
      // Before a node is split for want of cuts, every demand is looked at, whatever rests.
      found = Found(rows: [])
      _ = look(for: &found, through: point, at: point, seeds: edges.sets, isThorough: true)
      rows = strongest(found, point)
    }
    statistics.work += cuts.takeWork() / 200
    let added = master.addRows(rows)
    statistics.cuts += added
    return added
  }

  /// Violated cuts of one round.
  struct Found {
    var rows: [CutRow]
    var products: [ProductCuts.Candidate] = []

    var count: Int { rows.count + products.count }
    var isEmpty: Bool { count == 0 }
  }

  /// Subtour cuts that `point` violates, and product cuts that `guide` does, over sets that flows find in `guide`: for the
  /// demands whose turn it is, or for all where it `isThorough`; whether all were looked at.
  private mutating func look(
    for found: inout Found, through guide: FractionalPoint, at point: FractionalPoint, seeds: [[Int32]],
    isThorough: Bool = false
  ) -> Bool {
    var seen: Set<Int> = []
    let before = found.count
    for members in seeds + cuts.subtours.sets(guide) {
      let set = master.sets.insert(members)
      if !seen.insert(set).inserted { continue }
      let row = SubtourCuts.row(set, master.sets.members(of: set), point)
      if point.slack(of: row, sets: master.sets, placeCount: master.model.placeCount) < -0.01 { found.rows.append(row) }
      cuts.products.candidates(guide, set, master.sets, into: &found.products)
    }
    let demands = master.model.demandCount
    if productPause > 0 { productPause -= 1 }
    guard demands > 0 && found.count - before <= 60 && (productPause == 0 || isThorough) else {
      return demands == 0
    }
    if isThorough { nextDemand = 0 }
    // Large models look at a part of the demands a round.
    let span = isThorough ? demands : min(demands, max(20, 40_000 / max(1, guide.edgeValue.count)))
    let end = min(demands, nextDemand + span)
    let sets = cuts.products.sets(guide, demands: nextDemand..<end)
    nextDemand = end == demands ? 0 : end
    let known = found.count
    for (_, members) in sets {
      let set = master.sets.insert(members)
      if seen.insert(set).inserted { cuts.products.candidates(guide, set, master.sets, into: &found.products) }
    }
    // Flows that find nothing are tried again after ever longer pauses.
    barren = found.count > known ? 0 : min(barren + 1, 5)
    productPause = (1 << barren) - 1
    return span == demands
  }

  /// Rounding cuts, with the sets of the cuts that stand as candidates for aggregation.
  private func roundings(_ point: FractionalPoint) -> [CutRow] {
    var pool: Set<Int32> = []
    for row in master.rows { for term in row.sets { pool.insert(term.index) } }
    return cuts.roundings.cuts(point, pool: pool.sorted(), sets: master.sets)
  }

  /// Product cuts of one set that a round adds at most, and of one demand: more of them are nearly parallel, and cost the
  /// linear program more than they cut. Measured on TPPLIB: where supply is limited a second one of the set pays.
  private func mostOfSet(_ level: Int) -> Int {
    let model = master.model
    return model.offers(upToLevel: level).contains { model.offerSupply[$0] < model.levelNeed[level] } ? 2 : 1
  }
  private static var mostOfDemand: Int { 1 }

  /// The cuts that cut deepest, as many as a round should add.
  private func strongest(_ found: Found, _ point: FractionalPoint) -> [CutRow] {
    let most = max(50, master.model.placeCount)
    func slack(_ row: CutRow) -> Double {
      point.slack(of: row, sets: master.sets, placeCount: master.model.placeCount)
    }
    let depth = found.rows.map { -slack($0) / $0.scale } + found.products.map(\.depth)
    var rows: [CutRow] = []
    var ofSet: [Int32: Int] = [:]
    var ofDemand: [Int32: Int] = [:]
    for index in depth.indices.sorted(by: { (depth[$1], $0) < (depth[$0], $1) }) where rows.count < most {
      if index < found.rows.count {
        rows.append(found.rows[index])
        continue
      }
      let cut = found.products[index - found.rows.count]
      let demand = master.model.levelDemand[Int(cut.level)]
      guard ofDemand[demand, default: 0] < Self.mostOfDemand,
        ofSet[cut.set, default: 0] < mostOfSet(Int(cut.level))
      else { continue }
      let row = cuts.products.row(Int(cut.level), Int(cut.set), master.sets)
      // What cuts off the guide must cut off the point as well.
      if slack(row) > -cutTolerance * row.scale { continue }
      ofSet[cut.set, default: 0] += 1
      ofDemand[demand, default: 0] += 1
      rows.append(row)
    }
    return rows
  }
}
