internal import Base
internal import Optimizer

/// A search with a fixed amount of work and without proof: what it finds depends on the day and the seed alone, unless it
/// is cancelled.
struct BoundedSearch {
  private let options: SolverOptions

  /// - Parameter work: rounds of work, each some tens of milliseconds.
  init(_ options: SolverOptions, work: Int) {
    var options = options
    options.workLimit = work
    options.timeLimit = nil
    options.proves = false
    self.options = options
  }

  var isCancelled: Bool { options.cancellation?.isCancelled ?? false }

  /// The best solution found; nil where none was, or the search was cancelled before it found one.
  func solve(_ instance: Instance) -> Optimizer.Solution? { Solver(instance, options: options).run().solution }

  /// The best solution found from one that is known.
  func improved(_ solution: Optimizer.Solution, _ instance: Instance) -> Optimizer.Solution {
    Solver(instance, options: options).run(from: solution).solution ?? solution
  }

  /// The first solution found, which costs little work where many exist.
  func first(_ instance: Instance) -> Optimizer.Solution? {
    let solver = Solver(instance, options: options)
    return solver.construct() ?? solver.run().solution
  }
}
