internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// A purchase as the page's template sees it.
struct PagePurchase: PageValue {
  struct Instead: PageValue {
    var fen: Int64
    var name: PageWords
    var place: PageWords
    var when: PageWords?
    /// `+¥0.23, +2 min`.
    var more: PageWords
    var pieces: Int
    var unitPrice: String
    var amount: String
    var condition: PageWords
    var dateCode: PageWords?
    var isSample: Bool
    var card: PageCard
  }

  /// Of the element that names the controls.
  var id: String
  var key: String
  var pieces: Int
  var fen: Int64
  var mpn: String
  var name: PageWords
  var references: String
  var maker: String
  var package: String?
  var unitPrice: String
  var amount: String
  var priceBreak: PageWords?
  var condition: PageWords
  var check: PageWords
  var seen: String
  var isSample: Bool
  var hints: [PageWords]
  var walkAway: String?
  var instead: Instead?
  var card: PageCard
}

extension PagePurchase {
  /// A sample at a stall that is labelled as one is not labelled again at each line.
  init(_ deal: SheetPurchase, id: String, at visit: PlanVisit, in sheet: WalkSheet) {
    let (article, buy, language) = (deal.article, deal.buy, sheet.language)
    self.init(
      id: id, key: deal.key, pieces: buy.quantity, fen: buy.amount.fen, mpn: article.mpn,
      name: PageWords(article.name, language), references: article.slots.joined(separator: ", "),
      maker: article.maker, package: article.package == "-" ? nil : article.package, unitPrice: "¥\(buy.unitPrice)",
      amount: "¥\(buy.amount)", priceBreak: deal.reachedBreak.map { PageWords(.fromPieces($0), language) },
      condition: PageWords(buy.condition.text(packed: buy.packing), language),
      check: PageWords(buy.condition.check, language),
      seen: buy.seen, isSample: buy.isSample && !visit.isSample, hints: deal.hints.map { PageWords($0, language) },
      walkAway: deal.walkAway.map { "¥\($0)" }, instead: deal.fallback.map { Instead($0, for: deal, in: sheet) },
      card: PageCard(sheet.card(for: article, quantity: buy.quantity, condition: buy.condition), language))
  }
}

extension PagePurchase.Instead {
  fileprivate init(_ instead: SheetFallback, for deal: SheetPurchase, in sheet: WalkSheet) {
    let (fallback, language) = (instead.fallback, sheet.language)
    self.init(
      fen: fallback.amount.fen, name: PageWords(fallback.name, language),
      place: PageWords(fallback.place?.text ?? Phrase.shipped.text, language),
      when: instead.when.map { PageWords($0, language) },
      more: PageWords(.morePaid(instead.extra, minutes: fallback.extraMinutes), language), pieces: fallback.quantity,
      unitPrice: "¥\(fallback.unitPrice)", amount: "¥\(fallback.amount)",
      condition: PageWords(fallback.condition.text, language),
      dateCode: fallback.dateCode.map { PageWords(Phrase.dateCode(said: $0, oldest: nil), language) },
      isSample: fallback.isSample,
      card: PageCard(
        sheet.card(for: deal.article, quantity: fallback.quantity, condition: fallback.condition),
        insteadOf: sheet.card(for: deal.article, quantity: deal.buy.quantity, condition: deal.buy.condition), language))
  }
}

extension Amount {
  /// Whole fen.
  var fen: Int64 { money.microYuan / Money.fen.microYuan }
}
