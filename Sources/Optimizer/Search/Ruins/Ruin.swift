/// A random disturbance of the plan, after which the search repairs it and decides whether to go on from there.
protocol Ruin {
  func apply(to state: inout SearchState)
}
