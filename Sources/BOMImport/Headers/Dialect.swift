/// The tool whose way of writing a file has.
package enum Dialect: String, Sendable, Hashable, CaseIterable {
  case kicadSchematic = "kicad-schematic"
  case kicadXML = "kicad-xml"
  case kicadCSV = "kicad-csv"
  case kicadScript = "kicad-script"
  case kicadBoard = "kicad-board"
  case jlcpcb
  case lcsc
  case easyeda
  case altium
  case eagle
  case pcbway
  case seeed
  case inventree
  case atopile
  case kicost
  case octopart
  /// Any other table with headers that are known.
  case table

  /// What a table looks like that has none of the others' marks.
  static func of(_ header: BOMHeader, preamble: [BOMRow]) -> Dialect {
    let words = Set(header.plainNames)
    let starts = Set(preamble.flatMap { $0.cells.prefix(3).map { HeaderWords.plain($0.text) } })
    if starts.contains("componentcount") || starts.contains("generator") { return .kicadScript }
    if starts.contains("sourcedatafrom") { return .altium }
    return signatures.first { $0.all.isSubset(of: words) && ($0.any.isEmpty || !$0.any.isDisjoint(with: words)) }?
      .dialect
      ?? .table
  }

  private struct Signature {
    var dialect: Dialect
    /// Plain words that must all be there, and words of which one must.
    var all: Set<String>
    var any: Set<String> = []
  }

  /// The first that fits wins, so the narrow ones stand first.
  private static let signatures: [Signature] = [
    Signature(dialect: .octopart, all: ["query", "mpn", "schematicreference"]),
    Signature(dialect: .atopile, all: ["designator", "quantity", "partnumber", "lcscpart#"]),
    Signature(dialect: .seeed, all: ["partdesignator"]),
    Signature(dialect: .lcsc, all: ["lcscpartnumber", "manufacturepartnumber"]),
    Signature(dialect: .easyeda, all: ["id", "name", "designator", "footprint", "quantity"]),
    Signature(dialect: .easyeda, all: ["no", "designator", "footprint", "quantity", "comment"]),
    Signature(dialect: .easyeda, all: ["device", "designator", "footprint", "manufacturerpart", "supplierpart"]),
    Signature(dialect: .jlcpcb, all: ["comment", "designator", "footprint"], any: jlcNumbers),
    Signature(dialect: .jlcpcb, all: ["designator", "footprint"], any: jlcNumbers),
    Signature(dialect: .altium, all: ["comment", "designator", "footprint", "libref"]),
    Signature(dialect: .altium, all: ["comment", "designator", "footprint", "pins"]),
    Signature(dialect: .altium, all: ["designator", "footprint", "manufacturerpartnumber", "supplier1"]),
    Signature(dialect: .eagle, all: ["qty", "value", "device", "parts"]),
    Signature(dialect: .pcbway, all: ["designator", "qty", "mfgpart#"]),
    Signature(dialect: .pcbway, all: ["designator", "quantity", "package", "manufacturerpartnumber"]),
    Signature(
      dialect: .inventree, all: ["quantity", "reference"],
      any: ["subpart", "attrition", "overage", "bomlevel", "component", "consumable", "allowvariants"]),
    Signature(dialect: .kicadBoard, all: ["id", "designator", "quantity", "designation"]),
    Signature(dialect: .kicadScript, all: ["qnty", "cmpname"]),
    Signature(dialect: .kicadScript, all: ["item", "qty", "references", "libpart"]),
    Signature(dialect: .kicadScript, all: ["#", "reference", "qty", "value", "footprint"]),
    Signature(dialect: .kicost, all: ["manf#"]),
    Signature(dialect: .kicadCSV, all: ["reference", "value"]),
    Signature(dialect: .kicadCSV, all: ["refs", "value"]),
  ]

  private static let jlcNumbers: Set<String> = [
    "jlcpcbpart#", "lcscpart#", "lcsc", "lcscpartnumber", "lcscpart", "编号", "jlcpcbpart", "lcsc#",
  ]
}
