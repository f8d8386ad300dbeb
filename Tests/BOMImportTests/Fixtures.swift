import BOMImport
import Base
import Diagnostics
import Foundation
import Testing

/// Small files of every dialect, made for these tests.
enum Fixtures {
  /// The bundled tables of words.
  static let words: HeaderWords = {
    let root = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sink = DiagnosticSink()
    var words = HeaderWords()
    for name in ["headers.yaml", "words.yaml"] {
      let file = root.appendingPathComponent("Catalog/bom/\(name)")
      words.add(SourceText(file: name, bytes: Array((try? Data(contentsOf: file)) ?? Data())), into: sink)
    }
    precondition(sink.diagnostics.isEmpty, "\(sink.diagnostics)")
    return words
  }()

  static let kicadCSV = """
    "Refs","Value","Footprint","Qty","DNP"
    "R1-R3,R7","4k7","Resistor_SMD:R_0603_1608Metric","4",""
    "C4","100n","Capacitor_SMD:C_0402_1005Metric","1","DNP"
    "U2","TP4056","Package_SO:SOIC-8","1",""
    """

  static let kicadTSV =
    "Reference\tValue\tDatasheet\tFootprint\tQty\tDNP\nR1,R2\t10k\t~\tResistor_SMD:R_0402_1005Metric\t2\t\n"

  static let kicadSemicolons =
    "'Reference';'Value';'Datasheet';'Footprint';'Qty';'DNP'\n'C1,C2';'10uF';'';'C_0805_2012Metric';'2';''\n"

  static let kicadPipes = "#|Referencia|Valor|Huella|Qty\n1|R1;R2|1k|R_0603_1608Metric|2\n"

  static let kicadScript = """
    "Source:","/home/x/board.sch"
    "Date:","Mon 1 Jan 2024"
    "Tool:","Eeschema"
    "Generator:","bom.py"
    "Component Count:","3"
    "Ref","Qnty","Value","Cmp name","Footprint","Description","Vendor","DNP"
    "C1, C2, ","2","1uF","C","Capacitor_SMD:C_0402_1005Metric","Unpolarized capacitor","",""
    "Ref","Qnty","Value","Cmp name","Footprint","Description","Vendor","DNP"
    "D1, ","1","1N4148W","D","Diode_SMD:D_SOD-123","","","DNP"
    """

  /// What `bom_csv_grouped_by_value.py` of KiCad 6.0.11 writes: every component by itself, then in groups.
  static let kicadGrouped = """
    "Source:","/home/x/board.kicad_sch"
    "Date:","Fri Nov 27 07:04:06 2026"
    "Tool:","Eeschema 6.0.11"
    "Generator:","/usr/share/kicad/plugins/bom_csv_grouped_by_value.py"
    "Component Count:","4"

    "Individual Components:"

    "Item","Qty","Reference(s)","Value","LibPart","Footprint","Datasheet","DNP","Voltage"
    "","","C1","100n","Device:C","Capacitor_SMD:C_0402_1005Metric","~","","16V"
    "","","C2","100n","Device:C","Capacitor_SMD:C_0402_1005Metric","~","","16V"
    "","","C10","100n","Device:C","Capacitor_SMD:C_0402_1005Metric","~","","16V"
    "","","R4","1k","Device:R","Resistor_SMD:R_0402_1005Metric","~","DNP",""



    "Collated Components:"

    "Item","Qty","Reference(s)","Value","LibPart","Footprint","Datasheet","DNP","Voltage"
    "1","3","C1, C2, C10","100n","Device:C","Capacitor_SMD:C_0402_1005Metric","~","","16V"
    "2","1","R4","1k","Device:R","Resistor_SMD:R_0402_1005Metric","~","DNP",""
    """

  static let kicadBoardGerman = """
    "Nr";"Bauteil";"Gehaeuse";"Stueck";"Bezeichnung";"Lieferant und Ref";
    1;"C2, C3";C_0402_1005Metric;2;"47pF";;;
    2;"R1";R_0402_1005Metric;1;"10k";;;

    """

