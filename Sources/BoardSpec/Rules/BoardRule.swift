package import Diagnostics
internal import Electronics
internal import Market

/// One thing that a board may do wrong with names of the catalog although its file reads well. A rule is a type of its own, in a
/// file of its own, with its code and page. Rules about which parts go together are `SelectionRule`s.
package protocol BoardRule: Sendable {
  static var code: DiagnosticCode { get }
  /// Reports what breaks the rule, or that it could not be checked. Throws what the context throws.
  func check(_ board: Board, candidates: [SlotCandidates], context: any SpecContext, into sink: DiagnosticSink) throws
}

/// All rules over a board.
package enum BoardCheck {
  /// Rules about names, in the order in which they are checked.
  package static let rules: [any BoardRule] = [
    KnownReferences(), SlotsHaveCandidates(), PoliciesLeaveOffers(),
  ]

  /// Checks every rule in every variant of the board. Throws what the context throws.
  package static func run(_ board: Board, context: any SpecContext, into sink: DiagnosticSink) throws {
    var found: [[SlotCandidates.RequirementKey]: SlotCandidates] = [:]
    if board.variants.isEmpty { return try runAlone(board, &found, context: context, into: sink) }
    try VariantsCanBeBuilt.run(board.variants, into: sink) { try runAlone($0, &found, context: context, into: $1) }
  }

  private static func runAlone(
    _ board: Board, _ found: inout [[SlotCandidates.RequirementKey]: SlotCandidates], context: any SpecContext,
    into sink: DiagnosticSink
  ) throws {
    let candidates = try SlotCandidates.all(of: board, in: context, found: &found)
    for rule in rules { try rule.check(board, candidates: candidates.slots, context: context, into: sink) }
    let offers = try offers(candidates, of: board, context)
    run(
      RuledBoard(board, candidates: candidates.slots.map(\.parts), groups: candidates.groups, offers: offers),
      into: sink)
  }

  /// The offers of candidates, as many as `RuledBoard.offers` tells; nil where the context has none.
  private static func offers(
    _ candidates: BoardCandidates, of board: Board, _ context: any SpecContext
  ) throws -> [PartID: [OfferTerms]]? {
    var offers: [PartID: [OfferTerms]] = [:]
    for (slot, found) in candidates.slots.enumerated() {
      let policy = board.slots[slot].policy
      let needsAll = policy.singleLot || (policy.dateCode ?? board.policy.dateCode) != .any
      if !needsAll, candidates.groups[slot] != slot { continue }
      var stalls: Set<PlaceID> = []
      for part in found.parts where needsAll || stalls.count < 2 {
        guard let terms = try offers[part.id] ?? context.offerTerms(of: part.id, for: board) else {
          return nil
        }
        offers[part.id] = terms
        stalls.formUnion(terms.lazy.map(\.stall))
      }
    }
    return offers
  }

  /// Checks the rules about which parts go together, each alone and all at once.
  package static func run(_ board: RuledBoard, into sink: DiagnosticSink) {
    let all = RuleBook.rules.flatMap { $0.relations(on: board) }
    var compiled: [CompiledRelation] = []
    var matched = Set<Waiver>()
    for relation in all {
      let item = CompiledRelation(relation, candidates: board.candidates)
      if let waiver = board.board.waivers.first(where: { $0.lifts(relation) }) {
        if item.canBreak || !item.missing.isEmpty { matched.insert(waiver) }
      } else {
        compiled.append(item)
      }
    }
    let report = RelationReport(board: board)
    let findings = compiled.compactMap { report.finding($0) }
    for finding in findings { sink.report(finding) }
    report.report(unknown: compiled, into: sink)
    if !findings.contains(where: { $0.severity == .error }), let conflict = JointCheck.finding(compiled, on: board) {
      sink.report(conflict)
    }
    WaiverCheck.run(board.board, { matched.contains($0) }, into: sink)
  }
}
