package import Diagnostics
internal import Electronics

/// What plugs together fits together.
package struct MatesFit: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B312", "plug and socket do not fit",
    page: """
      The slot plugs into another one (`mates`), and the two differ in what must agree: the number of contacts, the pitch, or the
      series. A display with 12 contacts at 0.5 mm goes into a socket with 12 at 0.5 mm; a PH lead into a PH header.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.candidates.indices.compactMap { slot in
      guard !board.candidates[slot].isEmpty, let mate = board.use(slot).mate, let other = board.slot(mate.text),
        other != slot
      else { return nil }
      return together(
        [(slot, Self.reads), (other, Self.reads)], on: board,
        claim: "`\(board.name(slot))` does not fit `\(board.name(other))`", at: mate.span
      ) { Self.judge($0) }
    }
  }

  private static let reads = ["contacts", "pitch", "type", "category"]
  /// Kinds whose `type` is a series that must agree.
  private static let series: Set<String> = ["wire-connector", "wire-lead", "rf-connector", "rf-cable"]

  private static func judge(_ parts: [Part]) -> Judgement {
    var missing: [MissingFact] = []
    for name in ["contacts", "pitch"] {
      switch (parts[0].quantity(name), parts[1].quantity(name)) {
      case (let left?, let right?):
        if left != right { return .broken("\(name) `\(left)` and `\(right)`") }
      case (nil, _): missing.append(MissingFact(position: 0, parameter: name))
      case (_, nil): missing.append(MissingFact(position: 1, parameter: name))
      }
    }
    if parts.allSatisfy({ series.contains($0.category) }) {
      if let left = parts[0].text("type"), let right = parts[1].text("type"), left != right {
        return .broken("series `\(left)` and `\(right)`")
      }
    }
    return missing.isEmpty ? .holds : .unknown(missing)
  }
}