  static let jlcpcb =
    "Comment,Designator,Footprint,JLCPCB Part #\n4.7k 1%,\"R1,R2,R3,R7\",0603,C23162\n100nF,\"C1,C2\",C0402,\n"

  static let placement =
    "Designator,Mid X,Mid Y,Layer,Rotation\nR1,1,2,Top,0\nR2,2,2,Top,0\nR3,3,2,Top,0\nr7,3,2,Top,0\nC1,1,1,Top,0\nFID1,0,0,Top,0\n"

  static let lcsc = """
    LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,Description,RoHS,Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)
    C23162,0603WAF4701T5E,UNI-ROYAL(Uniroyal Elec),,0603,4.7kΩ ±1% 100mW,YES,100,100\\100,0.0011,0.11
    """

  static let easyeda =
    "ID\tName\tDesignator\tFootprint\tQuantity\tManufacturer Part\tManufacturer\tSupplier\tSupplier Part\tPrice\r\n"
    + "\"1\"\t\"100nF\"\t\"C1,C2\"\t\"C0603\"\t\"2\"\t\"CC0603KRX7R9BB104\"\t\"YAGEO(国巨)\"\t\"LCSC\"\t\"C14663\"\t\"0.003\"\r\n"

  static let altium = """
    Comment,Description,Designator,Footprint,LibRef,Quantity
    100nF,CAPACITOR 0603 CERAMIC,"C14, C15",0603C-GENERIC,0603C-100NF-25V-X7R-TDK,2
    """

  static let pcbway = """
    Item #,*Designator,*Qty,Manufacturer,*Mfg Part #,Description / Value,*Package/Footprint ,Type,Your Instructions / Notes
    1,R1,1,UNI-ROYAL,0603WAJ047KT5E,0.47Ω ±1% 1/16W ±800ppm/℃ 0603 Chip Resistor,0603,SMD,
    """

  static let seeed = "Part/Designator,Manufacturer Part Number/Seeed SKU,Quantity\n\"R1,R2\",0603WAF4701T5E,2\n"

  static let inventree = """
    Component,Reference,Quantity,Attrition,Setup quantity,Rounding multiple,Note
    4.7k 0603,R1 R2,2,3,5,100,
    """

  static let atopile = """
    Designator,Footprint,Quantity,Value,Manufacturer,Partnumber,LCSC Part #
    "R1, R2",R0402,2,10±1.0%kΩ 62.5mW,UNI-ROYAL(Uniroyal Elec),0402WGF1002TCE,C25744
    """

  static let chinese =
    "序号,位号,名称,参数,封装,数量,品牌,型号,备注\n1,\"R1、R2\",电阻,4.7kΩ ±1%,0603,2,厚声,0603WAF4701T5E,\n2,C1,电容,100nF 50V X7R,0402,1,,,不贴\n"

  static let eagle = "Qty,Value,Device,Package,Parts\n1,0.1uF,C0603,C0603,C7\n3,100K,R0603,R0603,R1 R7 R8\n"

  static let markdown =
    "# Parts\n\n| Component | Qty | Purpose |\n|-----------|-----|---------|\n| TP4056 module | 2 | charging |\n"

  static let netlistE = """
    <?xml version="1.0" encoding="utf-8"?>
    <export version="E"><design><source>x.kicad_sch</source></design><components>
      <comp ref="U2"><value>TP4056</value><footprint>Package_SO:SOIC-8</footprint>
        <fields><field name="MPN">TP4056</field><field name="Manufacturer">TOPPOWER</field></fields>
        <libsource lib="MCU" part="TP4056" description="Charger"/><sheetpath names="/" tstamps="/"/></comp>
      <comp ref="R1"><value>4k7</value><footprint>Resistor_SMD:R_0603_1608Metric</footprint>
        <libsource lib="Device" part="R" description=""/><property name="dnp"/></comp>
      <comp ref="R2"><value>4.7k</value><footprint>Resistor_SMD:R_0603_1608Metric</footprint>
        <libsource lib="Device" part="R" description=""/></comp>
      <comp ref="TP1"><value>pad</value><property name="exclude_from_bom"/></comp>
    </components><libparts><libpart lib="Device" part="R"><fields><field name="Reference">R</field><field name="Tolerance">1%</field></fields></libpart></libparts></export>
    """

