/// Shortest paths over some places of a symmetric matrix, where passing through a place costs its visit (Floyd 1962,
/// doi:10.1145/367766.368168).
///
/// Walks on a real floor plan hardly ever have such a shortcut, so legs are first tested, row by row, and closed only where
/// one was found. Legs are whole numbers below 2⁵⁰ (`UnitPrices.ceiling`), so that sums of three in double precision are exact.
struct MetricClosure: ~Copyable {
  private typealias Lanes = SIMD8<Double>

  private let count: Int
  private let blocks: Int
  /// `count × blocks`, row-major; lanes past the last place are 0.
  private var length: [Lanes]

  init(_ legs: borrowing [Int64], count: Int) {
    self.count = count
    blocks = (count + 7) / 8
    length = .init(repeating: .zero, count: count * blocks)
    for row in 0..<count {
      for column in 0..<count {
        length[row * blocks + column / 8][column % 8] = Double(legs[row * count + column])
      }
    }
  }

  /// Lowers `legs` to the shortest paths through `stops`. Complexity: O(stops × count²).
  mutating func close(_ legs: inout [Int64], over stops: [Int], visits: [Int64]) {
    guard hasShortcut(over: stops, visits: visits) else { return }
    for stop in stops { shorten(through: stop, visit: Double(visits[stop])) }
    for row in 0..<count {
      for column in 0..<count {
        legs[row * count + column] = row == column ? 0 : Int64(length[row * blocks + column / 8][column % 8])
      }
    }
  }

  /// Whether some leg is longer than the way through some stop.
  private func hasShortcut(over stops: [Int], visits: [Int64]) -> Bool {
    let lanes = length.span
    for row in 0..<count {
      // The matrix is symmetric: columns up to the row's own block tell all.
      let used = row / 8 + 1
      let legs = lanes.extracting((row * blocks)..<(row * blocks + used))
      for stop in stops where stop != row {
        let base = Lanes(repeating: lanes[row * blocks + stop / 8][stop % 8] + Double(visits[stop]))
        let through = lanes.extracting((stop * blocks)..<(stop * blocks + used))
        var isShorter = SIMDMask<SIMD8<Int64>>(repeating: false)
        for block in 0..<used { isShorter .|= (base + through[block]) .< legs[block] }
        if any(isShorter) { return true }
      }
    }
    return false
  }

  private mutating func shorten(through stop: Int, visit: Double) {
    let through = Array(length[(stop * blocks)..<((stop + 1) * blocks)])
    for row in 0..<count where row != stop {
      let base = Lanes(repeating: through[row / 8][row % 8] + visit)
      for block in 0..<blocks {
        length[row * blocks + block] = pointwiseMin(length[row * blocks + block], base + through[block])
      }
    }
  }
}
