/// What the visited markets cost to buy from, kept up to date while markets come and go.
///
/// For every demand it holds the value `v_d(S)` of covering it from the visited set S, and for every market
///
///     worth_m = Σ_d v_d(S) − v_d(S ∪ {m})   for m outside S: what adding it saves
///     worth_m = Σ_d v_d(S \ {m}) − v_d(S)   for m in S: what dropping it loses
///
/// exactly for `best`, `level` and `whole` demands and for one-slot `general` ones; a `whole` demand that dropping m leaves
/// uncovered counts with all of its shortage. Since entries are sorted by cost, only a head of each demand's entries, its
/// reach, can have a part in `worth`; a change beyond the reach changes nothing.
struct SelectionCost: ~Copyable {
  typealias Cost = Instance.Cost

  let problem: PresolvedInstance
  private(set) var visited: [Bool]
  private(set) var worth: [Cost]
  var value: [Cost]
  /// Σ value; the constant of the demand table is not in it.
  private(set) var total: Cost = 0
  /// Entries looked at so far: the search's measure of work.
  private(set) var work = 0
  private var reach: [Int32]
  private var part: [Cost]
  private var dirty: [Int32] = []
  private var isDirty: [Bool]
  private var used: [Int32] = []
  private var taken: [Int32] = []
  private var spare: [Int32] = []
  var general: GeneralPricer
  // The journal of the step under way.
  private var isJournaling = false
  private var stamp: [Int32]
  private var epoch: Int32 = 0
  private var journalDemand: [Int32] = []
  private var journalReach: [Int32] = []
  private var journalValue: [Cost] = []
  private var journalPart: [Cost] = []
  private var savedWorth: [Cost] = []
  private var savedTotal: Cost = 0
  private var toggled: [Int32] = []

  init(_ problem: PresolvedInstance) {
    self.problem = problem
    let markets = problem.instance.marketCount
    let demands = problem.demands
    visited = .init(repeating: false, count: markets)
    worth = .init(repeating: 0, count: markets)
    value = .init(repeating: 0, count: demands.count)
    reach = .init(repeating: 0, count: demands.count)
    part = .init(repeating: 0, count: demands.entryMarket.count)
    isDirty = .init(repeating: false, count: demands.count)
    stamp = .init(repeating: 0, count: demands.count)
    general = GeneralPricer(problem)
    for demand in 0..<demands.count { price(demand) }
  }

  /// Whether every demand is covered.
  func isCovered() -> Bool {
    let demands = problem.demands
    for demand in 0..<demands.count where !isCovered(demand, demands) { return false }
    return true
  }

  private func isCovered(_ demand: Int, _ demands: DemandTable) -> Bool {
    switch demands.kind[demand] {
    case .best: return demands.isOptional[demand] || value[demand] < demands.shortage[demand]
    case .whole, .general: return value[demand] < demands.shortage[demand] / 2
    case .level:
      var left = Int(demands.need[demand])
      for entry in Int(demands.entryStart[demand])..<Int(demands.entryStart[demand + 1]) where left > 0 {
        if visited[Int(demands.entryMarket[entry])] { left -= Int(demands.entryQuantity[entry]) }
      }
      return left <= 0
    }
  }

  /// Adds `market` to the visited set, or takes it out; `refresh` prices the demands that this changes.
  ///
  /// Complexity: O(entries of the market).
  mutating func toggle(_ market: Int) {
    visited[market].toggle()
    if isJournaling { toggled.append(Int32(market)) }
    let range = Int(problem.demands.marketStart[market])..<Int(problem.demands.marketStart[market + 1])
    for index in range {
      let entry = Int(problem.demands.marketEntries[index])
      let demand = Int(problem.demands.entryDemand[entry])
      if isDirty[demand] || entry - Int(problem.demands.entryStart[demand]) >= Int(reach[demand]) { continue }
      isDirty[demand] = true
      dirty.append(Int32(demand))
    }
    work &+= range.count
  }

  /// Gives a bound slot another option; `refresh` prices its demand.
  mutating func choose(_ slot: Int, _ option: Int) {
    general.select(slot, option)
    let demand = Int(problem.demands.demandOfSlot[slot])
    if isDirty[demand] { return }
    isDirty[demand] = true
    dirty.append(Int32(demand))
  }

  /// The best option that `isAllowed` for a bound slot, given what the visited markets sell; nil when it has it.
  mutating func bestChoice(_ slot: Int, isAllowed: (Int) -> Bool) -> Int? {
    let demand = Int(problem.demands.demandOfSlot[slot])
    defer { work &+= general.takeWork() }
    return general.bestChoice(slot, of: demand, visited: visited, isAllowed: isAllowed)
  }

