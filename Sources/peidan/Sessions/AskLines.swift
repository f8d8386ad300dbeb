import Base
import BoardSpec
import CatalogStore
import Electronics
import Market
import Planning
import Quotes
import SourcingPlan

/// A line that may be asked about.
struct AskLine {
  var mpn: String
  var maker: String
  /// `10kΩ`, `100nF`; empty for parts that are known by number alone.
  var value = ""
  var package: String
  /// The family of goods under which counters sell it; nil where nobody knows.
  var family: String?
  var need: Int
  /// The oldest date code that is taken; nil where any is.
  var oldestCode: String?
  /// What a better price would save, in micro-yuan.
  var worth: Int64
}

/// The lines of a plan or a spec, with what asking about each is worth.
struct AskLines {
  /// Parameters by which sellers know a passive part.
  private static let values = ["resistance", "capacitance", "inductance"]

  private(set) var lines: [AskLine] = []
  private let catalog: Catalog
  private let families: [String: String]
  private let rates: [String: ExchangeRate]

  init(_ catalog: Catalog) throws(CatalogError) {
    self.catalog = catalog
    families = Dictionary(try catalog.categories().map { ($0.id, $0.family) }, uniquingKeysWith: { first, _ in first })
    rates = try catalog.rates()
  }

  mutating func add(_ plan: PlanDocument) throws {
    for line in plan.lines where !line.buys.isEmpty {
      let amount = line.buys.reduce(Money.zero) { $0 + $1.amount.money }
      add(
        AskLine(
          mpn: line.mpn, maker: line.maker,
          value: (line.parameters ?? []).filter { Self.values.contains($0.id) }.map { $0.value.filter { $0 != " " } }
            .joined(separator: " "),
          package: line.package == "-" ? "" : line.package, family: families[line.category], need: line.need,
          oldestCode: line.dateCodeRule?.oldest, worth: AskWorth.ofLine(paid: amount)))
    }
    for line in plan.asked ?? [] {
      let parts = try line.mpn.map { try catalog.parts(mpn: $0) } ?? []
      let price =
        line.estimate.map { $0.listPrice?.money } ?? QuoteLines.listPrice(parts, rates)?.upperBound
      add(
        AskLine(
          mpn: line.mpn ?? line.wanted, maker: line.maker ?? "", package: line.mpn == nil ? "" : line.package ?? "",
          family: parts.first.flatMap { families[$0.category] }, need: line.need, oldestCode: line.dateCodeRule?.oldest,
          worth: AskWorth.ofUnpriced(listPrice: price, pieces: line.need)))
    }
  }

  /// Of each slot, the candidate whose list price is lowest.
  mutating func add(_ board: Board) throws {
    let context = CatalogSpecContext(catalog)
    let date = LocalDate(board.day.date)
    for slot in board.slots {
      let rule = slot.policy.dateCode ?? board.policy.dateCode
      let oldest = date.flatMap { rule.oldest(on: $0)?.code }
      let need = slot.count * board.quantity
      let parts = try SlotCandidates(of: slot, in: context).parts
      let cheapest = parts.min { left, right in
        let prices = [left, right].map { QuoteLines.listPrice([$0], rates)?.lowerBound ?? Money(microYuan: .max) }
        return (prices[0], left.id) < (prices[1], right.id)
      }
      if let part = cheapest {
        let price = QuoteLines.listPrice([part], rates)?.upperBound
        add(
          AskLine(
            mpn: part.id.mpn, maker: part.id.maker,
            value: Self.values.compactMap { part.parameters[$0].map { $0.description.filter { $0 != " " } } }
              .joined(separator: " "),
            package: part.package == "-" ? "" : part.package,
            family: families[part.category], need: need, oldestCode: oldest,
            worth: price.map { AskWorth.ofLine(paid: $0.times(need)) } ?? AskWorth.unknown))
      } else if let number = slot.requirements.compactMap(\.mpn).first {
        add(
          AskLine(
            mpn: number, maker: "", package: "", family: nil, need: need, oldestCode: oldest, worth: AskWorth.unknown))
      }
    }
  }

  /// Lines of one part are one; the youngest goods that any of them asks for do for all.
  private mutating func add(_ line: AskLine) {
    guard line.need > 0 else { return }
    if let index = lines.firstIndex(where: { $0.mpn == line.mpn && $0.maker == line.maker }) {
      lines[index].need += line.need
      lines[index].oldestCode = [lines[index].oldestCode, line.oldestCode].compactMap(\.self).max()
      lines[index].worth += line.worth
    } else {
      lines.append(line)
    }
  }
}
