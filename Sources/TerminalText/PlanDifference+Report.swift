internal import Base
internal import Market
package import Phrases
package import SourcingPlan

extension PlanDifference {
  /// The difference as it is read. Names are those of the two plans' files.
  package func report(from before: String, to after: String, _ language: Language) -> Report {
    let words = DifferenceWords(language: language)
    var report = Report(title: words.say(.from(before, to: after)))
    if isEmpty { report.add("", [.sentence(words.say(.same))]) }
    report.add(words.say(.money), [words.table(isEmpty ? [] : words.money(self))])
    report.add(words.say(.lines), [.changes(lines.map(words.entry))])
    for walk in walks {
      report.add(words.say(.walk(of: walk.agent.text)), [.changes(words.stops(walk) + words.times(walk))])
    }
    report.add(words.say(.dates), [.changes(words.dates(dates))])
    report.add(words.say(.proof), [.changes(words.proof(proof))])
    report.add(
      words.say(.inputs),
      [.changes(inputs.map { words.entry($0.title(language), Change($0.before, $0.after)) })])
    return report
  }
}

/// Sentences and rows of a difference in one language.
private struct DifferenceWords {
  let language: Language

  func say(_ phrase: DifferencePhrase) -> String { phrase(language) }
  var none: String { say(.none) }

  /// A table of what was, what is, and the difference.
  func table(_ rows: [[String]]) -> Report.Block {
    .table(["", say(.before), say(.after), say(.difference)], rows: rows)
  }

  func entry(_ what: String, _ change: Change<String>) -> Report.Entry {
    Report.Entry(what, before: [change.before].compactMap(\.self), after: [change.after].compactMap(\.self))
  }

  // MARK: Money

  func money(_ difference: PlanDifference) -> [[String]] {
    let minutes = difference.minutes
    let boards = difference.boards.map { board in
      numbers(say(.boards(of: board.title)), board.count)
    }
    return boards + difference.money.terms.map { row($0.term.name(language), $0.amount) }
      + [
        row(PlanPhrase.total(language), difference.money.total), row(PlanPhrase.cash(language), difference.money.cash),
        numbers(say(.minutesAway), minutes),
      ]
  }

  private func row(_ name: String, _ amount: AmountChange) -> [String] {
    [name, "\(amount.before)", "\(amount.after)", amount.isNone ? "" : amount.signed]
  }

  private func numbers(_ name: String, _ change: Change<Int>) -> [String] {
    let difference = (change.after ?? 0) - (change.before ?? 0)
    return [
      name, change.before.map(String.init) ?? none, change.after.map(String.init) ?? none,
      difference == 0 ? "" : "\(difference > 0 ? "+" : "")\(difference)",
    ]
  }

  // MARK: Lines

  func entry(_ line: LineDifference) -> Report.Entry {
    let amount = line.amount
    return Report.Entry(
      ReferenceList(line.slots).description + (amount.isNone ? "" : "  \(amount.signed)"),
      before: line.before.flatMap(fillings), after: line.after.flatMap(fillings))
  }

  private func fillings(_ filling: SlotFilling) -> [String] {
    let part = filling.part ?? ""
    switch filling.state {
    case .bought where filling.buys.isEmpty: return [say(.notBought(part: part, need: filling.need))]
    case .bought:
      return filling.buys.map {
        say(.bought(part: part, quantity: $0.quantity, stall: $0.stall.text, amount: "\($0.amount)"))
      }
    case .askedFor: return [say(.asked(part: part, need: filling.need, floor: filling.floor?.text))]
    case .onHand: return [filling.need.map { say(.stock(part: part, pieces: $0)) } ?? part]
    case .toBeFoundOut: return [say(.open(says: part))]
    case .leftOut: return [say(.leftOut(says: part))]
    }
  }

  // MARK: The day

  func stops(_ walk: WalkDifference) -> [Report.Entry] {
    walk.stops.map { stop in
      let place = "\(stop.name(language)) (\(stop.stall))"
      let what: DifferencePhrase =
        switch (stop.before, stop.after) {
        case (let before?, let after?): .stopMoved(from: before.number, to: after.number)
        case (let before?, nil): .stopGone(before.number)
        default: .stopNew(stop.after?.number ?? 0)
        }
      return Report.Entry(
        say(what), before: stop.before.map { ["\($0.begin.clock)  \(place)"] } ?? [],
        after: stop.after.map { ["\($0.begin.clock)  \(place)"] } ?? [])
    }
  }

  func times(_ walk: WalkDifference) -> [Report.Entry] {
    [entry(say(.leaves), walk.start, \.clock), entry(say(.back), walk.finish, \.clock)].compactMap(\.self)
  }

  func dates(_ dates: DateDifference) -> [Report.Entry] {
    [entry(say(.day), dates.day, \.description)].compactMap(\.self)
      + dates.tasks.map { task in
        entry(
          task.name(language),
          Change(
            span(task.start.before, task.finish.before, at: task.place, \.before),
            span(task.start.after, task.finish.after, at: task.place, \.after)))
      }
      + dates.parcels.compactMap { entry(say(.parcelOf($0.name)), $0.arrives, \.description) }
  }

  /// When a task is done, and where if that changes; nil where it is not.
  private func span(
    _ start: LocalTime?, _ finish: LocalTime?, at place: Change<String>, _ side: (Change<String>) -> String?
  ) -> String? {
    guard let start, let finish else { return nil }
    let times = "\(start.date) \(start.clock) – \(finish.date) \(finish.clock)"
    return place.isNone ? times : times + (side(place).map { " (\($0))" } ?? "")
  }

  func proof(_ proof: Change<PlanProof>) -> [Report.Entry] {
    proof.isNone ? [] : [entry("", Change(proof.before.map(words), proof.after.map(words)))]
  }

  private func words(_ proof: PlanProof) -> String {
    let status: DifferencePhrase =
      switch proof.status {
      case .optimal: .optimal
      case .feasible: .feasible
      case .infeasible: .infeasible
      case .unknown: .unknown
      }
    guard let bound = proof.bound, let gap = proof.gap, proof.status == .feasible else { return say(status) }
    return say(.within(bound: "\(bound)", percent: gap.percent))
  }

  /// Nil where nothing changed.
  private func entry<Value>(_ what: String, _ change: Change<Value>, _ text: (Value) -> String) -> Report.Entry? {
    change.isNone ? nil : entry(what, Change(change.before.map(text), change.after.map(text)))
  }
}

extension AmountChange {
  /// The difference with its sign: `+1.20`.
  fileprivate var signed: String { (difference.money > .zero ? "+" : "") + "\(difference)" }
}
