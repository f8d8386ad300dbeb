/// Shortest walking times and lengths between any two points of a market.
///
/// On one floor ways follow the aisles (east–west plus north–south); floors, buildings and streets are joined by nodes
/// (doors, stairs, lifts, corners, crossings) and links. The costs between all pairs of nodes are computed once, in
/// O(nodes · arcs · log arcs) time and `8 · nodes²` bytes; a query between two stalls then looks at the product of the
/// numbers of nodes on their two floors.
///
/// Times are a metric: zero from a point to itself, the same both ways, and never longer than over a third point
/// (`WalkingCost` says why rounding does not break that).
package struct WalkingGraph: Sendable {
  /// Longest link, in centimetres.
  package static let longestLink = 2_000_000
  /// Longest wait on a link, in seconds.
  package static let longestWait = 3_600
  /// Walking speeds that are taken, in millimetres a second.
  package static let speeds = 100...10_000

  /// In the order given.
  package let nodes: [WalkingNode]
  /// Millimetres a second.
  package let walkingSpeed: Int
  let numbers: [String: Int]
  let floors: [FloorKey: FloorAccess]
  let ways: ShortestPaths
  /// `nodes.count × nodes.count`, row-major.
  let costs: [WalkingCost]

  struct FloorKey: Hashable, Sendable {
    var building: String
    var floor: Int
  }

  /// The size of a floor in centimetres, and the nodes on it.
  struct FloorAccess: Sendable {
    var width: Int
    var depth: Int
    var nodes: [(number: Int, position: Position)] = []
  }

  /// Builds the graph; links may repeat, the cheapest counts.
  package init(
    buildings: [Building], nodes: [WalkingNode], links: [WalkingLink], walkingSpeed: Int
  ) throws(WalkingGraphError) {
    guard WalkingGraph.speeds.contains(walkingSpeed) else {
      throw .walkingSpeedOutOfRange(millimetresPerSecond: walkingSpeed)
    }
    var floors = try WalkingGraph.emptyFloors(of: buildings)
    var numbers: [String: Int] = [:]
    var edges: [(Int, Int, WalkingCost)] = []
    for (number, node) in nodes.enumerated() {
      guard numbers.updateValue(number, forKey: node.id) == nil else { throw .repeatedNode(node.id) }
      guard let position = node.position else { continue }
      let key = FloorKey(building: position.building, floor: position.floor)
      guard var floor = floors[key] else {
        throw .unknownFloor(building: position.building, floor: position.floor)
      }
      guard floor.contains(position) else { throw .outsideFloor(position) }
      for other in floor.nodes {
        edges.append((other.number, number, position.aisleCost(to: other.position, speed: walkingSpeed)))
      }
      floor.nodes.append((number, position))
      floors[key] = floor
    }
    for link in links {
      guard let from = numbers[link.from] else { throw .unknownNode(link.from) }
      guard let to = numbers[link.to] else { throw .unknownNode(link.to) }
      guard (0...WalkingGraph.longestLink).contains(link.length),
        (0...WalkingGraph.longestWait).contains(link.waitSeconds)
      else { throw .linkOutOfRange(from: link.from, to: link.to) }
      let cost = WalkingCost(centimetres: link.length, waitSeconds: link.waitSeconds, speed: walkingSpeed)
      edges.append((from, to, cost))
    }
    let ways = ShortestPaths(nodeCount: nodes.count, edges: edges)
    var costs: [WalkingCost] = []
    costs.reserveCapacity(nodes.count * nodes.count)
    for source in nodes.indices { costs += ways.costs(from: source) }
    self.nodes = nodes
    self.walkingSpeed = walkingSpeed
    self.numbers = numbers
    self.floors = floors
    self.ways = ways
    self.costs = costs
  }

  private static func emptyFloors(of buildings: [Building]) throws(WalkingGraphError) -> [FloorKey: FloorAccess] {
    var floors: [FloorKey: FloorAccess] = [:]
    var seen: Set<String> = []
    for building in buildings {
      guard seen.insert(building.id).inserted else { throw .repeatedBuilding(building.id) }
      for floor in building.floors {
        let key = FloorKey(building: building.id, floor: floor.number)
        guard floors.updateValue(FloorAccess(width: floor.width, depth: floor.depth), forKey: key) == nil else {
          throw .repeatedFloor(building: building.id, floor: floor.number)
        }
      }
    }
    return floors
  }
}

extension WalkingGraph.FloorAccess {
  func contains(_ position: Position) -> Bool {
    (0...max(0, width)).contains(position.east) && (0...max(0, depth)).contains(position.north)
  }
}

extension Position {
  /// The cost along the aisles to a point of the same floor.
  func aisleCost(to other: Position, speed: Int) -> WalkingCost {
    WalkingCost(centimetres: abs(east - other.east) + abs(north - other.north), speed: speed)
  }
}
