/// Days whose optimum one lane of search does not come to within its work, by the seeds looked at and the case of
/// `SolverOracleTests`. These numbers may only fall.
enum MissedOptima {
  static let recorded: [ClosedRange<UInt64>: [Int]] = [
    1...60: [0, 0, 0, 0, 0, 1, 1, 0],
    1...5_000: [14, 6, 12, 11, 8, 12, 9, 13],
  ]
}
