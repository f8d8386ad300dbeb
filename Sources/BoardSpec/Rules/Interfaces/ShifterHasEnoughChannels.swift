package import Diagnostics
internal import Electronics

/// A level shifter has a channel for each wire of its buses.
package struct ShifterHasEnoughChannels: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B306", "too few channels in the shifter",
    page: """
      The buses that name the shifter have more wires than it has channels: two for I²C and a serial port, four for SPI with one
      device. Take a shifter with more channels, or several.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    var wires: [String: (count: Int, first: Bus)] = [:]
    var order: [String] = []
    for bus in board.board.buses {
      guard let shifter = bus.shifter?.text else { continue }
      if wires[shifter] == nil { order.append(shifter) }
      wires[shifter, default: (0, bus)].count += bus.hostPins
    }
    return order.compactMap { name in
      guard let slot = board.slot(name), let wanted = wires[name] else { return nil }
      let count = Int64(board.board.slots[slot].count)
      return each(
        slot, reads: ["channels", "category"], on: board,
        claim: "`\(board.name(slot))` has fewer than \(wanted.count) channels", about: [wanted.first.name]
      ) { part in
        if part.category != "level-shifter" {
          return Int64(wanted.count) <= count ? .holds : .broken("is one channel each")
        }
        guard let channels = part.quantity("channels") else { return .unknown("channels") }
        return channels.stored / 1_000_000_000 * count >= Int64(wanted.count) ? .holds : .broken("has \(channels)")
      }
    }
  }
}
