/// Met `limit` nanoseconds after `start`, by the clock that is handed in.
struct TimeLimit: StoppingRule {
  var limit: UInt64
  var start: UInt64
  var now: @Sendable () -> UInt64

  func isMet(_ state: RunState) -> Bool { now() &- start >= limit }
}
