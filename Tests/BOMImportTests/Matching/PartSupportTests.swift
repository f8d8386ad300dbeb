import BOMImport
import Diagnostics
import Electronics
import Testing

/// Words of a value against the part that the line's number names.
@Suite struct PartSupportTests {
  private static func part(
    _ mpn: String, _ category: String, _ package: String, _ facts: [String: String], _ english: String, order: String
  ) -> Part {
    Part(
      id: PartID(maker: "Maker", mpn: mpn), category: category, package: package,
      parameters: facts.mapValues { .text($0) }, english: english, chinese: "", source: "lcsc:\(order)")
  }

  private static let index = SmallIndex(own: [
    part("KT-0603R", "led", "0603", ["colour": "red"], "LED, red", order: "C2286"),
    part("SS34", "diode", "SMA", ["type": "schottky"], "diode, schottky, 40V, 3A", order: "C8678"),
    part("AO3400A", "mosfet", "SOT-23", ["type": "n"], "MOSFET, N-channel, 30V, 5.7A", order: "C20917"),
    part("2N7002", "mosfet", "SOT-23", ["type": "n"], "MOSFET, N-channel, 60V", order: "C8545"),
    part(
      "TYPE-C-31-M-12", "usb-connector", "SMD", ["type": "type-c", "current": "5 A", "temperature": "80 °C"],
      "USB connector, type-c", order: "C165948"),
    part("AMS1117-3.3", "ldo", "SOT-223", [:], "linear regulator, 3.3V, 1A", order: "C6186"),
    part("AMS1117-5.0", "ldo", "SOT-223", [:], "linear regulator, 5V, 1A", order: "C6187"),
  ])

  private func match(_ value: String, _ reference: String, _ order: String, header: String = "LCSC") throws -> LineMatch
  {
    let (bill, _) = try Fixtures.read("Comment,Designator,\(header)\n\(value),\(reference),\(order)\n")
    let matcher = Matcher(index: Self.index, words: Fixtures.words, sink: DiagnosticSink())
    return try matcher.match(try #require(bill.lines.first))
  }

  @Test(
    "a value that says a kind, a colour, a polarity, a voltage or another name than the part's is no sure match",
    arguments: [
      ("Button", "SW1", "C2286"), ("Green", "D7", "C2286"), ("Zener 5V1", "D4", "C8678"), ("TVS 5V", "D4", "C8678"),
      ("SS14", "D4", "C8678"), ("PNP", "Q1", "C20917"), ("P-MOSFET", "Q1", "C20917"), ("USB-A", "J1", "C165948"),
      ("Micro USB", "J1", "C165948"), ("Header 2x5", "J1", "C165948"), ("Screw M3", "J1", "C165948"),
      ("Battery CR2032", "BT1", "C165948"), ("5V LDO", "U1", "C6186"), ("1.8V", "U1", "C6186"),
      ("Regulator 5V", "U1", "C6186"),
    ])
  func unsupported(value: String, reference: String, order: String) throws {
    let match = try match(value, reference, order)
    #expect(!match.grade.isCertain, "\(value): \(match.why)")
  }

  @Test(
    "a value that is the part's own name, its start, or true of it stays exact",
    arguments: [
      ("LED", "D1", "C2286"), ("Red", "D1", "C2286"), ("LED_RED", "D1", "C2286"), ("SS34", "D4", "C8678"),
      ("Schottky", "D4", "C8678"), ("AO3400", "Q1", "C20917"), ("N-MOSFET", "Q1", "C20917"),
      ("TYPE-C", "J1", "C165948"),
      ("USB-C", "J1", "C165948"), ("USB_C_Receptacle", "J1", "C165948"), ("AMS1117-3.3", "U1", "C6186"),
      ("LDO 3.3V", "U1", "C6186"), ("3V3", "U1", "C6186"), ("AMS1117", "U1", "C6186"),
    ])
  func supported(value: String, reference: String, order: String) throws {
    let match = try match(value, reference, order)
    #expect(match.grade == .exact, "\(value): \(match.why)")
  }

  @Test("a value that names another known part than the number is ambiguous")
  func otherPart() throws {
    #expect(try match("AMS1117-5.0", "U1", "C6186").grade == .ambiguous)
    #expect(try match("2N7002", "Q1", "C20917").grade == .ambiguous)
    #expect(try match("2N7002", "Q1", "AO3400A", header: "MPN").grade == .ambiguous)
  }
}

/// Descriptions and comments against the part that follows from number or value.
@Suite struct ProseSupportTests {
  private static let parts = [
    SmallIndex.resistor("R-4K7", "4.7k", "0603", "1%", order: "C1001"),
    SmallIndex.part("C-100N", "Murata", "capacitor", "0603", ["capacitance": ("100n", .capacitance)], order: "C1002"),
    SmallIndex.part("L-10U", "Sunlord", "inductor", "0603", ["inductance": ("10u", .inductance)], order: "C1003"),
    SmallIndex.part("LED-R", "Everlight", "led", "0603", order: "C1004"),
    SmallIndex.part("SS34", "MDD", "diode", "SMA", order: "C1005"),
    SmallIndex.part("BZT-5V1", "MDD", "zener", "SOD-123", order: "C1006"),
  ]

