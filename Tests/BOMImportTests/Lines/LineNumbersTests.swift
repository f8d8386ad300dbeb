import BOMImport
import Diagnostics
import Electronics
import Testing

/// Cells of numbers and of alternates that hold something else.
@Suite struct LineNumbersTests {
  private func match(_ text: String) throws -> (match: LineMatch, findings: [Diagnostic]) {
    let (bill, findings) = try Fixtures.read(text)
    let sink = DiagnosticSink()
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: sink)
    return (try matcher.match(try #require(bill.lines.first)), findings + sink.diagnostics)
  }

  private static let open = ["TBD", "tbd", "T.B.D.", "TBC", "to be determined", "待定", "待确认"]
  private static let blank = ["n/a", "N/A", "-", "?", "??", "none", "any", "任意", "无"]
  private static let headers = ["LCSC", "MPN", "Manufacturer Part Number", "JLCPCB Part #", "商品编号"]

  @Test("a number that is still to be chosen leaves the line to a person, under any header", arguments: headers)
  func openNumbers(header: String) throws {
    for word in Self.open {
      let (match, _) = try match("Refs,Value,Footprint,\(header)\nR1,4k7,0603,\(word)\n")
      #expect(match.grade == .heuristic, "\(word): \(match.why)")
      #expect(match.why.contains("`\(word)` in D2 (\(header))"), "\(match.why)")
    }
  }

  @Test("a word for no number is reported once for its column, and the value decides", arguments: headers)
  func blankNumbers(header: String) throws {
    for word in Self.blank {
      let (match, findings) = try match("Refs,Value,Footprint,\(header)\nR1,4k7,0603,\(word)\nR2,10k,0402,\(word)\n")
      #expect(match.grade == .equivalent, "\(word): \(match.why)")
      let told = findings.filter { $0.code == BOMCodes.columnMapping }
      #expect(told.map(\.message) == ["`\(header)` has no number in 2 rows: `\(word)`"], "\(word)")
      #expect(told.first?.severity == .note)
    }
  }

  /// Values as text and in ohms.
  private static let values: [(text: String, ohms: Int)] = [
    ("4k7", 4700), ("4.7k", 4700), ("4700", 4700), ("4.7 kΩ", 4700), ("10k", 10_000), ("22k", 22_000),
    ("47k 1%", 47_000),
    ("4.7 kilohm", 4700), ("470R", 470),
  ]

  @Test("an alternate that is a value must be the line's own")
  func alternateValues() throws {
    for header in ["Substitute", "Alternate", "MPN Alt", "替代料"] {
      for (text, ohms) in Self.values {
        let (match, _) = try match("Refs,Value,Footprint,\(header)\nR1,4k7,0603,\(text)\n")
        #expect(match.grade.isCertain == (ohms == 4700), "\(header) \(text): \(match.why)")
        if ohms != 4700 { #expect(match.why.contains("`\(text)` in D2 (\(header))"), "\(match.why)") }
      }
    }
  }

  @Test("lines of different alternates stay apart")
  func apart() throws {
    let text = "Refs,Value,Footprint,Alternate\nR1,4k7,0603,RC0603-4K7-1\nR2,4k7,0603,RC0603-4K7-5\nR3,4k7,0603,\n"
    #expect(try Fixtures.read(text).bill.lines.count == 3)
  }

  @Test("a known alternate that is another part is refused and named, whatever else the line says")
  func otherAlternates() throws {
    let others = SmallIndex.standard.own.filter { !$0.parameters.isEmpty }
    for row in ["R1,4k7,0603,", "R1,4k7,0603,C23162", "R1,,0603,C23162", "R1,,,C23162"] {
      for other in others {
        let (match, findings) = try match("Refs,Value,Footprint,LCSC,Alternate\n\(row),\(other.id.mpn)\n")
        // The oracle: the same kind, value and package as the part of C23162.
        let isEqual =
          other.category == "resistor" && other.package == "0603"
          && other.parameters["resistance"] == SmallIndex.standard.own[0].parameters["resistance"]
        let isRefused = findings.contains { $0.message.hasPrefix("the alternate `\(other.id.mpn)`") }
        #expect(isRefused != isEqual, "\(row) \(other.id.mpn): \(match.why)")
        #expect(
          match.why.contains("`\(other.id.mpn)`, which the line lists and contradicts") != isEqual, "\(match.why)")
        #expect(!match.alternatives.contains { $0.id == other.id } || isEqual)
      }
    }
  }

  @Test(
    "a maker beside an order number or a value must have it",
    arguments: [
      ("C23162", "YAGEO", MatchGrade.exact), ("C23162", "国巨", .exact), ("C23162", "Murata", .heuristic),
      ("C23162", "any", .exact), ("", "YAGEO", .equivalent), ("", "Yaego", .equivalent), ("", "Murata", .heuristic),
      ("", "n/a", .equivalent),
    ])
  func makers(order: String, maker: String, grade: MatchGrade) throws {
    let (match, _) = try match("Refs,Value,Footprint,LCSC,Manufacturer\nR1,4k7,0603,\(order),\(maker)\n")
    #expect(match.grade == grade, "\(match.why)")
    if grade == .heuristic { #expect(match.why.contains("`\(maker)`")) }
    let slot = ImportedSpec([match], file: "x", dialect: .table).lines[0].slot ?? ""
    #expect(slot.contains("maker: YAGEO") == (grade.isCertain && (!order.isEmpty || maker.count == 5)), "\(slot)")
  }

  @Test(
    "two known numbers with a blank or a sign between them are for a person", arguments: [" ", " & ", "+", " + ", "\n"])
  func several(sign: String) throws {
    let (match, findings) = try match("Refs,MPN\nU1,\"CH340N\(sign)STM32F103C8T6\"\n")
    #expect(match.grade == .ambiguous && match.candidateCount == 2, "\(match.why)")
    #expect(findings.contains { $0.code == BOMCodes.severalParts })
  }
}

/// What cells beside value and number say of a part that no list states, or that makes it another one.
@Suite struct FeatureCellTests {
  private func match(_ text: String, own: [Part] = []) throws -> LineMatch {
    let (bill, _) = try Fixtures.read(text)
    var index = SmallIndex.standard
    index.own += own
    let matcher = Matcher(index: index, words: Fixtures.words, sink: DiagnosticSink())
    return try matcher.match(try #require(bill.lines.first))
  }

  @Test(
    "a construction that no list states leaves the line to a person, in whatever column it stands",
    arguments: ["Technology", "Description", "Type", "Material", "Mounting", "Notes", "Comment", "工艺"])
  func constructions(header: String) throws {
    for word in ["Thin Film", "wirewound", "Metal film", "THT", "插件", "MELF", "fusible"] {
      let match = try match("Refs,Value,Footprint,\(header)\nR1,4k7,0603,\(word)\n")
      #expect(!match.grade.isCertain, "\(header) \(word): \(match.why)")
    }
    for word in ["Thick Film", "SMD", ""] {
      #expect(
        try match("Refs,Value,Footprint,\(header)\nR1,4k7,0603,\(word)\n").grade == .equivalent, "\(header) \(word)")
    }
  }

  @Test func aGradeInADescriptionIsOnlyListed() throws {
    let listed = try match("Refs,Value,Footprint,Description\nR1,4k7,0603,RES 4.7k AEC-Q200\n")
    #expect(listed.grade == .equivalent && listed.line.cells.contains { $0.ignored == ["AEC-Q200"] }, "\(listed.why)")
    #expect(try match("Refs,Value,Footprint,Technology\nR1,4k7,0603,AEC-Q200\n").grade == .heuristic)
    #expect(try match("Refs,Value,Footprint\nR1,4k7 AEC-Q200,0603\n").grade == .heuristic)
  }

  @Test("a colour beside the number of a lamp must be its own")
  func colours() throws {
    let colours = ["red", "green", "blue", "yellow", "white"]
    for header in ["Color", "Colour", "Farbe", "颜色"] {
      for value in ["LED", ""] {
        for own in colours {
          let lamp = Part(
            id: PartID(maker: "Everlight", mpn: "LAMP-1"), category: "led", package: "0603",
            parameters: ["colour": .text(own)], english: "LED, \(own)", chinese: "", source: "lcsc:C777")
          for said in colours {
            let text = "Refs,Value,Footprint,LCSC,\(header)\nD1,\(value),0603,C777,\(said)\n"
            #expect(
              try match(text, own: [lamp]).grade.isCertain == (said == own), "\(header) \(value) \(said) of \(own)")
          }
        }
      }
    }
  }

  @Test("a specification in a cell of numbers counts beside the value")
  func specifications() throws {
    #expect(try match("Refs,Value,Footprint,MPN\nR1,4k7,0603,10k\n").grade == .ambiguous)
    #expect(try match("Refs,Value,Footprint,MPN\nR1,4k7,0603,Generic 4.7k\n").grade == .equivalent)
  }

  @Test(
    "marks in columns that ask for what is left out",
    arguments: ["Skip", "Ignore", "Omit", "Not Used", "No Assembly", "不贴"])
  func skipped(header: String) throws {
    for mark in ["yes", "x", "TRUE", "1"] {
      let (bill, _) = try Fixtures.read("Refs,Value,Footprint,\(header)\nR1,4k7,0603,\(mark)\nR2,10k,0603,\n")
      #expect(bill.lines.map(\.isFitted) == [false, true], "\(header) \(mark)")
    }
  }

  @Test("marks in some rows under an unknown word are a warning", arguments: ["x", "yes", "Y", "✓"])
  func marks(mark: String) throws {
    let (_, findings) = try Fixtures.read("Refs,Value,Foo\nR1,4k7,\(mark)\nR2,10k,\n")
    #expect(
      findings.contains { $0.message.contains("`Foo` is not read") && $0.helps.contains { $0.contains("fitted=Foo") } })
    let all = try Fixtures.read("Refs,Value,Foo\nR1,4k7,\(mark)\nR2,10k,\(mark)\n").findings
    #expect(!all.contains { $0.message.contains("`Foo` is not read") })
  }

