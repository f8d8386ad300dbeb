import Base
import Market

/// A small market with random floors, nodes and links, and the plain way to its shortest ways.
struct RandomMarket {
  var buildings: [Building] = []
  var nodes: [WalkingNode] = []
  var links: [WalkingLink] = []
  var speed: Int
  /// Every node, and some counters.
  var points: [WalkingPoint] = []

  init(seed: Int, isConnected: Bool = false) {
    var random = SplitMix64(seed: UInt64(seed) + 1)
    speed = Int.random(in: 700...1_500, using: &random)
    var counters: [Position] = []
    for name in ["A", "B", "C"].prefix(Int.random(in: 1...3, using: &random)) {
      var floors: [Floor] = []
      for number in [-1, 1, 2].prefix(Int.random(in: 1...3, using: &random)) {
        let (width, depth) = (Int.random(in: 500...5_000, using: &random), Int.random(in: 500...5_000, using: &random))
        floors.append(Floor(number: number, width: width, depth: depth, families: [], source: "assumed"))
        func place(_ random: inout SplitMix64) -> Position {
          Position(
            building: name, floor: number, east: Int.random(in: 0...width, using: &random),
            north: Int.random(in: 0...depth, using: &random))
        }
        for index in 0..<Int.random(in: 1...3, using: &random) {
          let node = "\(name)/\(number)/\(index)"
          nodes.append(WalkingNode(id: node, kind: .door, english: "", chinese: "", position: place(&random)))
        }
        for _ in 0..<2 { counters.append(place(&random)) }
      }
      buildings.append(
        Building(
          id: name, english: name, chinese: name, address: "", east: 0, north: 0, closed: nil, source: "assumed",
          floors: floors))
    }
    for index in 0..<2 {
      nodes.append(WalkingNode(id: "street-\(index)", kind: .corner, english: "", chinese: "", position: nil))
    }
    func link(_ from: Int, _ to: Int, _ random: inout SplitMix64) -> WalkingLink {
      WalkingLink(
        from: nodes[from].id, to: nodes[to].id, length: Int.random(in: 0...20_000, using: &random),
        waitSeconds: Bool.random(using: &random) ? 0 : Int.random(in: 0...60, using: &random), source: "assumed")
    }
    for _ in nodes {
      links.append(
        link(.random(in: nodes.indices, using: &random), .random(in: nodes.indices, using: &random), &random))
    }
    if isConnected { for index in nodes.indices.dropFirst() { links.append(link(index - 1, index, &random)) } }
    points = nodes.map { .node($0.id) } + counters.map { .position($0) }
  }

  func graph() throws -> WalkingGraph {
    try WalkingGraph(buildings: buildings, nodes: nodes, links: links, walkingSpeed: speed)
  }

  /// Floyd and Warshall over all points, counters as nodes of their own: millimetres of effort, nil where no way leads.
  func shortestEfforts() -> [[Int?]] {
    let places =
      nodes.map(\.position)
      + points.dropFirst(nodes.count).map { point in
        if case .position(let position) = point { position } else { nil }
      }
    var best = [[Int?]](repeating: [Int?](repeating: nil, count: points.count), count: points.count)
    func lower(_ row: Int, _ column: Int, _ effort: Int) {
      if effort < best[row][column] ?? .max { best[row][column] = effort }
    }
    for row in points.indices {
      lower(row, row, 0)
      for column in points.indices {
        guard let from = places[row], let to = places[column], from.building == to.building, from.floor == to.floor
        else { continue }
        lower(row, column, 10 * (abs(from.east - to.east) + abs(from.north - to.north)))
      }
    }
    for link in links {
      guard let from = nodes.firstIndex(where: { $0.id == link.from }),
        let to = nodes.firstIndex(where: { $0.id == link.to })
      else { continue }
      lower(from, to, 10 * link.length + link.waitSeconds * speed)
      lower(to, from, 10 * link.length + link.waitSeconds * speed)
    }
    for middle in points.indices {
      for row in points.indices {
        for column in points.indices {
          if let first = best[row][middle], let second = best[middle][column] { lower(row, column, first + second) }
        }
      }
    }
    return best
  }
}
