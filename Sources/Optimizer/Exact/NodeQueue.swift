internal import Base
internal import HeapModule

/// The open nodes of one proof, shared by the workers that search them, and what they found.
///
/// A node that a worker takes goes on counting in `bound` until the worker has closed it, so that the bound holds at every
/// moment. A worker that splits a node dives into one half and hands the other back.
final class NodeQueue: Sendable {
  /// A worker's row in the tables of the queue.
  typealias WorkerID = DenseID<ProofWorker>

  private struct State {
    var open = Heap<OpenNode>()
    /// Nodes that were pushed so far.
    var pushed = 0
    /// The bound of the node that each worker is at.
    var taken: IDArray<ProofWorker, Int64?> = [nil]
    var statistics: IDArray<ProofWorker, ProofStatistics> = [ProofStatistics()]
    /// The least bound among the nodes that ended with their optimum, but for rounding.
    var settled = Int64.max
    var bestTour: ProofTour?
    var start: RootState?
  }

  private let state = Guarded(State())
  /// Whether workers may join once the root is split.
  let isShared: Bool
  let parameters: SolverParameters

  init(isShared: Bool = false, parameters: SolverParameters = .init()) {
    self.isShared = isShared
    self.parameters = parameters
  }

  /// The worker that need not join.
  static let firstWorker = WorkerID(0)

  /// A further worker.
  func join() -> WorkerID {
    state.withLock { state in
      state.statistics.append(ProofStatistics())
      return state.taken.append(nil)
    }
  }

  /// What a worker that joins starts from; nil until the root is split.
  var start: RootState? { state.withLock { $0.start } }

  func publish(_ start: RootState) { state.withLock { $0.start = start } }

  // MARK: Nodes

  /// Complexity: O(log nodes).
  func push(_ node: ProofNode) {
    state.withLock { state in
      state.open.insert(OpenNode(node: node, number: state.pushed))
      state.pushed += 1
    }
  }

  /// The open node of least bound, the youngest of several, for the worker to search. Complexity: O(log nodes).
  func take(_ worker: WorkerID) -> ProofNode? {
    state.withLock { state in
      guard let node = state.open.popMin()?.node else { return nil }
      state.taken[worker] = node.bound
      return node
    }
  }

  func raise(_ worker: WorkerID, to bound: Int64) { state.withLock { $0.taken[worker] = bound } }

  func close(_ worker: WorkerID) { state.withLock { $0.taken[worker] = nil } }

  func settle(_ bound: Int64) { state.withLock { $0.settled = min($0.settled, bound) } }

  /// Whether no node is open and none is being searched.
  var isDone: Bool { state.withLock { $0.open.isEmpty && $0.taken.allSatisfy { $0 == nil } } }

  var openCount: Int { state.withLock { $0.open.count } }

  /// The least bound of a node, in the units of the nodes; `Int64.max` when all were ruled out. Complexity: O(workers).
  var bound: Int64 {
    state.withLock { state in
      var least = state.settled
      for case let bound? in state.taken { least = min(least, bound) }
      return min(least, state.open.min?.node.bound ?? .max)
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

  func record(_ statistics: ProofStatistics, of worker: WorkerID) {
    state.withLock { $0.statistics[worker] = statistics }
  }

  /// What all workers have done.
  var statistics: ProofStatistics {
    state.withLock { state in
      var sum = state.statistics.reduce(ProofStatistics(), +)
      sum.openNodes = state.open.count
      return sum
    }
  }
}

/// Those who search the nodes of one proof.
enum ProofWorker {}

/// A node in the queue: ordered by bound, then the youngest first.
private struct OpenNode: Comparable, Sendable {
  var node: ProofNode
  var number: Int

  static func < (left: OpenNode, right: OpenNode) -> Bool {
    (left.node.bound, right.number) < (right.node.bound, left.number)
  }

  static func == (left: OpenNode, right: OpenNode) -> Bool { left.number == right.number }
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
