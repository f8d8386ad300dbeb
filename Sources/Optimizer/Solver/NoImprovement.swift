/// How long a search may find nothing before the proof gets its time: forty rounds, or a third of all there were.
struct NoImprovement {
  private var rounds = 0
  private var lastGain = 0
  private var best = Int64.max

  /// Counts a round that ended with this cost.
  mutating func isExhausted(by cost: Int64) -> Bool {
    rounds += 1
    if cost < best {
      best = cost
      lastGain = rounds
    }
    return best != .max && rounds - lastGain > max(40, rounds / 3)
  }
}
