import BOMImport
import Diagnostics
import Testing

@Suite struct SlotKeysTests {
  /// Whatever a BOM calls a reference, the spec has a key that its reader takes: no blanks, no signs of YAML, no range.
  @Test(
    "names of references become keys that a spec takes",
    arguments: [
      ("J1-1", "J1_1"), ("A:C1", "A:C1"), ("TEST+SUPPLY", "TEST+SUPPLY"), ("bat(0v)", "bat(0v)"), ("R#1", "R_1"),
    ])
  func names(reference: String, key: String) throws {
    let text = "Refs,Value,Footprint\n\"\(reference)\",4.7k,0603\nR99,4.7k 1%,0603\n"
    let (bill, _) = try Fixtures.read(text)
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    let spec = ImportedSpec(try bill.lines.map { try matcher.match($0) }, file: "x.csv", dialect: bill.dialect)
    #expect(spec.lines.first?.references == [key])
  }
}
