internal import Base

/// A further worker at a proof whose root is split: takes open nodes from the pool and searches them with a linear program of
/// its own.
struct TreeWorker: ~Copyable {
  private let pool: NodeQueue
  private var search: ProofSearch

  /// - Returns: nil until the proof can be shared.
  init?(joining pool: NodeQueue, cutoff: Int64, tour: [Int32]) {
    guard let start = pool.start else { return nil }
    self.pool = pool
    search = ProofSearch(start, pool: pool, worker: pool.join(), most: start.model.lattice.greatest(below: cutoff))
    search.steer(towards: tour)
  }

  /// Goes on for about `work` units; `false` when no node was to be had.
  mutating func advance(work: Int64, cutoff: Int64) -> Bool {
    let end = search.statistics.work + work
    var isBusy = false
    while search.statistics.work < end {
      let best = min(cutoff, pool.bestTour?.objective ?? .max)
      search.most = min(search.most, search.master.model.lattice.greatest(below: best))
      guard search.step(iterations: ProofSearch.iterations(search.master.model.placeCount)) else { break }
      isBusy = true
      pool.record(search.statistics, of: search.worker)
    }
    return isBusy
  }
}