  /// Whether `value`, `total` and `worth` are up to date.
  var isFresh: Bool { dirty.isEmpty }

  /// Brings `value`, `total` and `worth` up to date with the visited set.
  ///
  /// Complexity: O(Σ reach of the demands that changed within their reach).
  mutating func refresh() {
    var index = 0
    while index < dirty.count {
      let demand = Int(dirty[index])
      isDirty[demand] = false
      price(demand)
      index += 1
    }
    dirty.removeAll(keepingCapacity: true)
  }

  // MARK: Journal

  /// Starts a step that `rollBack` can undo.
  mutating func begin() {
    refresh()
    isJournaling = true
    epoch &+= 1
    journalDemand.removeAll(keepingCapacity: true)
    journalReach.removeAll(keepingCapacity: true)
    journalValue.removeAll(keepingCapacity: true)
    journalPart.removeAll(keepingCapacity: true)
    toggled.removeAll(keepingCapacity: true)
    savedWorth.removeAll(keepingCapacity: true)
    savedWorth.append(contentsOf: worth)
    savedTotal = total
    general.begin()
  }

  /// Undoes everything since `begin`.
  mutating func rollBack() {
    refresh()
    var offset = 0
    for index in journalDemand.indices {
      let demand = Int(journalDemand[index])
      let start = Int(problem.demands.entryStart[demand])
      for entry in start..<(start + Int(reach[demand])) { part[entry] = 0 }
      let old = Int(journalReach[index])
      for entry in 0..<old { part[start + entry] = journalPart[offset + entry] }
      offset += old
      reach[demand] = Int32(old)
      value[demand] = journalValue[index]
    }
    for market in toggled { visited[Int(market)].toggle() }
    swap(&worth, &savedWorth)
    total = savedTotal
    general.rollBack()
    isJournaling = false
  }

  /// Keeps everything since `begin`.
  mutating func commit() {
    refresh()
    isJournaling = false
  }

  // MARK: Pricing

  private mutating func price(_ demand: Int) {
    let start = Int(problem.demands.entryStart[demand])
    if isJournaling && stamp[demand] != epoch {
      stamp[demand] = epoch
      journalDemand.append(Int32(demand))
      journalReach.append(reach[demand])
      journalValue.append(value[demand])
      journalPart.append(contentsOf: part[start..<(start + Int(reach[demand]))])
    }
    let before = value[demand]
    switch problem.demands.kind[demand] {
    case .best: priceBest(demand)
    case .level: priceLevel(demand)
    case .whole: if !priceWhole(demand) { priceGeneral(demand) }
    case .general: priceGeneral(demand)
    }
    total += value[demand] - before
    work &+= Int(reach[demand]) + 4
  }

  @inline(__always)
  mutating func set(_ entry: Int, _ amount: Cost, _ market: Int) {
    let old = part[entry]
    if old != amount {
      worth[market] &+= amount &- old
      part[entry] = amount
    }
  }

  /// Sets the part of each entry of `range` to `value − cost`.
  private static func setGains(
    _ range: Range<Int>, below value: Cost, _ part: inout [Cost], _ worth: inout [Cost], _ marketColumn: [Int32],
    _ costColumn: [Cost]
  ) {
    let markets = marketColumn.span
    let costs = costColumn.span
    var parts = part.mutableSpan
    var sums = worth.mutableSpan
    for entry in range {
      let amount = value &- costs[entry]
      let market = Int(markets[entry])
      sums[market] &+= amount &- parts[entry]
      parts[entry] = amount
    }
  }

  /// Clears what entries from `first` on had a part in, up to the old reach, and sets the new one.
  mutating func limit(_ demand: Int, to first: Int) {
    let start = Int(problem.demands.entryStart[demand])
    let old = start + Int(reach[demand])
    if first < old {
      let markets = problem.demands.entryMarket
      for entry in first..<old { set(entry, 0, Int(markets[entry])) }
    }
    reach[demand] = Int32(first - start)
  }

  /// The cheapest visited entry counts; the second says what losing it costs.
  private mutating func priceBest(_ demand: Int) {
    let markets = problem.demands.entryMarket
    let costs = problem.demands.entryCost
    let start = Int(problem.demands.entryStart[demand])
    let end = Int(problem.demands.entryStart[demand + 1])
    var best = start
    while best < end && !visited[Int(markets[best])] { best += 1 }
    let shortage = problem.demands.shortage[demand]
    guard best < end else {
      value[demand] = shortage
      Self.setGains(start..<end, below: shortage, &part, &worth, markets, costs)
      reach[demand] = Int32(end - start)
      return
    }
    let cost = costs[best]
    var second = best + 1
    while second < end && !visited[Int(markets[second])] { second += 1 }
    value[demand] = cost
    Self.setGains(start..<best, below: cost, &part, &worth, markets, costs)
    let next = second < end ? costs[second] : shortage
    set(best, next - cost, Int(markets[best]))
    let last = min(second + 1, end)
    for entry in (best + 1)..<max(best + 1, last) { set(entry, 0, Int(markets[entry])) }
    limit(demand, to: last)
  }

