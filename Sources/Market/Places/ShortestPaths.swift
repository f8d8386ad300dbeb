internal import HeapModule

/// Dijkstra's algorithm over a sparse graph with dense node numbers (E. W. Dijkstra, 1959, doi:10.1007/BF01386390), on a
/// heap whose stale entries are skipped.
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

  /// Costs of the shortest paths from `source` to every node; `visit` is called with the last arc of each improvement.
  ///
  /// O(arcs · log arcs).
  func costs(from source: Int, visit: (_ node: Int, _ before: Int) -> Void = { _, _ in }) -> [WalkingCost] {
    var best = [WalkingCost](repeating: .unreachable, count: nodeCount)
    best[source] = .zero
    var heap: Heap<Reached> = [Reached(cost: .zero, node: Int32(source))]
    while let next = heap.popMin() {
      let tail = Int(next.node)
      if next.cost > best[tail] { continue }
      for arc in Int(starts[tail])..<Int(starts[tail + 1]) {
        let head = Int(heads[arc])
        let candidate = next.cost + costs[arc]
        if candidate < best[head] {
          best[head] = candidate
          visit(head, tail)
          heap.insert(Reached(cost: candidate, node: heads[arc]))
        }
      }
    }
    return best
  }

  /// The nodes of a shortest path, both ends included; nil when there is none.
  func nodes(from source: Int, to target: Int) -> [Int]? {
    var before = [Int](repeating: -1, count: nodeCount)
    let best = costs(from: source) { node, previous in before[node] = previous }
    guard best[target].isReachable else { return nil }
    var path = [target]
    while let last = path.last, last != source { path.append(before[last]) }
    return path.reversed()
  }
}

/// A node with a tentative cost; the lesser node first where costs are equal, so that answers do not depend on the heap.
private struct Reached: Comparable {
  var cost: WalkingCost
  var node: Int32

  static func < (left: Reached, right: Reached) -> Bool {
    left.cost == right.cost ? left.node < right.node : left.cost < right.cost
  }
}
