import ArgumentParser
import Base
import BoardSpec
import CatalogStore
import Diagnostics
import Electronics
import Foundation
import Market
import Planning
import Quotes
import SourcingPlan

/// What answers are read against: the lines of a spec or a plan, and the parts that catalog and lists know.
struct QuoteLines {
  let context: QuoteContext
  /// Makers whose parts a number may be, by number.
  private(set) var makers: [String: [String]] = [:]
  /// The market of spec or plan; nil without either.
  private(set) var market: String?

  /// - Parameters:
  ///   - spec, plan: paths of either.
  ///   - rates: given by the user; they go before the catalog's.
  init(
    spec: String?, plan: String?, catalog: Catalog, common: CommonOptions, rates: [ExchangeRate], least: Int, most: Int
  ) throws {
    let known = try catalog.rates().merging(rates.map { ($0.currency, $0) }, uniquingKeysWith: { $1 })
    var builder = Builder(catalog: catalog, rates: known)
    if let plan {
      let document = try PlanFile.read(plan)
      market = document.market.id
      try builder.add(document)
    } else if let spec {
      let board = try QuoteLines.board(spec, catalog, common)
      market = board.market
      try builder.add(board)
    }
    makers = builder.makers
    let finder = PartFinder(catalog: catalog, rates: known)
    // Only rates that the user states convert a quote: a list's own are assumed.
    context = QuoteContext(
      lines: builder.lines, rates: Dictionary(rates.map { ($0.currency, $0) }, uniquingKeysWith: { $1 }),
      leastTenths: least, mostTenths: most
    ) { finder.part($0) }
  }

  /// The board of a spec. A number that nobody knows is just what one asks for.
  static func board(_ path: String, _ catalog: Catalog, _ common: CommonOptions) throws -> Board {
    let file = SpecFile(path: path)
    let sink = DiagnosticSink()
    let context = CatalogSpecContext(catalog)
    if let source = file.source,
      let board = try BoardReader.read(source, context: context, takesUnknownParts: true, into: sink)
    {
      return board
    }
    let findings = file.refusal.map { [$0] } ?? sink.inTextOrder
    let text = DiagnosticText(
      sources: [file.source ?? SourceText(file: file.name, text: "")], colour: common.usesColor(on: .error))
    Console.write(styled: text.render(findings), to: .error)
    throw file.source == nil ? ExitCode.unusable : ExitCode.answerIsNo
  }

  /// Makers of a number: of the line that was asked for, else all that the catalog knows.
  func makers(of mpn: String, _ catalog: Catalog) throws(CatalogError) -> [String] {
    if let known = makers[mpn] { return known }
    var found: [String] = []
    for part in try catalog.parts(mpn: mpn) where !found.contains(part.id.maker) { found.append(part.id.maker) }
    return found
  }
}

/// Parts and their list prices by number.
private struct PartFinder: Sendable {
  let catalog: Catalog
  let rates: [String: ExchangeRate]

  func part(_ number: String) -> KnownPart? {
    guard let parts = try? catalog.parts(mpn: number), let first = parts.first else { return nil }
    return KnownPart(mpn: first.id.mpn, listPrice: QuoteLines.listPrice(parts, rates))
  }
}

extension QuoteLines {
  /// From the best to the first price of lists for any of some parts, in yuan; nil where none has one.
  static func listPrice(_ parts: [Part], _ rates: [String: ExchangeRate]) -> ClosedRange<Money>? {
    var range: ClosedRange<Money>?
    for level in parts.compactMap(\.priceLevel) {
      guard let rate = level.currency == "CNY" ? .yuan : rates[level.currency] else { continue }
      let (best, first) = (rate.yuan(ofMillionths: level.best), rate.yuan(ofMillionths: level.first))
      guard best > .zero, best <= first else { continue }
      range = range.map { min($0.lowerBound, best)...max($0.upperBound, first) } ?? best...first
    }
    return range
  }

  fileprivate struct Builder {
    let catalog: Catalog
    let rates: [String: ExchangeRate]
    var lines: [WantedLine] = []
    var makers: [String: [String]] = [:]

    mutating func add(_ plan: PlanDocument) throws {
      for (group, line) in plan.lines.enumerated() {
        let parts = try catalog.parts(mpn: line.mpn)
        let values = line.parameters?.filter { ["resistance", "capacitance", "inductance"].contains($0.id) } ?? []
        add(
          line.mpn, maker: line.maker, value: values.map { $0.value.filter { $0 != " " } }.joined(separator: " "),
          package: line.package, need: line.need, parts: parts.filter { $0.id == line.part }, group: group)
      }
      for (place, line) in (plan.asked ?? []).enumerated() {
        guard let number = line.mpn ?? line.value ?? line.description else { continue }
        let parts = try line.mpn.map { try catalog.parts(mpn: $0) } ?? []
        add(
          number, maker: line.maker ?? "", value: line.value ?? "", package: line.package ?? "", need: line.need,
          parts: parts, group: plan.lines.count + place)
      }
      for missing in plan.missing ?? [] { add(says: missing.says) }
    }

    mutating func add(_ board: Board) throws {
      let context = CatalogSpecContext(catalog)
      let boards = [board] + board.variants
      for board in boards {
        for (group, slot) in board.slots.enumerated() {
          let need = slot.count * board.quantity
          let parts = try SlotCandidates(of: slot, in: context).parts
          // The cheapest first: it stands for all where only the value is said.
          let cheapest = parts.sorted { left, right in
            let prices = [left, right].map { QuoteLines.listPrice([$0], rates)?.lowerBound ?? Money(microYuan: .max) }
            return (prices[0], left.id) < (prices[1], right.id)
          }
          for part in cheapest {
            add(
              part.id.mpn, maker: part.id.maker, value: value(of: part), package: part.package, need: need,
              parts: [part],
              group: group)
          }
          for requirement in slot.requirements {
            if let mpn = requirement.mpn, parts.isEmpty {
              add(mpn, maker: requirement.maker ?? "", need: need, group: group)
            }
          }
        }
        for missing in board.bill?.missing ?? [] { add(says: missing.says) }
      }
    }

    /// A line of a bill that no part was found for: asked for by its own words.
    private mutating func add(says: String?) {
      guard let says, says.count <= 60, says.contains(where: \.isNumber) else { return }
      add(says, value: says)
    }

    private func value(of part: Part) -> String {
      ["resistance", "capacitance", "inductance"].compactMap { name in
        part.parameters[name].map { $0.description.filter { $0 != " " } }
      }.joined(separator: " ")
    }

    private mutating func add(
      _ mpn: String, maker: String = "", value: String = "", package: String = "", need: Int? = nil, parts: [Part] = [],
      group: Int? = nil
    ) {
      if !maker.isEmpty, !(makers[mpn] ?? []).contains(maker) { makers[mpn, default: []].append(maker) }
      let price = QuoteLines.listPrice(parts, rates)
      if let index = lines.firstIndex(where: { $0.mpn == mpn }) {
        if let price, let known = lines[index].listPrice {
          lines[index].listPrice = min(known.lowerBound, price.lowerBound)...max(known.upperBound, price.upperBound)
        } else {
          lines[index].listPrice = lines[index].listPrice ?? price
        }
        return
      }
      lines.append(
        WantedLine(
          mpn: mpn, maker: maker, value: value, package: package == "-" ? "" : package, need: need, listPrice: price,
          group: group))
    }
  }
}
