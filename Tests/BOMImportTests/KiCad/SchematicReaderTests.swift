import BOMImport
import Diagnostics
import Testing

/// Schematics of KiCad 6 to 10, by hand.
@Suite struct SchematicReaderTests {
  /// Reads a topmost schematic with the files beside it.
  static func read(
    _ text: String, files: [String: String] = [:], variant: String? = nil
  ) throws -> (bill: BillOfMaterials, findings: [Diagnostic]) {
    let sink = DiagnosticSink()
    var options = BOMReader.Options(words: Fixtures.words)
    options.variants = variant.map { [$0] } ?? []
    options.loadSheet = { name in files[name].map { Array($0.utf8) } }
    let bill = try BOMReader.read(Array(text.utf8), file: "board.kicad_sch", options: options, into: sink)
    return (bill, sink.diagnostics)
  }

  private static func symbol(
    _ reference: String, _ value: String, id: String = "Device:R", unit: Int = 1, uuid: String = "s",
    _ more: String = ""
  ) -> String {
    """
    (symbol (lib_id "\(id)") (unit \(unit)) (in_bom yes) (uuid "\(uuid)") (property "Reference" "\(reference)")
      (property "Value" "\(value)") (property "Footprint" "R_0402_1005Metric") \(more))
    """
  }

