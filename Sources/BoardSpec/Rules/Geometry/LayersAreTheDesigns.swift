package import Diagnostics

/// A board has the layers that its reference design's layout has.
package struct LayersAreTheDesigns: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B409", "fewer layers than the reference design",
    page: """
      The board extends a reference design whose layout has more copper layers. A layout cannot be carried over to fewer: planes,
      controlled impedances and the escape from fine packages are lost. Use the design's number of layers.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let pcb = board.board.pcb else { return [] }
    return board.board.designs.compactMap { design in
      guard let layers = design.layers, pcb.layers < layers else { return nil }
      return broken(
        "the board has \(pcb.layers) layers, its reference design \(layers)", at: pcb.layersSpan, about: ["pcb"]
      ).note("the design's layout is here", at: design.layersSpan)
        .fix(pcb.layersSpan.map { FixIt(.likely, replace: $0, with: "\(layers)") })
    }
  }
}
