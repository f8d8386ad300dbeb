/// Days whose optimum one lane of search does not come to within its work, by the seeds looked at and the case of
/// `SolverOracleTests`. These numbers may only fall.
enum MissedOptima {
  static let recorded: [ClosedRange<UInt64>: [Int]] = [
    1...60: [0, 0, 0, 0, 0, 1, 1, 0],
    1...2_500: [6, 3, 6, 6, 4, 7, 4, 8],
    1...5_000: [14, 6, 9, 12, 7, 10, 9, 13],
  ]
}
