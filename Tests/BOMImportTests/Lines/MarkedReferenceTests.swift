import BOMImport
import Diagnostics
import Testing

/// References with marks and signs behind them, and other marks that leave a part out.
@Suite struct MarkedReferenceTests {
  private func lines(_ text: String) throws -> [BOMLine] { try Fixtures.read(text).bill.lines }

  @Test(arguments: ["R1(DNP)", "R7(不贴)", "R4-DNP", "R5/DNP", "R5_DNP"])
  func aMarkBehindAReferenceLeavesItOut(cell: String) throws {
    let line = try #require(try lines("Refs,Value,Footprint\n\(cell),10k,0603\n").first)
    #expect(!line.isFitted)
    #expect(line.references == [String(cell.prefix(2))])
  }

  @Test(arguments: [
    "R9-R9C", "R38-40-42", "R50_R53", "R54\\R55", "R56R57R58", "R11(2)", "R21a~d", "R22-R2X", "R66一R68", "R14(opt.)",
  ])
  func severalNamesInOneAreOdd(cell: String) throws {
    let line = try #require(try lines("Refs,Value,Footprint\n\(cell),10k,0603\n").first)
    #expect(!line.doubts.isEmpty)
  }

  @Test(arguments: [
    ("R1 R2", "10k", false), ("\"R1,r1\"", "10k", true), ("\"C1, R1\"", "100nF", true), ("\"C1, R1\"", "0R", false),
    ("\"D1, LED2\"", "1N4148", false), ("R1 or R2", "10k", true),
  ])
  func referencesOfSeveralKindsAreADoubt(cell: String, value: String, isOpen: Bool) throws {
    let line = try #require(try lines("Refs,Value,Footprint\n\(cell),\(value),0603\nR9,1k,0603\n").first)
    #expect(line.doubts.isEmpty != isOpen)
  }

  @Test func aWaveDashIsARange() throws {
    #expect(try ReferenceList(parsing: "R63〜R65").references == ["R63", "R64", "R65"])
  }

  @Test(arguments: ["J1-1", "TP1_A", "CN-1", "R1_2", "U1A", "bat(+3v)", "J-USB1"])
  func namesStayWhole(cell: String) throws {
    let list = try ReferenceList(parsing: cell)
    #expect(list.references == [cell])
    #expect(list.odd.isEmpty)
  }

  @Test(arguments: [
    "Refs,Value,Footprint,LCSC\nR1,10k,0603,C25804 DNP\n", "Refs,Value,Footprint,Note\nR1,10k,0603,禁止贴装\n",
    "Refs,Value,Footprint,Note\nR1,10k,0603,此料不上\n",
  ])
  func marksOfOtherCells(text: String) throws {
    #expect(try #require(try lines(text).first).isFitted == false)
  }

  @Test func partsOfTheCustomersAreADoubt() throws {
    let line = try #require(try lines("Refs,Value,Footprint,Note\nR1,10k,0603,客户自备\n").first)
    #expect(!line.doubts.isEmpty)
  }

  @Test func notApplicableUnderPopulatedIsNoAnswer() throws {
    let line = try #require(try lines("Refs,Value,Footprint,Populated\nR1,10k,0603,n/a\n").first)
    #expect(!line.unread.isEmpty)
  }

  @Test func rowsOutsideTheBillAreListed() throws {
    let (bill, findings) = try Fixtures.read("Refs,Value,Exclude from BOM\nR1,10k,yes\nR2,10k,\n")
    #expect(bill.lines.map(\.references) == [["R2"]])
    #expect(findings.contains { $0.message.contains("R1") && $0.message.contains("left out") })
  }

  @Test(arguments: [("R1", "10k thin film"), ("C1", "10uF polymer")])
  func aBuildThatNoListStatesIsKept(reference: String, value: String) throws {
    let line = try #require(try lines("Refs,Value,Footprint\n\(reference),\(value),0603\n").first)
    #expect(!line.facts.unchecked.isEmpty)
  }

  @Test(arguments: [("R1", "~10k"), ("C1", "100nF <50V")])
  func aSignBesideAValueIsNamed(reference: String, value: String) throws {
    let line = try #require(try lines("Refs,Value,Footprint\n\(reference),\(value),0603\n").first)
    #expect(!line.unread.isEmpty)
  }
}
