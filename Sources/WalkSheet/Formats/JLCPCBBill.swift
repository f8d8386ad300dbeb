internal import SourcingPlan

extension WalkSheet.Format {
  /// What is mailed, as JLCPCB's bill of materials.
  package static let jlcpcb = Self("jlcpcb", "the same for JLCPCB", suffix: "-jlcpcb.csv") { try $0.jlcpcbBill() }
}

extension WalkSheet {
  /// JLCPCB's bill of materials: at most 200 references a row, none of them twice.
  func jlcpcbBill() throws -> String {
    let deals = mailed
    if deals.isEmpty { throw Refusal.nothingMailed }
    var rows = [["Comment", "Designator", "Footprint", "JLCPCB Part #"]]
    for line in unbought { rows += Self.jlcpcbRows(line.part, line.slots, line.package, "") }
    for deal in Self.onceALine(deals) {
      let article = deal.article
      rows += Self.jlcpcbRows(article.mpn, article.slots, article.package, article.lcscNumber ?? "")
    }
    return CSVWriter.table(rows, forMachines: true)
  }

  private static func jlcpcbRows(_ comment: String, _ references: [String], _ package: String, _ number: String)
    -> [[String]]
  {
    stride(from: 0, to: references.count, by: 200).map { start in
      [comment, references[start..<min(start + 200, references.count)].joined(separator: ","), package, number]
    }
  }
}
