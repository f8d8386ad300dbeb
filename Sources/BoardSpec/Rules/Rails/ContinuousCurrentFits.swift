package import Diagnostics
internal import Electronics

/// What a rail feeds draws no more than the rail and its source give.
package struct ContinuousCurrentFits: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B110", "rail draws more than it gives",
    page: """
      The currents of all slots on the rail, and of the rails made from it, add up to more than the rail's `limit` or its source's
      rated current, less the rail's `margin` (10 % where none is given). Of each slot the part that draws least is counted, so
      that no selection helps. A switching regulator draws `V out × I / (V in × 85 %)` from its own rail, a linear one what it
      gives.

      `draw` on a slot says how much it draws on this board, and replaces the part's own figure. Take a stronger source,
      spread the load, or write what is really drawn.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    RailCurrents.relations(of: self, .continuous, "continuous current", on: board)
  }
}

/// The two bounds on a rail's current: its own limit, and what its source gives.
enum RailCurrents {
  static func relations(
    of rule: some SelectionRule, _ kind: Loads.Kind, _ what: String, on board: RuledBoard
  ) -> [Relation] {
    board.board.rails.flatMap { rail -> [Relation] in
      let demands = Loads.shares(of: rail, kind, on: board)
      if demands.isEmpty || kind == .burst && !Loads.hasBursts(under: rail, on: board) { return [] }
      var relations: [Relation] = []
      if let limit = rail.limit {
        let left = Int64(Int128(limit.stored) * Int128(1000 - min(1000, rail.marginPerMille)) / 1000)
        relations.append(
          rule.total(
            "\(what) of rail `\(rail.name)`",
            Relation.Sum(
              demands: demands, supplies: [], limit: left,
              claim: { "rail `\(rail.name)` needs \(currentText($0)), its limit leaves \(currentText($1))" },
              describe: currentText), at: rail.limitSpan ?? rail.span, about: [rail.name]))
      }
      if let source = board.slot(rail.source), Self.hasRating(board.kinds[source]) {
        let name = board.name(source)
        relations.append(
          rule.total(
            "\(what) of rail `\(rail.name)` from its source",
            Relation.Sum(
              demands: demands, supplies: [.capacity(of: source, rail: rail, parent: board.rail(rail.from))], limit: 0,
              claim: {
                "rail `\(rail.name)` needs \(currentText($0)), no candidate of `\(name)` gives more than \(currentText($1))"
              },
              describe: currentText), at: rail.sourceSpan ?? rail.span, about: [rail.name, name]))
      }
      return relations.map { relation in
        rail.marginPerMille == 0 ? relation : relation.note("\(rail.marginPerMille / 10) % stay unused as margin")
      }
    }
  }

  private static func hasRating(_ kinds: Set<String>) -> Bool {
    kinds.isSubset(of: ["ldo", "buck", "boost", "load-switch", "cell", "usb-connector", "pogo", "power-bank-soc"])
  }
}
