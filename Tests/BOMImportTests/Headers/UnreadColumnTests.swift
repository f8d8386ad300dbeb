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

  /// A cell right of the header's last column, against the rule written out: it is listed, and one with a digit or a mark leaves
  /// its line, and no other, to a person.
  @Test(arguments: [
    ("DNP", true), ("C25804", true), ("1%", true), ("50V", true), ("不贴", true), ("optional", true), ("x", true),
    ("No", true),
    ("2", true), ("only for variant B", true), ("left shelf", false), ("Dr. Li", false),
  ])
  func cellsBeyondTheHeader(cell: String, isOpen: Bool) throws {
    for (sign, blanks) in [(",", 0), ("\t", 0), (",", 2), (";", 1)] {
      let header = ["Reference", "Value", "Footprint"].joined(separator: sign)
      let rows = ["R1,10k,0603", "R2,22k,0603", "R3,1k,0603"].map { $0.replacing(",", with: sign) }
      let own = rows[1] + sign + String(repeating: sign, count: blanks) + cell
      let (bill, _) = try Fixtures.read([header, rows[0], own, rows[2]].joined(separator: "\n") + "\n")
      #expect(bill.lines.map(\.references) == [["R1"], ["R2"], ["R3"]])
      #expect(bill.lines.map { !$0.doubts.isEmpty } == [false, isOpen, false], "\(cell)")
      #expect(bill.unreadColumns.map(\.examples) == [[cell]])
      #expect(bill.unreadColumns.map(\.column) == [["D", "E", "F"][blanks]])
    }
  }

  @Test func aColumnBeyondTheHeaderCanBeNamedByItsPlace() throws {
    let text = "Reference,Value,Footprint\nR1,10k,0603\nR2,22k,0603,DNP\n"
    #expect(try Fixtures.read(text).findings.contains { $0.helps.contains { $0.contains("--map \"dnp=D\"") } })
    for choice in ["dnp=D", "dnp=4"] {
      let (bill, _) = try Fixtures.read(Array(text.utf8), choices: [choice])
      #expect(bill.lines.map(\.isFitted) == [true, false])
      #expect(bill.lines.allSatisfy { $0.doubts.isEmpty })
    }
  }

  @Test(arguments: ["x-dnp", "SMT Fit", "不贴 (客户)"])
  func answersUnderANameThatAsksAreAWarning(header: String) throws {
    let (bill, findings) = try Fixtures.read("Refs,Value,Foo \(header)\nR1,10k,1\nR2,22k,0\n")
    #expect(bill.lines.allSatisfy { $0.isFitted })
    #expect(findings.contains { $0.message.contains("answers to whether") })
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
