import BOMImport
import Diagnostics
import Testing

/// Whether parts are fitted: header words × cells against the plain rule, and marks beside values.
@Suite struct FittingTests {
  private static let yes = ["Yes", "yes", "Y", "1", "x", "TRUE", "是", "✓", "ja"]
  private static let no = ["No", "N", "0", "false", "否", "nein"]

  private func isFitted(_ header: String, _ cell: String) throws -> Bool {
    try #require(
      try Fixtures.read("Refs,Value,Footprint,\(header)\nR1,10k,0603,\(cell)\nR2,1k,0603,\n").bill.lines.first
    )
    .isFitted
  }

  @Test(
    "headers that ask whether a part is left out",
    arguments: [
      "DNP", "DNP?", "DNF", "Not Fitted", "NotFitted", "Do not populate", "Do Not Place?", "Unpopulated", "Not Mounted",
      "Nicht bestückt", "不贴", "不焊接",
    ])
  func negative(header: String) throws {
    for word in Self.yes { #expect(try isFitted(header, word) == false, "\(header): \(word)") }
    for word in Self.no + ["", "-", "~"] { #expect(try isFitted(header, word), "\(header): \(word)") }
    for word in ["DNP", "not fitted", "do not fit"] {
      #expect(try isFitted(header, word) == false, "\(header): \(word)")
    }
    #expect(try isFitted(header, "fitted"), "\(header)")
  }

  @Test(
    "headers that ask whether a part is put on",
    arguments: [
      "Fitted", "Fitted?", "Populate?", "Assembled", "Mounted", "Installed", "To be fitted", "Bestückt", "是否焊接", "是否贴片",
      "Place (YES/NO)", "Placed", "Stuffed", "Soldered",
    ])
  func positive(header: String) throws {
    for word in Self.yes + ["", "-"] { #expect(try isFitted(header, word), "\(header): \(word)") }
    for word in Self.no { #expect(try isFitted(header, word) == false, "\(header): \(word)") }
    for word in ["DNP", "Not Fitted", "不贴"] { #expect(try isFitted(header, word) == false, "\(header): \(word)") }
    #expect(try isFitted(header, "fitted"), "\(header)")
  }

  @Test func aColumnThatAnswersSomethingElseIsNotRead() throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,Mount\nR1,10k,0603,SMD\nR2,1k,0603,THT\n")
    #expect(bill.lines.allSatisfy { $0.isFitted && $0.doubts.isEmpty })
    let other = try Fixtures.read("Refs,Value,Footprint,Placed\nR1,10k,0603,by hand\nR2,1k,0603,by machine\n").bill
    #expect(other.unreadColumns.map(\.name) == ["Placed"])
  }

  /// Under a column that asks for nothing else, a cell that is no plain answer leaves its line to a person, alone or beside plain
  /// ones, and is warned of.
  @Test(arguments: ["DNP", "Fitted", "Populate", "DNF", "Not fitted", "In BOM", "是否贴片"])
  func wordsThatNobodyUnderstands(header: String) throws {
    for cell in [
      "*", "?", "!", "●", "○", "No (v2)", "Yes (v2)", "No, see note", "only rev B", "only for variant B", "No*", "Yes?",
    ] {
      for other in ["", "No", "Yes", "-"] {
        let (bill, findings) = try Fixtures.read(
          "Refs,Value,Footprint,\(header)\nR1,10k,0603,\"\(cell)\"\nR2,22k,0603,\(other)\n")
        let line = try #require(bill.lines.first)
        #expect(line.isFitted && !line.unread.isEmpty, "\(header): \(cell), \(other)")
        #expect(bill.lines.last?.unread.isEmpty == true)
        #expect(findings.contains { $0.severity == .warning && $0.message.contains("does not say of 1 row") })
      }
    }
  }

  @Test(arguments: [("Place", "only rev B"), ("Mount", "No, see note"), ("Placed", "●")])
  func answersWithMoreAreReadUnderAnyName(header: String, cell: String) throws {
    let (bill, _) = try Fixtures.read("Refs,Value,\(header)\nR1,10k,\"\(cell)\"\nR2,22k,\n")
    #expect(bill.lines.first?.unread.isEmpty == false)
  }

  @Test(arguments: [
    "DNP/DNF", "kicad_dnp", "dnp flag", "Depopulate", "No montar", "Ne pas monter", "DNP or DNI", "is DNP", "免贴",
  ])
  func oneAndNoughtUnderMoreNames(header: String) throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,\(header)\nR1,10k,0603,1\nR2,22k,0603,0\n")
    #expect(bill.lines.map(\.isFitted) == [false, true])
  }

  @Test func moreNamesThatAskInTheOtherSense() throws {
    let fitted = try Fixtures.read("Refs,Value,BestücktJN\nR1,10k,1\nR2,22k,0\n").bill
    #expect(fitted.lines.map(\.isFitted) == [true, false])
    let excluded = try Fixtures.read("Refs,Value,NoBOM\nR1,10k,1\nR2,22k,0\n").bill
    #expect(excluded.lines.map(\.references) == [["R2"]])
    let open = try Fixtures.read("Refs,Value,选焊\nR1,10k,1\nR2,22k,0\n").bill
    #expect(open.lines.map(\.doubts.isEmpty) == [false, true])
  }

  @Test func oneColumnThatSaysSoIsEnough() throws {
    let lines = try Fixtures.read("Refs,Value,DNP,DNF\nR1,1k,No,Yes\nR2,2k,Yes,No\nR3,3k,No,No\n").bill.lines
    #expect(lines.map(\.isFitted) == [false, false, true])
  }

  @Test(
    "marks beside a value",
    arguments: [
      "10k (NF)", "10k/NC", "10k - not mounted", "10k 不贴", "NA(10k/R0603)", "10k DNP", "10k, do not fit", "DNP(10k)",
      "10k*DNI", "10k no stuff", "10k N/A", "10k (don't fit)", "10k NM",
    ])
  func markedValues(value: String) throws {
    let lines = try Fixtures.read("Refs,Value,Footprint\nR1,\"\(value)\",0603\nR9,1k,0603\n").bill.lines
    #expect(lines.map(\.isFitted) == [false, true])
  }

  @Test(
    "values that only look so",
    arguments: ["100 NF", "SPDT NC", "47 nF", "Relay 5V NC", "NC7SZ04", "10uF NP0", "MNC-10k", "100NF"])
  func unmarkedValues(value: String) throws {
    #expect(try Fixtures.read("Refs,Value,Footprint\nX1,\"\(value)\",0603\n").bill.lines.map(\.isFitted) == [true])
  }

  @Test func statusQuantityHeadingAndReferencesMarkToo() throws {
    let status = "References,Value,Quantity Per PCB,Status\nR1,10k,1, \nR4,1k,1, (DNF)\n"
    #expect(try Fixtures.read(status).bill.lines.map(\.isFitted) == [true, false])
    let quantity = "Refs,Value,Qty\nR1,10k,1 (DNF)\nR2,22k,1\n"
    #expect(try Fixtures.read(quantity).bill.lines.map(\.isFitted) == [false, true])
    let heading =
      "Refs,Value,Footprint\nR1,10k,0603\n\"\"\"Do not place\"\" items\",,\nR2,22k,0603\nR3,1k,0603\nFitted again:,,\nR4,2k,0603\n"
    let lines = try Fixtures.read(heading).bill.lines
    #expect(lines.map(\.references) == [["R1"], ["R2"], ["R3"], ["R4"]])
    #expect(lines.map(\.isFitted) == [true, false, false, true])
    let one = try Fixtures.read("Refs,Value,Qty\n\"R1 (DNP), R2\",10k,2\n").bill.lines
    #expect(one.map(\.references) == [["R1", "R2"]])
    #expect(one[0].doubts.count == 1)
  }

  @Test func aMarkInANoteLeavesTheLineToAPerson() throws {
    let text = "Refs,Value,Note\nR1,1k,DNP\nR2,2k,DNP in the EU only\nR3,3k,hand soldered; no load\n"
    let lines = try Fixtures.read(text).bill.lines
    #expect(lines.map(\.isFitted) == [false, true, true])
    #expect(lines.map(\.doubts.isEmpty) == [true, false, true])
  }

  @Test(
    "what is made of the board itself is nothing to buy",
    arguments: [
      ("TP1", "TestPoint", "TestPoint:TestPoint_Pad_D1.0mm", false), ("TP1", "VBUS", "TestPoint_Pad_D1.0mm", false),
      ("FID1", "", "Fiducial:Fiducial_1mm_Mask2mm", false), ("H1", "MountingHole", "", false),
      ("NT1", "NetTie_2", "NetTie-2_SMD_Pad0.5mm", false),
      ("JP1", "SolderJumper_2_Open", "SolderJumper-2_P1.3mm_Open", false),
      ("TP1", "5000", "TestPoint:TestPoint_Keystone_5000-5004_Miniature", true), ("R1", "10k", "0603", true),
      ("H1", "M3 standoff", "", true),
    ])
  func boardFeatures(reference: String, value: String, footprint: String, isFitted: Bool) throws {
    let text = "Refs,Value,Footprint,MPN\n\(reference),\(value),\(footprint),\nR9,1k,0603,\n"
    #expect(try Fixtures.read(text).bill.lines.first?.isFitted == isFitted)
    // A number of a part is one to buy, whatever the footprint.
    let numbered = "Refs,Value,Footprint,MPN\n\(reference),\(value),\(footprint),5000\nR9,1k,0603,\n"
    #expect(try Fixtures.read(numbered).bill.lines.first?.isFitted == true)
  }

  @Test(
    "notes and headers that leave a part out, in both languages",
    arguments: [
      ("Notes", "Leave empty"), ("Notes", "leave unpopulated"), ("Note", "omit"), ("备注", "此位不焊"), ("备注", "留空"),
      ("备注", "空焊"), ("是否贴", "否"), ("贴装状态", "不贴"), ("Stuffing", "DNS"), ("In BOM", "no"), ("On board", "no"),
      ("Monter", "non"), ("Fit Status", "Not Fitted"),
    ])
  func leftOut(header: String, text: String) throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,\(header)\nR1,10k,0603,\(text)\nR2,22k,0603,\n")
    #expect(bill.lines.map(\.isFitted) == [false, true])
  }

  @Test(
    "words that leave it open leave the line to a person, under a header that is not known too",
    arguments: [
      ("Note", "optional"), ("Note", "only for variant LITE"), ("备注", "预留"), ("备注", "选贴"), ("备注", "仅用于国内版"),
      ("Optional", "yes"), ("Usage", "unused"), ("Action", "delete"), ("SMT Assembly", "DNI"), ("动作", "不贴"),
    ])
  func leftOpen(header: String, text: String) throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,\(header)\nR1,10k,0603,\(text)\nR2,22k,0603,\n")
    #expect(bill.lines.map(\.isFitted) == [true, true])
    #expect(bill.lines.map(\.doubts.isEmpty) == [false, true])
  }

  @Test(
    "notes of parts that may not be fitted, bought or single",
    arguments: [
      (
        "Bemerkung",
        [
          "unbestückt", "entfällt", "Bestückung entfällt", "nicht einlöten", "nur Variante B", "optional bestücken",
          "ab Rev. C nicht mehr bestückt", "leer lassen",
        ]
      ),
      ("备注", ["不要焊", "不用贴", "免贴", "去掉", "停用", "并联两个"]),
      (
        "Notes",
        [
          "deleted in rev B", "depopulated", "excluded", "skip", "empty", "for debug only",
          "we have these, don't order",
          "We have these, don’t order",
        ]
      ),
      ("Remarques", ["non câblé", "ne pas câbler", "à ne pas monter", "non implanté"]),
      ("Description", ["Resistor 10k, nicht einlöten", "电阻 免贴"]),
    ])
  func notesThatLeaveItOpen(header: String, notes: [String]) throws {
    for note in notes {
      let (bill, _) = try Fixtures.read("Refs,Value,Footprint,\(header)\nR1,10k,0603,\"\(note)\"\nR2,22k,0603,\n")
      let line = try #require(bill.lines.first)
      #expect(!line.isFitted || !line.doubts.isEmpty, "\(header): \(note)")
      #expect(bill.lines.last?.doubts.isEmpty == true)
    }
  }

  @Test(arguments: ["hand soldered", "skipper's choice", "emptyness", "close to U1", "正面", "Debugging header nearby"])
  func notesThatSayNothingOfIt(note: String) throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,Note\nR1,10k,0603,\(note)\n")
    #expect(bill.lines.allSatisfy { $0.doubts.isEmpty && $0.isFitted })
  }

  @Test func aPartThatIsExcludedIsNoLine() throws {
    for header in ["Exclude", "BOM exclude", "Exclude from BOM"] {
      let (bill, _) = try Fixtures.read("Refs,Value,\(header)\nR1,10k,yes\nR2,22k,no\n")
      #expect(bill.lines.map(\.references) == [["R2"]], "\(header)")
    }
  }

  @Test(arguments: ["MPN", "LCSC", "Supplier Part Number"])
  func aMarkInTheCellOfANumberLeavesThePartOut(header: String) throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,\(header)\nR1,10k,0603,DNP\n")
    #expect(bill.lines.map(\.isFitted) == [false])
  }
}
