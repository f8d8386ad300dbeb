package import Base
package import Market

/// Everything that one seller answered, as it is kept: `peidan.quotes/1`.
package struct QuoteLedger: Sendable, Hashable, Codable {
  /// Answers that came together.
  package struct Batch: Sendable, Hashable, Codable {
    /// ISO 8601 day of the answers.
    package var day: LocalDate
    /// The market that they are for.
    package var market: String
    /// The stall of the market at which they hold; the seller's own id where the seller delivers.
    package var stall: PlaceID
    package var entries: [Entry]

    package init(day: LocalDate, market: String, stall: PlaceID, entries: [Entry]) {
      self.day = day
      self.market = market
      self.stall = stall
      self.entries = entries
    }
  }

  /// One answer that was taken.
  package struct Entry: Sendable, Hashable, Codable {
    package var state: Answer.State
    package var mpn: String
    /// Makers of the parts that it may be; empty where nobody knows the number.
    package var makers: [String]
    /// Micro-yuan a piece.
    package var microYuan: Int64?
    package var from: Int?
    /// In what multiples it holds; nil for any number.
    package var multiple: Int?
    /// Nil where the seller does not say how the goods are packed.
    package var packing: Packing?
    package var stock: Int?
    package var tax: Answer.Tax?
    package var condition: Condition?
    /// What stands in the place of a condition that was not stated.
    package var assumedCondition: Condition?
    package var dateCode: String?
    package var leadDays: Int?
    /// ISO 8601: the last day on which it holds.
    package var expires: LocalDate
    package var says: String
    /// How the price is known.
    package var basis = PriceBasis.quoted

    package init(_ answer: Answer, mpn: String, makers: [String], assumedCondition: Condition?, expires: LocalDate) {
      state = answer.state
      self.mpn = mpn
      self.makers = makers
      microYuan = answer.unitPrice?.microYuan
      from = answer.from
      packing = answer.packing
      stock = answer.stock
      tax = answer.tax
      condition = answer.condition
      self.assumedCondition = answer.condition == nil && answer.unitPrice != nil ? assumedCondition : nil
      dateCode = answer.dateCode
      leadDays = answer.leadDays
      self.expires = expires
      says = answer.says
    }
  }

  package static let schema = "peidan.quotes/1"

  package var schema = QuoteLedger.schema
  package var seller: String
  package var name: String
  /// In the order in which they were added.
  package var batches: [Batch] = []

  package init(seller: String, name: String) {
    self.seller = seller
    self.name = name
  }

  /// Adds answers; false where the same stand there already, and nothing changes.
  package mutating func add(_ batch: Batch) -> Bool {
    if batches.contains(batch) { return false }
    batches.append(batch)
    return true
  }

  /// The answers that hold: of each part those that came together last.
  package var current: [(day: LocalDate, market: String, stall: PlaceID, entry: Entry)] {
    var latest: [String: Int] = [:]
    let order = batches.indices.sorted { (batches[$0].day, $0) < (batches[$1].day, $1) }
    for index in order { for entry in batches[index].entries { latest[entry.mpn] = index } }
    return order.flatMap { index in
      batches[index].entries.filter { latest[$0.mpn] == index }.map {
        (batches[index].day, batches[index].market, batches[index].stall, $0)
      }
    }
  }

  // MARK: Price sheets

  /// An offer of the catalog's that a refusal takes away: it stays known, with nothing in stock.
  package struct Refused: Sendable, Hashable {
    package var mpn: String
    package var maker: String
    package var market: String
    package var stall: PlaceID
    package var condition: Condition
    package var price: Money

    package init(mpn: String, maker: String, market: String, stall: PlaceID, condition: Condition, price: Money) {
      self.mpn = mpn
      self.maker = maker
      self.market = market
      self.stall = stall
      self.condition = condition
      self.price = price
    }
  }

  /// The sheets that plans read: one for goods on hand, and one for each number of days that goods have to be ordered for, each with the
  /// text of our own columns. A refusal is in them where the catalog has an offer that it takes away.
  ///
  /// - Parameter refused: the offers that a refusal takes away.
  package func sheets(refused: (_ entry: Entry, _ market: String, _ stall: PlaceID) throws -> [Refused]) rethrows
    -> [Sheet]
  {
    var rows: [Int: [String]] = [:]
    for (day, market, stall, entry) in current {
      let expires = entry.expires.description
      func add(_ lead: Int, _ cells: [String], dateCode: String? = nil) {
        let all = cells + [dateCode ?? "", day.description, entry.basis.rawValue, expires, "quote of \(seller)"]
        rows[lead, default: []].append(all.map { SellerBook.quoted($0) }.joined(separator: ","))
      }
      if entry.state == .noBid {
        for offer in try refused(entry, market, stall) {
          add(
            0,
            [
              offer.mpn, offer.maker, offer.market, offer.stall.text, offer.condition.rawValue, "1",
              QuoteLedger.text(offer.price),
              "0", Answer.Tax.excluded.rawValue, "", "",
            ])
        }
      }
      guard let price = entry.microYuan, let condition = entry.condition ?? entry.assumedCondition else { continue }
      let lead = max(0, entry.leadDays ?? 0)
      let place = lead == 0 ? stall.text : "\(seller)-\(lead)d"
      for maker in entry.makers.isEmpty ? [""] : entry.makers {
        add(
          lead,
          [
            entry.mpn, maker, market, place, condition.rawValue, "\(entry.from ?? 1)",
            QuoteLedger.text(Money(microYuan: price)), entry.stock.map(String.init) ?? "",
            (entry.tax ?? .excluded).rawValue, entry.multiple.map(String.init) ?? "", entry.packing?.rawValue ?? "",
          ], dateCode: entry.dateCode)
      }
    }
    return rows.keys.sorted().map { lead in
      let header =
        "mpn,maker,market,stall,condition,quantity,price,stock,tax,multiple,packing,date_code,seen,basis,expires,source"
      return Sheet(
        name: QuoteLedger.sheetName(seller) + (lead == 0 ? "" : "-\(lead)d"), leadDays: lead,
        text: ([header] + (rows[lead] ?? [])).joined(separator: "\n") + "\n")
    }
  }

  private static func text(_ price: Money) -> String { DecimalText.text(price.microYuan, digits: 6, least: 2) }

  package struct Sheet: Sendable, Hashable {
    package var name: String
    /// Days until ordered goods are there; 0 for goods on hand.
    package var leadDays: Int
    package var text: String

    package init(name: String, leadDays: Int, text: String) {
      self.name = name
      self.leadDays = leadDays
      self.text = text
    }
  }

  package static func sheetName(_ seller: String) -> String { "quotes-\(seller)" }
}
