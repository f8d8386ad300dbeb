import Base
import CatalogStore
import Electronics
import Foundation
import Market
import Phrases
import Quotes
import SourcingPlan
import TerminalText

/// What plans learn from a record of the floors on which somebody asked: how likely lines are found there, how long asking takes, and
/// what a counter takes against a list price.
extension RecordSession {
  /// An answer for each line that was asked for; none for a plan of a version that does not say how sure it is of what it asks for.
  func floorAnswers(_ record: WalkRecord, _ plan: PlanDocument, _ market: String) -> [FloorAnswer] {
    let estimates = plan.estimates
    let asks = record.asks ?? []
    let seconds = Self.secondsTaken(asks)
    return asks.indices.compactMap { index in
      let ask = asks[index]
      let price = ask.each.flatMap(WalkRecord.Line.amount)
      let isFound = ask.bought == true || price != nil
      let line = LineID(String(ask.key.dropFirst("ask/".count)))
      guard isFound || ask.soldOut == true, ask.stall.floor != nil, let estimate = estimates[line]?.estimate,
        let kind = estimate.kind
      else { return nil }
      return FloorAnswer(
        plan: record.plan, line: "\(line)", market: market, floor: ask.stall, day: record.date, kind: kind,
        isFound: isFound, seconds: seconds[index],
        price: price.flatMap { Self.share(of: $0, ask.condition, estimate) })
    }
  }

  /// Seconds from the answer before on the same floor, by place in `asks`.
  private static func secondsTaken(_ asks: [WalkRecord.Ask]) -> [Int: Int] {
    let times = asks.indices.compactMap { index in
      asks[index].at.flatMap { LocalTime($0) }.map { (floor: asks[index].stall, at: $0, index: index) }
    }
    var taken: [Int: Int] = [:]
    for (_, own) in Dictionary(grouping: times, by: \.floor) {
      let ordered = own.sorted { ($0.at, $0.index) < ($1.at, $1.index) }
      for (before, after) in zip(ordered, ordered.dropFirst()) {
        let seconds = after.at.seconds(since: before.at)
        if FloorAnswer.secondsRange.contains(seconds) { taken[after.index] = seconds }
      }
    }
    return taken
  }

  /// A price at a counter against the list price that the plan knew; nil without one.
  private static func share(of price: Money, _ condition: String?, _ estimate: PlanEstimate) -> FloorAnswer.Price? {
    guard let list = estimate.listPrice?.money.microYuan, list > 0, price > .zero else { return nil }
    let perMille = (Int128(price.microYuan) * 2_000 + Int128(list)) / (2 * Int128(list))
    let range = FloorAnswer.perMilleRange
    return FloorAnswer.Price(
      condition: condition.flatMap { Condition(rawValue: $0) } ?? estimate.condition,
      perMille: Int(min(perMille, Int128(range.upperBound))))
  }

  /// Keeps what was found on floors.
  ///
  /// - Returns: whether anything was not known before.
  func save(_ answers: [FloorAnswer], _ catalog: Catalog, _ store: QuoteStore) throws -> Bool {
    var floors = catalog.floors
    var isChange = false
    for answer in answers where floors.add(answer) { isChange = true }
    if isChange, !command.dryRun { try store.save(floors) }
    return isChange
  }
}

/// What walks found on floors, by floor and kind of line, as `record status` prints it.
struct FloorTable {
  struct Row: Encodable {
    var market: String
    var floor: PlaceID
    var kind: AskSettings.Kind
    var asked: Int
    var found: Int
  }

  let rows: [Row]

  init(_ answers: [FloorAnswer]) {
    var rows: [String: Row] = [:]
    for answer in answers {
      let key = "\(answer.market)\n\(answer.floor)\n\(answer.kind.rawValue)"
      var row =
        rows[key]
        ?? Row(market: answer.market, floor: answer.floor, kind: answer.kind, asked: 0, found: 0)
      row.asked += 1
      if answer.isFound { row.found += 1 }
      rows[key] = row
    }
    self.rows = rows.keys.sorted().compactMap { rows[$0] }
  }

  /// Each once.
  var floors: [(id: PlaceID, market: String)] {
    var seen: Set<[String]> = []
    return rows.filter { seen.insert([$0.market, $0.floor.text]).inserted }.map { ($0.floor, $0.market) }
  }

  func text(_ language: Language) -> String {
    var table = TextTable(
      [QuotePhrase.floor, .market, .askedKind, .linesAsked, .linesFound].map { (phrase: QuotePhrase) in phrase(language)
      },
      alignment: [.left, .left, .left, .right, .right])
    for row in rows {
      table.add([
        row.floor.text, row.market, QuotePhrase.kind(row.kind)(language), row.asked.grouped, row.found.grouped,
      ])
    }
    return table.text
  }
}
