import BOMImport
import Diagnostics
import Testing

/// Columns under unknown words whose cells state something.
@Suite struct StatementLikenessTests {
  @Test(
    "cells that state what no column gives are a warning with the way to read them",
    arguments: [
      (["50V", "16 V", "6.3V"], "voltage"), (["1/10W", "100mW", "0.25 W"], "power"),
      (["1A", "500mA", "2 A"], "current"),
      (["1%", "±5%", "+/-0.1%"], "tolerance"), (["X7R", "C0G", "x5r"], "dielectric"),
      (["0603", "SOT-23", "SOIC-8"], "footprint"),
    ])
  func warned(cells: [String], field: String) throws {
    let rows = cells.enumerated().map { "R\($0 + 1),\($0 + 1)k,\($1)\n" }.joined()
    let (_, findings) = try Fixtures.read("Refs,Value,Foo\n" + rows)
    let finding = try #require(findings.first { $0.code == BOMCodes.columnMapping })
    #expect(finding.severity == .warning && finding.helps.contains { $0.contains("--map \"\(field)=Foo\"") })
    let read = try Fixtures.read(Array(("Refs,Value,Foo\n" + rows).utf8), choices: ["\(field)=Foo"])
    #expect(!read.findings.contains { $0.code == BOMCodes.columnMapping })
    #expect(read.bill.unreadColumns.isEmpty)
  }

  @Test(
    "values that are others than those of the column of values are a warning, in every spelling",
    arguments: ["New Value", "Override", "实际值", "Rev B"])
  func otherValues(header: String) throws {
    for (own, other, isTold) in [
      ("10k", "22k", true), ("100nF", "1 uF", true), ("10k", "10 kΩ", false), ("4.7uH", "0.1 Ω", false),
      ("10k", "see note", false),
    ] {
      let (_, findings) = try Fixtures.read(
        "Refs,Value,\(header),Footprint\nR1,\(own),\(other),0603\nR2,\(own),,0603\n")
      #expect(
        findings.contains { $0.helps.contains { $0.contains("--map \"value=\(header)\"") } } == isTold,
        "\(own) \(other)")
    }
  }

  @Test("of two columns of numbers the second is what may stand in")
  func second() throws {
    let rows = "R1,10k,RC0603FR-0710KL,0603WAF1002T5E\nR2,22k,RC0603FR-0722KL,0603WAF2202T5E\n"
    let (_, findings) = try Fixtures.read("Refs,Value,MPN,Foo\n" + rows)
    #expect(findings.contains { $0.helps.contains { $0.contains("--map \"alternate=Foo\"") } })
  }

  @Test(
    "numbers beside references are quantities where they neither run nor stay the same",
    arguments: [
      (["2", "1", "4"], true), (["1", "2", "3"], false), (["8", "8", "8"], false), (["x", "1", "2"], false),
    ])
  func quantities(cells: [String], isTold: Bool) throws {
    let rows = cells.enumerated().map { "R\($0 + 1),\($0 + 1)k,\($1)\n" }.joined()
    let (_, findings) = try Fixtures.read("Refs,Value,Foo\n" + rows)
    #expect(findings.contains { $0.helps.contains { $0.contains("--map \"quantity=Foo\"") } } == isTold)
  }
}
