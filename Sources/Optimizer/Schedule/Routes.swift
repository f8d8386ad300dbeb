/// The walks of all buyers as sequences of places, with what they cost in the search's legs.
///
/// Buyer `b` owns the row `b` of a flat slab: start, its markets in order, end. A buyer without markets costs nothing. Remote
/// markets that are ordered from stand in a row of their own, the `desk`, in no order, and no leg leads to them.
struct Routes: ~Copyable {
  typealias Cost = Instance.Cost

  let problem: PresolvedInstance
  let buyers: Int
  /// The buyers' rows, and the desk's where there are remote markets.
  let rows: Int
  let stride: Int
  private(set) var slab: [Int32]
  /// Markets of each buyer.
  private(set) var counts: [Int]
  /// The buyer who visits each market, or −1.
  private(set) var owner: [Int32]
  /// Cheapest insertions of unvisited markets, kept up to date while stops come and go.
  var insertions: InsertionTable
  /// Walks looked at whole for an insertion, a part of the search's measure of work.
  var insertionSearches = 0
  private var savedInsertions: InsertionTable
  private var savedSlab: [Int32] = []
  private var savedCounts: [Int] = []
  private var savedOwner: [Int32] = []

  init(_ problem: PresolvedInstance) {
    self.problem = problem
    let instance = problem.instance
    buyers = instance.buyerCount
    rows = buyers + (problem.hasRemote ? 1 : 0)
    stride = instance.marketCount + 2
    slab = .init(repeating: 0, count: rows * stride)
    counts = .init(repeating: 0, count: rows)
    owner = .init(repeating: -1, count: instance.marketCount)
    insertions = InsertionTable(problem)
    savedInsertions = InsertionTable(problem)
    for buyer in 0..<buyers {
      slab[buyer * stride] = Int32(instance.startPlace(of: buyer))
      slab[buyer * stride + 1] = Int32(instance.endPlace(of: buyer))
    }
  }

  /// The row of remote markets.
  var desk: Int { buyers }

  /// Place at `position` of `buyer`'s row: 0 is the start, `counts[buyer] + 1` the end.
  @inline(__always)
  func place(_ buyer: Int, _ position: Int) -> Int { Int(slab[buyer * stride + position]) }

  func markets(of buyer: Int) -> [Int32] { Array(slab[(buyer * stride + 1)..<(buyer * stride + 1 + counts[buyer])]) }

  var marketCount: Int { counts.reduce(0, +) }

  mutating func save() {
    savedSlab.removeAll(keepingCapacity: true)
    for buyer in 0..<rows {
      savedSlab.append(contentsOf: slab[(buyer * stride)..<(buyer * stride + counts[buyer] + 2)])
    }
    savedCounts = counts
    savedInsertions.copy(insertions)
    savedOwner.removeAll(keepingCapacity: true)
    savedOwner.append(contentsOf: owner)
  }

  mutating func restore() {
    var offset = 0
    counts = savedCounts
    for buyer in 0..<rows {
      for position in 0..<(counts[buyer] + 2) { slab[buyer * stride + position] = savedSlab[offset + position] }
      offset += counts[buyer] + 2
    }
    swap(&owner, &savedOwner)
    swap(&insertions, &savedInsertions)
  }

  mutating func insert(_ market: Int, buyer: Int, after position: Int) {
    let base = buyer * stride
    if buyer == desk {
      // No walk changes.
    } else if counts[buyer] == 0 {
      insertions.forget()
    } else {
      insertions.stopAppears(market, between: place(buyer, position), place(buyer, position + 1), of: buyer)
    }
    var index = counts[buyer] + 1
    while index > position {
      slab[base + index + 1] = slab[base + index]
      index -= 1
    }
    slab[base + position + 1] = Int32(market)
    counts[buyer] += 1
    owner[market] = Int32(buyer)
  }

  mutating func remove(_ market: Int) {
    let buyer = Int(owner[market])
    let base = buyer * stride
    var index = 1
    while Int(slab[base + index]) != market { index += 1 }
    if buyer == desk {
      // No walk changes.
    } else if counts[buyer] == 1 {
      insertions.forget()
    } else {
      insertions.stopVanishes(market, between: place(buyer, index - 1), place(buyer, index + 1), of: buyer)
    }
    while index <= counts[buyer] {
      slab[base + index] = slab[base + index + 1]
      index += 1
    }
    counts[buyer] -= 1
    owner[market] = -1
  }

  mutating func setRoute(_ buyer: Int, _ markets: [Int32]) {
    insertions.forget()
    let base = buyer * stride
    for (index, market) in markets.enumerated() {
      slab[base + 1 + index] = market
      owner[Int(market)] = Int32(buyer)
    }
    slab[base + 1 + markets.count] = Int32(problem.instance.endPlace(of: buyer))
    counts[buyer] = markets.count
  }

