internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

extension WalkSheet.Format {
  /// One order sheet for each stall.
  package static let orders = Self("orders", "a table for each stall") { try $0.orderSheets(base: $1) }
}

extension WalkSheet {
  /// One table for each stall, to hand over or to send ahead: what is wanted, and room for what it costs there.
  func orderSheets(base: String) throws -> [File] {
    var files: [File] = []
    var taken: Set<String> = []
    for walk in plan.walks {
      for stop in SheetStop.stops(of: walk, in: plan) where !stop.deals.isEmpty || !stop.asks.isEmpty {
        var name = FileName.safe(stop.visit.stall.text)
        // Two visits of one stall are two orders.
        while !taken.insert(name).inserted { name += "-\(stop.number)" }
        files.append(
          File(name: "\(base)-orders/\(name).csv", text: stop.asks.isEmpty ? orderSheet(stop) : inquiry(stop)))
      }
    }
    if files.isEmpty { throw Refusal.nothingBought }
    return missingSheet(base: base) + files
  }

  /// What nobody is asked for, ahead of the orders.
  private func missingSheet(base: String) -> [File] {
    guard let heading = incomplete else { return [] }
    let rows =
      (states.map { [[language($0)]] } ?? []) + [[language(heading)]]
      + [[language(.references), language(.part), language(.why), language(.quantity)]]
      + unbought.map {
        [$0.slots.joined(separator: " "), $0.part, language($0.reason), $0.need.map(String.init) ?? ""]
      }
    return [File(name: "\(base)-orders/0-missing.csv", text: CSVWriter.table(rows))]
  }

  /// What is asked for on a floor, with room for the answers and without what is expected.
  private func inquiry(_ stop: SheetStop) -> String {
    var rows = [
      [language(SheetPhrase.askedFor), language(stop.visit.name), stop.visit.stall.text],
      [language(Phrase.place), language(stop.placeOrParcel)],
      [language(Phrase.date), "\(plan.date) \(stop.visit.arrive.clock)"], [],
      [
        language(.part), language(.maker), language(.name), language(.package), language(.quantity),
        language(SheetPhrase.priceEach), language(SheetPhrase.counter), language(.condition),
        language(SheetPhrase.codeOnLabel), language(.references),
      ],
    ]
    rows += stop.asks.map { ask in
      [
        ask.part, ask.line.maker ?? "", language(ask.name), ask.line.package ?? "", "\(ask.line.need)", "", "", "", "",
        ask.line.slots.joined(separator: " "),
      ]
    }
    return CSVWriter.table(rows)
  }

  private func orderSheet(_ stop: SheetStop) -> String {
    let hasDateCodes = stop.deals.contains { $0.buy.dateCode != nil || $0.article.dateCodeRule != nil }
    let total = stop.deals.reduce(Money.zero) { $0 + $1.buy.amount.money }
    var rows = [
      [language(SheetPhrase.orderSheet), language(stop.visit.name), stop.visit.stall.text],
      [language(Phrase.place), language(stop.placeOrParcel)],
      [language(Phrase.date), "\(plan.date) \(stop.visit.arrive.clock)"], [],
      [
        language(.line), language(.part), language(.name), language(.package), language(.condition),
        language(.quantity), language(.unitPrice), language(.amount), language(.references),
      ] + (hasDateCodes ? [language(.dateCodeName)] : []),
    ]
    rows += stop.deals.map { deal in
      [
        "\(deal.line + 1)", deal.article.mpn, language(deal.article.name), deal.article.package,
        language(deal.buy.condition.text(packed: deal.buy.packing)), "\(deal.buy.quantity)", "\(deal.buy.unitPrice)",
        "\(deal.buy.amount)",
        deal.article.slots.joined(separator: " "),
      ] + (hasDateCodes ? [dateCode(of: deal)] : [])
    }
    rows.append([language(.total), "", "", "", "", "", "", "\(Amount(total))", ""] + (hasDateCodes ? [""] : []))
    return CSVWriter.table(rows)
  }

  /// What the seller said of the date code, and what is asked for; empty where neither is known.
  private func dateCode(of deal: SheetPurchase) -> String {
    let (said, oldest) = (deal.buy.dateCode, deal.article.dateCodeRule?.oldest)
    return said == nil && oldest == nil ? "" : language(Phrase.dateCode(said: said, oldest: oldest))
  }
}

/// Names of files made from names of the world.
package enum FileName {
  /// The name without anything that could lead out of a folder: letters, digits, `-` and `_`, at most 80 of them.
  package static func safe(_ name: String) -> String {
    let safe = name.unicodeScalars.prefix(80).map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_"
        ? String(scalar) : "-"
    }
    return safe.isEmpty ? "plan" : safe.joined()
  }
}
