package import Diagnostics
internal import Electronics

/// A bus's host has the interface.
package struct HostProvidesTheBus: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B301", "host without the interface",
    page: """
      The bus needs an interface that its host does not list: a camera bus on a chip without one, I²S on a controller for keys.
      Take another host, or another device.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.buses.compactMap { bus in
      guard bus.kind != .gpio, let host = board.slot(bus.host.text) else { return nil }
      return each(
        host, reads: ["interfaces"], on: board,
        claim: "`\(board.name(host))` has no `\(bus.kind.rawValue)` for bus `\(bus.name)`", at: bus.host.span,
        about: [bus.name]
      ) { $0.speaks(bus.kind) }
    }
  }
}

extension Part {
  /// Whether the part lists an interface.
  func speaks(_ kind: Bus.Kind) -> Judgement {
    guard let words = words("interfaces") else { return .unknown("interfaces") }
    if words.contains(kind.rawValue) || (kind == .lcd && words.contains { $0.hasPrefix("mcu-") }) { return .holds }
    return .broken("has " + words.map { "`\($0)`" }.joined(separator: ", "))
  }
}
