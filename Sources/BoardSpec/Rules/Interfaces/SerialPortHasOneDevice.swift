package import Diagnostics

/// A serial port joins two.
package struct SerialPortHasOneDevice: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B307", "serial port with several devices",
    page: """
      A UART, a SIM interface and a camera bus join a host to one device; two that send on one wire corrupt each other's data.
      Write a bus for each device, and check with `B311` that the host has as many ports.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.buses.filter { [.uart, .sim, .dvp].contains($0.kind) && $0.devices.count > 1 }.map { bus in
      broken(
        "bus `\(bus.name)` is a `\(bus.kind.rawValue)` and has \(bus.devices.count) devices",
        at: bus.devices[1].span, about: [bus.name])
    }
  }
}
