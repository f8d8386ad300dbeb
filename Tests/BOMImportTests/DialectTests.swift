import BOMImport
import Diagnostics
import Electronics
import Testing

@Suite struct DialectTests {
  @Test(
    "the dialect is recognised by its header",
    arguments: [
      ("kicad.csv", Dialect.kicadCSV), ("kicad.tsv", .kicadCSV), ("semicolons.csv", .kicadCSV),
      ("script.csv", .kicadScript), ("board.csv", .kicadBoard),
      ("jlcpcb.csv", .jlcpcb), ("lcsc.csv", .lcsc), ("easyeda.csv", .easyeda),
      ("altium.csv", .altium),
      ("pcbway.csv", .pcbway), ("seeed.csv", .seeed), ("inventree.csv", .inventree), ("atopile.csv", .atopile),
      ("eagle.csv", .eagle),
      ("netlist.xml", .kicadXML), ("board.kicad_sch", .kicadSchematic), ("pipes.csv", .table), ("chinese.csv", .table),
      ("parts.md", .table),
    ])
  func recognised(file: String, dialect: Dialect) throws {
    let text = try #require(Fixtures.texts[file])
    #expect(try Fixtures.read(text, file: file).bill.dialect == dialect)
  }

  @Test func referencesAreSpelledOutAndUnfittedPartsMarked() throws {
    let (bill, findings) = try Fixtures.read(Fixtures.kicadCSV)
    #expect(findings.isEmpty)
    #expect(bill.lines.map(\.references) == [["R1", "R2", "R3", "R7"], ["C4"], ["U2"]])
    #expect(bill.lines.map(\.isFitted) == [true, false, true])
    #expect(bill.lines.map(\.cell) == ["A2", "A3", "A4"])
  }

  @Test func preambleAndRepeatedHeadersAreNoLines() throws {
    let (bill, findings) = try Fixtures.read(Fixtures.kicadScript)
    #expect(findings.isEmpty)
    #expect(bill.lines.map(\.references) == [["C1", "C2"], ["D1"]])
    #expect(bill.lines[0].row == 7)
    #expect(!bill.lines[1].isFitted)
  }

  @Test func translatedColumnsOfTheBoardEditorAreToldByPlace() throws {
    let (bill, _) = try Fixtures.read(Fixtures.kicadBoardGerman)
    #expect(bill.lines.map(\.references) == [["C2", "C3"], ["R1"]])
    #expect(bill.lines.map(\.value) == ["47pF", "10k"])
  }

  @Test func orderNumbersAndNumbersAreFound() throws {
    #expect(try Fixtures.read(Fixtures.jlcpcb).bill.lines[0].orderNumbers == ["C23162"])
    #expect(try Fixtures.read(Fixtures.easyeda).bill.lines[0].orderNumbers == ["C14663"])
    let lcsc = try Fixtures.read(Fixtures.lcsc).bill.lines[0]
    #expect(lcsc.orderNumbers == ["C23162"])
    #expect(lcsc.number == "0603WAF4701T5E")
    #expect(lcsc.references.isEmpty)
    #expect(lcsc.quantity == 100)
    #expect(try Fixtures.read(Fixtures.seeed).bill.lines[0].number == "0603WAF4701T5E")
  }

  @Test func attritionBecomesSpares() throws {
    #expect(try Fixtures.read(Fixtures.inventree).bill.lines[0].sparesPerMille == 30)
  }

  @Test func chineseHeadersAndNotesAreUnderstood() throws {
    let lines = try Fixtures.read(Fixtures.chinese).bill.lines
    #expect(lines.map(\.references) == [["R1", "R2"], ["C1"]])
    #expect(lines[0].number == "0603WAF4701T5E")
    #expect(lines.map(\.isFitted) == [true, false])
  }

  @Test func rowsWithoutReferencesKeepTheirQuantity() throws {
    let lines = try Fixtures.read(Fixtures.markdown).bill.lines
    #expect(lines.count == 1)
    #expect(lines[0].quantity == 2)
    #expect(lines[0].kind == .module)
  }

  @Test func netlistFieldsFallBackToTheLibraryPart() throws {
    let lines = try Fixtures.read(Fixtures.netlistE, file: "x.xml").bill.lines
    #expect(lines.map(\.references) == [["U2"], ["R1"], ["R2"]])
    #expect(lines.map(\.isFitted) == [true, false, true])
    #expect(lines[2].facts.quantities["tolerance"] == (try Quantity(parsing: "1%", as: .ratio)))
  }

  @Test func aSheetPlacedTwiceHasTwoOfEachAndUnitsCountOnce() throws {
    let lines = try Fixtures.read(Fixtures.schematic, file: "board.kicad_sch").bill.lines
    #expect(lines.map(\.references) == [["R1"], ["U1"], ["C101", "C201"]])
    #expect(!lines[2].isFitted)
  }

  @Test func aMissingSheetIsAnError() throws {
    let text = Fixtures.schematic.replacing("channel.kicad_sch", with: "other.kicad_sch")
    let (_, findings) = try Fixtures.read(text, file: "board.kicad_sch")
    #expect(findings.contains { $0.code == BOMCodes.sheet && $0.severity == .error })
  }

  @Test func aSchematicOfMissingSheetsOnlyIsRefusedForThem() {
    let text = "(kicad_sch (uuid \"r\") (sheet (uuid \"a\") (property \"Sheetfile\" \"other.kicad_sch\")))"
    #expect { try Fixtures.read(text, file: "board.kicad_sch") } throws: {
      ($0 as? BOMRefusal)?.diagnostic.code == BOMCodes.sheet
    }
  }
}
