extension ProofSearch {
  /// Adds cuts that the point violates; returns how many.
  ///
  /// In-out separation (Ben-Ameur, Neto 2007, doi:10.1002/net.20169): the point between the linear program's and a known
  /// answer is separated first, since what cuts it off cuts deep; the linear program's own point when that finds nothing.
  mutating func separate(_ point: FractionalPoint) -> Int {
    master.age()
    _ = master.purge(age: 2)
    let count = master.model.placeCount
    var cuts = separator.levelRows(point, mostPerDemand: 4)
    let edges = separator.edgeViolations(point)
    cuts += edges.rows
    // Where the bound stands still, cuts of the point between may leave the linear program's own point where it is.
    let isStuck = stalls >= 2
    if let inner, !isStuck, cuts.count < count / 4 {
      let mixed = point.mixed(with: inner, share: share, placeCount: count)
      cuts += cutsOf(mixed, seeds: edges.sets, isThorough: false)
    }
    if cuts.isEmpty || inner == nil || isStuck {
      cuts += cutsOf(point, seeds: edges.sets, isThorough: isStuck)
    }
    for (members, teeth) in separator.blossoms(point) {
      let row = separator.blossomRow(master.sets.insert(members), teeth: teeth)
      if point.slack(of: row, sets: master.sets, placeCount: count) < -0.02 { cuts.append(row) }
    }
    if cuts.count < count / 4 || rounds % 3 == 0 { cuts += roundings(point) }
    statistics.work += separator.takeWork() / 200
    let added = master.addRows(strongest(cuts, point))
    statistics.cuts += added
    return added
  }

  /// Subtour and product cuts violated at `point`; with `isThorough`, flows for the products of all demands.
  private mutating func cutsOf(_ point: FractionalPoint, seeds: [[Int32]], isThorough: Bool) -> [CutRow] {
    var cuts: [CutRow] = []
    var seen: Set<Int> = []
    for members in seeds + separator.subtours(point) {
      let set = master.sets.insert(members)
      if !seen.insert(set).inserted { continue }
      let row = separator.subtourRow(set, master.sets.members(of: set), point)
      if point.slack(of: row, sets: master.sets, placeCount: master.model.placeCount) < -0.01 { cuts.append(row) }
      cuts += separator.productRows(point, set, master.sets)
    }
    let demands = master.model.demandCount
    if productPause > 0 { productPause -= 1 }
    if demands > 0 && (isThorough || cuts.count <= 60 && productPause == 0) {
      if isThorough { nextDemand = 0 }
      // Large models look at a part of the demands a round.
      let span = isThorough ? demands : min(demands, max(20, 40_000 / max(1, point.edgeValue.count)))
      let end = min(demands, nextDemand + span)
      let found = separator.productSets(point, demands: nextDemand..<end)
      nextDemand = end == demands ? 0 : end
      let before = cuts.count
      for (level, members) in found {
        let set = master.sets.insert(members)
        let row = separator.productRow(level, set, master.sets)
        if point.slack(of: row, sets: master.sets, placeCount: master.model.placeCount)
          < -separator.tolerance * Double(row.right)
        {
          cuts.append(row)
        }
        if seen.insert(set).inserted { cuts += separator.productRows(point, set, master.sets) }
      }
      // Flows that find nothing are tried again after ever longer pauses.
      barren = cuts.count > before ? 0 : min(barren + 1, 5)
      productPause = (1 << barren) - 1
    }
    return cuts
  }

  /// Rounding cuts, with the sets of the cuts that stand as candidates for aggregation.
  private func roundings(_ point: FractionalPoint) -> [CutRow] {
    var pool: Set<Int32> = []
    for row in master.rows { for term in row.sets { pool.insert(term.index) } }
    var rounding = RoundingSeparator(master.model)
    return rounding.cuts(point, pool: pool.sorted(), sets: master.sets)
  }

  /// The cuts that cut deepest, as many as a round should add.
  private func strongest(_ cuts: [CutRow], _ point: FractionalPoint) -> [CutRow] {
    let most = max(50, master.model.placeCount / 2)
    if cuts.count <= most { return cuts }
    let depth = cuts.map { row in
      point.slack(of: row, sets: master.sets, placeCount: master.model.placeCount) / row.scale
    }
    let order = cuts.indices.sorted { (depth[$0], $0) < (depth[$1], $1) }
    return order.prefix(most).map { cuts[$0] }
  }
}
