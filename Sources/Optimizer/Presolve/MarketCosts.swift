/// The least that each slot costs at each market, whatever else is bought there: what `MarketDual` bounds plans with.
package struct MarketCosts: Sendable {
  /// Markets and costs in micro-yuan of slot `i`: `start[i]..<start[i + 1]`, ascending in cost, each market once.
  package private(set) var start: [Int] = [0]
  package private(set) var market: [Int32] = []
  package private(set) var cost: [Int64] = []

  package var slotCount: Int { start.count - 1 }

  /// Positions in `market` and `cost` that belong to a slot.
  package func entries(of slot: Int) -> Range<Int> { start[slot]..<start[slot + 1] }

  /// - Parameter costs: by slot; of several entries of a market the least counts. Complexity: O(entries · log entries).
  package init(_ costs: [[(market: Int32, cost: Int64)]]) {
    for entries in costs { append(entries) }
  }

  private mutating func append(_ entries: [(market: Int32, cost: Int64)]) {
    let sorted = entries.sorted { ($0.market, $0.cost) < ($1.market, $1.cost) }
    var own: [(cost: Int64, market: Int32)] = []
    own.reserveCapacity(sorted.count)
    for entry in sorted where own.last?.market != entry.market { own.append((entry.cost, entry.market)) }
    own.sort { $0 < $1 }
    for entry in own {
      market.append(entry.market)
      cost.append(entry.cost)
    }
    start.append(market.count)
  }
}
