package import Diagnostics
internal import Electronics

/// Host and device understand each other's logic levels, or a shifter lies between.
package struct LevelsAgree: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B304", "logic levels differ",
    page: """
      One side drives a higher voltage than the other tolerates, or a lower one than the other reads as a one. CMOS inputs
      read 70 % of their supply as a one and tolerate 0.3 V above it, so with supplies `A` and `B`: `A.lower ≥ 0.7 × B.upper`,
      `A.upper ≤ B.lower + 0.3 V`, and the same in the other direction. A part's `io-voltage` counts where it is stated,
      otherwise the rail of its slot; modems and phone SoCs make theirs inside, so it has to be stated for them.

      Put a level shifter between (`shifter: U9` on the bus), or feed both sides from one rail.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.buses.filter { $0.shifter == nil && ![.usb, .gpio, .adc, .pwm, .sim].contains($0.kind) }
      .flatMap { bus -> [Relation] in
        guard let host = board.slot(bus.host.text) else { return [] }
        return bus.devices.compactMap { device in
          guard let slot = board.slot(device.text), slot != host, Self.isActive(board.kinds[slot]) else { return nil }
          let rails = (board.supply(of: host), board.supply(of: slot))
          if rails.0 != nil, rails.0?.name == rails.1?.name, !Self.states(board, host), !Self.states(board, slot) {
            return nil
          }
          return together(
            [(host, ["io-voltage", "category"]), (slot, ["io-voltage", "category"])], on: board,
            claim: "levels of `\(board.name(host))` and `\(board.name(slot))` differ on bus `\(bus.name)`",
            at: device.span, about: [bus.name]
          ) { Self.judge($0, rails) }
        }
      }
  }

  private static func states(_ board: RuledBoard, _ slot: Int) -> Bool {
    board.states(slot, "io-voltage")
  }

  private static func isActive(_ kinds: Set<String>) -> Bool {
    kinds.isDisjoint(with: ["sim-socket", "sd-socket", "fpc-connector", "wire-connector", "header", "resistor"])
  }

  private static func judge(_ parts: [Part], _ rails: (Rail?, Rail?)) -> Judgement {
    guard let host = level(of: parts[0], rails.0) else { return .unknown("io-voltage") }
    guard let device = level(of: parts[1], rails.1) else { return .unknown("io-voltage", of: 1) }
    return drives(host, device) && drives(device, host) ? .holds : .broken("`\(host)` and `\(device)`")
  }

  /// Kinds that make the supply of their interfaces inside, from a rail that says nothing about it.
  private static let regulated: Set<String> = ["phone-soc", "gsm-module", "lte-module", "nbiot-module"]

  private static func level(of part: Part, _ rail: Rail?) -> QuantityRange? {
    part.range("io-voltage") ?? (regulated.contains(part.category) ? nil : rail?.range)
  }

  /// Whether an output supplied from `from` is read as a one by an input supplied from `to`, and does it no harm.
  static func drives(_ from: QuantityRange, _ to: QuantityRange) -> Bool {
    Int128(from.lower) * 10 >= Int128(to.upper) * 7 && from.upper <= to.lower + 300_000
  }
}
