internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Reads the day of the walk: when, from where, and who walks.
struct DayReader {
  let context: any SpecContext
  let sink: DiagnosticSink

  func day(_ node: MarkedNode, market: String) throws -> (day: Day, budget: Money?)? {
    guard let mapping = MappingReader(node, "day", into: sink) else { return nil }
    defer { mapping.finish() }
    let values = ValueReader(sink: sink)
    let date: String? = mapping.required("date").flatMap { self.date($0) }
    let start = mapping.required("start").flatMap { values.clock($0, "start") }
    let finish = mapping.required("finish").flatMap { values.clock($0, "finish") }
    let from = try mapping.optional("from").flatMap { try place($0, "from", market: market) }
    let to = try mapping.optional("to").flatMap { try place($0, "to", market: market) }
    let budget = mapping.optional("budget").flatMap { values.money($0, "budget", in: Limits.budget) }
    let written = mapping.required("buyers")
    let list = written?.list("buyers", into: sink) ?? []
    if let written, list.isEmpty, written.sequence != nil {
      values.refuse(written, "`buyers` names nobody who walks", help: "write `[{name: A, rate: 60 CNY/h}]`")
    }
    let buyers = list.compactMap { buyer($0, values) }
    if let start, let finish, finish <= start {
      let at = mapping.optional("finish")?.span ?? mapping.span
      let note = mapping.optional("start").map { Diagnostic.Note("the day starts here", at: $0.span) }
      sink.report(
        Diagnostic(SpecCodes.date, "`finish` is not after `start`", at: at, notes: note.map { [$0] } ?? []))
    }
    guard let date, let start, let finish else { return nil }
    return (Day(date: date, start: start, finish: finish, from: from, to: to, buyers: buyers), budget)
  }

  private func date(_ node: MarkedNode) -> String? {
    guard let text = node.word("date", into: sink) else { return nil }
    if let date = LocalDate(text) { return date.description }
    sink.report(
      Diagnostic(SpecCodes.date, "`\(text)` is no day of the calendar", at: node.span, helps: ["write `2026-12-04`"]))
    return nil
  }

  private func place(_ node: MarkedNode, _ subject: String, market: String) throws -> String? {
    guard let id = node.word(subject, into: sink) else { return nil }
    let known = try context.nodeIDs(market: market)
    if !known.contains(id), !known.isEmpty {
      sink.report(.unknown("place", id, of: "market `\(market)`", at: node.span, among: known))
    }
    return id
  }

  private func buyer(_ node: MarkedNode, _ values: ValueReader) -> Buyer? {
    guard let mapping = MappingReader(node, "a buyer", into: sink) else { return nil }
    defer { mapping.finish() }
    let name = mapping.required("name")?.word("name", into: sink)
    let rate = mapping.required("rate").flatMap { values.hourlyRate($0, "rate") }
    let load = mapping.optional("load").flatMap { values.positive($0, "load", .mass) }
    guard let name, let rate else { return nil }
    let milligrams = load.map { $0.stored / 1000 }
    if let milligrams, !Limits.load.contains(milligrams) {
      values.refuse(
        mapping.optional("load") ?? node, "`load` must be from 1 mg to \(Limits.load.upperBound / 1_000_000) kg",
        help: nil)
      return nil
    }
    return Buyer(name: name, ratePerHour: rate, load: milligrams)
  }
}
