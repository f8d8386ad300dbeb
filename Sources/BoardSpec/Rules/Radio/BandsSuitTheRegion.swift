package import Diagnostics
internal import Electronics

/// A radio works on bands of every region where the product is used.
package struct BandsSuitTheRegion: SelectionRule {
  package static let family = RuleFamily.radio
  package static let code = DiagnosticCode(
    "B501", "radio without a band of the region",
    page: """
      None of the radio's bands is used in a region that the board names under `regions`, so it finds no network there, or may not
      send. 2G is on 900 and 1800 MHz in China and Europe, on 850 and 1900 MHz in America; sub-GHz radios need 470 MHz in China,
      868 MHz in Europe, 915 MHz in America. Known regions are `CN`, `EU` and `US`; bands of other regions are not checked.
      """)

  private static let kinds: Set<String> = ["gsm-module", "lte-module", "nbiot-module", "lora-module", "phone-soc"]

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.regions.flatMap { region -> [Relation] in
      guard let allowed = RadioBands.allowed(in: region.text) else {
        return [unchecked("bands of region `\(region.text)` are not in the table", at: region.span, about: ["regions"])]
      }
      return board.slots(of: Self.kinds).map { slot in
        each(
          slot, reads: ["bands", "category", "radio"], on: board,
          claim: "`\(board.name(slot))` has no band of region `\(region.text)`", about: ["regions"]
        ) { part in
          if part.category == "phone-soc", !(part.words("radio") ?? []).contains("gsm") { return .holds }
          guard let bands = part.words("bands") else { return .unknown("bands") }
          return bands.contains(where: allowed.contains)
            ? .holds : .broken("works on " + bands.map { "`\($0)`" }.joined(separator: ", "))
        }.note("the region is named here", at: region.span)
      }
    }
  }
}
