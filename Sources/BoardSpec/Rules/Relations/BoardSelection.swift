internal import Diagnostics
package import Electronics
package import Selection

/// The rules of a board as constraints on which part fills which slot, for the search.
package struct BoardSelection: Sendable {
  /// A variable for each slot, an option for each of its parts, in order, and one more where the slot may stay empty.
  package let choices: ChoiceModel
  private let board: RuledBoard
  private let relations: [Relation]

  /// - Parameters:
  ///   - board: with all candidates, by which rules know what a slot is.
  ///   - options: the parts that may be taken, by slot.
  ///   - mayStayEmpty: slots that have a last option of no part, which breaks no rule.
  /// - Complexity: that of judging each relation once for each combination of classes of parts.
  package init(_ board: RuledBoard, options: [[Part]], mayStayEmpty: Set<Int> = []) {
    self.board = board
    var relations: [Relation] = []
    var constraints: [ChoiceConstraint] = []
    for relation in RuleBook.relations(on: board) where relation.severity == .error {
      if relation.slots.contains(where: { options[$0].isEmpty }) { continue }
      guard let constraint = CompiledRelation(relation, candidates: options).constraint else { continue }
      relations.append(relation)
      constraints.append(mayStayEmpty.isEmpty ? constraint : constraint.allowing(emptyOptionOf: mayStayEmpty))
    }
    self.relations = relations
    choices = ChoiceModel(
      optionCounts: options.indices.map { options[$0].count + (mayStayEmpty.contains($0) ? 1 : 0) },
      constraints: constraints)
  }

  /// Requirements that cannot hold together, none of which can be left out; nil where a selection is allowed, or where the
  /// work allowed does not tell.
  package func conflict() -> [Requirement]? {
    guard choices.search() == .impossible else { return nil }
    return choices.conflict()?.map { index in
      let relation = relations[index]
      let title = relation.claim.isEmpty ? relation.code.title : relation.claim
      return Requirement(slots: Array(Set(relation.slots)).sorted(), text: "\(title) [\(relation.code.id)]")
    }
  }

  /// A requirement of a conflict: what it forbids, and the slots that it binds.
  package struct Requirement: Sendable, Hashable {
    package var slots: [Int]
    package var text: String
  }
}

extension RuleBook {
  /// What rules forbid about one selection of parts: for each relation that is broken, its code and why.
  ///
  /// - Parameters:
  ///   - board: with all candidates, by which rules know what a slot is.
  ///   - part: the part that fills a slot; relations about slots without one are passed over.
  package static func breaches(on board: RuledBoard, part: (Int) -> Part?) -> [Breach] {
    relations(on: board).filter { $0.severity == .error }.compactMap { relation in
      var parts: [Int: Part] = [:]
      for slot in relation.slots {
        guard let part = part(slot) else { return nil }
        parts[slot] = part
      }
      guard case .broken(let reason) = relation.judge({ parts[$0] ?? board.candidates[$0][0] }) else { return nil }
      let text = [relation.claim, reason].filter { !$0.isEmpty }.joined(separator: ": ")
      return Breach(code: relation.code.id, slots: relation.slots, text: text)
    }
  }

  /// A rule that a selection breaks.
  package struct Breach: Sendable, Hashable {
    package var code: String
    package var slots: [Int]
    package var text: String
  }
}
