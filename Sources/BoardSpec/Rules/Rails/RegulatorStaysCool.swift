package import Diagnostics
internal import Electronics

/// A linear regulator's package gets rid of its loss.
package struct RegulatorStaysCool: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B113", "regulator too hot for its package",
    page: """
      The linear regulator turns `(V in − V out) × I` into heat, at the highest input, the lowest output and the rail's `limit`.
      That is more than its package gets rid of on a small board. The figures for packages are assumptions of ours, typical of a
      board with two layers and still air: 0.4 W for SOT-23-5, 0.8 W for SOT-89, 1.5 W for ESOP-8.

      Take a larger package, a switching regulator, or lower the rail's `limit` to what is really drawn.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.regulated.filter { board.kinds[$0.source] == ["ldo"] }.compactMap { rail, source, parent in
      guard let limit = rail.limit else { return nil }
      let drop = parent.range - rail.range
      let loss = QuantityRange(.voltage, lower: max(0, drop.lower), upper: max(0, drop.upper)) * QuantityRange(limit)
      return each(
        source, reads: ["package"], on: board,
        claim: "`\(board.name(source))` turns `\(loss.most.rounded)` into heat", about: [rail.name]
      ) { part in
        guard let allowed = PackagePower.allowed(part.package) else { return .unknown("package") }
        return loss.upper <= allowed.stored
          ? .holds : .broken("gets rid of `\(allowed)` in `\(part.package)`")
      }.note("from `\(parent.range.most)` to `\(rail.range.least)` at `\(limit)`", at: rail.limitSpan)
    }
  }
}

/// What packages get rid of on a small board in still air. Assumptions of ours: some 60 K of rise over the thermal resistances
/// that data sheets give for boards with two layers and little copper.
enum PackagePower {
  /// Nil for a package that is not in the list.
  static func allowed(_ package: String) -> Quantity? {
    milliwatts.first { package.hasPrefix($0.package) }.map { Quantity(.power, stored: $0.power * 1000) }
  }

  /// Longer names before the shorter ones that they start with.
  private static let milliwatts: [(package: String, power: Int64)] = [
    ("SOT-223", 1400), ("SOT-23-8", 500), ("SOT-23", 400), ("TSOT-23", 400), ("SOT-89", 800), ("SOT-563", 300),
    ("SC-70", 250), ("TO-252", 2000), ("ESOP-8", 1500), ("SOIC-8-EP", 1500), ("SOP-8", 700), ("SOIC-8", 700),
    ("MSOP-8", 500), ("DFN-6", 700), ("DFN-8", 1000), ("DFN1x1", 300), ("QFN-16", 1500), ("QFN-24", 1800),
    ("VQFN-16", 1500), ("WQFN-24", 1800), ("WSON-10", 1200), ("XDFN-4", 400), ("QFN-20", 1600), ("TDFN", 1000),
  ]
}
