package import Diagnostics
internal import Electronics

/// A radio module is certified for the region.
package struct ModuleIsCertified: SelectionRule {
  package static let family = RuleFamily.radio
  package static let code = DiagnosticCode(
    "B504", "module without a certificate for the region",
    page: """
      Modules carry certificates (SRRC and NAL in China, CE in Europe, FCC in America) that spare the product most of its own tests.
      None of the candidates states one for a region that the board names. It is a note: a prototype may be built without, a
      product may not be sold.
      """)

  private static let marks = ["CN": ["srrc", "nal", "ccc"], "EU": ["ce", "red"], "US": ["fcc"]]

  package func relations(on board: RuledBoard) -> [Relation] {
    let modules: Set<String> = [
      "gsm-module", "lte-module", "nbiot-module", "lora-module", "wifi-module", "ble-module",
    ]
    return board.board.regions.flatMap { region -> [Relation] in
      guard let marks = Self.marks[region.text] else { return [] }
      return board.slots(of: modules).map { slot in
        each(
          slot, reads: ["certificates"], on: board,
          claim: "`\(board.name(slot))` has no certificate for region `\(region.text)`", about: ["regions"],
          severity: .note
        ) { part in
          guard let held = part.words("certificates") else { return .unknown("certificates") }
          return held.contains(where: marks.contains)
            ? .holds : .broken("has " + held.map { "`\($0)`" }.joined(separator: ", "))
        }
      }
    }
  }
}