  static let schematic = """
    (kicad_sch (version 20231120) (generator "eeschema") (uuid "top")
      (lib_symbols (symbol "Device:R" (property "Reference" "R" (at 0 0 0))))
      (symbol (lib_id "Device:R") (at 0 0 0) (unit 1) (in_bom yes) (on_board yes) (dnp no) (uuid "s1")
        (property "Reference" "R1" (at 0 0 0)) (property "Value" "10k" (at 0 0 0))
        (property "Footprint" "Resistor_SMD:R_0402_1005Metric" (at 0 0 0)))
      (symbol (lib_id "power:GND") (unit 1) (in_bom yes) (uuid "s2") (property "Reference" "#PWR01") (property "Value" "GND"))
      (symbol (lib_id "Amp:LM358") (unit 1) (in_bom yes) (uuid "s3") (property "Reference" "U1") (property "Value" "LM358"))
      (symbol (lib_id "Amp:LM358") (unit 2) (in_bom yes) (uuid "s4") (property "Reference" "U1") (property "Value" "LM358"))
      (sheet (uuid "a") (property "Sheetname" "left") (property "Sheetfile" "channel.kicad_sch"))
      (sheet (uuid "b") (property "Sheetname" "right") (property "Sheetfile" "channel.kicad_sch")))
    """

  static let channel = """
    (kicad_sch (version 20231120) (uuid "channel")
      (symbol (lib_id "Device:C") (unit 1) (in_bom yes) (dnp yes) (uuid "c1")
        (property "Reference" "C1") (property "Value" "100n") (property "Footprint" "Capacitor_SMD:C_0402_1005Metric")
        (instances (project "x" (path "/top/a" (reference "C101") (unit 1)) (path "/top/b" (reference "C201") (unit 1))))))
    """

  /// Every text fixture, for tests that go over all of them.
  static let texts: [String: String] = [
    "kicad.csv": kicadCSV, "kicad.tsv": kicadTSV, "semicolons.csv": kicadSemicolons, "pipes.csv": kicadPipes,
    "script.csv": kicadScript, "grouped.csv": kicadGrouped,
    "board.csv": kicadBoardGerman, "jlcpcb.csv": jlcpcb, "lcsc.csv": lcsc, "easyeda.csv": easyeda, "altium.csv": altium,
    "pcbway.csv": pcbway, "seeed.csv": seeed, "inventree.csv": inventree, "atopile.csv": atopile,
    "chinese.csv": chinese,
    "eagle.csv": eagle, "parts.md": markdown, "netlist.xml": netlistE, "board.kicad_sch": schematic,
  ]

  /// Reads bytes as a BOM; findings by code.
  static func read(
    _ bytes: [UInt8], file: String = "bom.csv", variants: [String] = [], choices: [String] = []
  ) throws -> (bill: BillOfMaterials, findings: [Diagnostic]) {
    let sink = DiagnosticSink()
    var options = BOMReader.Options(words: words)
    options.variants = variants
    options.choices = choices.compactMap { ColumnChoice($0) }
    options.loadSheet = { $0 == "channel.kicad_sch" ? Array(channel.utf8) : nil }
    let bill = try BOMReader.read(bytes, file: file, options: options, into: sink)
    return (bill, sink.diagnostics)
  }

  static func read(_ text: String, file: String = "bom.csv") throws -> (bill: BillOfMaterials, findings: [Diagnostic]) {
    try read(Array(text.utf8), file: file)
  }
}
