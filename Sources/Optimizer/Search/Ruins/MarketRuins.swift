internal import Base

/// The ruins that a step draws from, each as likely as the others. A further one is a case here and a file beside this one.
enum MarketRuins: CaseIterable {
  case random, string, radial, insertion

  /// Makes one of them, of a random size; nothing where no market is visited.
  static func applyOne(to state: inout SearchState, largest: Int) {
    let count = state.routes.marketCount
    guard count > 0 else { return }
    let size = 1 + state.random.below(min(largest, count))
    switch allCases[state.random.below(allCases.count)] {
    case .random: RandomRemoval(count: size).apply(to: &state)
    case .string: StringRemoval(count: size).apply(to: &state)
    case .radial: RadialRemoval(count: size).apply(to: &state)
    case .insertion: RandomInsertion().apply(to: &state)
    }
  }
}
