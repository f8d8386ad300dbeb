import Base
import CatalogStore
import Electronics
import Foundation
import Market
import Phrases
import Platform
import Quotes
import SourcingPlan

/// What was asked for on floors: prices at counters, and that nobody on a floor had it.
extension RecordSession {
  /// The facts of an ask; none where nothing was answered.
  func facts(
    _ ask: WalkRecord.Ask, _ record: WalkRecord, _ plan: PlanDocument?, _ catalog: Catalog, _ market: String
  ) throws(LineFault) -> [Fact] {
    let hasPrice = ask.each.map { !$0.isEmpty } ?? false
    guard ask.bought == true || ask.soldOut == true || hasPrice else { return [] }
    guard Limits.pieces.contains(ask.quantity) else {
      throw LineFault(words: "`quantity` is \(ask.quantity); expected a number \(Limits.pieces.words)")
    }
    guard let floor = ask.stall.floor else {
      throw LineFault(words: "`stall` is `\(ask.stall)`; expected a floor such as `floor:SEG/1`")
    }
    let line = try plan.map { (plan) throws(LineFault) in try self.line(of: ask, in: plan) }
    if let line, line.mpn == nil {
      if !common.quiet {
        Console.write("\(command.file): \(QuotePhrase.valueAlone(ask.mpn)(common.language))\n", to: .error)
      }
      return []
    }
    let makers = try self.makers(of: ask, line, catalog)
    let counter = Counter(
      floor.building, floor.number, ask.counter, building: try name(of: floor.building, catalog, market))
    if ask.soldOut == true, !hasPrice {
      let nobody = Counter(floor.building, floor.number, nil, building: counter.building)
      return [fact(ask, makers, at: nobody, record, price: nil, condition: nil, assumed: nil)]
    }
    guard let price = ask.each.flatMap(WalkRecord.Line.amount), price > .zero, Limits.unitPrice.contains(price) else {
      throw LineFault(
        words: "`each` is `\(ask.each ?? "")`; expected what a piece costs, such as `0.35`, \(Limits.unitPrice.words)")
    }
    var condition: Condition?
    if let word = ask.condition, !word.isEmpty {
      guard let known = Condition(rawValue: word) else {
        let all = Condition.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        throw LineFault(words: "`condition` is `\(word)`; expected one of \(all)")
      }
      condition = known
    }
    return [
      fact(
        ask, makers, at: counter, record, price: price, condition: condition,
        assumed: line?.estimate?.condition ?? .original)
    ]
  }

  /// A counter as a seller: `SEG-1F-B114`, and the floor alone where no counter was written.
  private struct Counter {
    var id: String
    var name: String
    var building: String

    init(_ id: String, _ floor: Int, _ counter: String?, building: String) {
      let number = (counter ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber) || "-_".contains($0) }
      let level = floor < 0 ? "B\(-floor)" : "\(floor)F"
      self.id = ([id, level] + (number.isEmpty ? [] : [number])).joined(separator: "-")
      self.building = building
      let words = floor < 0 ? "负\(-floor)楼" : "\(floor)楼"
      name = "\(building)\(words)" + (number.isEmpty ? "" : " \(number)")
    }
  }

  private func name(of building: String, _ catalog: Catalog, _ market: String) throws(LineFault) -> String {
    do {
      guard let known = try catalog.buildings(market: market).first(where: { $0.id == building }) else {
        throw LineFault(words: "market `\(market)` has no building `\(building)`")
      }
      return known.chinese
    } catch let fault as LineFault { throw fault } catch { throw LineFault(words: "\(error)") }
  }

  private func line(of ask: WalkRecord.Ask, in plan: PlanDocument) throws(LineFault) -> AskedLine {
    guard let line = plan.estimates[LineID(String(ask.key.dropFirst("ask/".count)))] else {
      throw LineFault(words: "the plan asks for no `\(ask.key)`")
    }
    return line
  }

  /// The makers of the number that was asked for; none where nobody knows it.
  private func makers(
    of ask: WalkRecord.Ask, _ line: AskedLine?, _ catalog: Catalog
  ) throws(LineFault) -> [String] {
    if let maker = line?.maker { return [maker] }
    do { return Array(Set(try catalog.parts(mpn: ask.mpn).map(\.id.maker))).sorted() } catch {
      throw LineFault(words: "\(error)")
    }
  }

  /// - Parameter price: yuan a piece; nil where nobody had it.
  private func fact(
    _ ask: WalkRecord.Ask, _ makers: [String], at counter: Counter, _ record: WalkRecord, price: Money?,
    condition: Condition?, assumed: Condition?
  ) -> Fact {
    var answer = Answer(line: 1, state: price == nil ? .noBid : .quote, mpn: ask.mpn, says: ask.note ?? "")
    answer.unitPrice = price
    answer.from = price == nil ? nil : ask.quantity
    answer.condition = condition
    answer.dateCode = ask.dateCode.flatMap { $0.isEmpty ? nil : $0 }
    let days = price == nil ? command.soldOutDays : command.valid
    var entry = QuoteLedger.Entry(
      answer, mpn: ask.mpn, makers: makers, assumedCondition: assumed,
      expires: record.date.adding(days: days) ?? record.date)
    entry.basis = ask.bought == true ? .paid : .seen
    return Fact(stall: PlaceID(counter.id), name: counter.name, entry: entry)
  }
}
