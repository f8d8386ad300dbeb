import BOMImport
import Diagnostics
import Electronics
import Testing

@Suite struct LineReaderTests {
  @Test func quantityAndReferencesThatDisagreeNameBoth() throws {
    let (bill, findings) = try Fixtures.read("Refs,Value,Qty\n\"R1,R2\",10k,3\nC1,1uF,1\n")
    #expect(bill.lines.map(\.references) == [["R1", "R2"], ["C1"]])
    #expect(bill.lines.map(\.doubts.isEmpty) == [false, true])
    let finding = try #require(findings.first)
    #expect(finding.code == BOMCodes.quantityDisagrees)
    #expect(finding.severity == .warning)
    #expect(finding.message == "quantity 3 and 2 references (R1, R2) disagree")
    #expect(finding.span?.start.line == 2)
    #expect(finding.notes.count == 1)
  }

  @Test func aReferenceInTwoRowsIsLeftToAPersonAndTheRestGoesOn() throws {
    let (bill, findings) = try Fixtures.read("Refs,Value\n\"R1,R2\",10k\nR1,22k\n")
    #expect(findings.map(\.message) == ["reference `R1` stands in rows 2 and 3"])
    #expect(bill.lines.map(\.references) == [["R2"], ["R1"]])
    #expect(bill.lines.map(\.doubts) == [[], ["row 3 gives R1 another part"]])
  }

