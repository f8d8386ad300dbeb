internal import Diagnostics
internal import Electronics
internal import Selection

/// Relations each of which some selection satisfies, but which exclude each other.
enum JointCheck {
  static let code = DiagnosticCode(
    "B013", "requirements that exclude each other",
    page: """
      Each requirement can be met, but not all of them by one selection of parts: the parts that one allows are those that
      another forbids. The notes name a smallest set of requirements in conflict: without any one of them, the others can be met
      together.

      Loosen one of the slots that the notes name, so that it has more candidates, or change the rail, battery or budget that
      the requirement is about. A requirement that may be broken on this board can be waived under `waivers`, with a reason.
      """)

  /// The conflict, or nil where a selection exists or none was excluded within the work allowed.
  static func finding(_ compiled: [CompiledRelation], on board: RuledBoard) -> Diagnostic? {
    let binding = compiled.filter { $0.relation.severity == .error && $0.canHold && $0.constraint != nil }
    let model = ChoiceModel(
      optionCounts: board.candidates.map { max(1, $0.count) }, constraints: binding.compactMap(\.constraint))
    guard model.search() == .impossible, let conflict = model.conflict() else { return nil }
    let notes = conflict.map { index -> Diagnostic.Note in
      let item = binding[index]
      return .init("\(item.requirement(on: board)) [\(item.relation.code.id)]", at: item.relation.span)
    }
    return Diagnostic(
      code, "no selection of parts meets these \(conflict.count) requirements together",
      at: conflict.first.flatMap { binding[$0].relation.span }, notes: notes)
  }
}

extension CompiledRelation {
  /// What the relation asks for, for the list of a conflict: its rule, the slots that it binds, and what it leaves of one.
  fileprivate func requirement(on board: RuledBoard) -> String {
    let slots = relation.slots
    let named = slots.prefix(6).map { "`\(board.name($0))`" }.joined(separator: ", ")
    let scope = named + (slots.count > 6 ? ", …" : "")
    if case .table(let table)? = constraint, slots.count == 1 {
      let left = zip(board.candidates[slots[0]], table.classes[0]).filter { table.allowed[Int($0.1)] }.map(\.0.id.mpn)
      let shown = left.prefix(3).map { "`\($0)`" }.joined(separator: ", ") + (left.count > 3 ? ", …" : "")
      return "`\(relation.code.title)` leaves \(shown) for \(scope)"
    }
    return "\(relation.claim.isEmpty ? relation.code.title : relation.claim) binds \(scope)"
  }
}
