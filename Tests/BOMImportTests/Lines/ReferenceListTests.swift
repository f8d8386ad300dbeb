import BOMImport
import Testing

@Suite struct ReferenceListTests {
  @Test(
    "lists, ranges and slashes",
    arguments: [
      ("R1,R2", ["R1", "R2"]), ("R1 R2;R3、R4，R5", ["R1", "R2", "R3", "R4", "R5"]), ("R1-R3", ["R1", "R2", "R3"]),
      ("R1–R3", ["R1", "R2", "R3"]), ("R1..3", ["R1", "R2", "R3"]), ("R1 to R3, R7", ["R1", "R2", "R3", "R7"]),
      ("R1->R2", ["R1", "R2"]), ("R1 ~ R2", ["R1", "R2"]), ("C17/18/19", ["C17", "C18", "C19"]),
      ("C17/C19", ["C17", "C19"]),
      ("D1-2", ["D1", "D2"]), ("C1, C2, ", ["C1", "C2"]), ("Ｒ１，Ｒ２", ["R1", "R2"]),
    ])
  func lists(text: String, references: [String]) throws {
    #expect(try ReferenceList(parsing: text).references == references)
  }

  @Test("names stay whole", arguments: ["CN-1", "TEST+SUPPLY", "A:C1", "J1-1", "USB-C", "R101A", "VIN", "I/O"])
  func names(text: String) throws {
    #expect(try ReferenceList(parsing: text).references == [text])
  }

  @Test("swapped or endless ranges are errors", arguments: ["R8-R1", "R8..R1", "R1-R99999"])
  func badRanges(text: String) {
    #expect(throws: ReferenceList.Failure.self) { try ReferenceList(parsing: text) }
  }

  @Test func referencesAreOrderedAsPeopleCount() {
    #expect(["R10", "R2", "C1", "R1"].sorted(by: referencePrecedes) == ["C1", "R1", "R2", "R10"])
  }
}
