import Testing

@testable import Optimizer

struct FractionalPointTests {
  @Test func mergesEdgesThatAreNamedTwiceAndDropsCrumbs() {
    let relaxation = Relaxation.random(seed: 1)
    var point = FractionalPoint(ProofModel(relaxation, keep: [Bool](repeating: true, count: relaxation.placeCount)))
    point.addEdge(1, 2, 0.25)
    point.addEdge(0, 1, 0.5)
    point.addEdge(1, 2, 0.5)
    point.addEdge(0, 2, 0.0001)
    let merged = point.merged(least: 0.001)
    #expect(merged.edgeFrom == [0, 1])
    #expect(merged.edgeTo == [1, 2])
    #expect(merged.edgeValue == [0.5, 0.75])
    #expect(merged.visit == point.visit)
  }
}
