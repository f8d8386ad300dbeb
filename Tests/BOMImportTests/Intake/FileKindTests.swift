import BOMImport
import Diagnostics
import Testing

@Suite struct FileKindTests {
  private func refusal(_ bytes: [UInt8], file: String) -> Diagnostic? {
    let sink = DiagnosticSink()
    do throws(BOMRefusal) {
      _ = try BOMReader.read(bytes, file: file, options: .init(words: Fixtures.words), into: sink)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test(
    "files that are no BOM are named, with what to do",
    arguments: [
      ("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "Excel 97"),
      (
        "eagle.sch",
        Array("<?xml version=\"1.0\"?>\n<!DOCTYPE eagle SYSTEM \"eagle.dtd\">\n<eagle version=\"9\"/>".utf8), "Eagle"
      ),
      ("board.kicad_pcb", Array("(kicad_pcb (version 1))".utf8), "KiCad board"),
      ("old.sch", Array("EESchema Schematic File Version 4\n".utf8), "KiCad 5"),
      ("manual.pdf", Array("%PDF-1.7\n".utf8), "PDF"), ("bom.csv.gz", [0x1F, 0x8B, 8, 0], "gzip"),
      ("cpl.csv", Array(Fixtures.placement.utf8), "placement file"),
    ] as [(String, [UInt8], String)])
  func refused(file: String, bytes: [UInt8], name: String) throws {
    let finding = try #require(refusal(bytes, file: file))
    #expect(finding.code == BOMCodes.otherKind)
    #expect(finding.message.contains(name))
    #expect(!finding.helps.isEmpty)
  }

  @Test func fieldsOfASchematicDoNotMakeItAPlacementFile() throws {
    let symbol = """
      (kicad_sch (version 20230121) (generator eeschema) (uuid s)
        (symbol (lib_id "Device:R") (at 0 0 0) (unit 1) (in_bom yes) (on_board yes) (uuid u)
          (property "Reference" "R1") (property "Value" "10k") (property "Footprint" "Resistor_SMD:R_0603_1608Metric")
          (property "X" "1") (property "Y" "2"))
        (symbol (lib_id "Device:V") (at 9 0 0) (unit 1) (in_bom yes) (on_board yes) (uuid v)
          (property "Reference" "V1") (property "Value" "Quantity") (property "Footprint" "Value")
          (property "X" "Designator") (property "Y" "MPN")))
      """
    let sink = DiagnosticSink()
    let bill = try BOMReader.read(
      Array(symbol.utf8), file: "x.kicad_sch", options: .init(words: Fixtures.words), into: sink)
    #expect(bill.lines.map(\.references) == [["R1"], ["V1"]])
  }

  @Test func textWithoutAHeaderIsRefusedWithAWayOut() throws {
    let finding = try #require(refusal(Array("M2 screws\nM3 screws\n".utf8), file: "list.csv"))
    #expect(finding.code == BOMCodes.noHeader)
    #expect(finding.helps[0].contains("--map"))
  }

  @Test func columnsNamedByPlaceNeedNoHeader() throws {
    let (bill, findings) = try Fixtures.read(Array("A759MW, A1\nZLLS350TA, Z1\n".utf8), choices: ["mpn=1", "refs=B"])
    #expect(findings.isEmpty)
    #expect(bill.lines.map(\.number) == ["A759MW", "ZLLS350TA"])
    #expect(bill.lines.map(\.references) == [["A1"], ["Z1"]])
  }

  @Test func aHeaderOfUnknownWordsIsNoLineWhereItsCellsCannotBe() throws {
    let (bill, findings) = try Fixtures.read(
      Array("Teil;Platz;Zahl\nA759MW;A1;1\n".utf8), choices: ["mpn=1", "refs=2", "quantity=C"])
    #expect(findings.isEmpty)
    #expect(bill.lines.map(\.number) == ["A759MW"])
  }

  @Test func damagedContainersAreToldAsSuch() throws {
    #expect(refusal([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], file: "bom.xlsx")?.code == BOMCodes.damaged)
    #expect(refusal(Array("<export version=\"E\"><components><comp".utf8), file: "x.xml")?.code == BOMCodes.damaged)
    let broken = Array("<export version=\"E\"><compone".utf8) + [0xC0] + Array("ts><comp/>".utf8)
    #expect(refusal(broken, file: "x.xml")?.code == BOMCodes.damaged)
    #expect(refusal(Array("(kicad_sch (version 1) (symbol".utf8), file: "x.kicad_sch")?.code == BOMCodes.damaged)
  }
}
