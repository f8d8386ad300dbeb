package import Diagnostics

/// Every rail feeds something.
package struct RailsAreUsed: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B102", "unused rail",
    page: """
      No slot names the rail under `rail`, no other rail is made `from` it and no charger takes from it. Either a slot lacks its
      `rail`, and then nothing is checked about its supply, or the rail can go. It is a warning.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    let used = Set(board.board.slots.flatMap { $0.use.rails.map(\.text) } + board.board.rails.compactMap(\.from))
    return board.board.rails.filter { !used.contains($0.name) }.map { rail in
      broken("nothing is fed by rail `\(rail.name)`", at: rail.span, about: [rail.name], severity: .warning)
        .help("give the slots that it feeds `rail: \(rail.name)`, or take the rail out")
    }
  }
}
