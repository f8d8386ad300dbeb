/// How a source was answered.
package enum FetchResult: Sendable, Hashable {
  /// A new body, whole, in `file`, which the caller reads and removes. `record` is to be written once the sheet is in place.
  case fetched(file: String, record: FetchRecord)
  /// The source says that nothing is newer.
  case unchanged(FetchRecord)
  /// Asked so short ago that it was not asked again; seconds since then.
  case current(FetchRecord, age: Double)
  case failed(FetchFailure)
}

/// What a fetch says of one source while it runs.
package struct FetchProgress: Sendable, Hashable {
  package enum Phase: String, Sendable, Hashable {
    case waiting, receiving, done, failed
  }

  package var name: String
  package var phase: Phase
  package var received: Int
  /// Bytes to come in all; nil where nobody said.
  package var total: Int?
}

/// Where a fetch gets the time from, and what it tells.
package struct FetchHooks: Sendable {
  /// Seconds that never go back.
  package var now: @Sendable () -> Double
  /// Seconds since 1970.
  package var wallClock: @Sendable () -> Double
  /// Told of every source some times a second, on the caller's thread.
  package var onProgress: @Sendable ([FetchProgress]) -> Void
  /// Asked as often; when it says yes, what runs ends as interrupted.
  package var shouldStop: @Sendable () -> Bool

  package init(
    now: @escaping @Sendable () -> Double, wallClock: @escaping @Sendable () -> Double,
    onProgress: @escaping @Sendable ([FetchProgress]) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.now = now
    self.wallClock = wallClock
    self.onProgress = onProgress
    self.shouldStop = shouldStop
  }
}