  @Test func rowsThatShareManyReferencesAreOneFindingAndBuyNothingTwice() throws {
    let (bill, findings) = try Fixtures.read(
      "Refs,Value,MPN\n\"D1,D2,D3\",red,A1\n\"D1-D4\",green,A2\n\"D1,D2\",blue,A3\n")
    #expect(
      findings.map(\.message) == [
        "3 references (D1, D2, D3) stand in rows 2 and 3", "2 references (D1, D2) stand in rows 2 and 4",
      ])
    #expect(bill.lines.map(\.references) == [["D1", "D2", "D3"], ["D4"]])
    #expect(bill.lines.map(\.quantity) == [3, 1])
  }

  @Test func aWordForUnfittedBesideTheValueMarksTheRow() throws {
    let lines = try Fixtures.read("Refs,Value\nR1,DNP 120\nR2,0R - DNP\nSW1,SPDT NC\nR3,120\n").bill.lines
    #expect(lines.map(\.isFitted) == [false, false, true, true])
  }

  @Test func rowsThatNameNothingAreLeftOutWithAWarning() throws {
    let (bill, findings) = try Fixtures.read("Refs,Value,Qty,Price\nR1,10k,1,2\n,,6,0.3\nTotal,,7,1\n,Run,200,\n")
    #expect(bill.lines.map(\.references) == [["R1"], []])
    #expect(bill.lines[1].value == "Run")
    #expect(findings.filter { $0.code == BOMCodes.rowLeftOut }.map(\.span?.start.line) == [3, 4])
  }

  @Test func spellingsOfOneValueJoinAndRequirementsKeepLinesApart() throws {
    let text = "Refs,Value,Footprint\nR1,4k7,R_0603\nR2,4.7k,0603\nR3,4700,C0603\nR4,4.7k 1%,0603\n"
    let lines = try Fixtures.read(text).bill.lines
    #expect(lines.map(\.references) == [["R1", "R2", "R3"], ["R4"]])
    #expect(lines[0].rows == [2, 3, 4])
    #expect(lines[1].facts.quantities["tolerance"] == (try Quantity(parsing: "1%", as: .ratio)))
  }

  @Test func aWordForUnfittedAmongReferencesMarksTheRow() throws {
    let (bill, findings) = try Fixtures.read("Refs,Value,Qty\n\"DNS, D4\",BAT54,1\nDNS,LCD,1\n")
    #expect(findings.isEmpty)
    #expect(bill.lines.map(\.references) == [["D4"], []])
    #expect(bill.lines.allSatisfy { !$0.isFitted })
  }

  @Test func referencesUnderAnUnknownWordAreFoundByTheirLooks() throws {
    let (bill, findings) = try Fixtures.read("Part,Value,Qty\nU1,LM358,1\n\"R1, R2\",10k,2\n")
    #expect(findings.map(\.severity) == [.warning])
    #expect(bill.lines.map(\.references) == [["U1"], ["R1", "R2"]])
  }

  @Test func severalNumbersInOneCellAreKnown() throws {
    let lines = try Fixtures.read(
      "Refs,manf#\nJ3,3220-10; 2:SHUNT1\nD1,\"PMEG4010BEA,115\"\nR1,\"NTCG163JF103FT1S,RC0603FR-0710KL\"\n"
    )
    .bill.lines
    #expect(lines.map(\.namesSeveralParts) == [true, false, true])
  }

  @Test func codesThatWereWrittenAsFormulasToKeepTheirZerosArePlain() throws {
    let lines = try Fixtures.read("Comment,Designator,Footprint\n10k,R1,\"=\"\"0402\"\"\"\n").bill.lines
    #expect(lines[0].footprint == "0402")
  }

  @Test func easyEDANamesCarryOrderNumbers() throws {
    let lines = try Fixtures.read("Name,Designator\nSK12D07VG3_C431547,SW1\n").bill.lines
    #expect(lines[0].orderNumbers == ["C431547"])
  }

  @Test(
    "where no cell but a description tells the value, each of its words counts",
    arguments: [
      ("规格", "10k 合金", ["合金"]), ("Description", "10k zzq", ["zzq"]), ("规格", "10千欧", []), ("描述", "电阻 10k 1%", []),
    ])
  func standIns(header: String, text: String, unread: [String]) throws {
    let line = try #require(Fixtures.read("位号,\(header),封装,数量\nR1,\(text),0603,1\n").bill.lines.first)
    #expect(line.value == text && line.facts.quantities["resistance"] != nil)
    #expect(line.unread.map(\.text) == unread)
    let told = try #require(Fixtures.read("位号,\(header),型号\nR1,\(text),RC0603\n").bill.lines.first)
    #expect(told.unread.isEmpty && told.value.isEmpty)
  }

  @Test func lampsOfAMatrixAreNoCapacitors() throws {
    let (bill, _) = try Fixtures.read(
      "Refs,Value,Footprint\nC0,LED,LED_0603\nC1,red LED,0603\nC2,100n,C_0603\nR1,LED 红,0603\n")
    #expect(bill.lines.map(\.kind) == [.led, .led, .capacitor, .led])
  }

  @Test func ratingsThatAreNoneSayNothing() throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,Voltage\nC1,100n,0603,n/a\nC2,100n,0402,TBD\n")
    #expect(bill.lines.map { $0.unread.map(\.text) } == [[], ["TBD"]])
  }

  @Test func signsThatNobodySeesAreNoPartOfACell() throws {
    let line = try #require(Fixtures.read("Refs,MPN\nR1,\u{200E}RC0603FR-0710KL\u{200E}\n").bill.lines.first)
    #expect(line.number == "RC0603FR-0710KL")
  }

  @Test(
    "what a footprint says beside the package is the line's",
    arguments: [
      ("C1,100nF,C_0402_50V", "voltage", "50 V"), ("C1,100nF,0402/50V", "voltage", "50 V"),
      ("C1,100nF,0402 X7R 50V", "voltage", "50 V"), ("R1,10k,R0603-0.1%", "tolerance", "0.1 %"),
      ("R1,10k,R0603-1/4W", "power", "250 mW"), ("L1,10uH,L0805_3A", "current", "3 A"),
      ("L1,10uH,IND_0805_500mA", "current", "500 mA"), ("C1,100nF,C_0402_1005Metric", "voltage", nil),
      ("R1,10k,R_0603_1608Metric_Pad0.98x0.95mm_HandSolder", "power", nil),
      ("J1,Conn,Conn_250V_10A", "voltage", nil),
    ] as [(String, String, String?)])
  func ratingsInFootprints(row: String, parameter: String, value: String?) throws {
    let line = try #require(try Fixtures.read("Ref,Value,Footprint\n\(row)\n").bill.lines.first)
    #expect(line.facts.quantities[parameter].map { "\($0)" } == value, "\(row)")
    #expect(line.isFitted)
  }

  @Test("a footprint names a dielectric, and of two voltages the stricter counts")
  func dielectricsInFootprints() throws {
    let (bill, _) = try Fixtures.read("Ref,Value,Footprint\nC1,100nF,C_0402_X7R\nC2,100nF 16V,C_0402_50V\n")
    #expect(bill.lines[0].facts.dielectric == "X7R")
    #expect(bill.lines[1].facts.quantities["voltage"].map { "\($0)" } == "50 V")
  }

  @Test(
    "a mark in a footprint leaves the part out", arguments: ["R0603_DNP", "DNP_0603", "DNP", "R_0603_1608Metric_DNF"])
  func marksInFootprints(footprint: String) throws {
    let line = try #require(try Fixtures.read("Ref,Value,Footprint\nR1,10k,\(footprint)\n").bill.lines.first)
    #expect(!line.isFitted, "\(footprint)")
  }
}
