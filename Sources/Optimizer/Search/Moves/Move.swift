/// A change of the plan whose effect on legs, visits and goods is known before it is made; the clock is not looked at.
protocol Move {
  typealias Cost = Instance.Cost

  /// Whether it can be made.
  func isValid(in state: borrowing SearchState) -> Bool

  /// What it takes off the cost; negative where it adds. The state's goods must be refreshed.
  func gain(in state: inout SearchState) -> Cost

  /// Makes it; it must be valid. The state's goods are to be refreshed afterwards.
  func apply(to state: inout SearchState)
}
