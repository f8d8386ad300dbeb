/// A walk that the proof came across: its places in order, without the depot, and the relaxation's cost of it.
public struct ProofTour: Sendable, Hashable {
  public var places: [Int32]
  public var objective: Int64

  public init(places: [Int32], objective: Int64) {
    self.places = places
    self.objective = objective
  }
}
