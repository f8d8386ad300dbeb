package import Diagnostics

/// Rails, the battery, the enclosure, buses and slots name references that the board has.
package struct KnownReferences: BoardRule {
  package static let code = DiagnosticCode(
    "B010", "reference that the board lacks",
    page: """
      A rail's `source`, the battery's `slot`, `charger` and `program`, the enclosure's `slot`, a bus's `host`, `devices` and
      `shifter`, and a slot's `mates` name a reference of the board: the connector, cell, regulator or case that does the work.
      A slot's `rail` names one of its rails. Nothing can be checked about one that is not there. Add the slot, or correct the
      name.

          rails:
            VBUS: {source: J1, range: 4.75..5.25 V}   # needs a slot `J1`
      """)

  package init() {}

  package func check(
    _ board: Board, candidates: [SlotCandidates], context: any SpecContext, into sink: DiagnosticSink
  ) {
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
    for named in [board.battery?.charger, board.battery?.program].compactMap({ $0 }) {
      require(named.text, by: "the battery", at: named.span)
    }
    for bus in board.buses {
      for named in [bus.host] + bus.devices + [bus.shifter].compactMap({ $0 }) {
        require(named.text, by: "bus `\(bus.name)`", at: named.span)
      }
    }
    let rails = board.rails.map(\.name)
    for slot in board.slots {
      if let mate = slot.use.mate { require(mate.text, by: "slot `\(slot.key)`", at: mate.span) }
      for rail in slot.use.rails where !rails.contains(rail.text) {
        sink.report(.absentRail(rail, slot: slot.key, meant: closestMatch(to: rail.text, among: rails)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func absentRail(_ rail: Mention, slot: String, meant: String?) -> Diagnostic {
    Diagnostic(
      KnownReferences.code, "slot `\(slot)` names rail `\(rail.text)`, which the board lacks", at: rail.span,
      helps: [meant.map { "did you mean `\($0)`?" } ?? "add it under `rails`"],
      fixes: meant.map { [FixIt(.likely, replace: rail.span, with: $0)] } ?? [])
  }

  fileprivate static func absent(_ reference: String, owner: String, meant: String?, at span: SourceSpan?) -> Diagnostic
  {
    Diagnostic(
      KnownReferences.code, "\(owner) names `\(reference)`, which is no slot of this board", at: span,
      helps: [meant.map { "did you mean `\($0)`?" } ?? "add a slot `\(reference)`"],
      fixes: meant.flatMap { name in span.map { [FixIt(.likely, replace: $0, with: name)] } } ?? [])
  }
}
