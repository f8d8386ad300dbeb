internal import Market

/// Where the counters of one floor stand: a grid of cells, walked along the aisles between them, in zones A to D.
struct SampleFloorPlan: Sendable {
  var building: String
  var floor: Floor
  /// Indices into the generator's goods.
  var families: [Int]
  var stallCount = 0

  /// Whole square metres, the weight in sharing out stalls.
  var area: Int { max(1, floor.width / 100 * (floor.depth / 100)) }

  struct Counter {
    var position: Position
    var code: String
  }

  /// `SEG-2F`, `SEG-B1`.
  var label: String { floor.number < 0 ? "\(building)-B\(-floor.number)" : "\(building)-\(floor.number)F" }

  /// Counter `index` of `stallCount`: cells run row by row, spread over the whole floor.
  func counter(_ index: Int) -> Counter {
    var columns = 1
    while columns * columns * floor.depth < stallCount * floor.width { columns += 1 }
    let rows = (stallCount + columns - 1) / columns
    let (row, column) = (index / columns, index % columns)
    let east = (2 * column + 1) * floor.width / (2 * columns)
    let north = (2 * row + 1) * floor.depth / (2 * rows)
    let halfColumns = (columns + 1) / 2
    let halfRows = (rows + 1) / 2
    let isEast = column >= halfColumns
    let isNorth = row >= halfRows
    let zone = ["A", "B", "C", "D"][(isNorth ? 2 : 0) + (isEast ? 1 : 0)]
    let zoneColumns = isEast ? columns - halfColumns : halfColumns
    let number = (row - (isNorth ? halfRows : 0)) * zoneColumns + column - (isEast ? halfColumns : 0) + 1
    let digits = String(number)
    return Counter(
      position: Position(building: building, floor: floor.number, east: east, north: north),
      code: zone + String(repeating: "0", count: max(0, 3 - digits.count)) + digits)
  }

  /// Shares out `total` stalls by area, largest remainders first; every floor gets at least one.
  static func share(_ total: Int, over plans: inout [SampleFloorPlan]) {
    let area = plans.reduce(0) { $0 + $1.area }
    guard area > 0 else { return }
    var remainders: [(remainder: Int, plan: Int)] = []
    var given = 0
    for plan in plans.indices {
      let share = total * plans[plan].area
      plans[plan].stallCount = max(1, share / area)
      given += plans[plan].stallCount
      remainders.append((share % area, plan))
    }
    remainders.sort { ($1.remainder, $0.plan) < ($0.remainder, $1.plan) }
    for (_, plan) in remainders where given < total {
      plans[plan].stallCount += 1
      given += 1
    }
  }
}
