internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

extension PlanPage {
  /// What the prices rest on: a table, the oldest price, and what one answer would be worth most.
  var footingLines: [String] {
    guard let footing = plan.footing else { return [] }
    var table = TextTable(
      [
        .init(title: "", alignment: .left), .init(title: say(.lineCount), alignment: .right),
        .init(title: say(.amount), alignment: .right), .init(title: say(.oldest), alignment: .left),
      ], indent: 2)
    table.rows = footing.rows.map { row in
      [said(row.kind.text), "\(row.lines)", row.kind == .none ? "" : "\(row.amount)", row.oldest.map { "\($0)" } ?? ""]
    }
    let oldest = footing.oldest.map {
      PlanPhrase.oldestPrice(part: $0.mpn.plain, stall: $0.stall.text.plain, day: "\($0.seen)", days: $0.days)
    }
    let answer = plan.answer.map { answer in
      PlanPhrase.bestAnswer(
        part: answer.mpn.plain, worth: "\(answer.worth)", seller: answer.seller?.name.plain,
        floor: answer.floor.map { Phrase.floorOf($0.floor, building: $0.buildingName.plain).text })
    }
    return table.lines(within: width)
      + [oldest, answer].compactMap { $0.map(say) }.flatMap { $0.wrapped(toCells: width - 2) }.map { "  " + $0 }
  }
}
