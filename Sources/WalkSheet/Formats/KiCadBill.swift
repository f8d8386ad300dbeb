internal import SourcingPlan

extension WalkSheet.Format {
  /// What is mailed, in the columns of KiCad's bill of materials.
  package static let kicad = Self("kicad", "the same in KiCad's columns", suffix: "-kicad.csv") { try $0.kicadBill() }
}

extension WalkSheet {
  /// The columns of KiCad's own export with those that order the part, one row a line: `peidan import` and KiCad's field table
  /// read it back.
  func kicadBill() throws -> String {
    let deals = mailed
    if deals.isEmpty { throw Refusal.nothingMailed }
    let missing = unbought.map { line in
      [
        line.slots.joined(separator: ","), line.part, line.package, "\(line.slots.count)", "", "", line.maker, "",
      ]
    }
    let rows = Self.onceALine(deals).map { deal in
      let article = deal.article
      return [
        article.slots.joined(separator: ","), article.mpn, article.package, "\(article.slots.count)", "", article.mpn,
        article.maker, article.lcscNumber ?? "",
      ]
    }
    let header = ["Refs", "Value", "Footprint", "Qty", "DNP", "MPN", "Manufacturer", "LCSC"]
    return CSVWriter.table([header] + missing + rows, forMachines: true)
  }
}
