internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// What the plan's prices rest on, as sheets show it.
struct SheetFooting {
  var rows: [PlanFooting.Row]
  /// The oldest price, and what one answer would be worth most.
  var sentences: [LocalizedText]
}

extension WalkSheet {
  /// Nil where nothing is bought or asked for.
  var footing: SheetFooting? {
    plan.footing.map { footing in
      let phrases = [footing.oldest.map(PlanPhrase.init), plan.answer.map(PlanPhrase.init)]
      return SheetFooting(rows: footing.rows, sentences: phrases.compactMap { $0?.text })
    }
  }
}

extension PlanPhrase {
  fileprivate init(_ oldest: PlanFooting.Oldest) {
    self = .oldestPrice(part: oldest.mpn, stall: oldest.stall.text, day: "\(oldest.seen)", days: oldest.days)
  }

  fileprivate init(_ answer: PlanAnswer) {
    self = .bestAnswer(
      part: answer.mpn, worth: "\(answer.worth)", seller: answer.seller?.name,
      floor: answer.floor.map { Phrase.floorOf($0.floor, building: $0.buildingName).text })
  }
}

extension PlanFooting.Row {
  /// `12 lines, ¥34.50, 2026-05-21`.
  var words: LocalizedText {
    let count = Phrase.lineCount(lines).text
    let rest = [kind == .none ? nil : "¥\(amount)", oldest.map { "\($0)" }].compactMap(\.self)
    return LocalizedText(
      english: ([count.english] + rest).joined(separator: ", "),
      chinese: ([count.chinese] + rest).joined(separator: "，"))
  }
}
