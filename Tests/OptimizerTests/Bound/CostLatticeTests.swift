import Base
import Testing

@testable import Optimizer

@Suite struct CostLatticeTests {
  @Test func objectivesAreTheConstantAndMultiplesOfWhatAllCostsShare() {
    let relaxation = Relaxation(
      placeCount: 3, distance: [0, 12, 18, 12, 0, 30, 18, 30, 0], visitCost: [0, 6, 0], demand: [1],
      offerStart: [0, 2],
      offers: [.init(place: 1, price: 24, supply: 1), .init(place: 2, price: 36, supply: 1)], constant: -7)
    let lattice = CostLattice(relaxation)
    for value in -40...40 as ClosedRange<Int64> {
      let objectives = (-20...20).map { Int64(-7 + 6 * $0) }
      #expect(lattice.least(from: value) == objectives.first { $0 >= value })
      #expect(lattice.greatest(below: value) == objectives.last { $0 < value })
    }
    #expect(lattice.greatest(below: .max) == .max)
  }
}
