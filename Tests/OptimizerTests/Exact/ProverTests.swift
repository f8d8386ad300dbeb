import Testing

@testable import Optimizer

@Suite struct ProverTests {
  @Test func everyBoundOnTheWayStaysBelowTheOptimumAndTheLastIsTheOptimum() {
    var proven = 0
    for seed in 1...1000 as ClosedRange<UInt64> {
      let relaxation = Relaxation.random(seed: seed)
      guard let optimum = relaxation.optimum() else { continue }
      var prover = Prover(relaxation)
      let first = prover.bound
      #expect(first <= optimum, "first bound, seed \(seed)")
      var steps = 0
      while !prover.isFinished && steps < 2_000 {
        prover.advance(work: 1, cutoff: .max, tour: [])
        steps += 1
        let bound = prover.bound
        #expect(bound <= optimum, "step \(steps), seed \(seed)")
      }
      let (finished, last, best) = (prover.isFinished, prover.bound, prover.bestTour?.objective)
      #expect(finished && last == optimum && best == optimum, "seed \(seed): \(last) for \(optimum)")
      proven += 1
    }
    #expect(proven > 500)
  }

  @Test func aCutoffAtTheOptimumIsProvenAndOneAboveItIsNotBelieved() {
    for seed in 2000...2200 as ClosedRange<UInt64> {
      let relaxation = Relaxation.random(seed: seed)
      guard let optimum = relaxation.optimum() else { continue }
      for cutoff in [optimum, optimum + 3] {
        var prover = Prover(relaxation)
        prover.advance(work: 100_000_000, cutoff: cutoff, tour: [])
        let (finished, bound) = (prover.isFinished, prover.bound)
        #expect(finished && bound == optimum, "seed \(seed), cutoff \(cutoff)")
      }
    }
  }

  @Test func theSameStepsGiveTheSameProof() {
    let relaxation = Relaxation.random(seed: 77, markets: 12)
    var records: [[Int64]] = []
    for _ in 0..<2 {
      var prover = Prover(relaxation)
      var record: [Int64] = []
      while !prover.isFinished {
        prover.advance(work: 500, cutoff: .max, tour: [])
        record += [prover.bound, prover.statistics.work]
      }
      records.append(record)
    }
    #expect(records[0] == records[1])
  }
}
