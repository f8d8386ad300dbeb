/// Maximum flow and minimum cuts on a graph whose arcs stay while terminals change and arcs are widened.
///
/// Blocking flows on level graphs (Dinic 1970), with flat arrays and integer capacities, so that it ends and its cuts are
/// exact. Complexity: O(nodes² × arcs) at worst, near linear on the sparse supports it is used for.
struct MaxFlow: ~Copyable {
  private let nodeCount: Int
  private var firstArc: [Int32]
  private var nextArc: [Int32] = []
  private var target: [Int32] = []
  private var capacity: [Int64] = []
  private var residual: [Int64] = []
  private var level: [Int32]
  private var cursor: [Int32]
  private var queue: [Int32]
  private var path: [Int32] = []
  /// What runs since the last `reset`.
  private var flow: Int64 = 0
  /// Arcs scanned since creation: a deterministic measure of the work done.
  private(set) var scanned: Int64 = 0

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    firstArc = [Int32](repeating: -1, count: nodeCount)
    level = [Int32](repeating: -1, count: nodeCount)
    cursor = firstArc
    queue = [Int32](repeating: 0, count: nodeCount)
  }

  /// Joins two nodes and returns the arc `from → to`; the arc back is the next number.
  @discardableResult
  mutating func join(_ from: Int, _ to: Int, capacity forward: Int64, back backward: Int64) -> Int {
    let arc = target.count
    target.append(Int32(to))
    capacity.append(forward)
    nextArc.append(firstArc[from])
    firstArc[from] = Int32(arc)
    target.append(Int32(from))
    capacity.append(backward)
    nextArc.append(firstArc[to])
    firstArc[to] = Int32(arc + 1)
    return arc
  }

  /// The largest flow from `source` to `sink`, or any flow of at least `enough` once that much has been found.
  mutating func maximise(from source: Int, to sink: Int, enough: Int64 = .max) -> Int64 {
    reset()
    return augment(from: source, to: sink, enough: enough)
  }

  /// Takes all flow back; capacities become those that the arcs were joined with.
  mutating func reset() {
    residual = capacity
    flow = 0
    scanned += Int64(capacity.count / 8)
  }

  /// Widens an arc until the next `reset`; the flow that runs stays.
  mutating func widen(_ arc: Int, by amount: Int64) { residual[arc] += amount }

  /// Goes on from the flow that runs: the whole flow from `source` to `sink`, the largest or one of at least `enough`.
  mutating func augment(from source: Int, to sink: Int, enough: Int64 = .max) -> Int64 {
    while flow < enough, layer(source, sink) {
      cursor = firstArc
      flow += block(source, sink)
    }
    return flow
  }

  /// Breadth-first levels in the residual graph; `false` when the sink cannot be reached.
  private mutating func layer(_ source: Int, _ sink: Int) -> Bool {
    for node in 0..<nodeCount { level[node] = -1 }
    level[source] = 0
    queue[0] = Int32(source)
    var head = 0
    var tail = 1
    while head < tail {
      let node = Int(queue[head])
      head += 1
      var arc = Int(firstArc[node])
      while arc >= 0 {
        scanned += 1
        let next = Int(target[arc])
        if residual[arc] > 0 && level[next] < 0 {
          level[next] = level[node] + 1
          if next == sink { return true }
          queue[tail] = Int32(next)
          tail += 1
        }
        arc = Int(nextArc[arc])
      }
    }
    return false
  }

  private mutating func block(_ source: Int, _ sink: Int) -> Int64 {
    var total: Int64 = 0
    path.removeAll(keepingCapacity: true)
    var node = source
    while true {
      if node == sink {
        var amount = Int64.max
        for arc in path { amount = min(amount, residual[Int(arc)]) }
        var keep = path.count
        for place in stride(from: path.count - 1, through: 0, by: -1) {
          let arc = Int(path[place])
          residual[arc] -= amount
          residual[arc ^ 1] += amount
          if residual[arc] == 0 { keep = place }
        }
        total += amount
        path.removeLast(path.count - keep)
        node = path.last.map { Int(target[Int($0)]) } ?? source
        continue
      }
      var arc = Int(cursor[node])
      while arc >= 0 {
        scanned += 1
        if residual[arc] > 0 && level[Int(target[arc])] == level[node] + 1 { break }
        arc = Int(nextArc[arc])
      }
      cursor[node] = Int32(arc)
      if arc >= 0 {
        path.append(Int32(arc))
        node = Int(target[arc])
      } else {
        if node == source { return total }
        level[node] = -1
        let last = Int(path.removeLast())
        node = Int(target[last ^ 1])
      }
    }
  }

  /// Marks the nodes that the source still reaches after `maximise`: the smallest source side of a minimum cut.
  mutating func markSourceSide(of source: Int, in side: inout [Bool]) {
    mark(source, &side) { flow, arc in flow.residual[arc] > 0 }
  }

  /// Marks the nodes that still reach the sink after `maximise`: the smallest sink side of a minimum cut.
  mutating func markSinkSide(of sink: Int, in side: inout [Bool]) {
    mark(sink, &side) { flow, arc in flow.residual[arc ^ 1] > 0 }
  }

  private mutating func mark(_ root: Int, _ side: inout [Bool], _ passes: (borrowing MaxFlow, Int) -> Bool) {
    for node in 0..<nodeCount { side[node] = false }
    side[root] = true
    queue[0] = Int32(root)
    var head = 0
    var tail = 1
    while head < tail {
      let node = Int(queue[head])
      head += 1
      var arc = Int(firstArc[node])
      while arc >= 0 {
        scanned += 1
        let next = Int(target[arc])
        if !side[next] && passes(self, arc) {
          side[next] = true
          queue[tail] = Int32(next)
          tail += 1
        }
        arc = Int(nextArc[arc])
      }
    }
  }
}
