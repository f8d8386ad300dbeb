import BOMImport
import Diagnostics
import Foundation
import Testing

/// Files that real tools wrote of one small board; the tests are skipped where they are not at hand.
@Suite struct ToolWorkbookTests {
  private static let folder = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/tool-boms")

  private static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private static func read(_ name: String) throws -> (bill: BillOfMaterials, findings: [Diagnostic]) {
    try Fixtures.read(Array(Data(contentsOf: folder.appendingPathComponent(name))), file: name)
  }

  private static func references(_ bill: BillOfMaterials, fitted: Bool) -> Set<String> {
    Set(bill.lines.filter { $0.isFitted == fitted }.flatMap(\.references))
  }

  /// What each workbook holds of the board.
  private static let fitted: Set<String> = ["R1", "R2", "R3", "C1", "C2", "C3", "C4", "U1", "U2", "R6"]

  @Test(
    "workbooks hold the board, whatever is unusual in them", .enabled(if: isThere, "the tools' files are not at hand"),
    arguments: [
      "openpyxl/plain.xlsx", "openpyxl/bool-dnp.xlsx", "openpyxl/rich-text.xlsx", "openpyxl/sparse.xlsx",
      "openpyxl/strict.xlsx", "openpyxl/two-row-header.xlsx", "openpyxl/hidden-old-sheet-first.xlsx",
      "openpyxl/merged-vertical-value.xlsx", "openpyxl/footprint-number-0000-format.xlsx",
      "openpyxl/tolerance-percent-format-0%.xlsx", "openpyxl/qty-formula-no-cache.xlsx", "openpyxl/dates.xlsx",
      "libreoffice/styled.ods",
    ])
  func workbooks(name: String) throws {
    let bill = try Self.read(name).bill
    #expect(Self.references(bill, fitted: true) == Self.fitted, "\(name)")
    #expect(Self.references(bill, fitted: false) == ["R4"], "\(name)")
    let values = Dictionary(grouping: bill.lines.flatMap { line in line.references.map { ($0, line) } }, by: \.0)
    #expect(values["C2"]?.first?.1.value == "100n")
    #expect(values["R3"]?.first?.1.facts.package.map { "\($0)" } == "0402")
    #expect(values["R1"]?.first?.1.number == "RC0603FR-0710KL")
  }

  @Test(.enabled(if: isThere, "the tools' files are not at hand"))
  func aStruckThroughRowIsNotFitted() throws {
    let (bill, findings) = try Self.read("openpyxl/struck-through-row.xlsx")
    #expect(Self.references(bill, fitted: false) == ["R3", "R4"])
    #expect(findings.contains { $0.code == BOMCodes.hidden })
  }

  @Test(.enabled(if: isThere, "the tools' files are not at hand"))
  func aVoltageIsReadAsItIsShown() throws {
    let bill = try Self.read("openpyxl/voltage-number-format.xlsx").bill
    let line = try #require(bill.lines.first { $0.references.contains("C1") })
    #expect(line.facts.quantities["voltage"].map { "\($0)" } == "25 V")
  }

  @Test(
    "schematics and netlists hold the board", .enabled(if: isThere, "the tools' files are not at hand"),
    arguments: ["kicad/demo-v6.kicad_sch", "kicad/demo-v8.kicad_sch", "kicad/demo.xml"])
  func schematics(name: String) throws {
    let (bill, findings) = try Self.read(name)
    #expect(
      Self.references(bill, fitted: true) == Self.fitted.union(["C10", "R5", "D1"]), "\(name)")
    #expect(Self.references(bill, fitted: false) == ["R4"], "\(name)")
    #expect(!findings.contains { $0.severity == .error }, "\(findings.map(\.message))")
  }
}
