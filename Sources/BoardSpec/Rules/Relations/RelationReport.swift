internal import Diagnostics
internal import Electronics

/// Tells what relations say of a board.
struct RelationReport {
  let board: RuledBoard

  /// The finding where no selection satisfies the relation; nil where one does.
  func finding(_ compiled: CompiledRelation) -> Diagnostic? {
    guard !compiled.canHold else { return nil }
    let relation = compiled.relation
    var notes = relation.notes + compiled.reasons.map { Diagnostic.Note($0) }
    let untold = compiled.brokenCount - compiled.reasons.count
    if !compiled.reasons.isEmpty, untold > 0 {
      notes.append(
        .init("\(untold) other kind\(untold == 1 ? "" : "s") of candidates fail\(untold == 1 ? "s" : "") likewise"))
    }
    if case .sum(let sum) = relation.form {
      for share in compiled.leastShares.prefix(4) {
        notes.append(
          .init("`\(board.name(share.slot))`: \(sum.describe(share.least)) at least", at: board.span(share.slot)))
      }
    }
    return Diagnostic(
      relation.code, compiled.claim, severity: relation.severity, at: relation.span, notes: notes,
      helps: relation.helps, fixes: relation.fixes)
  }

  /// What could not be checked: one note for each rule and parameter, at the first place, naming the slots.
  func report(unknown compiled: [CompiledRelation], into sink: DiagnosticSink) {
    struct Key: Hashable {
      var code: DiagnosticCode
      var parameter: String
    }
    var order: [Key] = []
    var places: [Key: [(slot: Int, span: SourceSpan?)]] = [:]
    for item in compiled {
      for fact in item.missing {
        let key = Key(code: item.relation.code, parameter: fact.parameter)
        if places[key] == nil { order.append(key) }
        if places[key]?.contains(where: { $0.slot == fact.slot && $0.slot >= 0 }) ?? false { continue }
        places[key, default: []].append((fact.slot, fact.slot < 0 ? item.relation.span : board.span(fact.slot)))
      }
    }
    for item in compiled where item.isUndecided {
      let message = "not fully checked: none of \(item.brokenCount) combinations of parts meets it, and there are more"
      sink.report(Diagnostic(item.relation.code, message, severity: .note, at: item.relation.span))
      sink.skip(SkippedCheck(item.relation.code, because: message, at: item.relation.span))
    }
    for key in order {
      let found = places[key] ?? []
      let message = self.message(key.parameter, found.map(\.slot))
      sink.report(Diagnostic(key.code, message, severity: .note, at: found.first?.span))
      sink.skip(SkippedCheck(key.code, because: message, at: found.first?.span))
    }
  }

  private func message(_ parameter: String, _ slots: [Int]) -> String {
    let known = slots.filter { $0 >= 0 }
    guard !known.isEmpty else { return "not checked: \(parameter)" }
    if known.count == 1 {
      let lacking = board.candidates[known[0]].count { $0.fact(parameter) == nil }
      let total = board.candidates[known[0]].count
      let whose =
        total == 1
        ? "" : lacking == total ? " by any of its \(total) candidates" : " by \(lacking) of its \(total) candidates"
      return "not fully checked for `\(board.name(known[0]))`: `\(parameter)` is not stated\(whose)"
    }
    let named = known.prefix(6).map { "`\(board.name($0))`" }.joined(separator: ", ")
    let more = known.count > 6 ? " and \(known.count - 6) more" : ""
    return "not fully checked for \(named)\(more): `\(parameter)` is not stated by all candidates"
  }
}
