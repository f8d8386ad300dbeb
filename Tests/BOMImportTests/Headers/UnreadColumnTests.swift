import BOMImport
import Diagnostics
import Phrases
import Testing

@Suite struct UnreadColumnTests {
  @Test func columnsThatAreNotReadAreListedWithTheirCells() throws {
    let (bill, findings) = try Fixtures.read(
      "Refs,Value,Footprint,Shelf,,Empty\nR1,10k,0603,left,q,\nR2,22k,0603,left,,\nR3,1k,0603,right,,\n")
    #expect(findings.isEmpty)
    #expect(
      bill.unreadColumns == [
        UnreadColumn(name: "Shelf", column: "D", filled: 3, examples: ["left", "right"]),
        UnreadColumn(name: "", column: "E", filled: 1, examples: ["q"]),
      ])
    #expect(bill.unreadColumns[0].summary(.english) == "Shelf (3 cells: left, right)")
  }

  @Test(
    "cells that look like what no column gives are a warning with the way to read them",
    arguments: [
      (["RC0603FR-0710KL", "GRM188R71H104KA93D", "CL05A475MP5NRNC"], "part numbers", "--map \"mpn=Foo\""),
      (["C98220", "C25803", "C1525"], "order numbers", "--map \"order-number=Foo\""),
      (["DNP", "", "DNP"], "not fitted", "--map \"dnp=Foo\""),
    ])
  func warned(cells: [String], kind: String, help: String) throws {
    let rows = cells.enumerated().map { "R\($0 + 1),\($0 + 1)k,0603,\($1)\n" }.joined()
    let (_, findings) = try Fixtures.read("Refs,Value,Footprint,Foo\n" + rows)
    let finding = try #require(findings.first { $0.code == BOMCodes.columnMapping })
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("`Foo` is not read") && finding.message.contains(kind))
    #expect(finding.helps.contains { $0.contains(help) })
  }

  @Test func quantitiesUnderAnUnknownWordAreAWarning() throws {
    let (bill, findings) = try Fixtures.read("Value,Footprint,Foo\n10k,0603,2\n22k,0603,4\n")
    #expect(findings.contains { $0.helps.contains { $0.contains("--map \"quantity=Foo\"") } })
    #expect(bill.lines.allSatisfy { !$0.doubts.isEmpty })
  }

  @Test(
    "words, values and packages are no part numbers",
    arguments: [["red", "green", "blue"], ["0603_1608", "SOT-23-5", "QFN-48"], ["100nF 16V", "4.7uF", "22pF"]])
  func notWarned(cells: [String]) throws {
    let rows = cells.enumerated().map { "R\($0 + 1),\($0 + 1)k,0603,\($1)\n" }.joined()
    let (_, findings) = try Fixtures.read("Refs,Value,Footprint,Foo\n" + rows)
    #expect(!findings.contains { $0.code == BOMCodes.columnMapping })
  }

  @Test(
    "answers of yes or no under an unknown word are a warning, unless another column tells what is fitted",
    arguments: [
      ("Assembly", "No", "Yes", true), ("上机", "否", "是", true), ("RoHS", "Yes", "Yes", false), ("SMT", "0", "1", false),
    ])
  func answers(header: String, first: String, second: String, isTold: Bool) throws {
    let rows = "R1,10k,\(first)\nR2,22k,\(second)\n"
    let (_, findings) = try Fixtures.read("Refs,Value,\(header)\n" + rows)
    #expect(findings.contains { $0.message.contains("answers to whether") } == isTold)
    let told = try Fixtures.read("Refs,Value,\(header),DNP\nR1,10k,\(first),\nR2,22k,\(second),\n").findings
    #expect(!told.contains { $0.message.contains("answers to whether") })
  }
}
