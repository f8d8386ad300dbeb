internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Reads the day of the walk: when, from where, and who walks.
struct DayReader {
  let context: any SpecContext
  let sink: DiagnosticSink

  /// A time of day and where it is written.
  private struct Clock {
    /// Since midnight, of a whole minute.
    var second: Int
    var node: MarkedNode

    /// As `09:30`.
    var text: String {
      let (hour, minute) = (second / 60).quotientAndRemainder(dividingBy: 60)
      return "\(hour / 10)\(hour % 10):\(minute / 10)\(minute % 10)"
    }
  }

  /// The hours of a day or of a buyer.
  private struct Hours {
    var start: Clock?
    var finish: Clock?
  }

  func day(_ node: MarkedNode, market: String) throws -> (day: Day, budget: Money?)? {
    guard let mapping = MappingReader(node, "day", into: sink) else { return nil }
    defer { mapping.finish() }
    let values = ValueReader(sink: sink)
    let date: String? = mapping.required("date").flatMap { self.date($0) }
    let hours = Hours(
      start: mapping.required("start").flatMap { clock($0, "start", values) },
      finish: mapping.required("finish").flatMap { clock($0, "finish", values) })
    let from = try mapping.optional("from").flatMap { try place($0, "from", market: market) }
    let to = try mapping.optional("to").flatMap { try place($0, "to", market: market) }
    let budget = mapping.optional("budget").flatMap { values.money($0, "budget", in: Limits.budget) }
    let written = mapping.required("buyers")
    let list = written?.list("buyers", into: sink) ?? []
    if let written, list.isEmpty, written.sequence != nil {
      values.refuse(written, "`buyers` names nobody who walks", help: "write `[{name: A, rate: 60 CNY/h}]`")
    }
    let buyers = try list.compactMap { try buyer($0, values, day: hours, market: market) }
    checkNames(of: list)
    check(hours)
    guard let date, let start = hours.start, let finish = hours.finish else { return nil }
    return (
      Day(date: date, start: start.second, finish: finish.second, from: from, to: to, buyers: buyers), budget
    )
  }

  private func clock(_ node: MarkedNode, _ subject: String, _ values: ValueReader) -> Clock? {
    values.clock(node, subject).map { Clock(second: $0, node: node) }
  }

  /// Reports a day that ends before it begins, at its finish.
  private func check(_ day: Hours) {
    guard let start = day.start, let finish = day.finish, finish.second <= start.second else { return }
    sink.report(
      Diagnostic(
        SpecCodes.date, "`finish` is not after `start`", at: finish.node.span,
        notes: [Diagnostic.Note("the day starts here", at: start.node.span)],
        helps: ["write a time after `\(start.text)`"]))
  }

  /// Reports a buyer's own hours that leave no time, the day's in the place of those that are not given; at the buyer's own one.
  private func check(_ own: Hours, of name: String, on day: Hours) {
    guard own.start != nil || own.finish != nil, let start = own.start ?? day.start,
      let finish = own.finish ?? day.finish, finish.second <= start.second
    else { return }
    let isFinish = own.finish != nil
    let (at, other) = isFinish ? (finish, start) : (start, finish)
    let whose = (isFinish ? own.start : own.finish) == nil ? "the day" : "`\(name)`"
    sink.report(
      Diagnostic(
        SpecCodes.date,
        isFinish
          ? "`\(name)` must be back at `\(finish.text)`, which is not after the start at `\(start.text)`"
          : "`\(name)` starts at `\(start.text)`, which is not before the finish at `\(finish.text)`",
        at: at.node.span,
        notes: [Diagnostic.Note("\(whose) \(isFinish ? "starts" : "finishes") here", at: other.node.span)],
        helps: ["write a time \(isFinish ? "after" : "before") `\(other.text)`"]))
  }

  /// Reports a name that two buyers share: a plan refers to each of them by it.
  private func checkNames(of buyers: [MarkedNode]) {
    var first: [String: SourceSpan] = [:]
    for node in buyers {
      guard let name = node["name"], let text = name.scalar?.text else { continue }
      if let known = first[text] {
        sink.report(
          Diagnostic(
            SpecCodes.value, "two buyers have the name `\(text)`", at: name.span,
            notes: [Diagnostic.Note("the other one stands here", at: known)],
            helps: ["give each buyer a name of their own"]))
      } else {
        first[text] = name.span
      }
    }
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
    if known.isEmpty, try context.marketIDs().contains(market) {
      sink.report(
        Diagnostic(
          SpecCodes.unknownName, "`\(subject): \(id)` does not apply: market `\(market)` has no places to walk between",
          severity: .warning, at: node.span, helps: ["leave it out"]))
    } else if !known.isEmpty, !known.contains(id) {
      sink.report(.unknown("place", id, of: "market `\(market)`", at: node.span, among: known))
    }
    return id
  }

  /// A buyer's name, by which plans and sheets call them.
  private func name(_ node: MarkedNode, _ values: ValueReader) -> String? {
    guard let name = node.word("name", into: sink) else { return nil }
    guard name.contains(where: { !$0.isWhitespace }) else {
      values.refuse(node, "`name` of a buyer is empty", help: "write `name: A`")
      return nil
    }
    return name
  }

  private func buyer(_ node: MarkedNode, _ values: ValueReader, day: Hours, market: String) throws -> Buyer? {
    guard let mapping = MappingReader(node, "a buyer", into: sink) else { return nil }
    defer { mapping.finish() }
    let name = mapping.required("name").flatMap { self.name($0, values) }
    let rate = mapping.required("rate").flatMap { values.hourlyRate($0, "rate") }
    let load = mapping.optional("load").flatMap { values.positive($0, "load", .mass) }
    let start = mapping.optional("start").flatMap { clock($0, "start", values) }
    let finish = mapping.optional("finish").flatMap { clock($0, "finish", values) }
    let from = try mapping.optional("from").flatMap { try place($0, "from", market: market) }
    let to = try mapping.optional("to").flatMap { try place($0, "to", market: market) }
    check(Hours(start: start, finish: finish), of: name ?? "the buyer", on: day)
    guard let name, let rate else { return nil }
    let milligrams = load.map { $0.stored / 1000 }
    if let milligrams, !Limits.load.contains(milligrams) {
      values.refuse(
        mapping.optional("load") ?? node, "`load` must be from 1 mg to \(Limits.load.upperBound / 1_000_000) kg",
        help: "write `15 kg`")
      return nil
    }
    return Buyer(
      name: name, ratePerHour: rate, load: milligrams, start: start?.second, finish: finish?.second, from: from, to: to)
  }
}
