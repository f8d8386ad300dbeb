package import Diagnostics
internal import Electronics

/// A part's package is the one that the layout has a land pattern for.
package struct PackageFitsTheFootprint: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B401", "package does not fit the footprint",
    page: """
      The slot's `footprint` says which land pattern the laid-out board has, and the part comes in another package. Names that
      differ only in a size behind the name (`QFN-16-EP(3x3)` for `QFN-16-EP`) fit; `SOT-23-5` does not take `SOT-23-6`.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.candidates.indices.compactMap { slot in
      guard !board.candidates[slot].isEmpty, let footprint = board.use(slot).footprint else { return nil }
      return each(
        slot, reads: ["package"], on: board,
        claim: "`\(board.name(slot))` has no candidate for footprint `\(footprint.text)`", at: footprint.span
      ) { part in
        Self.fits(part.package, footprint.text) ? .holds : .broken("comes in `\(part.package)`")
      }
    }
  }

  private static func fits(_ package: String, _ footprint: String) -> Bool {
    package == footprint || package.hasPrefix(footprint + "(") || footprint.hasPrefix(package + "(")
  }
}
