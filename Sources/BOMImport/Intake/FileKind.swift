internal import Diagnostics

/// What a file is by its first bytes.
enum FileKind: Sendable, Hashable {
  case zip
  case kicadNetlist
  case kicadSchematic
  /// KiBoM's and KiBot's XML.
  case groupedBill
  case table
  /// Recognised, and no BOM: what it is, and what to do.
  case other(String, help: String)

  /// Looks at the signature of binary files, and at the first words of texts.
  init(bytes: [UInt8], text: String?, file: String = "") {
    if bytes.starts(with: [0x1F, 0x8B]), file.lowercased().hasSuffix(".gnumeric") {
      self = Self.gnumeric
      return
    }
    if let signature = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
      self = signature.kind
      return
    }
    guard let text else {
      self = .other("a binary file of unknown kind", help: "export the BOM as CSV, TSV or .xlsx")
      return
    }
    let head = String(text.prefix(4096)).drop { $0.isWhitespace }
    if Self.isGEDA(head) {
      self = .other(
        "a schematic of gEDA or Lepton EDA",
        help:
          "export its list: `lepton-netlist -g bom2 -o bom.txt FILE.sch` (`gnetlist` for gEDA), with the names of the "
          + "attributes to list in a file `attribs`, or `-g partslist3`")
    } else if head.hasPrefix("(kicad_sch") {
      self = .kicadSchematic
    } else if let other = Self.otherTexts.first(where: { head.hasPrefix($0.start) }) {
      self = .other(other.name, help: other.help)
    } else if head.hasPrefix("<") {
      self = Self.markup(String(head))
    } else {
      self = .table
    }
  }

  /// `v 20130925 2`, then objects of one letter each.
  private static func isGEDA(_ head: String.SubSequence) -> Bool {
    let words = head.prefix(while: { !$0.isNewline }).split(separator: " ")
    return words.count == 3 && words[0] == "v" && words[1].count == 8 && words[1].allSatisfy(\.isDigit)
      && words[2].allSatisfy(\.isDigit)
  }

  private static func markup(_ head: String) -> FileKind {
    if head.contains("<export") { return .kicadNetlist }
    if head.contains("gnm:Workbook") || head.contains("gmr:Workbook") { return gnumeric }
    if head.contains("<eagle") || head.contains("eagle.dtd") {
      return .other(
        "an Eagle schematic or board",
        help:
          "in Eagle, run `bom.ulp` and export the BOM as CSV; or open the file in KiCad and save it as a KiCad schematic"
      )
    }
    if head.contains("<KiCad_BOM") || head.contains("<KiCAD_BOM") { return .groupedBill }
    if head.contains("Fritzing") {
      return .other(
        "a list of parts that Fritzing wrote as a web page",
        help: "in Fritzing, choose File > Export > List of parts (Bill of Materials) as CSV, and import that file")
    }
    if head.lowercased().contains("<html") || head.lowercased().contains("<!doctype html") {
      return .other("a web page", help: "export the BOM as CSV, TSV or .xlsx")
    }
    return .other("XML of an unknown tool", help: "export the BOM as CSV, TSV or .xlsx")
  }

  private static let gnumeric = FileKind.other(
    "a Gnumeric workbook",
    help: "in Gnumeric, choose Data > Export Data > Export as CSV File, or save it as .xlsx or .ods")

  private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      .other("an Excel 97 workbook (.xls)", help: "open it in a spreadsheet program and save it as .xlsx or CSV")
    ),
    (Array("%PDF".utf8), .other("a PDF document", help: "export the BOM as CSV, TSV or .xlsx")),
    ([0x1F, 0x8B], .other("a gzip archive", help: "unpack it with `gunzip` first")),
    (Array("Rar!".utf8), .other("a RAR archive", help: "unpack it first")),
    ([0x37, 0x7A, 0xBC, 0xAF], .other("a 7z archive", help: "unpack it first")),
    ([0x89, 0x50, 0x4E, 0x47], .other("an image", help: "export the BOM as CSV, TSV or .xlsx")),
    ([0xFF, 0xD8, 0xFF], .other("an image", help: "export the BOM as CSV, TSV or .xlsx")),
  ]

  private static let otherTexts: [(start: String, name: String, help: String)] = [
    (
      "(kicad_pcb", "a KiCad board",
      "export the BOM from its schematic: `kicad-cli sch export bom`, or give the .kicad_sch"
    ),
    ("(kicad_pro", "a KiCad project", "give the project's .kicad_sch"),
    ("(kicad_symbol_lib", "a KiCad symbol library", "give the project's .kicad_sch"),
    (
      "(export", "a KiCad netlist in its own notation",
      "export the XML netlist (`kicad-cli sch export netlist --format kicadxml`), or give the .kicad_sch"
    ),
    (
      "EESchema Schematic", "a schematic of KiCad 5 or older",
      "open it in KiCad 6 or later and save it, or export the BOM as CSV or XML"
    ),
    (
      "tEDAx", "a tEDAx netlist",
      "export the list of parts instead: `bom` of pcb-rnd, `bom2` of Lepton EDA"
    ),
    ("{", "JSON", "export the BOM as CSV, TSV or .xlsx"),
  ]
}
