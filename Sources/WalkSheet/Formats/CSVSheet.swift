internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

extension WalkSheet.Format {
  /// One row a purchase; opens in spreadsheets.
  package static let csv = WalkSheet.Format("csv", ending: ".csv") { $0.csv() }
}

extension WalkSheet {
  /// One row a purchase in the order of the walk. The header's words are fixed, whatever the language, so that a script can rely on them.
  func csv() -> String {
    var rows = [Self.columns] + (plan.missing ?? []).map(row)
    for walk in plan.walks {
      for stop in SheetStop.stops(of: walk, in: plan) {
        rows += stop.deals.map { row(of: $0, at: stop, buyer: walk.agent.text) }
      }
    }
    return CSVCell.table(rows)
  }

  static let columns = [
    "buyer", "stop", "eta", "leave", "building", "floor", "counter", "stall", "stall_en", "stall_zh", "line", "refs",
    "part", "maker", "name", "package", "grade", "qty", "unit", "break", "line_total", "currency", "next_best",
    "walk_away",
    "fallback_stall", "fallback_when", "fallback_extra", "fallback_minutes", "say", "sample", "done",
  ]

  /// A line that is not bought: what the bill says of it, and why.
  private func row(of line: MissingLine) -> [String] {
    let cells = [
      "refs": line.slots.joined(separator: " "), "part": line.says ?? "", "name": language(line.reason),
      "grade": language(SheetPhrase.missing),
    ]
    return Self.columns.map { cells[$0] ?? "" }
  }

  private func row(of deal: SheetPurchase, at stop: SheetStop, buyer: String) -> [String] {
    let place = stop.visit.place
    let buy = deal.buy
    let fallback = deal.fallback?.fallback
    return [
      buyer, "\(stop.number)", stop.visit.arrive.clock, stop.visit.depart.clock,
      place.map { language($0.buildingName) } ?? "", place.map { "\($0.floor)" } ?? "", place?.counter ?? "",
      stop.visit.stall, stop.visit.name.english, stop.visit.name.chinese, "\(deal.line + 1)",
      deal.article.slots.joined(separator: " "), deal.article.mpn, deal.article.maker, language(deal.article.name),
      deal.article.package, language(buy.condition.text), "\(buy.quantity)", buy.unitPrice.description,
      buy.breakFrom.map(String.init) ?? "", buy.amount.description, plan.currency,
      fallback.map { "\($0.unitPrice)" } ?? "", deal.walkAway.map { "\($0)" } ?? "", fallback?.stall ?? "",
      deal.fallback?.when.map { language($0) } ?? "", fallback.map { "\($0.extraCost)" } ?? "",
      fallback.map { "\($0.extraMinutes)" } ?? "",
      card(for: deal.article, quantity: buy.quantity, condition: buy.condition).sentence.chinese,
      buy.isSample ? language(.sample) : "", "",
    ]
  }
}

/// A cell that a spreadsheet shows as the text it is.
enum CSVCell {
  /// Rows as a file: RFC 4180 with CRLF, led by a byte-order mark so that spreadsheets read UTF-8.
  /// Tables `forMachines`, which a shop's page reads, have codes such as `0402` plain.
  static func table(_ rows: [[String]], forMachines: Bool = false) -> String {
    "\u{FEFF}"
      + rows.map { cells in
        cells.map { forMachines && isCodeWithZeros($0) ? $0 : text($0) }.joined(separator: ",") + "\r\n"
      }.joined()
  }

  /// Quoted where RFC 4180 asks for it. A text that a spreadsheet would run as a formula gets an apostrophe before it; a
  /// number with leading zeros (`0402`) is written as the formula `="0402"`, the one way in which its zeros stay.
  static func text(_ value: String) -> String {
    if isCodeWithZeros(value) { return "\"=\"\"\(value)\"\"\"" }
    let safe = startsFormula(value) ? "'" + value : value
    guard safe.unicodeScalars.contains(where: { ["\"", ",", "\r", "\n", "\t"].contains($0) }) || safe != safe.trimmed
    else { return safe }
    return "\"" + safe.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  /// A leading `=`, `+`, `-`, `@` or control character, also behind blanks; a plain number is none.
  private static func startsFormula(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first(where: { $0 != " " }) else { return false }
    if first.value < 0x20 || first == "\u{FF1D}" || first == "\u{FF0B}" || first == "\u{FF0D}" || first == "\u{FF20}" {
      return true
    }
    guard ["=", "+", "-", "@"].contains(first) else { return false }
    return
      !(first == "-" && value.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") } && value.count > 1)
  }

  private static func isCodeWithZeros(_ value: String) -> Bool {
    value.count > 1 && value.hasPrefix("0") && value.utf8.allSatisfy { (48...57).contains($0) }
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
