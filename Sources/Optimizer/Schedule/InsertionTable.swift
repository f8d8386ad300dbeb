/// Cheapest insertion of each unvisited market, by legs alone, kept while stops come and go.
///
/// A new stop brings two edges and takes one away; removing a stop does the opposite. Only for markets whose cheapest edge
/// is gone are whole walks looked at again, when their cost is next asked for. So a round of construction looks at O(markets)
/// edges instead of O(markets × stops).
struct InsertionTable: ~Copyable {
  private let problem: PresolvedInstance
  /// In units of `problem.legUnit`.
  private(set) var cost: [Int32]
  /// The place before the cheapest edge and the buyer who walks it; −1 where they must be looked for.
  private(set) var before: [Int32]
  private(set) var buyer: [Int32]
  /// Legs from each market to two places.
  private var toFirst: [Int32]
  private var toSecond: [Int32]

  init(_ problem: PresolvedInstance) {
    self.problem = problem
    let markets = problem.instance.marketCount
    cost = .init(repeating: 0, count: markets)
    before = .init(repeating: -1, count: markets)
    buyer = .init(repeating: -1, count: markets)
    toFirst = .init(repeating: 0, count: markets)
    toSecond = .init(repeating: 0, count: markets)
  }

  /// Takes over what `other` knows.
  mutating func copy(_ other: borrowing InsertionTable) {
    cost.replaceSubrange(cost.indices, with: other.cost)
    before.replaceSubrange(before.indices, with: other.before)
    buyer.replaceSubrange(buyer.indices, with: other.buyer)
  }

  mutating func set(_ market: Int, cost amount: Int, before place: Int, buyer walker: Int) {
    cost[market] = Int32(amount)
    before[market] = Int32(place)
    buyer[market] = Int32(walker)
  }

  /// Nothing is known any more. Complexity: O(markets).
  mutating func forget() {
    for market in before.indices { before[market] = -1 }
  }

  /// `stop` comes between two neighbouring places of a walk. Complexity: O(markets).
  mutating func stopAppears(_ stop: Int, between previous: Int, _ next: Int, of walker: Int) {
    Self.gather(&toFirst, to: stop, problem)
    Self.gather(&toSecond, to: next, problem)
    let places = problem.placeCount
    let matrix = problem.legs
    let legs = matrix.span
    let fromPrevious = legs.extracting((previous * places)..<((previous + 1) * places))
    let fromStop = legs.extracting((stop * places)..<((stop + 1) * places))
    let first = fromPrevious[stop]
    let second = fromStop[next]
    let (lost, walking) = (Int32(previous), Int32(walker))
    for market in cost.indices where before[market] >= 0 {
      if before[market] == lost && buyer[market] == walking {
        before[market] = -1
        continue
      }
      let ahead = fromPrevious[market] &+ toFirst[market] &- first
      let behind = fromStop[market] &+ toSecond[market] &- second
      guard min(ahead, behind) < cost[market] else { continue }
      cost[market] = min(ahead, behind)
      before[market] = ahead <= behind ? lost : Int32(stop)
      buyer[market] = walking
    }
  }

  /// `stop` leaves its walk, where it stood between two places. Complexity: O(markets).
  mutating func stopVanishes(_ stop: Int, between previous: Int, _ next: Int, of walker: Int) {
    Self.gather(&toFirst, to: next, problem)
    let places = problem.placeCount
    let matrix = problem.legs
    let legs = matrix.span
    let fromPrevious = legs.extracting((previous * places)..<((previous + 1) * places))
    let open = fromPrevious[next]
    let (left, lost, walking) = (Int32(previous), Int32(stop), Int32(walker))
    for market in cost.indices where before[market] >= 0 {
      if (before[market] == left || before[market] == lost) && buyer[market] == walking {
        before[market] = -1
        continue
      }
      let amount = fromPrevious[market] &+ toFirst[market] &- open
      guard amount < cost[market] else { continue }
      cost[market] = amount
      before[market] = left
      buyer[market] = walking
    }
    before[stop] = -1
  }

  /// Legs from all markets to `place`.
  private static func gather(_ column: inout [Int32], to place: Int, _ problem: PresolvedInstance) {
    let places = problem.placeCount
    let matrix = problem.legs
    let legs = matrix.span
    var cells = column.mutableSpan
    if problem.isSymmetric && place < problem.instance.marketCount {
      let row = legs.extracting((place * places)..<((place + 1) * places))
      for market in cells.indices { cells[market] = row[market] }
    } else {
      for market in cells.indices { cells[market] = legs[market * places + place] }
    }
  }
}
