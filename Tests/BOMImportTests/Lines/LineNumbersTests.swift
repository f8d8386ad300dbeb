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
