internal import Market

/// Walking seconds between points of a market, by plain Dijkstra over raw nodes and links (E. W. Dijkstra, 1959).
///
/// No heap and no table: one search per question, O(nodes × open nodes + links). Costs are whole millimetres of walking, a wait
/// counting as what is walked meanwhile; seconds are rounded up once, at the end of the way.
struct ShortestWalk {
  /// A place to walk from or to.
  enum Place: Hashable {
    case node(String)
    case counter(Position)
  }

  private struct Floor: Hashable {
    var building: String
    var floor: Int

    init(_ position: Position) {
      building = position.building
      floor = position.floor
    }
  }

  private let nodes: [WalkingNode]
  /// The nodes of each floor.
  private let doors: [Floor: [Int]]
  private let numbers: [String: Int]
  /// Ends and effort of the links at each node, aisles to the floor's other nodes among them.
  private var links: [[(end: Int, effort: Int)]]
  private let speed: Int

  init(_ market: MarketFacts) {
    let nodes = market.nodes
    let speed = max(1, market.profile.walkingSpeed)
    var numbers: [String: Int] = [:]
    for (number, node) in nodes.enumerated() { numbers[node.id] = number }
    var links = [[(end: Int, effort: Int)]](repeating: [], count: nodes.count)
    for link in market.links {
      guard let from = numbers[link.from], let to = numbers[link.to] else { continue }
      let effort = link.length * 10 + link.waitSeconds * speed
      links[from].append((to, effort))
      links[to].append((from, effort))
    }
    let doors = Dictionary(grouping: nodes.indices.filter { nodes[$0].position != nil }) { node in
      nodes[node].position.map(Floor.init)
    }
    var byFloor: [Floor: [Int]] = [:]
    for (floor, members) in doors {
      guard let floor else { continue }
      byFloor[floor] = members
      for one in members {
        for other in members where other != one {
          guard let here = nodes[one].position, let there = nodes[other].position else { continue }
          links[one].append((other, ShortestWalk.aisle(here, there)))
        }
      }
    }
    self.doors = byFloor
    self.nodes = nodes
    self.numbers = numbers
    self.links = links
    self.speed = speed
  }

  /// Nil when no way leads there, or a place is unknown.
  func seconds(from start: Place, to end: Place) -> Int? { reach(from: start).seconds(to: end) }

  /// All that is near and far from one place, so that many questions cost one search.
  func reach(from start: Place) -> Reach { Reach(walk: self, start: start, efforts: efforts(from: start)) }

  struct Reach {
    fileprivate let walk: ShortestWalk
    fileprivate let start: Place
    /// By node; `Int.max` where no way leads.
    fileprivate let efforts: [Int]

    /// Nil when no way leads there, or the place is unknown. O(nodes of its floor).
    func seconds(to end: Place) -> Int? {
      if start == end { return 0 }
      var least = walk.directEffort(start, end)
      for (node, last) in walk.nearby(end) where efforts[node] != .max { least = min(least, efforts[node] + last) }
      return least == .max ? nil : (least + walk.speed - 1) / walk.speed
    }
  }

  private func efforts(from start: Place) -> [Int] {
    var best = startingEfforts(at: start)
    // Nodes that have been come to and not yet gone on from.
    var open = nodes.indices.filter { best[$0] != .max }
    while let next = open.indices.min(by: { best[open[$0]] < best[open[$1]] }) {
      let here = open[next]
      open.swapAt(next, open.count - 1)
      open.removeLast()
      for link in links[here] where best[here] + link.effort < best[link.end] {
        if best[link.end] == .max { open.append(link.end) }
        best[link.end] = best[here] + link.effort
      }
    }
    return best
  }

  private func startingEfforts(at start: Place) -> [Int] {
    var efforts = [Int](repeating: .max, count: nodes.count)
    for (node, effort) in nearby(start) { efforts[node] = effort }
    return efforts
  }

  /// Nodes that need no other node between themselves and a place, with the effort.
  private func nearby(_ place: Place) -> [(node: Int, effort: Int)] {
    switch place {
    case .node(let id): numbers[id].map { [($0, 0)] } ?? []
    case .counter(let position):
      (doors[Floor(position)] ?? []).compactMap { node in
        nodes[node].position.map { (node, ShortestWalk.aisle($0, position)) }
      }
    }
  }

  private func directEffort(_ start: Place, _ end: Place) -> Int {
    guard case .counter(let from) = start, case .counter(let to) = end, Floor(from) == Floor(to) else { return .max }
    return ShortestWalk.aisle(from, to)
  }

  /// Along the aisles of the floor that both are on, in millimetres.
  private static func aisle(_ one: Position, _ other: Position) -> Int {
    (abs(one.east - other.east) + abs(one.north - other.north)) * 10
  }
}