  /// KiCad 6 wrote the names of a sheet's own fields in the user's language; their numbers tell which they are.
  @Test(
    "sheets are found in every language",
    arguments: [
      ("Nom feuille", "Fichier de feuille"), ("Schaltplanname", "Schaltplandatei"), ("图纸名", "图纸文件"),
      ("Sheet name", "Sheet file"), ("Nome foglio", "File foglio"),
    ])
  func languages(name: String, file: String) throws {
    let root = """
      (kicad_sch (version 20211123) (uuid "top") (sheet (uuid "a")
        (property "\(name)" "power" (id 0)) (property "\(file)" "power.kicad_sch" (id 1)))
        (symbol_instances (path "/a/p" (reference "R7") (unit 1) (value "10k") (footprint "R_0603_1608Metric"))))
      """
    let sheet = "(kicad_sch (uuid \"x\") \(Self.symbol("R?", "4k7", uuid: "p")))"
    let (bill, findings) = try Self.read(root, files: ["power.kicad_sch": sheet])
    #expect(bill.lines.map(\.references) == [["R7"]])
    // The instance says value and footprint for its own place.
    #expect(bill.lines[0].value == "10k")
    #expect(bill.lines[0].footprint == "R_0603_1608Metric")
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test func aSheetWithoutAFileIsAnError() throws {
    let root = "(kicad_sch (uuid \"top\") \(Self.symbol("R1", "1k")) (sheet (uuid \"a\") (property \"Name\" \"x\")))"
    let (_, findings) = try Self.read(root)
    #expect(findings.contains { $0.code == BOMCodes.sheet && $0.severity == .error })
  }

  /// One part whose units stand in two places of a sheet: the place tells the unit.
  @Test func unitsOfASheetThatIsPlacedTwiceAreOnePart() throws {
    let root = """
      (kicad_sch (uuid "top") (sheet (uuid "a") (property "Sheetname" "l") (property "Sheetfile" "amp.kicad_sch"))
        (sheet (uuid "b") (property "Sheetname" "r") (property "Sheetfile" "amp.kicad_sch")))
      """
    let instances = """
      (instances (project "x" (path "/top/a" (reference "U2") (unit 1)) (path "/top/b" (reference "U2") (unit 2))))
      """
    let sheet = "(kicad_sch (uuid \"x\") \(Self.symbol("U2", "LM358", id: "Amp:LM358", instances)))"
    let (bill, findings) = try Self.read(root, files: ["amp.kicad_sch": sheet])
    #expect(bill.lines.map(\.references) == [["U2"]])
    #expect(bill.lines[0].quantity == 1)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test func aUnitThatIsThereTwiceIsStillAnError() throws {
    let root = "(kicad_sch (uuid \"top\") \(Self.symbol("U2", "LM358")) \(Self.symbol("U2", "LM358", uuid: "t")))"
    #expect(try Self.read(root).findings.contains { $0.code == BOMCodes.duplicateReference })
  }

  @Test func fieldsOfEveryUnitCountTheLowestFirst() throws {
    let root = """
      (kicad_sch (uuid "top") \(Self.symbol("U1", "LM358", id: "A:LM358", unit: 2, "(property \"MPN\" \"LM358DR\")"))
        \(Self.symbol("U1", "LM358", id: "A:LM358", unit: 1, uuid: "t", "(property \"Manufacturer\" \"TI\")")))
      """
    let (bill, findings) = try Self.read(root)
    #expect(bill.lines[0].number == "LM358DR")
    #expect(bill.lines[0].maker == "TI")
    #expect(findings.isEmpty)

    let other = root.replacing("(property \"Manufacturer\" \"TI\")", with: "(property \"MPN\" \"LM358AD\")")
    let disagreeing = try Self.read(other)
    #expect(disagreeing.bill.lines[0].number == "LM358AD")
    #expect(disagreeing.findings.contains { $0.code == BOMCodes.partialSchematic && $0.message.contains("LM358DR") })
    #expect(!disagreeing.bill.lines[0].unread.isEmpty)
  }

  @Test func marksOfASheetAreThoseOfItsSymbols() throws {
    let sheet = "(kicad_sch (uuid \"x\") \(Self.symbol("R1", "10k")))"
    let root = { (mark: String) in
      """
      (kicad_sch (uuid "top") \(Self.symbol("R2", "1k")) (sheet (uuid "a") \(mark) (property "Sheetname" "o")
        (property "Sheetfile" "o.kicad_sch")))
      """
    }
    let unfitted = try Self.read(root("(dnp yes)"), files: ["o.kicad_sch": sheet]).bill
    #expect(unfitted.lines.map(\.isFitted) == [true, false])
    let excluded = try Self.read(root("(in_bom no)"), files: ["o.kicad_sch": sheet]).bill
    #expect(excluded.lines.map(\.references) == [["R2"]])
    let plain = try Self.read(root("(in_bom yes) (dnp no)"), files: ["o.kicad_sch": sheet]).bill
    #expect(plain.lines.map(\.isFitted) == [true, true])
  }

  @Test func designVariantsChangeFittingAndFields() throws {
    let variants = """
      (instances (project "x" (path "/top" (reference "R1") (unit 1)
        (variant (name "lite") (dnp yes)) (variant (name "pro") (field (name "Value") (value "22k")))
        (variant (name "bare") (in_bom no)))))
      """
    let root = "(kicad_sch (uuid \"top\") \(Self.symbol("R1", "10k", variants)) \(Self.symbol("R2", "1k", uuid: "t")))"
    let plain = try Self.read(root).bill
    #expect(plain.variants == ["bare", "lite", "pro"])
    #expect(plain.lines.map(\.value) == ["10k", "1k"])
    #expect(try Self.read(root, variant: "lite").bill.lines.map(\.isFitted) == [false, true])
    #expect(try Self.read(root, variant: "pro").bill.lines.map(\.value) == ["22k", "1k"])
    #expect(try Self.read(root, variant: "bare").bill.lines.map(\.references) == [["R2"]])
  }

  @Test func aSheetsVariantReachesItsSymbols() throws {
    let root = """
      (kicad_sch (uuid "top") (sheet (uuid "a") (property "Sheetname" "o") (property "Sheetfile" "o.kicad_sch")
        (instances (project "x" (path "/top" (page "2") (variant (name "lite") (dnp yes)))))))
      """
    let files = ["o.kicad_sch": "(kicad_sch (uuid \"x\") \(Self.symbol("R1", "10k")))"]
    #expect(try Self.read(root, files: files).bill.lines.map(\.isFitted) == [true])
    #expect(try Self.read(root, files: files, variant: "lite").bill.lines.map(\.isFitted) == [false])
  }

  @Test func textVariablesAreFilledIn() throws {
    let root = """
      (kicad_sch (uuid "top") (title_block (rev "C")) (sheet (uuid "a") (property "Sheetname" "o")
        (property "Sheetfile" "o.kicad_sch") (property "RATING" "25V")))
      """
    let sheet = """
      (kicad_sch (uuid "x") \(Self.symbol("C1", "100n ${rating}"))
        \(Self.symbol("C2", "${BULK} ${MAXV}", uuid: "t", "(property \"BULK\" \"1u\")"))
        \(Self.symbol("C3", "10n ${VOLT}", uuid: "u")))
      """
    let project = "{\"text_variables\": {\"MAXV\": \"${NEST}\", \"NEST\": \"16V\"}}"
    let (bill, findings) = try Self.read(
      root, files: ["o.kicad_sch": sheet, "board.kicad_pro": project])
    #expect(bill.lines.map(\.value) == ["100n 25V", "1u 16V", "10n ${VOLT}"])
    #expect(findings.filter { $0.code == BOMCodes.textVariable }.count == 1)
    #expect(bill.lines.map { $0.unread.isEmpty } == [true, true, false])
  }

  @Test func variablesThatNameEachOtherEnd() throws {
    let root =
      "(kicad_sch (uuid \"top\") \(Self.symbol("R1", "${A}", "(property \"A\" \"${B}${B}\") (property \"B\" \"${A}${A}\")")))"
    let (bill, findings) = try Self.read(root)
    #expect(bill.lines.count == 1)
    #expect(findings.contains { $0.code == BOMCodes.textVariable })
  }

  @Test func aSheetReadByItselfIsSaid() throws {
    let instances =
      "(instances (project \"x\" (path \"/top/a\" (reference \"R5\") (unit 1)) (path \"/top/b\" (reference \"R6\") (unit 1))))"
    let (_, findings) = try Self.read("(kicad_sch (uuid \"x\") \(Self.symbol("R5", "10k", instances)))")
    #expect(findings.contains { $0.code == BOMCodes.partialSchematic })
  }

  @Test func netlistsHaveVariantsToo() throws {
    let text = """
      <export version="E"><components><comp ref="R1"><value>10k</value><footprint>R_0402_1005Metric</footprint>
        <variants><variant name="lite"><property name="dnp" value="1"/></variant>
          <variant name="pro"><fields><field name="Value">22k</field></fields></variant></variants></comp>
        <comp ref="R2"><value>1k</value><property name="dnp"/>
          <variants><variant name="lite"><property name="dnp" value="0"/></variant></variants></comp></components></export>
      """
    #expect(try Fixtures.read(Array(text.utf8), file: "x.xml").bill.lines.map(\.isFitted) == [true, false])
    let lite = try Fixtures.read(Array(text.utf8), file: "x.xml", variants: ["lite"]).bill
    #expect(lite.lines.map(\.isFitted) == [false, true])
    #expect(lite.variants == ["lite", "pro"])
    #expect(try Fixtures.read(Array(text.utf8), file: "x.xml", variants: ["pro"]).bill.lines[0].value == "22k")
  }

  @Test(
    "the symbol tells which part stands under the letter of another",
    arguments: [
      ("Device:Thermistor_NTC", ComponentKind.thermistor), ("Device:R_Potentiometer", .variable),
      ("Device:R_Photo", .lightDependent), ("Device:R_Pack04", .array), ("Device:R", .resistor),
      ("Device:R_US", .resistor),
      ("Device:R_Small", .resistor),
    ])
  func symbols(name: String, kind: ComponentKind) throws {
    let schematic = """
      (kicad_sch (version 20250114)
       (symbol (lib_id "\(name)") (unit 1) (in_bom yes) (on_board yes) (dnp no) (uuid "1")
        (property "Reference" "R1") (property "Value" "10k") (property "Footprint" "Resistor_SMD:R_0603_1608Metric")))
      """
    #expect(try Fixtures.read(schematic, file: "a.kicad_sch").bill.lines.map(\.kind) == [kind])
    let part = name.split(separator: ":")[1]
    let netlist = """
      <export version="E"><components><comp ref="R1"><value>10k</value><footprint>Resistor_SMD:R_0603_1608Metric</footprint>
      <libsource lib="Device" part="\(part)" description=""/></comp></components></export>
      """
    #expect(try Fixtures.read(netlist, file: "a.xml").bill.lines.map(\.kind) == [kind])
  }
}
