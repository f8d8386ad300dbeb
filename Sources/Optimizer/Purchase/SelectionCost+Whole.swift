internal import Base

/// Demands for one product that one offer covers best, unless a split may be cheaper.
extension SelectionCost {
  /// The cheapest visited entries that cover a `whole` demand alone.
  struct WholePrice {
    /// Position of the cheapest, or −1.
    var best = -1
    var value = Cover.unreachable
    /// Least cost of another entry alone.
    var second = Cover.unreachable
    /// Least floor of a split from visited entries, and of one without the cheapest.
    var floor = Cover.unreachable
    var floorOfOthers = Cover.unreachable
    /// The first entry that plays no part in these.
    var end = 0

    /// Whether no split is cheaper, with the cheapest entry and without it, nor a part of a cover.
    var isPlain: Bool { floor >= value && floorOfOthers >= second && (second < Cover.unreachable || value < second) }
    var isEmpty: Bool { best < 0 && floor == Cover.unreachable }
  }

  /// Complexity: O(entries up to the second best).
  func wholePrice(_ demand: Int) -> WholePrice {
    let demands = problem.demands
    let (marketColumn, costColumn, floorColumn) = (demands.entryMarket, demands.entryCost, demands.entryFloor)
    let markets = marketColumn.span
    let costs = costColumn.span
    let floors = floorColumn.span
    let isVisited = visited.span
    var price = WholePrice()
    let end = Int(problem.demands.entryStart[demand + 1])
    var entry = Int(problem.demands.entryStart[demand])
    while entry < end {
      let (cost, floor) = (costs[entry], floors[entry])
      if min(cost, floor) >= price.second { break }
      if isVisited[Int(markets[entry])] {
        price.floor = min(price.floor, floor)
        if cost < price.value {
          if price.best >= 0 { price.floorOfOthers = min(price.floorOfOthers, floors[price.best]) }
          price.second = price.value
          (price.best, price.value) = (entry, cost)
        } else {
          price.second = min(price.second, cost)
          price.floorOfOthers = min(price.floorOfOthers, floor)
        }
      }
      entry += 1
    }
    price.end = entry
    return price
  }

  /// Prices a `whole` demand; false where a split may be cheaper or too little is visited, and exact covers must tell.
  ///
  /// Complexity: O(reach), and a cover for each unvisited entry that may bring a cheaper split.
  mutating func priceWhole(_ demand: Int) -> Bool {
    var price = wholePrice(demand)
    guard price.isEmpty || price.isPlain else { return false }
    var isPriced = price.isEmpty
    if isPriced { price.value = general.price(demand, visited: visited) }
    if price.second == Cover.unreachable { price.second = problem.demands.shortage[demand] }
    value[demand] = price.value
    let start = Int(problem.demands.entryStart[demand])
    let demands = problem.demands
    for entry in start..<price.end {
      let market = Int(demands.entryMarket[entry])
      let cost = demands.entryCost[entry]
      if visited[market] {
        set(entry, entry == price.best ? price.second - price.value : 0, market)
      } else if demands.entryFloor[entry] < min(cost, price.value) {
        if !isPriced { _ = general.price(demand, visited: visited) }
        isPriced = true
        set(entry, general.difference(entry, isVisited: false), market)
      } else {
        set(entry, max(0, price.value - cost), market)
      }
    }
    if isPriced { countGeneralWork() }
    limit(demand, to: price.end)
    return true
  }
}
