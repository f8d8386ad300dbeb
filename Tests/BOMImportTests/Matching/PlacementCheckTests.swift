import BOMImport
import Diagnostics
import Testing

@Suite struct PlacementCheckTests {
  @Test func missingExtraAndDifferentlySpelledReferencesAreTold() throws {
    let bill = try Fixtures.read(Fixtures.jlcpcb).bill
    let sink = DiagnosticSink()
    try PlacementCheck.run(
      Array(Fixtures.placement.utf8), file: "cpl.csv", against: bill, words: Fixtures.words, into: sink)
    #expect(
      sink.diagnostics.map(\.message) == [
        "`R7` of the BOM is `r7` in the placement file", "`C2` of the BOM is not in the placement file",
        "`FID1` of the placement file is not in the BOM",
      ])
  }

  @Test func aBillIsNoPlacementFile() throws {
    let bill = try Fixtures.read(Fixtures.jlcpcb).bill
    #expect(throws: BOMRefusal.self) {
      try PlacementCheck.run(
        Array(Fixtures.jlcpcb.utf8), file: "bom.csv", against: bill, words: Fixtures.words, into: DiagnosticSink())
    }
  }
}
