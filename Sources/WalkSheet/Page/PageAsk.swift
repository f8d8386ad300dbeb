internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// A line that is asked for as the page's template sees it.
struct PageAsk: PageValue {
  /// Of the element that names the controls.
  var id: String
  var key: String
  var pieces: Int
  /// What is expected to be paid for all pieces; 0 where no price is known.
  var fen: Int64
  var mpn: String
  var called: PageWords?
  var references: String
  var maker: String?
  var package: String?
  var unitPrice: String?
  var amount: String?
  var condition: PageWords
  var check: PageWords
  var most: String?
  var how: PageWords
  var otherwise: PageWords
  var card: PageCard
}

extension PageAsk {
  init(_ ask: SheetAsk, id: String, in sheet: WalkSheet) {
    let (line, estimate, language) = (ask.line, ask.estimate, sheet.language)
    self.init(
      id: id, key: ask.key, pieces: line.need, fen: estimate.amount?.fen ?? 0, mpn: ask.part,
      called: ask.name.english.isEmpty ? nil : PageWords(ask.name, language),
      references: line.slots.joined(separator: ", "), maker: line.maker,
      package: line.package, unitPrice: estimate.unitPrice.map { "≈ ¥\($0)" },
      amount: estimate.amount.map { "≈ ¥\($0)" },
      condition: PageWords(estimate.condition.text, language), check: PageWords(estimate.condition.check, language),
      most: estimate.most.map { "¥\($0)" }, how: PageWords(ask.how, language),
      otherwise: PageWords(ask.otherwise, language), card: PageCard(sheet.card(for: ask), language))
  }
}
