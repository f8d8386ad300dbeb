import BOMImport
import Diagnostics
import Electronics
import Testing

/// Signs, codes and remarks by which a cell is not just what its first words say.
@Suite struct CellSignsTests {
  private static let index = SmallIndex(
    own: [
      SmallIndex.resistor("R-10K", "10k", "0603", "1%", order: "C25804"),
      SmallIndex.resistor("R-10K-2", "10k", "0402", "1%", order: "C25744"),
      SmallIndex.resistor("R-10K-3", "10k", "0805", "1%", order: "C98220"),
      SmallIndex.part(
        "CL10B104KB8NNNC", "Samsung Electro-Mechanics", "capacitor", "0603",
        ["capacitance": ("100n", .capacitance), "voltage": ("50V", .voltage)], dielectric: "X7R", order: "C1591"),
      SmallIndex.part(
        "C-10P", "Murata", "capacitor", "0603", ["capacitance": ("10p", .capacitance), "tolerance": ("5%", .ratio)]),
    ])

  private func match(_ text: String) throws -> [LineMatch] {
    let (bill, _) = try Fixtures.read(text)
    let matcher = Matcher(index: Self.index, words: Fixtures.words, sink: DiagnosticSink())
    return try bill.lines.map { try matcher.match($0) }
  }

  @Test(
    "an order number with a sign or a second number glued to it is not sure",
    arguments: ["->", "→", "=>", "+", " + ", "&", " -> "])
  func changedOrder(sign: String) throws {
    for cell in ["C25804\(sign)C25804", "C25804\(sign)C98220"] {
      let match = try match("Refs,Value,Footprint,LCSC\nR1,10k,0603,\(cell)\n")[0]
      #expect(!match.grade.isCertain, "\(cell): \(match.why)")
    }
  }

  @Test(
    "an order number by itself, or with words for it, is exact; one in doubt is not",
    arguments: [
      ("C25804", true), ("LCSC: C25804", true), ("c25804", true), ("#C25804", true),
      ("https://www.lcsc.com/product-detail/C25804.html", true),
      ("~C25804", false), ("C25804!", false), ("C25804?", false), ("2xC25804", false), ("C25804*2", false),
      ("not C25804", false),
      ("https://item.szlcsc.com/26547.html", false),
    ])
  func orders(cell: String, isExact: Bool) throws {
    let match = try match("Refs,Value,Footprint,LCSC\nR1,10k,0603,\(cell)\n")[0]
    #expect((match.grade == .exact) == isExact && match.grade.isCertain == isExact, "\(cell): \(match.why)")
  }

  @Test("a value that stands twice, or with a sign between, is not sure; two spellings of one are")
  func repeated() throws {
    for (reference, value) in [("R1", "10k"), ("C1", "100nF")] {
      for sign in ["||", "//", "+", "->", " ", ",", " / ", "&"] {
        let match = try match("Refs,Value,Footprint\n\(reference),\"\(value)\(sign)\(value)\",0603\n")[0]
        #expect(!match.grade.isCertain, "\(value)\(sign)\(value): \(match.why)")
      }
    }
    for value in ["0.1uF(100nF)", "100nF/0.1uF", "100nF +/-10%"] {
      let match = try match("Refs,Value,Footprint\nC1,\(value),0603\n")[0]
      #expect(match.grade.isCertain || value.contains("%"), "\(value): \(match.why)")
    }
  }

  @Test("a letter in a column of its own is a code, and a small capacitor's picofarads are told")
  func letters() throws {
    for letter in ["A", "B", "C", "D", "c", "d", "R", "Q"] {
      let match = try match("Refs,Value,Footprint,Tolerance\nC1,10pF,0603,\(letter)\n")[0]
      #expect(!match.grade.isCertain, "\(letter): \(match.why)")
    }
    #expect(try match("Refs,Value,Footprint,Tolerance\nC1,10pF,0603,J\n")[0].grade == .equivalent)
    for (header, cells) in [
      ("Voltage", "C1,100nF"), ("Dielectric", "C1,100nF"), ("Power", "R1,10k"), ("Tolerance", "R1,10k"),
    ] {
      for letter in ["c", "r", "R", "C", "L"] where header != "Tolerance" || letter.lowercased() != "c" {
        let match = try match("Refs,Value,Footprint,\(header)\n\(cells),0603,\(letter)\n")[0]
        #expect(!match.grade.isCertain, "\(header) \(letter): \(match.why)")
      }
    }
  }

