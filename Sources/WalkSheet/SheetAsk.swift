internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// A line that is asked for at a stop.
struct SheetAsk {
  var line: AskedLine
  var estimate: PlanEstimate
  /// Where, how likely, what to expect and the most to pay.
  var how: LocalizedText
  /// What is done when nobody here has it.
  var otherwise: LocalizedText
  /// Names the tick: `ask/detector/U5`.
  var key: String { "ask/\(estimate.line)" }

  /// Nil for a line without an estimate.
  init?(_ line: AskedLine, in plan: PlanDocument) {
    guard let estimate = line.estimate, let how = line.asking(in: plan), let otherwise = line.otherwise(in: plan) else {
      return nil
    }
    (self.line, self.estimate, self.how, self.otherwise) = (line, estimate, how, otherwise)
  }

  /// What is asked for at a visit, in its order.
  static func asks(at visit: PlanVisit, in plan: PlanDocument) -> [SheetAsk] {
    plan.asked(at: visit).compactMap { SheetAsk($0, in: plan) }
  }

  /// The number, or what the bill calls it.
  var part: String { line.mpn ?? line.value ?? line.description ?? line.name?.english ?? "" }

  /// What the catalog calls it; empty where it knows nothing of it.
  var name: LocalizedText {
    line.name ?? line.description.map { LocalizedText(english: $0, chinese: $0) }
      ?? LocalizedText(english: "", chinese: "")
  }

  /// The line as a card asks for it.
  var article: PlanLine {
    PlanLine(
      order: line.order, slots: line.slots, mpn: part, maker: line.maker ?? "", category: "",
      package: line.package ?? "-", name: name, need: line.need, buys: [], parameters: [], source: nil)
  }
}

extension WalkSheet {
  /// What is said to a seller to ask for a line, in Chinese.
  func sentence(for ask: SheetAsk) -> String { card(for: ask).sentence.chinese }

  func card(for ask: SheetAsk) -> [PhraseBook.Line] {
    card(for: ask.article, quantity: ask.line.need, condition: ask.estimate.condition)
  }
}
