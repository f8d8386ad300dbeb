/// Met once a solution is known and `(cost − bound) / cost` is at most `gap`; with 0, once it is proven optimal.
struct GapTarget: StoppingRule {
  var gap: Double

  func isMet(_ state: RunState) -> Bool {
    guard state.cost != .max else { return false }
    return state.bound >= state.cost || Double(state.cost - state.bound) <= gap * Double(state.cost)
  }
}
