package import Diagnostics
internal import Electronics

/// Every slot can be filled by some part of the catalog.
package struct SlotsHaveCandidates: BoardRule {
  package static let code = DiagnosticCode(
    "B011", "slot without a candidate",
    page: """
      No part of the catalog meets what a slot asks for, so the board cannot be bought however it is planned. The message names
      the condition that fails for every part of the kind; where each condition alone can be met but not all together, a note
      names the part that comes closest and what it lacks. A part that does not state a parameter meets no condition on it.

      Loosen the condition, allow another package, add an alternate under `any`, or add the part to the catalog.
      """)

  package init() {}

  package func check(
    _ board: Board, candidates: [SlotCandidates], context: any SpecContext, into sink: DiagnosticSink
  ) {
    for (slot, candidates) in zip(board.slots, candidates) {
      // A part in the words of a bill need not be known.
      if candidates.parts.isEmpty, slot.asked == nil { sink.report(.unfilled(slot, candidates.misses)) }
    }
  }
}

extension Diagnostic {
  /// One requirement is told at its own place; alternates become notes under the slot.
  fileprivate static func unfilled(_ slot: Slot, _ misses: [RequirementMiss]) -> Diagnostic {
    if misses.count == 1, let miss = misses.first {
      return Diagnostic(
        SlotsHaveCandidates.code, "\(miss.message) for `\(slot.key)`", at: miss.span ?? slot.span,
        notes: miss.nearest.map { [.init($0)] } ?? [], helps: miss.help.map { [$0] } ?? [])
    }
    let notes = misses.map { Note([$0.message, $0.nearest].compactMap { $0 }.joined(separator: "; "), at: $0.span) }
    return Diagnostic(
      SlotsHaveCandidates.code, "none of the \(misses.count) alternates of `\(slot.key)` has a candidate",
      at: slot.span,
      notes: notes)
  }
}

extension RequirementMiss {
  /// The condition that fails, where it is one.
  fileprivate var span: SourceSpan? {
    switch cause {
    case .nothingOfTheKind: nil
    case .condition(let condition, _): condition.span
    case .combination(_, let fails): fails.count == 1 ? fails[0].span : nil
    }
  }

  fileprivate var message: String {
    switch cause {
    case .nothingOfTheKind: "the catalog has no \(kind)"
    case .condition(let condition, _): "no \(kind) has \(condition.phrase)"
    // The number or the maker is written otherwise.
    case .combination where requirement.conditions.isEmpty: "the catalog has no \(kind)"
    case .combination:
      "no \(kind) has " + requirement.conditions.map(\.phrase).joined(separator: " and ")
    }
  }

  /// The part that comes closest and what it is or lacks.
  fileprivate var nearest: String? {
    guard case .combination(let part, let fails) = cause, !fails.isEmpty else { return nil }
    let lacks = fails.map { condition in
      "\(condition.parameter) " + (condition.value(of: part).map { "is \($0)" } ?? "is not stated")
    }
    return "nearest is `\(part.id.mpn)` (\(part.id.maker)): " + lacks.joined(separator: ", ")
  }

  fileprivate var help: String? {
    if case .combination(let part, let fails) = cause, fails.isEmpty { return "did you mean `\(part.id.mpn)`?" }
    guard case .condition(let condition, let known) = cause else { return nil }
    if known.isEmpty { return "no \(kind) in the catalog states `\(condition.parameter)`" }
    let names = Set(known.flatMap(\.names)).sorted()
    let wanted = condition.words
    if !names.isEmpty, let meant = wanted.lazy.compactMap({ closestMatch(to: $0, among: names) }).first {
      return "did you mean `\(meant)`?"
    }
    if names.isEmpty, let first = known.first, let last = known.last, known.count > 6 {
      return "the catalog has `\(first)` to `\(last)`"
    }
    let shown = (names.isEmpty ? known.map(\.description) : names).prefix(12).map { "`\($0)`" }
    return "the catalog has " + shown.joined(separator: ", ") + (max(names.count, known.count) > 12 ? ", …" : "")
  }

  /// `charger`, or the number where one is pinned.
  private var kind: String {
    let maker = requirement.maker.map { " from \($0)" } ?? ""
    return "`\(requirement.mpn ?? requirement.category ?? "part")`\(maker)"
  }
}

extension ParameterCondition {
  /// ``current `>= 500 mA` ``.
  fileprivate var phrase: String { "\(parameter) `\(text)`" }

  /// The words that the test asks for.
  fileprivate var words: [String] {
    switch test {
    case .equals(let value): value.names
    case .oneOf(let values), .noneOf(let values): values.flatMap(\.names)
    case .atLeast, .atMost, .range: []
    }
  }
}

extension ParameterValue {
  fileprivate var names: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let words): words
    case .quantity, .range, .flag: []
    }
  }
}