  /// Visited entries are used in the order of price until the need is met.
  private mutating func priceLevel(_ demand: Int) {
    let markets = problem.demands.entryMarket
    let costs = problem.demands.entryCost
    let stocks = problem.demands.entryQuantity
    let start = Int(problem.demands.entryStart[demand])
    let end = Int(problem.demands.entryStart[demand + 1])
    let shortage = problem.demands.shortage[demand]
    used.removeAll(keepingCapacity: true)
    taken.removeAll(keepingCapacity: true)
    spare.removeAll(keepingCapacity: true)
    var left = Int(problem.demands.need[demand])
    var cost: Cost = 0
    var greatest = 0
    var entry = start
    while entry < end && left > 0 {
      if visited[Int(markets[entry])] {
        let take = min(left, Int(stocks[entry]))
        left -= take
        greatest = max(greatest, take)
        cost += Cost(take) * costs[entry]
        used.append(Int32(entry))
        taken.append(Int32(take))
      }
      entry += 1
    }
    let short = left
    cost += Cost(short) * shortage
    let marginalEnd = entry
    // What stands ready to replace the greatest amount that one market can take away.
    var ready = 0
    while entry < end && ready < greatest {
      if visited[Int(markets[entry])] {
        spare.append(Int32(entry))
        ready += Int(stocks[entry])
      }
      entry += 1
    }
    value[demand] = cost
    let lastUsed = used.count - 1
    var next = 0
    for index in start..<marginalEnd {
      let market = Int(markets[index])
      if next <= lastUsed && Int(used[next]) == index {
        set(index, loss(of: next, lastUsed: lastUsed, shortage: shortage, costs, stocks), market)
        next += 1
      } else {
        set(index, gain(of: index, next: next, short: short, shortage: shortage, costs, stocks), market)
      }
    }
    for index in marginalEnd..<entry { set(index, 0, Int(markets[index])) }
    limit(demand, to: entry)
  }

  /// What replacing the used entry at `position` costs.
  private func loss(
    of position: Int, lastUsed: Int, shortage: Cost, _ costs: borrowing [Cost], _ stocks: borrowing [Int32]
  ) -> Cost {
    var left = Int(taken[position])
    let price = costs[Int(used[position])]
    var cost: Cost = 0
    if position != lastUsed {
      let last = Int(used[lastUsed])
      let rest = min(left, Int(stocks[last]) - Int(taken[lastUsed]))
      cost += Cost(rest) * (costs[last] - price)
      left -= rest
    }
    var index = 0
    while left > 0 && index < spare.count {
      let entry = Int(spare[index])
      let rest = min(left, Int(stocks[entry]))
      cost += Cost(rest) * (costs[entry] - price)
      left -= rest
      index += 1
    }
    return cost + Cost(left) * (shortage - price)
  }

  /// What buying at the unvisited `entry` saves: it replaces the dearest pieces first; used entries before `next` are
  /// cheaper than it.
  private func gain(
    of entry: Int, next: Int, short: Int, shortage: Cost, _ costs: borrowing [Cost], _ stocks: borrowing [Int32]
  ) -> Cost {
    let price = costs[entry]
    var left = Int(stocks[entry])
    let missing = min(left, short)
    var saved = Cost(missing) * (shortage - price)
    left -= missing
    var index = used.count - 1
    while left > 0 && index >= next {
      let pieces = min(left, Int(taken[index]))
      saved += Cost(pieces) * (costs[Int(used[index])] - price)
      left -= pieces
      index -= 1
    }
    return saved
  }

  mutating func countGeneralWork() { work &+= general.takeWork() }

  /// Exact covers from the visited markets, with each market added or dropped in turn.
  private mutating func priceGeneral(_ demand: Int) {
    let start = Int(problem.demands.entryStart[demand])
    let end = Int(problem.demands.entryStart[demand + 1])
    value[demand] = general.price(demand, visited: visited)
    for entry in start..<end {
      let market = Int(problem.demands.entryMarket[entry])
      set(entry, general.difference(entry, isVisited: visited[market]), market)
    }
    work &+= general.takeWork()
    reach[demand] = Int32(end - start)
  }
}
