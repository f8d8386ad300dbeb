import Testing

@testable import SourcingPlan

@Suite("Reference lists as people write them")
struct ReferenceListTests {
  @Test(arguments: [
    (["R1"], "R1"), (["R1", "R2"], "R1, R2"), (["R1", "R2", "R3", "R7"], "R1..R3, R7"), (["C9", "R1"], "C9, R1"),
    (["U1", "U3"], "U1, U3"), (["ANT", "J1"], "ANT, J1"),
  ])
  func writes(references: [String], text: String) {
    #expect(ReferenceList(references).description == text)
  }
}
