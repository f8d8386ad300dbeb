/// What a proof has done so far.
public struct ProofStatistics: Sendable, Hashable {
  public var nodes = 0
  public var openNodes = 0
  public var cuts = 0
  public var linearPrograms = 0
  public var iterations = 0
  /// Deterministic count of elementary steps, roughly microseconds of one core.
  public var work: Int64 = 0

  public init() {}

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
