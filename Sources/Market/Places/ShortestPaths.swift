/// Dijkstra's algorithm over a sparse graph with dense node numbers (E. W. Dijkstra, 1959, doi:10.1007/BF01386390), on a
/// binary heap with stale entries skipped.
struct ShortestPaths: Sendable {
  /// Arcs of node `n`: `heads[starts[n]..<starts[n + 1]]` with their `costs`.
  private var starts: [Int32]
  private var heads: [Int32]
  private var costs: [WalkingCost]

  var nodeCount: Int { starts.count - 1 }

  init(nodeCount: Int, edges: [(Int, Int, WalkingCost)]) {
    var degrees = [Int32](repeating: 0, count: nodeCount + 1)
    for (from, to, _) in edges {
      degrees[from + 1] += 1
      degrees[to + 1] += 1
    }
    for node in 0..<nodeCount { degrees[node + 1] += degrees[node] }
    starts = degrees
    var next = degrees
    heads = [Int32](repeating: 0, count: edges.count * 2)
    costs = [WalkingCost](repeating: .zero, count: edges.count * 2)
    for (from, to, cost) in edges {
      for (tail, head) in [(from, to), (to, from)] {
        let slot = Int(next[tail])
        next[tail] += 1
        heads[slot] = Int32(head)
        costs[slot] = cost
      }
    }
  }

  /// Costs of the shortest ways from `source` to every node; `visit` is told each improvement's last arc.
  ///
  /// O(arcs · log arcs).
  func costs(from source: Int, visit: (_ node: Int, _ before: Int) -> Void = { _, _ in }) -> [WalkingCost] {
    var best = [WalkingCost](repeating: .unreachable, count: nodeCount)
    best[source] = .zero
    var heap = PathHeap()
    heap.push(.zero, node: Int32(source))
    while let (cost, node) = heap.popLeast() {
      let tail = Int(node)
      if cost > best[tail] { continue }
      for arc in Int(starts[tail])..<Int(starts[tail + 1]) {
        let head = Int(heads[arc])
        let candidate = cost + costs[arc]
        if candidate < best[head] {
          best[head] = candidate
          visit(head, tail)
          heap.push(candidate, node: heads[arc])
        }
      }
    }
    return best
  }

  /// The nodes of a shortest way, both ends included; nil when there is none.
  func nodes(from source: Int, to target: Int) -> [Int]? {
    var before = [Int](repeating: -1, count: nodeCount)
    let best = costs(from: source) { node, previous in before[node] = previous }
    guard best[target].isReachable else { return nil }
    var way = [target]
    while let last = way.last, last != source { way.append(before[last]) }
    return way.reversed()
  }
}

/// A binary heap of tentative costs, least first; ties in any order (costs decide alone).
private struct PathHeap {
  private var entries: [(cost: WalkingCost, node: Int32)] = []

  mutating func push(_ cost: WalkingCost, node: Int32) {
    entries.append((cost, node))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if entries[parent].cost <= entries[child].cost { break }
      entries.swapAt(parent, child)
      child = parent
    }
  }

  mutating func popLeast() -> (cost: WalkingCost, node: Int32)? {
    guard let least = entries.first else { return nil }
    let last = entries.removeLast()
    if entries.isEmpty { return least }
    entries[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= entries.count { break }
      if child + 1 < entries.count, entries[child + 1].cost < entries[child].cost { child += 1 }
      if entries[parent].cost <= entries[child].cost { break }
      entries.swapAt(parent, child)
      parent = child
    }
    return least
  }
}
