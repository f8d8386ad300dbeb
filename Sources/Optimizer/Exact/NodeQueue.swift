internal import Base

/// The open nodes of one proof, shared by the workers that search them, and what they found.
///
/// A node that a worker takes goes on counting in `bound` until the worker has closed it, so that the bound holds at every
/// moment. A worker that splits a node dives into one half and hands the other back.
final class NodeQueue: Sendable {
  private struct State {
    /// In no order.
    var open: [ProofNode] = []
    /// The bound of the node that each worker is at.
    var taken: [Int64?] = [nil]
    var statistics = [ProofStatistics()]
    /// The least bound among the nodes that ended with their optimum, but for rounding.
    var settled = Int64.max
    var bestTour: ProofTour?
    var start: RootState?
  }

  private let state = Guarded(State())
  /// Whether workers may join once the root is split.
  let isShared: Bool

  init(isShared: Bool = false) { self.isShared = isShared }

  /// The number of a further worker; the first is 0 and need not join.
  func join() -> Int {
    state.withLock { state in
      state.taken.append(nil)
      state.statistics.append(ProofStatistics())
      return state.taken.count - 1
    }
  }

  /// What a worker that joins starts from; nil until the root is split.
  var start: RootState? { state.withLock { $0.start } }

  func publish(_ start: RootState) { state.withLock { $0.start = start } }

  // MARK: Nodes

  func push(_ node: ProofNode) { state.withLock { $0.open.append(node) } }

  /// The open node of least bound, for the worker to search.
  func take(_ worker: Int) -> ProofNode? {
    state.withLock { state in
      let open = state.open
      guard let best = open.indices.min(by: { (open[$0].bound, $1) < (open[$1].bound, $0) }) else { return nil }
      state.open.swapAt(best, open.count - 1)
      let node = state.open.removeLast()
      state.taken[worker] = node.bound
      return node
    }
  }

  func raise(_ worker: Int, to bound: Int64) { state.withLock { $0.taken[worker] = bound } }

  func close(_ worker: Int) { state.withLock { $0.taken[worker] = nil } }

  func settle(_ bound: Int64) { state.withLock { $0.settled = min($0.settled, bound) } }

  /// Whether no node is open and none is being searched.
  var isDone: Bool { state.withLock { $0.open.isEmpty && $0.taken.allSatisfy { $0 == nil } } }

  var openCount: Int { state.withLock { $0.open.count } }

  /// The least bound of a node, in the units of the nodes; `Int64.max` when all were ruled out.
  var bound: Int64 {
    state.withLock { state in
      var least = state.settled
      for case let bound? in state.taken { least = min(least, bound) }
      for node in state.open { least = min(least, node.bound) }
      return least
    }
  }

  // MARK: Findings

  /// The best tour that any worker came across.
  var bestTour: ProofTour? { state.withLock { $0.bestTour } }

  func offer(_ tour: ProofTour) {
    state.withLock { state in
      if tour.objective < state.bestTour?.objective ?? .max { state.bestTour = tour }
    }
  }

  func record(_ statistics: ProofStatistics, of worker: Int) { state.withLock { $0.statistics[worker] = statistics } }

  /// What all workers have done.
  var statistics: ProofStatistics {
    state.withLock { state in
      var sum = state.statistics.reduce(ProofStatistics(), +)
      sum.openNodes = state.open.count
      return sum
    }
  }
}

/// The root's linear program at the moment it is split: what a worker needs to join the proof.
struct RootState: Sendable {
  let model: ProofModel
  let magnitude: Int64
  let sets: VertexSetPool
  let rows: [CutRow]
  let columnMeaning: [Int32]
  let edgeAlive: [Bool]
  let visitLower: [Bool]
  let visitUpper: [Bool]
  let basis: [UInt8]
}
