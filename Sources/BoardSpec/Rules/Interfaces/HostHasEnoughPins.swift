package import Diagnostics
internal import Electronics

/// A host has a pin for each wire of its buses.
package struct HostHasEnoughPins: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B310", "too few pins on the host",
    page: """
      The buses of the host take more of its pins than it has (`gpio`): two for I²C and a UART, three and one per device for
      SPI, eleven for a camera, one per line for GPIO, ADC and PWM, or what `pins` says on the bus. Take a host with more
      pins, or put devices on one bus.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    Self.hosts(of: board).map { slot, buses in
      let wanted = buses.reduce(0) { $0 + $1.hostPins }
      return each(
        slot, reads: ["gpio"], on: board,
        claim: "`\(board.name(slot))` has fewer than the \(wanted) pins that its buses take",
        about: buses.map(\.name)
      ) { part in
        guard let pins = part.quantity("gpio") else { return .unknown("gpio") }
        return pins.stored >= Int64(wanted) * 1_000_000_000 ? .holds : .broken("has \(pins) pins")
      }
    }
  }

  /// Controllers with the buses that they run, in the order of the buses.
  static func hosts(of board: RuledBoard) -> [(slot: Int, buses: [Bus])] {
    var order: [Int] = []
    var buses: [Int: [Bus]] = [:]
    for bus in board.board.buses {
      guard let slot = board.slot(bus.host.text) else { continue }
      if buses[slot] == nil { order.append(slot) }
      buses[slot, default: []].append(bus)
    }
    return order.map { ($0, buses[$0] ?? []) }
  }
}
