package import Diagnostics
internal import Electronics
internal import Market

/// What the board and its slots allow leaves at least one offer for each slot.
package struct PoliciesLeaveOffers: BoardRule {
  package static let code = DiagnosticCode(
    "B012", "policy excludes every offer",
    page: """
      The market has offers for parts that fit a slot, but the policy allows none of them: all are in a condition that is not
      allowed, at a stall that is banned or not among the pinned ones, or at a stall that gives no invoice where the board
      asks for one. A slot whose parts have no offer in the market at all is only a warning, since a catalog grows. Slots that
      only generated sample stalls have offers for are noted once: a plan asks for them on the spot, unless the board takes the
      sample with `sample: true`.

      Widen `conditions`, drop a pin or a ban under `stalls`, or set `invoice: false`.
      """)

  package init() {}

  package func check(
    _ board: Board, candidates: [SlotCandidates], context: any SpecContext, into sink: DiagnosticSink
  ) throws {
    var sampled: [Slot] = []
    for (slot, found) in zip(board.slots, candidates) {
      let candidates = found.parts
      let policy = SlotTerms(slot: slot, board: board.policy)
      var terms: [OfferTerms] = []
      var isSampled = false
      var isAllowed = candidates.isEmpty
      for part in candidates where !isAllowed {
        guard let all = try context.allOfferTerms(of: part.id, for: board) else {
          sink.skip(
            SkippedCheck(
              Self.code,
              because: "no offers are known for \(StallNames(context: context, markets: board.markets).words)", at: nil)
          )
          return
        }
        let offers = all.filter { board.usesSample || !$0.isSample }
        isSampled = isSampled || offers.count < all.count
        terms += offers
        isAllowed = offers.contains(where: policy.allows)
      }
      if isAllowed { continue }
      if terms.isEmpty, isSampled {
        sampled.append(slot)
      } else if terms.isEmpty {
        sink.report(
          .unsold(
            slot, candidates: candidates.count, markets: StallNames(context: context, markets: board.markets).words))
      } else {
        sink.report(.excluded(slot, terms, policy))
      }
    }
    if let first = sampled.first { sink.report(.sampled(first, count: sampled.count)) }
  }
}

/// The policy that holds for a slot: its own over the board's.
private struct SlotTerms {
  let conditions: Set<Condition>
  let pinned: [PlaceID]
  let banned: [PlaceID]
  let invoice: Bool

  init(slot: Slot, board: SourcingPolicy) {
    conditions = slot.policy.conditions ?? board.conditions
    pinned = slot.policy.pinnedStalls.isEmpty ? board.pinnedStalls : slot.policy.pinnedStalls
    banned = board.bannedStalls + slot.policy.bannedStalls
    invoice = board.invoice
  }

  func allows(_ terms: OfferTerms) -> Bool {
    conditions.contains(terms.condition) && isOpen(terms) && (!invoice || terms.givesInvoice)
  }

  func isOpen(_ terms: OfferTerms) -> Bool {
    (pinned.isEmpty || pinned.contains(terms.stall)) && !banned.contains(terms.stall)
  }
}

extension Diagnostic {
  fileprivate static func excluded(_ slot: Slot, _ terms: [OfferTerms], _ policy: SlotTerms) -> Diagnostic {
    let count = terms.count == 1 ? "the only offer" : "all \(terms.count) offers"
    var notes: [Note] = []
    let states = Condition.allCases.filter { state in terms.contains { $0.condition == state } }
    if !terms.contains(where: { policy.conditions.contains($0.condition) }) {
      let offered = states.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      let allowed = Condition.allCases.filter(policy.conditions.contains).map { "`\($0.rawValue)`" }
      notes.append(.init("offered: \(offered); allowed: \(allowed.joined(separator: ", "))"))
    }
    if !terms.contains(where: policy.isOpen) { notes.append(.init("none is at a stall that `stalls` leaves open")) }
    if policy.invoice, !terms.contains(where: \.givesInvoice) { notes.append(.init("none comes with an invoice")) }
    if notes.isEmpty { notes.append(.init("each offer meets a part of the policy, none meets all of it")) }
    let worst = states.first.map { "add `conditions: [\($0.rawValue)]` to the slot, or allow more in `policy`" }
    return Diagnostic(
      PoliciesLeaveOffers.code, "the policy excludes \(count) for `\(slot.key)`", at: slot.span, notes: notes,
      helps: notes[0].message.hasPrefix("offered") ? worst.map { [$0] } ?? [] : [])
  }

  /// What nobody real sells, told once for all slots.
  fileprivate static func sampled(_ first: Slot, count: Int) -> Diagnostic {
    let others = count == 1 ? "" : " and \(count - 1) other slot\(count == 2 ? "" : "s")"
    return Diagnostic(
      PoliciesLeaveOffers.code, "only generated sample stalls have offers for `\(first.key)`\(others)", severity: .note,
      at: first.span,
      helps: ["a plan asks for what nobody real sells; `sample: true` plans a trial day on the sample"])
  }

  fileprivate static func unsold(_ slot: Slot, candidates: Int, markets: String) -> Diagnostic {
    let parts = candidates == 1 ? "the only candidate" : "none of the \(candidates) candidates"
    let verb = candidates == 1 ? "has no offer" : "has an offer"
    return Diagnostic(
      PoliciesLeaveOffers.code, "\(parts) for `\(slot.key)` \(verb) in \(markets)", severity: .warning,
      at: slot.span)
  }
}
