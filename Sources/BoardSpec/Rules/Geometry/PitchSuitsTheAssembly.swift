package import Diagnostics
internal import Electronics

/// The assembly can place the finest pitch.
package struct PitchSuitsTheAssembly: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B407", "pitch too fine for the assembly",
    page: """
      The part's leads or pads lie closer than the assembly can place (`process.class`): 0.65 mm by hand, 0.4 mm on a common
      line, 0.3 mm on a fine one. These limits are assumptions of ours. The pitch is the part's own (`pitch`) or follows from
      its package's name; leadless packages of one name come in 0.35 to 0.65 mm, and are reported as unknown where that
      matters.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    let assembly = board.board.process.assembly
    let finest = Quantity(.length, stored: assembly.finestPitch)
    return board.candidates.indices.compactMap { slot in
      guard !board.candidates[slot].isEmpty, board.kinds[slot].isDisjoint(with: PartsFitTheBoard.offBoard),
        board.states(slot, "pitch") || board.packages[slot].contains(where: { Self.isFine($0, finest, on: board) })
      else { return nil }
      return each(
        slot, reads: ["package", "pitch"], on: board,
        claim: "`\(board.name(slot))` is too fine for assembly class `\(assembly.rawValue)`", about: ["process"]
      ) { part in
        guard let pitch = Self.pitch(of: part, on: board) else { return .unknown("pitch") }
        if pitch.lower >= finest.stored { return .holds }
        return pitch.upper < finest.stored
          ? .broken("has a pitch of `\(pitch)`, the class places `\(finest)`") : .unknown("pitch")
      }
    }
  }

  /// Whether a package may have a pitch that is too fine, as far as its name tells.
  private static func isFine(_ package: String, _ finest: Quantity, on board: RuledBoard) -> Bool {
    board.geometry(package).pitch.map { $0.lower < finest.stored } ?? true
  }

  private static func pitch(of part: Part, on board: RuledBoard) -> QuantityRange? {
    part.quantity("pitch").map { QuantityRange($0) } ?? board.geometry(part.package).pitch
  }
}
