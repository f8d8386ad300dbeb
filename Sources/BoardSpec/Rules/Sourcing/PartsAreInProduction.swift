public import Diagnostics
internal import Electronics

/// A slot has a part that is still made.
public struct PartsAreInProduction: SelectionRule {
  public static let family = RuleFamily.sourcing
  public static let code = DiagnosticCode(
    "B605", "obsolete part",
    page: """
      Every part that fits the slot is out of production (`lifecycle` is `obsolete` or `not-for-new-designs`): stock dwindles, prices
      rise, and remarked goods come up. It is a warning; a prototype can be built from stock. Part numbers whose lifecycle is not
      stated are taken to be made.
      """)

  public func relations(on board: RuledBoard) -> [Relation] {
    board.slots(stating: "lifecycle").map { slot in
      each(
        slot, reads: ["lifecycle"], on: board, claim: "every part for `\(board.name(slot))` is out of production",
        severity: .warning
      ) { part in
        guard let state = part.text("lifecycle"), ["obsolete", "not-for-new-designs"].contains(state) else {
          return .holds
        }
        return .broken("is `\(state)`")
      }
    }
  }
}
