internal import Market
internal import Phrases
internal import SourcingPlan

extension WalkSheet.Format {
  /// What is mailed, as LCSC's order table.
  package static let lcsc = Self("lcsc", "what is mailed, as LCSC takes it", suffix: "-lcsc.csv") { try $0.lcscOrder() }
  /// What is mailed, as JLCPCB's bill of materials.
  package static let jlcpcb = Self("jlcpcb", "the same for JLCPCB", suffix: "-jlcpcb.csv") { try $0.jlcpcbBill() }
  /// What is mailed, in the columns of KiCad's bill of materials.
  package static let kicad = Self("kicad", "the same in KiCad's columns", suffix: "-kicad.csv") { try $0.kicadBill() }
}

extension WalkSheet {
  /// Purchases from shops that ship.
  private var mailed: [SheetPurchase] {
    plan.walks.flatMap { walk in
      SheetStop.stops(of: walk, in: plan).filter { $0.visit.place == nil }.flatMap(\.deals)
    }
  }

  /// LCSC's order table of the first generation. Prices and minima are the shop's own to fill in: ours are in yuan.
  func lcscOrder() throws -> String {
    let deals = mailed
    if deals.isEmpty { throw Refusal.nothingMailed }
    let header = [
      "LCSC Part Number", "Manufacture Part Number", "Manufacturer", "Customer NO.", "Package", "Description", "RoHS",
      "Order Qty.", "Min\\Mult Order Qty.", "Unit Price($)", "Order Price($)",
    ]
    let missing = (plan.missing ?? []).map { line in
      ["", line.says ?? "", "", line.slots.joined(separator: " "), "", line.reason.english, "", "", "", "", ""]
    }
    let rows = deals.map { deal in
      [
        deal.article.lcscNumber ?? "", deal.article.mpn, deal.article.maker,
        deal.article.slots.joined(separator: " "), deal.article.package, deal.article.name.english, "",
        "\(deal.buy.quantity)", "", "", "",
      ]
    }
    return CSVCell.table([header] + missing + rows, forMachines: true)
  }

  /// JLCPCB's bill of materials: at most 200 references a row, none of them twice.
  func jlcpcbBill() throws -> String {
    let deals = mailed
    if deals.isEmpty { throw Refusal.nothingMailed }
    var rows = [["Comment", "Designator", "Footprint", "JLCPCB Part #"]]
    for line in plan.missing ?? [] { rows += Self.jlcpcbRows(line.says ?? "", line.slots, "", "") }
    for deal in Self.onceALine(deals) {
      let article = deal.article
      rows += Self.jlcpcbRows(article.mpn, article.slots, article.package, article.lcscNumber ?? "")
    }
    return CSVCell.table(rows, forMachines: true)
  }

  private static func jlcpcbRows(_ comment: String, _ references: [String], _ package: String, _ number: String)
    -> [[String]]
  {
    stride(from: 0, to: references.count, by: 200).map { start in
      [comment, references[start..<min(start + 200, references.count)].joined(separator: ","), package, number]
    }
  }

  /// The columns of KiCad's own export with those that order the part, one row a line: `peidan import` and KiCad's field table
  /// read it back.
  func kicadBill() throws -> String {
    let deals = mailed
    if deals.isEmpty { throw Refusal.nothingMailed }
    let missing = (plan.missing ?? []).map { line in
      [line.slots.joined(separator: ","), line.says ?? "", "", "\(line.slots.count)", "", "", "", ""]
    }
    let rows = Self.onceALine(deals).map { deal in
      let article = deal.article
      return [
        article.slots.joined(separator: ","), article.mpn, article.package, "\(article.slots.count)", "", article.mpn,
        article.maker, article.lcscNumber ?? "",
      ]
    }
    let header = ["Refs", "Value", "Footprint", "Qty", "DNP", "MPN", "Manufacturer", "LCSC"]
    return CSVCell.table([header] + missing + rows, forMachines: true)
  }

  /// The first purchase of each line.
  private static func onceALine(_ deals: [SheetPurchase]) -> [SheetPurchase] {
    var named: Set<Int> = []
    return deals.filter { named.insert($0.line).inserted }
  }
}

extension PlanLine {
  /// `C16581`, where the catalog has the part's facts from LCSC.
  var lcscNumber: String? {
    guard let source, source.hasPrefix("lcsc:") else { return nil }
    let number = source.dropFirst("lcsc:".count)
    return number.first == "C" && number.dropFirst().allSatisfy { $0.isASCII && $0.isNumber } ? String(number) : nil
  }
}
