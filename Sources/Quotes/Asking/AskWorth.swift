package import Base

/// What asking about a line is worth, and how likely a seller has a better price: the rule of `ask`, and of what a plan says of its
/// footing. The figures are assumptions.
package enum AskWorth {
  /// What a better price saves of what a line costs, in per cent.
  package static let savedPercent: Int64 = 15
  /// What a price for a line that has none is worth where no list has the part, in micro-yuan.
  package static let unknown: Int64 = 5_000_000

  /// Of a line that the plan pays so much for; micro-yuan.
  package static func ofLine(paid: Money) -> Int64 { paid.microYuan * savedPercent / 100 }

  /// Of a line without a price: all of its list price apiece for so many pieces, where one is known; micro-yuan.
  package static func ofUnpriced(listPrice: Money?, pieces: Int) -> Int64 {
    listPrice.map { Money(microYuan: Int64(clamping: Int128($0.microYuan) * Int128(pieces))).microYuan } ?? unknown
  }
}

/// How likely a seller has a better price for a part, from what it was asked and answered before.
package struct AskChance: Sendable {
  /// The chance that a seller of whom nothing is known has a better price, and how many asks that weighs.
  package static let ofUnknown = 0.4
  private static let usualWeight = 2.5
  package static let usualCoolDown = 14
  package static let usualNoBidCoolDown = 90

  private let log: AskLog
  private let ledgers: [String: QuoteLedger]
  private let today: LocalDate
  private let coolDown: Int
  private let noBidCoolDown: Int

  /// - Parameters:
  ///   - today: what was asked before it counts.
  ///   - coolDown: days until a seller is asked about a part again; `noBidCoolDown` after it said that it has none.
  package init(
    log: AskLog, ledgers: [QuoteLedger], today: LocalDate, coolDown: Int = usualCoolDown,
    noBidCoolDown: Int = usualNoBidCoolDown
  ) {
    self.log = log
    self.ledgers = Dictionary(ledgers.map { ($0.seller, $0) }, uniquingKeysWith: { first, _ in first })
    self.today = today
    self.coolDown = coolDown
    self.noBidCoolDown = noBidCoolDown
  }

  /// From 0 to 0.95: 0 where the seller sells no such goods, or was asked or refused not long ago.
  ///
  /// - Parameter family: the goods that the part belongs to; nil where nobody knows.
  package func of(_ seller: Seller, mpn: String, family: String?) -> Double {
    if !seller.goods.isEmpty, let family, !seller.goods.contains(family) { return 0 }
    if let day = log.lastAsked(seller.id, mpn, before: today), today.dayNumber - day.dayNumber < coolDown { return 0 }
    let answers = ledgers[seller.id]?.batches.flatMap { batch in batch.entries.map { (batch.day, $0) } } ?? []
    for (day, entry) in answers where entry.mpn == mpn && day <= today {
      // What was answered today is known.
      if today.dayNumber - day.dayNumber < (entry.state == .noBid ? noBidCoolDown : coolDown) { return 0 }
    }
    let quotes = Double(answers.count { $0.1.state == .quote })
    let asked = Double(max(log.count(seller.id, before: today), answers.count))
    return min(0.95, (quotes + Self.ofUnknown * Self.usualWeight) / (asked + Self.usualWeight))
  }
}
