import BOMImport
import Diagnostics
import Electronics
import Testing

/// What a workbook hides, strikes through, merges or does not store is not bought without a word.
@Suite(.serialized) struct MarkedSheetTests {
  private typealias Cell = SheetFixture.Cell

  private static let head = ["Reference", "Qty", "Value", "Footprint"]

  private static func row(_ texts: String...) -> [SheetFixture.Cell] { texts.map { .text($0) } }

  private static func read(
    _ sheets: [SheetFixture.Sheet], _ container: SheetFixture.Container, hiddenRows: HiddenRows = .ask
  ) throws -> (bill: BillOfMaterials, findings: [Diagnostic]) {
    let sink = DiagnosticSink()
    var options = BOMReader.Options(words: Fixtures.words)
    options.hiddenRows = hiddenRows
    let bill = try BOMReader.read(
      SheetFixture(sheets).bytes(container), file: "bom.\(container.rawValue)", options: options, into: sink)
    return (bill, sink.diagnostics)
  }

  private static func sheet(_ rows: [[SheetFixture.Cell]]) -> SheetFixture.Sheet {
    SheetFixture.Sheet(rows: [head.map { .text($0) }] + rows)
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func aHiddenSheetNeverWinsOverAVisibleOne(container: SheetFixture.Container) throws {
    var old = Self.sheet([Self.row("R1", "1", "1k", "0402"), Self.row("R9", "1", "22k", "0402")])
    old.rows[0].append(.text("Manufacturer"))
    old.name = "old"
    old.isHidden = true
    let (bill, findings) = try Self.read([old, Self.sheet([Self.row("R1", "1", "10k", "0402")])], container)
    #expect(bill.lines.map(\.value) == ["10k"])
    #expect(findings.contains { $0.message.contains("hidden sheet `old`") })

    let alone = try Self.read([old], container)
    #expect(alone.bill.lines.count == 2)
    #expect(alone.findings.contains { $0.code == BOMCodes.hidden })
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func linesOfHiddenRowsAreLeftToBeLookedAt(container: SheetFixture.Container) throws {
    var sheet = Self.sheet([Self.row("R1", "1", "10k", "0402"), Self.row("R2", "1", "10k", "0402")])
    sheet.hiddenRows = [3]
    let (bill, findings) = try Self.read([sheet], container)
    #expect(bill.lines.map(\.references) == [["R1"], ["R2"]])
    #expect(bill.lines.map { $0.unread.map(\.text) } == [[], ["hidden row"]])
    #expect(findings.contains { $0.code == BOMCodes.hidden && $0.message.contains("row 3 (R2)") })
    #expect(try Self.read([sheet], container, hiddenRows: .skip).bill.lines.map(\.references) == [["R1"]])
    let read = try Self.read([sheet], container, hiddenRows: .read).bill.lines
    #expect(read.map(\.references) == [["R1", "R2"]])
    #expect(read[0].unread.isEmpty)
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func aHiddenRowYieldsToAVisibleOneOfTheSameReferences(container: SheetFixture.Container) throws {
    var sheet = Self.sheet([Self.row("R1", "1", "1k", "0402"), Self.row("R1", "1", "10k", "0402")])
    sheet.hiddenRows = [2]
    let (bill, findings) = try Self.read([sheet], container)
    #expect(bill.lines.map(\.value) == ["10k"])
    #expect(!findings.contains { $0.severity == .error })
    #expect(findings.contains { $0.code == BOMCodes.hidden })
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func aHiddenColumnIsReadOnlyWhereNoVisibleOneMeansTheSame(container: SheetFixture.Container) throws {
    var both = SheetFixture.Sheet(
      rows: [Self.row("Reference", "Value", "Comment"), Self.row("R1", "1k", "10k"), Self.row("R2", "1k", "10k")])
    both.hiddenColumns = [2]
    let (bill, _) = try Self.read([both], container)
    #expect(bill.lines.map(\.value) == ["10k"])

    var one = Self.sheet([Self.row("R1", "1", "10k", "0402")])
    one.hiddenColumns = [4]
    let alone = try Self.read([one], container)
    #expect(alone.bill.lines[0].footprint == "0402")
    #expect(alone.findings.contains { $0.code == BOMCodes.hidden && $0.message.contains("`Footprint` (D)") })
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func aStruckThroughRowIsNotFittedAndYieldsToTheNewOne(container: SheetFixture.Container) throws {
    let struck = ["R3", "1", "4k7", "0402"].map { SheetFixture.Cell.text($0, isStruck: true) }
    let (bill, findings) = try Self.read([Self.sheet([Self.row("R1", "1", "10k", "0402"), struck])], container)
    #expect(bill.lines.map(\.isFitted) == [true, false])
    #expect(bill.lines[1].value == "4k7")
    #expect(findings.contains { $0.code == BOMCodes.hidden && $0.message.contains("row 3 (R3) is struck through") })

    let again = try Self.read([Self.sheet([struck, Self.row("R3", "1", "22k", "0402")])], container)
    #expect(again.bill.lines.map(\.value) == ["22k"])
    #expect(!again.findings.contains { $0.severity == .error })
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func struckReferencesStrikeTheirRow(container: SheetFixture.Container) throws {
    let row: [SheetFixture.Cell] = [.text("R3", isStruck: true)] + Self.row("1", "4k7", "0402")
    let line = try #require(try Self.read([Self.sheet([row])], container).bill.lines.first)
    #expect(line.references == ["R3"])
    #expect(!line.isFitted)
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func textThatIsStruckThroughIsNotTheCells(container: SheetFixture.Container) throws {
    let changed = SheetFixture.Cell(text: "22k", struckRun: "10k ")
    let gone = SheetFixture.Cell.text("0603", isStruck: true)
    let (bill, findings) = try Self.read(
      [
        Self.sheet([[.text("R1"), .text("1"), changed, .text("0402")], [.text("R2"), .text("1"), .text("1k"), gone]])
      ],
      container)
    #expect(bill.lines.map(\.value) == ["22k", "1k"])
    #expect(bill.lines[1].footprint == "")
    #expect(bill.lines.map { $0.unread.map(\.text) } == [["10k"], ["0603"]])
    #expect(findings.contains { $0.code == BOMCodes.cellText && $0.message.contains("C2 `10k`, D3 `0603`") })
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func aTextMergedOverRowsStandsForEach(container: SheetFixture.Container) throws {
    var sheet = Self.sheet([
      Self.row("C1", "3", "100n", "0402"), Self.row("C2", "", "", "0402"), Self.row("C3", "", "", "0402"),
      Self.row("R1", "1", "10k", "0402"),
    ])
    sheet.merges = [(2, 2, 4), (3, 2, 4)]
    let (bill, findings) = try Self.read([sheet], container)
    #expect(bill.lines.map(\.references) == [["C1", "C2", "C3"], ["R1"]])
    #expect(bill.lines.map(\.value) == ["100n", "10k"])
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func aFormulaWithoutItsValueIsReported(container: SheetFixture.Container) throws {
    let rows: [[SheetFixture.Cell]] = [
      [.text("R1,R2"), .formula, .text("10k"), .text("0402")], [.text("R3"), .text("1"), .formula, .text("0402")],
    ]
    let (bill, findings) = try Self.read([Self.sheet(rows)], container)
    #expect(bill.lines.map(\.quantity) == [2, 1])
    #expect(bill.lines.map { $0.unread.count } == [0, 1])
    #expect(findings.contains { $0.message.contains("B2 `=…`") })
    #expect(findings.contains { $0.message.contains("C3 `=…`") })
  }

  @Test func aFormulaLeftToBeCalculatedHasNoZero() throws {
    // What a program that calculates nothing stores: a 0, and the wish that the reader calculates.
    let sheet = """
      <worksheet><sheetData><row r="1"><c r="A1" t="str"><v>MPN</v></c><c r="B1" t="str"><v>Qty</v></c></row>
      <row r="2"><c r="A2" t="str"><v>CH340C</v></c><c r="B2"><f>2*3</f><v>0</v></c></row></sheetData></worksheet>
      """
    let bytes = StoredArchive.bytes([
      (
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r\" Target=\"s.xml\"/></Relationships>"),
      ("xl/s.xml", sheet),
    ])
    let (bill, findings) = try Fixtures.read(bytes, file: "bom.xlsx")
    #expect(bill.lines.map { $0.unread.map(\.text) } == [["=…"]])
    #expect(findings.contains { $0.code == BOMCodes.cellText })
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func quantitiesOfManyBoardsAreThoseOfOne(container: SheetFixture.Container) throws {
    let rows: [[SheetFixture.Cell]] = [
      [.text("Prj:"), .text("demo"), .text("Board Qty:"), .number("100", shown: "100")],
      Self.row("Refs", "Qty", "Value", "Footprint", "Manf#"),
      [.text("R1-R3"), .number("300", shown: "300"), .text("10k"), .text("R_0603")],
      [.text("C1"), .number("100", shown: "100"), .text("100n"), .text("C_0402")],
    ]
    let (bill, findings) = try Self.read([SheetFixture.Sheet(rows: rows)], container)
    #expect(bill.dialect == .kicost)
    #expect(bill.lines.map(\.quantity) == [3, 1])
    #expect(findings.map(\.code) == [BOMCodes.boardQuantities])
  }
}
