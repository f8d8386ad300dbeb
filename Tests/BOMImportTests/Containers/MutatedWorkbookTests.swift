import BOMImport
import Base
import Diagnostics
import TestSupport
import Testing

/// Workbooks whose parts are mutated before they are packed are read or refused; nothing crashes.
@Suite struct MutatedWorkbookTests {
  private static let pieces = [
    "99999999999999999999", "-1", "0", "<row r=\"0\">", "\"", ">", "<", "E+400", "1e308", "0.0,,,,", "[>=1]", "%%%",
    ";;;;",
    "_x0000_", "&#x0;", "table:number-rows-spanned=\"9223372036854775807\"", "A1:XFD1048576", "NaN", "hidden=\"1\"",
  ]

  @Test(arguments: SheetFixture.Container.allCases, [UInt64](1...3))
  func mutatedPartsNeverCrash(container: SheetFixture.Container, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows: [[SheetFixture.Cell]] = [
      [.text("R1"), .number("1", shown: "1"), .number("3.3", "0.0\"k\"", shown: "3.3k"), .text("0402")],
      [.text("R2", isStruck: true), .formula, SheetFixture.Cell(text: "22k", struckRun: "10k"), .text("0402")],
    ]
    var sheet = SheetFixture.Sheet(rows: [["Reference", "Qty", "Value", "Footprint"].map { .text($0) }] + rows)
    sheet.hiddenRows = [3]
    sheet.hiddenColumns = [4]
    sheet.merges = [(3, 2, 3)]
    let parts = SheetFixture([sheet]).parts(container)
    for _ in 0..<60 {
      var mutated = parts
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let part = Int.random(in: 0..<mutated.count, using: &random)
        var text = Array(mutated[part].1)
        let place = Int.random(in: 0...text.count, using: &random)
        let end = min(text.count, place + Int.random(in: 0...12, using: &random))
        text.replaceSubrange(place..<end, with: Self.pieces.randomElement(using: &random)!)
        mutated[part].1 = String(text)
      }
      let sink = DiagnosticSink()
      let bill = try? BOMReader.read(
        StoredArchive.bytes(mutated.map { (name: $0.0, text: $0.1) }), file: "x.\(container.rawValue)",
        options: .init(words: Fixtures.words), into: sink)
      for line in bill?.lines ?? [] { #expect(line.quantity >= 0) }
    }
  }
}
