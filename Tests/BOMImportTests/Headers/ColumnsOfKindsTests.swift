import BOMImport
import Diagnostics
import Testing

/// Columns of any name whose cells name kinds of parts: one that names another kind than the number's part leaves the line to a person.
@Suite struct ColumnsOfKindsTests {
  private func match(_ header: String, _ cell: String, _ row: String = "R1,4.7k,0603,C23162") throws -> LineMatch {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,LCSC,\(header)\n\(row),\(cell)\n")
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    return try matcher.match(try #require(bill.lines.first))
  }

  @Test(arguments: ["类型", "Kind", "器件", "Part", "Type", "Sort of thing"])
  func anotherKindIsNotSure(header: String) throws {
    for word in ["电容", "Capacitor", "CAP", "贴片电容", "Inductor", "电感", "LED", "Diode", "Kondensator"] {
      #expect(try !match(header, word).grade.isCertain, "\(header): \(word)")
      #expect(try !match(header, word, "R1,4.7k,0603,").grade.isCertain, "\(header): \(word), by value")
    }
    for word in ["电阻", "Resistor", "贴片电阻", "Widerstand", "RES"] {
      let match = try match(header, word)
      #expect(match.grade == .exact, "\(header): \(word): \(match.why)")
    }
  }

  @Test func otherWordsMakeNoColumnOfKinds() throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,Shelf\nR1,10k,0603,upper\nR2,22k,0603,lower\n")
    #expect(bill.unreadColumns.map(\.name) == ["Shelf"])
  }
}
