/// Met after a number of rounds.
struct WorkLimit: StoppingRule {
  var rounds: Int

  func isMet(_ state: RunState) -> Bool { state.rounds >= rounds }
}
