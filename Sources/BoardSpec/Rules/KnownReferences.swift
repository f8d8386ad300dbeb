public import Diagnostics

/// Rails, the battery and the enclosure name references that the board has.
public struct KnownReferences: BoardRule {
  public static let code = DiagnosticCode(
    "B010", "reference that the board lacks",
    page: """
      A rail's `source`, the battery's `slot` and the enclosure's `slot` name a reference of the board: the connector, cell,
      regulator or case that does the work. Nothing can be checked about one that is not there. Add the slot, or correct the
      name.

          rails:
            VBUS: {source: J1, range: 4.75..5.25 V}   # needs a slot `J1`
      """)

  public init() {}

  public func check(_ board: Board, context: any SpecContext, into sink: DiagnosticSink) {
    let references = board.slots.flatMap(\.references)
    let known = Set(references)
    func require(_ reference: String?, by owner: String, at span: SourceSpan?) {
      guard let reference, !known.contains(reference) else { return }
      let meant = closestMatch(to: reference, among: references)
      sink.report(.absent(reference, owner: owner, meant: meant, at: span))
    }
    for rail in board.rails { require(rail.source, by: "rail `\(rail.name)`", at: rail.sourceSpan ?? rail.span) }
    require(board.battery?.slot, by: "the battery", at: board.battery?.slotSpan)
    require(board.enclosure?.slot, by: "the enclosure", at: board.enclosure?.slotSpan)
  }
}

extension Diagnostic {
  fileprivate static func absent(_ reference: String, owner: String, meant: String?, at span: SourceSpan?) -> Diagnostic
  {
    Diagnostic(
      KnownReferences.code, "\(owner) names `\(reference)`, which is no slot of this board", at: span,
      helps: [meant.map { "did you mean `\($0)`?" } ?? "add a slot `\(reference)`"])
  }
}
