import BOMImport
import Diagnostics
import Testing

/// Columns that answer whether parts are fitted without being named so, and rows to which a column of ticks gives no answer, against
/// the rule written out.
@Suite struct ColumnAnswersTests {
  private enum State { case fitted, unfitted, open }

  private func states(_ header: String, _ cells: [String]) throws -> (states: [State], findings: [Diagnostic]) {
    let rows = cells.enumerated().map { "R\($0 + 1),\($0 + 1)k,0603,\($1)\n" }.joined()
    let (bill, findings) = try Fixtures.read("Refs,Value,Footprint,\(header)\n" + rows)
    let states = bill.lines.map { line in
      line.isFitted ? line.doubts.isEmpty && line.unread.isEmpty ? State.fitted : .open : .unfitted
    }
    return (states, findings)
  }

  private static let no = ["No", "false", "N", "否", "nein"]
  private static let yes = ["Yes", "true", "是", "ja"]
  private static let signs = ["x", "X", "✓", "1"]

  @Test(arguments: ["Config", "Configuration", "Variant", "Version"])
  func wordsForNoLeaveOut(header: String) throws {
    for no in Self.no {
      let (states, findings) = try states(header, ["", no, ""])
      #expect(states == [.fitted, .unfitted, .fitted], "\(header): \(no)")
      #expect(findings.contains { $0.code == BOMCodes.answersOfVariants && $0.severity == .warning })
      for yes in Self.yes {
        let (both, _) = try self.states(header, [yes, no, ""])
        #expect(both == [.fitted, .unfitted, .open], "\(header): \(yes), \(no)")
      }
    }
  }

  @Test(arguments: ["Config", "Variant"])
  func aSignLeavesItOpen(header: String) throws {
    for sign in Self.signs {
      let (states, _) = try states(header, [sign, "No", sign])
      #expect(states == [.open, .unfitted, .open], "\(header): \(sign)")
    }
  }

  @Test func namesOfVariantsStayVariants() throws {
    for cells in [["+A", "-B", ""], ["pro", "lite", "pro,lite"]] {
      let (_, findings) = try states(cells[0] == "+A" ? "Config" : "Variant", cells)
      #expect(!findings.contains { $0.code == BOMCodes.answersOfVariants })
    }
  }

  @Test(arguments: ["Fitted", "Populate", "是否贴片", "Place"])
  func aBlankBesideTicksIsAQuestion(header: String) throws {
    for yes in Self.yes + Self.signs {
      for blank in ["", "-"] {
        #expect(try states(header, [yes, blank, yes]).states == [.fitted, .open, .fitted], "\(header): \(yes)")
        #expect(try states(header, [yes, blank, "No"]).states == [.fitted, .open, .unfitted], "\(header): \(yes)")
      }
      #expect(try states(header, [yes, yes, yes]).states == [.fitted, .fitted, .fitted])
    }
    #expect(try states(header, ["No", "", "No"]).states == [.unfitted, .fitted, .unfitted])
    #expect(try states("DNP", ["x", "", "x"]).states == [.unfitted, .fitted, .unfitted])
  }
}
