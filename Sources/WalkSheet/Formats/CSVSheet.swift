internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

extension WalkSheet.Format {
  /// One row a purchase; opens in spreadsheets.
  package static let csv = Self("csv", "one row a purchase", suffix: ".csv") { $0.csv() }
}

extension WalkSheet {
  /// One row a purchase in the order of the walk. The header's words are fixed, whatever the language, so that a script can rely on them.
  func csv() -> String {
    var rows = [Self.columns] + notes
    for walk in plan.walks {
      for stop in SheetStop.stops(of: walk, in: plan) {
        rows += stop.deals.map { row(of: $0, at: stop, buyer: walk.agent.text) }
        rows += stop.asks.map { row(of: $0, at: stop, buyer: walk.agent.text) }
      }
    }
    return CSVWriter.table(rows)
  }

  static let columns = [
    "buyer", "stop", "eta", "leave", "building", "floor", "counter", "stall", "stall_en", "stall_zh", "line", "refs",
    "part", "maker", "name", "package", "grade", "qty", "unit", "break", "line_total", "currency", "next_best",
    "walk_away",
    "fallback_stall", "fallback_when", "fallback_extra", "fallback_minutes", "say", "sample", "done", "date_code",
    "date_code_from",
    "chance", "answer_price", "answer_counter", "answer_condition", "answer_date_code",
  ]

  /// The counts of the states, what is not bought and why, what is at hand, and what the prices rest on.
  private var notes: [[String]] {
    let counts = states.map { [["name": language($0), "grade": language(SheetPhrase.states)]] } ?? []
    let lines = unbought.map { line in
      [
        "refs": line.slots.joined(separator: " "), "part": line.part, "maker": line.maker,
        "name": language(line.reason), "package": line.package, "grade": language(line.state),
        "qty": line.need.map(String.init) ?? "", "date_code_from": line.oldestCode ?? "",
      ]
    }
    let hand = (plan.onHand ?? []).map { line in
      [
        "refs": line.slots.joined(separator: " "), "part": line.name, "grade": language(SheetPhrase.onHand),
        "qty": "\(line.pieces)",
      ]
    }
    let prices = (footing?.rows ?? []).map { row in
      [
        "name": language(row.kind.text), "grade": language(PlanPhrase.footing.text), "qty": "\(row.lines)",
        "line_total": row.kind == .none ? "" : "\(row.amount)", "currency": row.kind == .none ? "" : plan.currency,
      ]
    }
    let hints = (footing?.sentences ?? []).map {
      ["name": language($0), "grade": language(PlanPhrase.footing.text)]
    }
    return (counts + lines + hand + prices + hints).map { cells in Self.columns.map { cells[$0] ?? "" } }
  }

  private func row(of deal: SheetPurchase, at stop: SheetStop, buyer: String) -> [String] {
    let place = stop.visit.place
    let buy = deal.buy
    let fallback = deal.fallback?.fallback
    return [
      buyer, "\(stop.number)", stop.visit.arrive.clock, stop.visit.depart.clock,
      place.map { language($0.buildingName) } ?? "", place.map { "\($0.floor)" } ?? "", place?.counter ?? "",
      stop.visit.stall.text, stop.visit.name.english, stop.visit.name.chinese, "\(deal.line + 1)",
      deal.article.slots.joined(separator: " "), deal.article.mpn, deal.article.maker, language(deal.article.name),
      deal.article.package, language(buy.condition.text(packed: buy.packing)), "\(buy.quantity)",
      buy.unitPrice.description,
      buy.breakFrom.map(String.init) ?? "", buy.amount.description, plan.currency,
      fallback.map { "\($0.unitPrice)" } ?? "", deal.walkAway.map { "\($0)" } ?? "", fallback?.stall.text ?? "",
      deal.fallback?.when.map { language($0) } ?? "", fallback.map { "\($0.extraCost)" } ?? "",
      fallback.map { "\($0.extraMinutes)" } ?? "",
      card(for: deal.article, quantity: buy.quantity, condition: buy.condition).sentence.chinese,
      buy.isSample ? language(.sample) : "", "", buy.dateCode ?? "", deal.article.dateCodeRule?.oldest ?? "", "", "",
      "", "", "",
    ]
  }

  /// What is asked for: a price that is expected, the most to pay, where to ask next, and room for the answer.
  private func row(of ask: SheetAsk, at stop: SheetStop, buyer: String) -> [String] {
    let (line, estimate, place) = (ask.line, ask.estimate, stop.visit.place)
    var cells: [String: String] = [
      "buyer": buyer, "stop": "\(stop.number)", "eta": stop.visit.arrive.clock, "leave": stop.visit.depart.clock,
      "building": place.map { language($0.buildingName) } ?? "", "floor": place.map { "\($0.floor)" } ?? "",
      "stall": stop.visit.stall.text, "stall_en": stop.visit.name.english, "stall_zh": stop.visit.name.chinese,
    ]
    let own: [String: String] = [
      "refs": line.slots.joined(separator: " "), "part": ask.part, "maker": line.maker ?? "",
      "name": language(ask.name),
      "package": line.package ?? "", "grade": language(SheetPhrase.askedFor), "qty": "\(line.need)",
      "currency": plan.currency, "say": sentence(for: ask),
    ]
    let expected: [String: String] = [
      "unit": estimate.unitPrice.map { "\($0)" } ?? "", "line_total": estimate.amount.map { "\($0)" } ?? "",
      "walk_away": estimate.most.map { "\($0)" } ?? "",
      "fallback_stall": (estimate.next.first ?? estimate.elsewhere?.stall)?.text ?? "",
      "chance": estimate.chance.map { "\($0)" } ?? "",
    ]
    for more in [own, expected] { cells.merge(more) { first, _ in first } }
    return Self.columns.map { cells[$0] ?? "" }
  }
}
