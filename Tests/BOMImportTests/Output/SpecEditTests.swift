import BOMImport
import Diagnostics
import Testing

@Suite("Changes of single lines of an imported spec")
struct SpecEditTests {
  private static let spec = """
    schema: peidan.board/1  # mine
    slots:
      R1: {mpn: A, maker: B}  # A2: 10k
      # a note
      R2: 10k   0402
    day: {}
    imported:
      lines:
        R1: {from: A2, grade: exact, wrote: "{mpn: A, maker: B}"}
        R2: {from: A3, grade: exact, wrote: "10k 0402"}
        U1:
          from: A4
          grade: none
        U2: {from: A5, grade: none, fitted: true}

    """

  private func edit(_ text: String = spec) throws -> SpecEdit {
    try #require(SpecEdit(SourceText(file: "s", text: text), into: DiagnosticSink()))
  }

  @Test("nothing is changed where nothing is asked")
  func nothing() throws {
    #expect(try edit().text == Self.spec)
    #expect(try edit().untouched.map(\.key) == ["R1"], "what was written and is still so, blank for blank")
  }

  @Test("a slot is added behind the last, or put in the place of another")
  func slots() throws {
    var edit = try edit()
    edit.add(["U1"], slot: "{mpn: X}", comment: "A4: x")
    edit.replace("R1", with: "{category: resistor}")
    #expect(
      edit.text
        == Self.spec.replacing("R1: {mpn: A, maker: B}  #", with: "R1: {category: resistor}  #")
        .replacing("  R2: 10k   0402\n", with: "  R2: 10k   0402\n  U1: {mpn: X}  # A4: x\n"))
  }

  @Test(
    "slots in one line, or none, take another as well",
    arguments: [
      ("slots: {}", "slots: \n  U1: {mpn: X}  # A4"), ("slots: {R1: 10k 0402}", "slots: {R1: 10k 0402, U1: {mpn: X}}"),
      ("slots: # none\n  R1: 10k 0402", "slots: # none\n  R1: 10k 0402\n  U1: {mpn: X}  # A4"),
    ])
  func flow(before: String, after: String) throws {
    let record = "\nimported: {lines: {U1: {from: A4, grade: none}}}\n"
    var edit = try edit(before + record)
    edit.add(["U1"], slot: "{mpn: X}", comment: "A4")
    #expect(edit.text == after + record)
  }

  @Test("a line is left out in a record of either form, and passives are recorded once")
  func record() throws {
    var edit = try edit()
    edit.leaveOut("U1")
    edit.leaveOut("U2")
    edit.record(.equivalent)
    #expect(
      edit.text
        == Self.spec.replacing("      from: A4", with: "      fitted: false\n      decided: true\n      from: A4")
        .replacing(
          "U2: {from: A5, grade: none, fitted: true}", with: "U2: {decided: true, from: A5, grade: none, fitted: false}"
        )
        .replacing("imported:\n", with: "imported:\n  passives: equivalent\n"))
    var again = try self.edit(edit.text)
    #expect(again.passives == .equivalent)
    again.record(.named)
    #expect(again.text == edit.text.replacing("passives: equivalent", with: "passives: named"))
  }
}