  @Test("1005 is 0402 or 01005, unless it says which or a number tells")
  func twofold() throws {
    for cell in ["1005", "'1005"] {
      let match = try match("Refs,Value,Footprint\nR1,10k,\(cell)\n")[0]
      #expect(match.grade == .ambiguous && match.why.contains("01005 or 0402"), "\(match.why)")
    }
    #expect(try match("Refs,Value,Footprint\nR1,10k,1005 metric\n")[0].grade == .equivalent)
    #expect(try match("Refs,Value,Footprint,LCSC\nR1,10k,1005,C25744\n")[0].grade == .exact)
    #expect(try match("Refs,Value,Footprint,LCSC\nR1,10k,1005,C25804\n")[0].grade == .ambiguous)
  }

  @Test(
    "remarks beside a number: its maker and equals say nothing, anything else is named",
    arguments: [
      ("CL10B104KB8NNNC (or eq)", true), ("CL10B104KB8NNNC or equivalent", true), ("CL10B104KB8NNNC或同等", true),
      ("Samsung CL10B104KB8NNNC", true), ("CL10B104KB8NNNC (Samsung)", true), ("CL10B104KB8NNNC obsolete", false),
      ("CL10B104KB8NNNC 停产", false), ("not CL10B104KB8NNNC", false), ("~CL10B104KB8NNNC", false),
      ("CL10B104KB8NNNC?", false),
    ])
  func remarks(cell: String, isSure: Bool) throws {
    let match = try match("Refs,Value,Footprint,MPN\nC1,100nF,0603,\(cell)\n")[0]
    #expect(match.part?.id.mpn == "CL10B104KB8NNNC" && (match.grade == .exact) == isSure, "\(cell): \(match.why)")
  }

  @Test("a code of three digits in a column of specifications is a capacitor's value, and in doubt of a resistor")
  func codes() throws {
    #expect(try match("位号,规格型号,封装,数量\nC1,104,0603,1\n")[0].grade == .equivalent)
    for code in ["103", "1002", "470"] {
      let match = try match("位号,规格型号,封装,数量\nR1,\(code),0603,1\n")[0]
      #expect(!match.grade.isCertain && match.why.contains("the code of one"), "\(match.why)")
    }
  }

  @Test("a description that names another kind spoils its own line only")
  func neighbours() throws {
    let matches = try match(
      "Refs,Value,Footprint,Description\nR1,10k,0603,Resistor\nR2,10k,0603,inductor\nR3,10k,0603,Resistor\n")
    #expect(
      matches.map(\.line.references) == [["R1", "R3"], ["R2"]] && matches.map(\.grade) == [.equivalent, .heuristic])
  }

  @Test("a description in German, French, Italian or Spanish that names another kind is told")
  func languages() throws {
    let others = [
      "Kondensator", "Sicherung", "Ferrit", "Induktivität", "Heißleiter", "Kaltleiter", "Trimmpoti", "Potenziometer",
      "Résistance CTN",
      "Condensateur", "Condensatore", "Condensador", "Bobine", "Induttanza", "Inductancia", "Fusibile", "Leuchtdiode",
      "Quarz", "Elko", "Stecker",
      "Schalter", "Termistore", "Fotowiderstand", "CAP 100NF", "100nF", "CAP", "10uH",
    ]
    for text in others {
      for text in [text, "\(text) SMD", text.uppercased()] where text != "100NF" {
        let match = try match("Refs,Value,Footprint,Description\nR1,10k,0603,\(text)\n")[0]
        #expect(!match.grade.isCertain, "\(text): \(match.why)")
      }
    }
    for text in [
      "Widerstand", "Schichtwiderstand 10k", "Résistance", "Resistenza", "RES 10k", "Resistor for 100nF 10k",
    ] {
      #expect(try match("Refs,Value,Footprint,Description\nR1,10k,0603,\(text)\n")[0].grade == .equivalent, "\(text)")
    }
  }

  @Test("words in a column of line numbers say what the part is called", arguments: ["Item", "序号", "No.", "#", "ID"])
  func namesInsteadOfLineNumbers(header: String) throws {
    let rows = "热敏电阻,10K 0603,R4,1\n压敏电阻,10K 0603,R5,1\n3,10K 0603,R6,1\n电阻,10K 0603,R7,1\n"
    let grades = try match("\(header),规格,位号,数量\n\(rows)").map(\.grade.isCertain)
    #expect(grades == [false, false, true, true] || grades == [false, false, true])
  }
}
