/// What a proof has done so far.
package struct ProofStatistics: Sendable, Hashable {
  package var nodes = 0
  package var openNodes = 0
  package var cuts = 0
  package var linearPrograms = 0
  package var iterations = 0
  /// Deterministic count of elementary steps, roughly microseconds of one core.
  package var work: Int64 = 0

  package init() {}

  static func + (left: ProofStatistics, right: ProofStatistics) -> ProofStatistics {
    var sum = ProofStatistics()
    sum.nodes = left.nodes + right.nodes
    sum.openNodes = left.openNodes + right.openNodes
    sum.cuts = left.cuts + right.cuts
    sum.linearPrograms = left.linearPrograms + right.linearPrograms
    sum.iterations = left.iterations + right.iterations
    sum.work = left.work + right.work
    return sum
  }
}
