internal import Base

/// Decides whether the search goes on from where a step has brought it.
protocol AcceptanceRule {
  /// - Parameters:
  ///   - cost: of the state after the step.
  ///   - current: cost before the step.
  ///   - floor: what no decision changes; the threshold is a share of what lies above it.
  ///   - age: work since the run's last gain, as a share of the work after which a run without gain ends.
  func accepts(
    _ cost: Instance.Cost, from current: Instance.Cost, floor: Instance.Cost, age: Double, _ random: inout Generator
  ) -> Bool
}
