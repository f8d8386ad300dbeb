/// Maximum flow and minimum cuts on a graph whose arcs stay while terminals change and arcs are widened.
///
/// Shortest augmenting paths with distances that are kept up while flow is sent (Ahuja, Orlin 1991, "Distance-directed
/// augmenting path algorithms", Naval Research Logistics 38), stopped by a gap in them; flat arrays and integer capacities,
/// so that it ends and its cuts are exact. Complexity: O(nodes² × arcs) at worst, near linear on the sparse supports it is
/// used for.
struct MaxFlow: ~Copyable {
  private let nodeCount: Int
  // Arcs as they were joined.
  private var origin: [Int32] = []
  private var destination: [Int32] = []
  private var width: [Int64] = []
  // The same side by side for each node, so that scans run through memory in order: those of node `n` at
  // `firstSlot[n]..<firstSlot[n + 1]`.
  private var firstSlot: [Int32]
  private var slot: [Int32] = []
  private var target: [Int32] = []
  private var mate: [Int32] = []
  private var capacity: [Int64] = []
  private var residual: [Int64] = []
  /// Nodes to the sink, and how many nodes are so far.
  private var distance: [Int32]
  private var nodesAt: [Int32]
  private var cursor: [Int32]
  private var queue: [Int32]
  /// Slots from the source to the node under way; distances fall along them, so that there are fewer than nodes.
  private var path: [Int32]
  /// What runs since the last `reset`.
  private var flow: Int64 = 0
  /// Arcs scanned since creation: a deterministic measure of the work done.
  private(set) var scanned: Int64 = 0

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    firstSlot = [Int32](repeating: 0, count: nodeCount + 1)
    queue = [Int32](repeating: 0, count: nodeCount)
    distance = queue
    cursor = queue
    path = queue
    nodesAt = firstSlot
  }

  /// Joins two nodes and returns the arc `from → to`; the arc back is the next number.
  @discardableResult
  mutating func join(_ from: Int, _ to: Int, capacity forward: Int64, back backward: Int64) -> Int {
    origin.append(Int32(from))
    origin.append(Int32(to))
    destination.append(Int32(to))
    destination.append(Int32(from))
    width.append(forward)
    width.append(backward)
    return origin.count - 2
  }

  /// Lays the arcs out by node. Complexity: O(nodes + arcs).
  private mutating func layOut() {
    let arcs = origin.count
    for node in firstSlot.indices { firstSlot[node] = 0 }
    for node in origin { firstSlot[Int(node) + 1] += 1 }
    for node in 0..<nodeCount { firstSlot[node + 1] += firstSlot[node] }
    for node in 0..<nodeCount { cursor[node] = firstSlot[node] }
    slot = [Int32](repeating: 0, count: arcs)
    target = slot
    mate = slot
    capacity = [Int64](repeating: 0, count: arcs)
    residual = capacity
    for arc in 0..<arcs {
      let node = Int(origin[arc])
      slot[arc] = cursor[node]
      cursor[node] += 1
    }
    for arc in 0..<arcs {
      let at = Int(slot[arc])
      target[at] = destination[arc]
      mate[at] = slot[arc ^ 1]
      capacity[at] = width[arc]
    }
  }

  /// The largest flow from `source` to `sink`, or any flow of at least `enough` once that much has been found.
  mutating func maximise(from source: Int, to sink: Int, enough: Int64 = .max) -> Int64 {
    reset()
    return augment(from: source, to: sink, enough: enough)
  }

  /// Takes all flow back; capacities become those that the arcs were joined with.
  mutating func reset() {
    if slot.count != origin.count { layOut() }
    // In place: sharing the buffer would copy it afresh for every flow.
    for arc in capacity.indices { residual[arc] = capacity[arc] }
    flow = 0
    scanned += Int64(capacity.count / 8)
  }

  /// Widens an arc until the next `reset`; the flow that runs stays.
  mutating func widen(_ arc: Int, by amount: Int64) { residual[Int(slot[arc])] += amount }

  /// Goes on from the flow that runs: the whole flow from `source` to `sink`, the largest or one of at least `enough`.
  mutating func augment(from source: Int, to sink: Int, enough: Int64 = .max) -> Int64 {
    if flow >= enough || !measure(source, sink) { return flow }
    let (amount, looks) = Self.send(
      source, sink, enough - flow, &residual, &distance, &cursor, &path, &nodesAt, target, mate, firstSlot)
    flow += amount
    scanned += looks
    return flow
  }

  /// Distances to the sink in the residual graph, breadth first; those beyond the source's count as far as that, which is
  /// as little as they can be. `false` when the source does not reach the sink.
  private mutating func measure(_ source: Int, _ sink: Int) -> Bool {
    let looks = Self.measure(source, sink, &distance, &queue, residual, firstSlot, target, mate)
    scanned += looks
    let farthest = distance[source] < 0 ? Int32(nodeCount) : distance[source]
    for node in nodesAt.indices { nodesAt[node] = 0 }
    for node in 0..<nodeCount {
      if distance[node] < 0 { distance[node] = farthest }
      nodesAt[Int(distance[node])] += 1
      cursor[node] = firstSlot[node]
    }
    return farthest < nodeCount
  }

  private static func measure(
    _ source: Int, _ sink: Int, _ distanceColumn: inout [Int32], _ queueColumn: inout [Int32],
    _ residualColumn: [Int64], _ firstColumn: [Int32], _ targetColumn: [Int32], _ mateColumn: [Int32]
  ) -> Int64 {
    var distance = distanceColumn.mutableSpan
    var queue = queueColumn.mutableSpan
    let (residual, first) = (residualColumn.span, firstColumn.span)
    let (target, mate) = (targetColumn.span, mateColumn.span)
    for node in 0..<distance.count { distance[node] = -1 }
    distance[sink] = 0
    queue[0] = Int32(sink)
    var head = 0
    var tail = 1
    var looks: Int64 = 0
    while head < tail {
      let node = Int(queue[head])
      head += 1
      let farther = distance[node] + 1
      for arc in Int(first[node])..<Int(first[node + 1]) {
        looks += 1
        let end = Int(target[arc])
        if distance[end] < 0 && residual[Int(mate[arc])] > 0 {
          distance[end] = farther
          if end == source { return looks }
          queue[tail] = Int32(end)
          tail += 1
        }
      }
    }
    return looks
  }

  /// Sends flow along shortest paths until there is none, or `enough` has been sent.
  private static func send(
    _ source: Int, _ sink: Int, _ enough: Int64, _ residualColumn: inout [Int64], _ distanceColumn: inout [Int32],
    _ cursorColumn: inout [Int32], _ pathColumn: inout [Int32], _ nodesAtColumn: inout [Int32],
    _ targetColumn: [Int32], _ mateColumn: [Int32], _ firstColumn: [Int32]
  ) -> (amount: Int64, looks: Int64) {
    var residual = residualColumn.mutableSpan
    var distance = distanceColumn.mutableSpan
    var cursor = cursorColumn.mutableSpan
    var path = pathColumn.mutableSpan
    var nodesAt = nodesAtColumn.mutableSpan
    let (target, mate, first) = (targetColumn.span, mateColumn.span, firstColumn.span)
    let far = Int32(distance.count)
    var total: Int64 = 0
    var looks: Int64 = 0
    var length = 0
    var node = source
    while distance[source] < far {
      if node == sink {
        var amount = Int64.max
        for place in 0..<length { amount = min(amount, residual[Int(path[place])]) }
        var keep = length
        for place in stride(from: length - 1, through: 0, by: -1) {
          let arc = Int(path[place])
          residual[arc] -= amount
          residual[Int(mate[arc])] += amount
          if residual[arc] == 0 { keep = place }
        }
        total += amount
        if total >= enough { break }
        length = keep
        node = length > 0 ? Int(target[Int(path[length - 1])]) : source
        continue
      }
      let wanted = distance[node] - 1
      let end = Int(first[node + 1])
      let start = Int(cursor[node])
      var arc = start
      while arc < end && (residual[arc] <= 0 || distance[Int(target[arc])] != wanted) { arc += 1 }
      looks += Int64(arc - start + 1)
      cursor[node] = Int32(arc)
      if arc < end {
        path[length] = Int32(arc)
        length += 1
        node = Int(target[arc])
        continue
      }
      // No shorter way from here: the node moves away, and where it was the last so near, nothing farther gets through.
      var nearest = far
      for arc in Int(first[node])..<end where residual[arc] > 0 {
        nearest = min(nearest, distance[Int(target[arc])] + 1)
      }
      looks += Int64(end - Int(first[node]))
      nodesAt[Int(distance[node])] -= 1
      if nodesAt[Int(distance[node])] == 0 { break }
      distance[node] = nearest
      nodesAt[Int(nearest)] += 1
      cursor[node] = first[node]
      if node != source {
        length -= 1
        node = Int(target[Int(mate[Int(path[length])])])
      }
    }
    return (total, looks)
  }

  /// Marks the nodes that the source still reaches after `maximise`: the smallest source side of a minimum cut.
  mutating func markSourceSide(of source: Int, in side: inout [Bool]) {
    mark(source, &side) { flow, arc in flow.residual[arc] > 0 }
  }

  /// Marks the nodes that still reach the sink after `maximise`: the smallest sink side of a minimum cut.
  mutating func markSinkSide(of sink: Int, in side: inout [Bool]) {
    mark(sink, &side) { flow, arc in flow.residual[Int(flow.mate[arc])] > 0 }
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
      for arc in Int(firstSlot[node])..<Int(firstSlot[node + 1]) {
        scanned += 1
        let next = Int(target[arc])
        if !side[next] && passes(self, arc) {
          side[next] = true
          queue[tail] = Int32(next)
          tail += 1
        }
      }
    }
  }
}
