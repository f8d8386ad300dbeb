extension Routes {
  typealias Spot = (buyer: Int, position: Int)

  /// What visiting an unvisited market adds at its cheapest place, by legs alone.
  ///
  /// Complexity: O(1), or O(stops) where the walks have changed round its cheapest place.
  mutating func insertionCost(of market: Int) -> Cost {
    if insertions.before[market] < 0 {
      if problem.instance.isRemote[market] { return 0 }
      search(market)
    }
    return Cost(insertions.cost[market]) * problem.legUnit
  }

  /// The cheapest place for an unvisited market: after the place at `position` of a buyer's walk. Complexity: O(stops).
  mutating func insertion(of market: Int) -> Spot {
    if problem.instance.isRemote[market] { return (desk, counts[desk]) }
    if insertions.before[market] < 0 { search(market) }
    let buyer = Int(insertions.buyer[market])
    let before = Int(insertions.before[market])
    var position = 0
    while place(buyer, position) != before { position += 1 }
    return (buyer, position)
  }

  private mutating func search(_ market: Int) {
    let places = problem.placeCount
    let matrix = problem.legs
    let legs = matrix.span
    var best = (cost: Int.max, before: -1, buyer: 0)
    var hasTriedEmpty = false
    for buyer in 0..<buyers {
      let base = buyer * stride
      if counts[buyer] == 0 {
        if hasTriedEmpty && problem.hasEqualBuyers { continue }
        hasTriedEmpty = true
        let start = Int(slab[base])
        let cost = Int(legs[start * places + market]) + Int(legs[market * places + Int(slab[base + 1])])
        if cost < best.cost { best = (cost, start, buyer) }
        continue
      }
      var previous = Int(slab[base])
      let row = market * places
      for position in 0...counts[buyer] {
        let next = Int(slab[base + position + 1])
        let cost = Int(legs[previous * places + market]) + Int(legs[row + next]) - Int(legs[previous * places + next])
        if cost < best.cost { best = (cost, previous, buyer) }
        previous = next
      }
    }
    insertions.set(market, cost: best.cost, before: best.before, buyer: best.buyer)
    insertionSearches += 1
  }
}
