internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

extension WalkSheet.Format {
  /// One file for each shop that ships, to upload or to type from.
  package static let shops = Self("shops", "an order file for each shop that ships: order number, quantity") {
    try $0.shopOrders(base: $1)
  }
}

extension WalkSheet {
  /// The order of each shop: its own number of each article and how many, then what the number is to be checked against. Purchases of
  /// one offer by several lines are one row; an article without a number of the shop is ordered by its maker's.
  func shopOrders(base: String) throws -> [File] {
    if mailed.isEmpty { throw Refusal.nothingMailed }
    let header = ["order_number", "quantity", "mpn", "maker", "package", "packing", "references"]
    var files: [File] = []
    for (stall, deals) in Self.byShop(mailed) {
      var rows: [[String]] = []
      var places: [SupplyID: Int] = [:]
      for deal in deals {
        let number = deal.orderNumber ?? ""
        let packing = deal.buy.packing.map { language($0.text) } ?? ""
        let references = deal.article.slots.joined(separator: " ")
        if let place = places[deal.buy.offer] {
          rows[place][1] = "\((Int(rows[place][1]) ?? 0) + deal.buy.quantity)"
          rows[place][6] += " " + references
        } else {
          places[deal.buy.offer] = rows.count
          rows.append([
            number, "\(deal.buy.quantity)", deal.article.mpn, deal.article.maker, deal.article.package, packing,
            references,
          ])
        }
      }
      files.append(
        File(
          name: "\(base)-shops/\(FileName.safe(stall.text)).csv",
          text: CSVWriter.table([header] + rows, forMachines: true)))
    }
    return files
  }

  /// Purchases by shop, shops in the order in which they are ordered from.
  private static func byShop(_ deals: [SheetPurchase]) -> [(stall: PlaceID, deals: [SheetPurchase])] {
    var shops: [(stall: PlaceID, deals: [SheetPurchase])] = []
    for deal in deals {
      if let place = shops.firstIndex(where: { $0.stall == deal.buy.stall }) {
        shops[place].deals.append(deal)
      } else {
        shops.append((deal.buy.stall, [deal]))
      }
    }
    return shops
  }
}

extension SheetPurchase {
  /// The shop's own number of the article, or LCSC's of the part where the shop states none.
  var orderNumber: String? { buy.orderNumber ?? (buy.stall == "lcsc" ? article.lcscNumber : nil) }
}
