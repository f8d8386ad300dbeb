internal import Market
internal import SourcingPlan

extension WalkSheet.Format {
  /// What is mailed, as LCSC's order table.
  package static let lcsc = Self("lcsc", "what is mailed, as LCSC takes it", suffix: "-lcsc.csv") { try $0.lcscOrder() }
}

extension WalkSheet {
  /// LCSC's order table of the first generation. Prices and minima are the shop's own to fill in: ours are in yuan.
  func lcscOrder() throws -> String {
    let deals = mailed
    if deals.isEmpty { throw Refusal.nothingMailed }
    let header = [
      "LCSC Part Number", "Manufacture Part Number", "Manufacturer", "Customer NO.", "Package", "Description", "RoHS",
      "Order Qty.", "Min\\Mult Order Qty.", "Unit Price($)", "Order Price($)",
    ]
    let missing = unbought.map { line in
      [
        "", line.part, line.maker, line.slots.joined(separator: " "), line.package, line.reason.english, "",
        line.need.map(String.init) ?? "", "", "", "",
      ]
    }
    let rows = deals.map { deal in
      [
        deal.buy.orderNumber ?? deal.article.lcscNumber ?? "", deal.article.mpn, deal.article.maker,
        deal.article.slots.joined(separator: " "), deal.article.package, deal.article.name.english, "",
        "\(deal.buy.quantity)", "", "", "",
      ]
    }
    return CSVWriter.table([header] + missing + rows, forMachines: true)
  }
}
