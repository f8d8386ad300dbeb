/// A walk that the proof came across: its places in order, without the depot, and the relaxation's cost of it.
package struct ProofTour: Sendable, Hashable {
  package var places: [Int32]
  package var objective: Int64

  package init(places: [Int32], objective: Int64) {
    self.places = places
    self.objective = objective
  }
}
