package import Diagnostics
internal import Electronics

/// The courtyards of all parts fit the board.
package struct PartsFitTheBoard: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B402", "parts do not fit the board",
    page: """
      The outlines of the smallest candidates, each with a courtyard of 0.25 mm around it, cover more than two thirds of the
      board's area on the sides that carry parts. The rest is taken by traces, vias and the space around connectors; the share
      is an assumption of ours. Make the board larger, use both sides (`process.sides: 2`), or take smaller packages.

      Parts that do not sit on the board (cells, enclosures, cables, screws, displays) do not count, nor do packages whose
      name gives no size; a note names those.
      """)

  /// Share of the area that parts may cover, per mille.
  static let fill: Int64 = 667

  /// Kinds that are not soldered onto the board.
  static let offBoard: Set<String> = [
    "cell", "enclosure", "hardware", "data-cable", "ffc-cable", "wire-lead", "rf-cable", "lcd", "camera", "keypad",
    "speaker", "receiver", "vibrator", "heat-sink", "finished-charger", "battery-holder", "shield", "antenna",
    "microphone",
  ]

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let pcb = board.board.pcb else { return [] }
    let area = Int64(pcb.width) * Int64(pcb.height) * Int64(board.board.process.sides)
    let slots = board.candidates.indices.filter {
      !board.candidates[$0].isEmpty && board.kinds[$0].isDisjoint(with: Self.offBoard)
    }
    let demands = slots.map { slot in
      let count = Int64(board.board.slots[slot].count)
      return Relation.Share(term: .init(slot: slot, reads: ["package"])) { part in
        guard let courtyard = board.geometry(part.package).courtyard else { return .unknown("package size") }
        return .known(courtyard * count)
      }
    }
    return [
      total(
        "area of the parts",
        Relation.Sum(
          demands: demands, supplies: [], limit: area * Self.fill / 1000,
          claim: { "the parts cover \(areaText($0)) at least, the board has room for \(areaText($1))" },
          describe: areaText), at: pcb.sizeSpan, about: ["pcb"])
    ]
  }
}

/// Square micrometres as `12.5 mm²`, rounded down to hundredths.
private func areaText(_ squareMicrometres: Int64) -> String {
  let hundredths = squareMicrometres / 10_000
  let fraction = hundredths % 100
  let digits = fraction == 0 ? "" : "." + (fraction < 10 ? "0" : "") + "\(fraction)"
  return "\(hundredths / 100)\(digits) mm²"
}