  /// What leaving the market at `position` of `buyer` out saves, by legs alone.
  func removalGain(_ buyer: Int, _ position: Int) -> Cost {
    if buyer == desk { return 0 }
    let (previous, market, next) = (place(buyer, position - 1), place(buyer, position), place(buyer, position + 1))
    let around = problem.leg(previous, market) + problem.leg(market, next)
    return counts[buyer] == 1 ? around : around - problem.leg(previous, next)
  }

  /// Σ legs of all walks.
  func legCost() -> Cost {
    var sum: Cost = 0
    for buyer in 0..<buyers where counts[buyer] > 0 {
      for position in 0...counts[buyer] {
        sum += Cost(problem.legs[place(buyer, position) * problem.placeCount + place(buyer, position + 1)])
      }
    }
    return sum * problem.legUnit
  }

  /// Σ what the visits and orders cost.
  func visitCost() -> Cost {
    var sum: Cost = 0
    for row in 0..<rows {
      for position in 0..<counts[row] { sum += problem.visitCost[place(row, position + 1)] }
    }
    return sum
  }

  // MARK: Order of one walk

  /// Turns stretches round and moves stretches of up to three until nothing shortens the walk (2-opt and Or-opt).
  ///
  /// Complexity: O(stops²) a sweep. Returns the number of moves.
  mutating func shorten(_ buyer: Int) -> Int {
    var moves = 0
    while counts[buyer] > 1 && (turnOnce(buyer) || shiftOnce(buyer)) { moves += 1 }
    if moves > 0 { insertions.forget() }
    return moves
  }

  private mutating func turnOnce(_ buyer: Int) -> Bool {
    guard problem.isSymmetric else { return false }
    let count = counts[buyer]
    let base = buyer * stride
    let places = problem.placeCount
    var isImproved = false
    let matrix = problem.legs
    let legs = matrix.span
    for first in 0..<count {
      var second = first + 2
      while second <= count {
        let a = Int(slab[base + first])
        let b = Int(slab[base + first + 1])
        let c = Int(slab[base + second])
        let d = Int(slab[base + second + 1])
        let delta =
          Int(legs[a * places + c]) + Int(legs[b * places + d]) - Int(legs[a * places + b]) - Int(legs[c * places + d])
        if delta < 0 {
          var low = base + first + 1
          var high = base + second
          while low < high {
            slab.swapAt(low, high)
            low += 1
            high -= 1
          }
          isImproved = true
        }
        second += 1
      }
    }
    return isImproved
  }

  private mutating func shiftOnce(_ buyer: Int) -> Bool {
    let count = counts[buyer]
    let base = buyer * stride
    let places = problem.placeCount
    let matrix = problem.legs
    let legs = matrix.span
    for length in 1...3 where length < count {
      for from in 1...(count - length + 1) {
        let before = Int(slab[base + from - 1])
        let head = Int(slab[base + from])
        let tail = Int(slab[base + from + length - 1])
        let after = Int(slab[base + from + length])
        let gain =
          Int(legs[before * places + head]) + Int(legs[tail * places + after]) - Int(legs[before * places + after])
        if gain <= 0 { continue }
        var best = (delta: 0, to: -1, isTurned: false)
        for to in 0...count where to < from - 1 || to >= from + length {
          let left = Int(slab[base + to])
          let right = Int(slab[base + to + 1])
          let open = Int(legs[left * places + right])
          let straight = Int(legs[left * places + head]) + Int(legs[tail * places + right]) - open - gain
          if straight < best.delta { best = (straight, to, false) }
          if problem.isSymmetric || length == 1 {
            let turned = Int(legs[left * places + tail]) + Int(legs[head * places + right]) - open - gain
            if turned < best.delta { best = (turned, to, true) }
          }
        }
        if best.to >= 0 {
          var stretch = Array(slab[(base + from)..<(base + from + length)])
          if best.isTurned { stretch.reverse() }
          move(base, from: from, length: length, to: best.to, stretch)
          return true
        }
      }
    }
    return false
  }

  private mutating func move(_ base: Int, from: Int, length: Int, to: Int, _ stretch: [Int32]) {
    if to < from {
      var index = from - 1
      while index > to {
        slab[base + index + length] = slab[base + index]
        index -= 1
      }
      for offset in 0..<length { slab[base + to + 1 + offset] = stretch[offset] }
    } else {
      var index = from + length
      while index <= to {
        slab[base + index - length] = slab[base + index]
        index += 1
      }
      for offset in 0..<length { slab[base + to - length + 1 + offset] = stretch[offset] }
    }
  }
}
