internal import Base

/// Accepts what is cheaper than `current + threshold`, where the threshold is random below a limit that falls to zero with age.
///
/// Dueck, Scheuer, "Threshold accepting" (1990), doi:10.1016/0021-9991(90)90201-B.
struct ThresholdAcceptance: AcceptanceRule {
  /// The limit starts at `(current − floor) / divisor`.
  var divisor: Int64

  func accepts(
    _ cost: Instance.Cost, from current: Instance.Cost, floor: Instance.Cost, age: Double, _ random: inout Generator
  ) -> Bool {
    let limit = Double(abs(current - floor) / divisor) * max(0, 1 - age)
    return cost < current &+ Instance.Cost(limit * random.unit())
  }
}
