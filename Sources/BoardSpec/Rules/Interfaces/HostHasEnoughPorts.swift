package import Diagnostics
internal import Electronics

/// A host has a port for each bus of a kind.
package struct HostHasEnoughPorts: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B311", "too few ports on the host",
    page: """
      The host runs more buses of a kind than it has ports: three serial devices on a chip with two UARTs. A part states how many
      it has as `ports=uart*2|i2c*1`. Take another host, or move a device to a bus that takes several.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    HostHasEnoughPins.hosts(of: board).flatMap { slot, buses -> [Relation] in
      let counted = Bus.Kind.allCases.compactMap { kind -> (Bus.Kind, [Bus])? in
        let same = buses.filter { $0.kind == kind }
        return same.count > 1 && ![.gpio, .adc, .pwm].contains(kind) ? (kind, same) : nil
      }
      return counted.map { kind, same in
        each(
          slot, reads: ["ports"], on: board,
          claim: "`\(board.name(slot))` has fewer than \(same.count) ports of `\(kind.rawValue)`", at: same.last?.span,
          about: same.map(\.name)
        ) { part in
          guard let ports = part.words("ports") else { return .unknown("ports") }
          let own = ports.first { $0.hasPrefix(kind.rawValue + "*") }.flatMap {
            Int($0.dropFirst(kind.rawValue.count + 1))
          }
          return (own ?? 0) >= same.count ? .holds : .broken("has \(own ?? 0)")
        }
      }
    }
  }
}
