package import Diagnostics
internal import Electronics

/// A bus's devices have its interface.
package struct DeviceSpeaksTheBus: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B302", "device without the bus's interface",
    page: """
      A device on the bus does not list the bus's interface: an SPI display on an I²C bus. Some parts exist in variants that differ
      in nothing else. Ask for `interfaces` in the device's slot.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.buses.filter { ![.gpio, .adc, .pwm].contains($0.kind) }.flatMap { bus in
      bus.devices.compactMap { device -> Relation? in
        guard let slot = board.slot(device.text), board.kinds[slot].isDisjoint(with: Self.sockets) else { return nil }
        return each(
          slot, reads: ["interfaces"], on: board,
          claim: "`\(board.name(slot))` has no `\(bus.kind.rawValue)` for bus `\(bus.name)`", at: device.span,
          about: [bus.name]
        ) { $0.speaks(bus.kind) }
      }
    }
  }

  /// Kinds that carry a bus without speaking it.
  private static let sockets: Set<String> = [
    "sim-socket", "sd-socket", "usb-connector", "fpc-connector", "wire-connector", "header", "resistor", "esd",
  ]
}
