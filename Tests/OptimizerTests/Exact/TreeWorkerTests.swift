import Testing

@testable import Optimizer

@Suite struct TreeWorkerTests {
  @Test func proverAndHelperInTurnsProveTheOptimumAndNoBoundOnTheWayIsAboveIt() {
    var joined = 0
    var nodes = 0
    for seed in 1...2_500 as ClosedRange<UInt64> {
      let relaxation = Relaxation.random(seed: seed, markets: 10)
      guard let optimum = relaxation.optimum() else { continue }
      let pool = NodeQueue(isShared: true)
      var prover = Prover(relaxation, pool: pool)
      var helper: TreeWorker?
      var steps = 0
      while !prover.isFinished && steps < 4_000 {
        prover.advance(work: 1, cutoff: .max, tour: [])
        if helper == nil {
          helper = TreeWorker(joining: pool, cutoff: .max, tour: [])
          if helper != nil { joined += 1 }
        }
        if helper?.advance(work: 1, cutoff: .max) ?? false { nodes += 1 }
        let bound = prover.bound
        #expect(bound <= optimum, "step \(steps), seed \(seed)")
        steps += 1
      }
      let (finished, last, best) = (prover.isFinished, prover.bound, prover.bestTour?.objective)
      #expect(finished && last == optimum && best == optimum, "seed \(seed): \(last) for \(optimum)")
    }
    #expect(joined >= 20 && nodes >= 20, "\(joined) joined, \(nodes) steps")
  }
}