  private func match(_ row: String) throws -> LineMatch {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,LCSC,Description\n\(row)\n")
    let matcher = Matcher(index: SmallIndex(own: Self.parts), words: Fixtures.words, sink: DiagnosticSink())
    return try matcher.match(try #require(bill.lines.first))
  }

  /// References, value, footprint and order number of each part, and words that name kinds, with those whose parts they are.
  private static let lines = [
    ("R1,4k7,0603,C1001", "resistor"), ("R1,,0603,C1001", "resistor"), ("R1,4k7,0603,", "resistor"),
    ("C1,100n,0603,C1002", "capacitor"), ("L1,10uH,0603,C1003", "inductor"), ("D1,,0603,C1004", "led"),
    ("D1,,SMA,C1005", "diode"), ("D1,,SOD-123,C1006", "zener"),
  ]
  private static let words: [(String, Set<String>)] = [
    ("Resistor", ["resistor"]), ("Capacitor", ["capacitor"]), ("Inductor", ["inductor"]),
    ("LED", ["led"]), ("Zener", ["zener"]), ("Diode", ["diode", "zener", "led"]), ("Crystal", []), ("MOSFET", []),
    ("Connector header", []), ("稳压二极管", ["zener"]), ("电阻", ["resistor"]), ("蜂鸣器", []), ("Fuses", []),
  ]

  @Test("a description that names another kind leaves the line to a person, and one that names its own does not")
  func kinds() throws {
    for (row, category) in Self.lines {
      for (word, categories) in Self.words {
        for text in [word, "\(word) 1 %", "SMD \(word)", word.uppercased()] {
          let match = try match("\(row),\(text)")
          #expect(match.grade.isCertain == categories.contains(category), "\(row) \(text): \(match.why)")
        }
      }
    }
  }

  @Test("what a part does is not what it is")
  func purposes() throws {
    for text in ["LED resistor", "resistor for crystal", "Resistor, pull-up of the MOSFET gate", "RES for LED"] {
      #expect(try match("R1,4k7,0603,C1001,\(text)").grade == .exact, "\(text)")
    }
    #expect(try match("C1,100n,0603,C1002,crystal load cap").grade == .exact)
  }

  @Test("the description of each row that asks for one part counts")
  func rows() throws {
    // A row that names another kind is a line of its own.
    let match = try match("R1,4k7,0603,C1001,crystal\nR2,4k7,0603,C1001,RES 4k7")
    #expect(match.line.references == ["R1"] && match.grade == .heuristic, "\(match.why)")
    let own = try self.match("R1,4k7,0603,C1001,RES\nR2,4k7,0603,C1001,resistor")
    #expect(own.line.references == ["R1", "R2"] && own.grade == .exact, "\(own.why)")
  }
}
