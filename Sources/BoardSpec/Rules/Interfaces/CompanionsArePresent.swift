package import Diagnostics
internal import Electronics

/// What a part needs beside it is on the board.
package struct CompanionsArePresent: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B308", "part without its companion",
    page: """
      The part does not work alone: an SoC needs its crystal, flash or RAM where these are not inside, a modem its SIM socket and
      antenna, a transceiver its front end. No slot of the board holds the kind that the part `requires`. Add the slot.

      A note names each modem, SoC or controller for which the catalog does not state what else it needs.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    let present = Set(board.kinds.flatMap { $0 })
    return board.candidates.indices.compactMap { slot in
      guard board.states(slot, "requires") || !board.kinds[slot].isDisjoint(with: Self.dependent) else { return nil }
      return each(
        slot, reads: ["requires", "antenna", "category"], on: board,
        claim: "`\(board.name(slot))` lacks what it needs beside it"
      ) { part in
        guard let needs = part.words("requires") else {
          return Self.dependent.contains(part.category) ? .unknown("requires") : .holds
        }
        let absent = needs.filter { need in Self.kinds(of: need).isDisjoint(with: present) && !Self.isInside(need, part)
        }
        return absent.isEmpty
          ? .holds : .broken("requires " + absent.map { "`\($0)`" }.joined(separator: ", "))
      }
    }
  }

  /// Kinds that seldom work alone.
  private static let dependent: Set<String> = ["phone-soc", "mcu", "gsm-module", "lte-module", "nbiot-module"]

  /// Kinds of parts that answer a need.
  static func kinds(of need: String) -> Set<String> {
    if need.hasPrefix("crystal") { return ["crystal", "oscillator"] }
    switch need {
    case "antenna": return ["antenna", "rf-connector", "rf-cable"]
    case "dram", "lpddr2", "ram": return ["ram"]
    case "nor-flash", "flash": return ["flash"]
    case "charge-transistor": return ["bjt", "mosfet"]
    default: return [need]
    }
  }

  private static func isInside(_ need: String, _ part: Part) -> Bool {
    need == "antenna" && ["pcb", "ceramic", "chip"].contains(part.text("antenna") ?? "")
  }
}