  /// Headings that leave open whether the parts below are fitted, and those that say that they are not.
  @Test(arguments: [
    "Optional parts", "Options", "Optional:", "Alternative parts", "Alternatives", "Spare parts", "可选", "可选件", "备选料",
    "备选", "替代料", "备件", "预留",
    "Optionale Teile (optional)", "Ersatzteile", "Not included",
  ])
  func openHeadings(heading: String) throws {
    for cells in ["\(heading),,", ",\(heading),"] {
      let lines = try Fixtures.read(
        "Refs,Value,Footprint\nR1,10k,0603\n\(cells)\nR2,22k,0603\nResistors,,\nR3,1k,0603\n"
      ).bill.lines
      #expect(lines.map(\.isFitted) == [true, true, true], "\(heading)")
      #expect(lines.map(\.doubts.isEmpty) == [true, false, true], "\(heading)")
    }
  }

  @Test(arguments: ["Not assembled", "Do not place", "不焊接", "不贴", "DNP"])
  func unfittedHeadings(heading: String) throws {
    let lines = try Fixtures.read("Refs,Value,Footprint\nR1,10k,0603\n\(heading),,\nR2,22k,0603\n").bill.lines
    #expect(lines.map(\.isFitted) == [true, false], "\(heading)")
  }

  /// A number of the shop is one in any column of numbers; one of four digits may be a transistor's.
  @Test(arguments: ["MPN", "MPN#", "型号", "Part Number", "Mfr Part #"])
  func orderNumbersUnderMakersNumbers(header: String) throws {
    for (reference, cell, isOrder) in [
      ("R1", "C25744", true), ("C1", "c1525", true), ("Q1", "C1815", false), ("Q1", "C25744", true),
      ("R1", "CRCW0603", false),
      ("U1", "C8051F340", false), ("R1", "C123", false),
    ] {
      let line = try #require(
        try Fixtures.read("Refs,Value,Footprint,\(header)\n\(reference),10k,0603,\(cell)\n").bill.lines.first)
      #expect(line.orderNumbers == (isOrder ? [cell.uppercased()] : []), "\(header): \(cell)")
      #expect(line.number == (isOrder ? "" : cell), "\(header): \(cell)")
    }
  }

  @Test("a word alone in a row ends the heading above it")
  func headings() throws {
    for word in ["Mechanical", "Connectors:", "Other parts"] {
      let text = "Refs,Value,Footprint\nR1,4k7,0603\nNot mounted:,,\nR2,4k7,0603\n\(word),,\nR3,4k7,0603\n"
      let (bill, findings) = try Fixtures.read(text)
      let fitted = bill.lines.filter(\.isFitted).flatMap(\.references)
      #expect(fitted == ["R1", "R3"], "\(word)")
      #expect(findings.contains { $0.code == BOMCodes.rowLeftOut && $0.message.contains(word) })
    }
  }

  @Test("a multiple beside references is reported", arguments: ["2x R1", "R1 x2", "2X R1", "3× R1"])
  func multiples(references: String) throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,Qty\n\(references),4k7,0603,2\n")
    #expect(bill.lines.allSatisfy { !$0.doubts.isEmpty })
    #expect(
      try Fixtures.read("Refs,Value,Footprint\n\"X1, X2\",16MHz,3225\n").bill.lines.allSatisfy { $0.doubts.isEmpty })
  }
}
