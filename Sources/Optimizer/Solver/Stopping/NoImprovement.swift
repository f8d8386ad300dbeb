/// Met where a solution is known and none better was found for `rounds` rounds, or for one `share`-th of all, if that is more.
struct NoImprovement: StoppingRule {
  var rounds: Int
  var share: Int

  func isMet(_ state: RunState) -> Bool {
    state.cost != .max && state.rounds - state.gainedAt > max(rounds, state.rounds / share)
  }
}
