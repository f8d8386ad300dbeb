internal import Base

/// Met once somebody has cancelled the run.
struct Cancelled: StoppingRule {
  var cancellation: Cancellation

  func isMet(_ state: RunState) -> Bool { cancellation.isCancelled }
}
