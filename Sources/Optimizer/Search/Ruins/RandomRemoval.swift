internal import Base

/// Drops markets wherever they are.
struct RandomRemoval: Ruin {
  var count: Int

  func apply(to state: inout SearchState) {
    for _ in 0..<count { state.drop(state.randomVisited()) }
  }
}
