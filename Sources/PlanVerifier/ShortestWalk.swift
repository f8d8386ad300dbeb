internal import Market

/// Walking seconds between points of a market, by plain Dijkstra over raw nodes and links (E. W. Dijkstra, 1959).
///
/// No heap and no table: one search per question, O(nodes² + links). Costs are whole millimetres of walking, a wait
/// counting as what is walked meanwhile; seconds are rounded up once, at the end of the way.
struct ShortestWalk {
  /// A place to walk from or to.
  enum Place: Hashable {
    case node(String)
    case counter(Position)
  }

  private let nodes: [WalkingNode]
  private let numbers: [String: Int]
  /// Ends and effort of the links at each node.
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

    /// Nil when no way leads there, or the place is unknown. O(nodes).
    func seconds(to end: Place) -> Int? {
      if start == end { return 0 }
      var least = walk.directEffort(start, end)
      for node in walk.nodes.indices where efforts[node] != .max {
        if let last = walk.effort(from: node, to: end) { least = min(least, efforts[node] + last) }
      }
      return least == .max ? nil : (least + walk.speed - 1) / walk.speed
    }
  }

  private func efforts(from start: Place) -> [Int] {
    var best = startingEfforts(at: start)
    var isDone = [Bool](repeating: false, count: nodes.count)
    while true {
      var nearest: Int?
      for node in nodes.indices where !isDone[node] && best[node] != .max {
        if nearest.map({ best[node] < best[$0] }) ?? true { nearest = node }
      }
      guard let here = nearest else { return best }
      isDone[here] = true
      for link in links[here] { best[link.end] = min(best[link.end], best[here] + link.effort) }
      if let position = nodes[here].position {
        for other in nodes.indices where !isDone[other] {
          if let there = nodes[other].position, let aisle = ShortestWalk.aisle(position, there) {
            best[other] = min(best[other], best[here] + aisle)
          }
        }
      }
    }
  }

  private func startingEfforts(at start: Place) -> [Int] {
    nodes.indices.map { effort(from: $0, to: start) ?? .max }
  }

  /// Effort between a node and a place that needs no other node.
  private func effort(from node: Int, to place: Place) -> Int? {
    switch place {
    case .node(let id): numbers[id] == node ? 0 : nil
    case .counter(let position): nodes[node].position.flatMap { ShortestWalk.aisle($0, position) }
    }
  }

  private func directEffort(_ start: Place, _ end: Place) -> Int {
    guard case .counter(let from) = start, case .counter(let to) = end else { return .max }
    return ShortestWalk.aisle(from, to) ?? .max
  }

  /// Along the aisles of one floor, in millimetres; nil between floors.
  private static func aisle(_ one: Position, _ other: Position) -> Int? {
    guard one.building == other.building, one.floor == other.floor else { return nil }
    return (abs(one.east - other.east) + abs(one.north - other.north)) * 10
  }
}
