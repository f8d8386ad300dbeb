package import Diagnostics
internal import Electronics

/// Connectors and antennas fit along the board's edge.
package struct EdgePartsFitTheEdge: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B406", "edge too short for its parts",
    page: """
      Connectors that are reached from outside, card sockets, antennas soldered to the board and modules that bring their antenna
      along must lie at the board's edge. Their widths add up to more than the edge has (the corners, a tenth of it, stay free).
      Make the board larger, or move a connector inside.

      Widths come from the package's name; for an antenna the longer side counts. A part whose name gives no width counts as
      9 mm, the width of a USB-C receptacle. A module that does not state where its antenna is does not count; a note names it.
      """)

  private static let kinds: Set<String> = [
    "usb-connector", "audio-jack", "sim-socket", "sd-socket", "wifi-module", "ble-module", "antenna", "rf-connector",
  ]
  /// Nanometres.
  private static let typical: Int64 = 9_000_000

  /// Antennas on a cable of their own and the small sockets for them may lie anywhere; nil where a module does not say what
  /// antenna it has.
  private static func liesAtTheEdge(_ part: Part) -> Bool? {
    switch part.category {
    case "antenna": ["ceramic", "pifa"].contains(part.text("type") ?? "")
    case "rf-connector": part.text("type") == "sma"
    case "wifi-module", "ble-module":
      RadioBands.hasOwnAntenna(part) ? true : part.parameters["antenna"] == nil ? nil : false
    default: true
    }
  }

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let pcb = board.board.pcb else { return [] }
    let edge = Int64(pcb.width + pcb.height) * 2 * 1000 * 9 / 10
    let demands = board.slots(of: Self.kinds).map { slot in
      let count = Int64(board.board.slots[slot].count)
      return Relation.Share(
        term: .init(slot: slot, reads: ["package", "category", "type", "antenna", "antenna-inside"])
      ) { part in
        guard let liesAtTheEdge = Self.liesAtTheEdge(part) else { return .unknown("antenna") }
        guard liesAtTheEdge else { return .known(0) }
        let geometry = board.geometry(part.package)
        let sides = [geometry.length, geometry.width].compactMap { $0 }
        return .known(((part.category == "antenna" ? sides.max() : sides.min()) ?? Self.typical) * count)
      }
    }
    if demands.isEmpty { return [] }
    return [
      total(
        "width of the parts at the edge",
        Relation.Sum(
          demands: demands, supplies: [], limit: edge,
          claim: { "the parts at the edge are \(lengthText($0)) wide, the edge has \(lengthText($1)) for them" },
          describe: lengthText), at: pcb.sizeSpan, about: ["pcb"])
    ]
  }
}

private func lengthText(_ nanometres: Int64) -> String { "`\(Quantity(.length, stored: nanometres))`" }
