internal import Base
package import Diagnostics
internal import Electronics
internal import Market

/// Where a rule limits the age of goods, some offer's date code keeps to it.
package struct DateCodesAreStated: SelectionRule {
  package static let family = RuleFamily.sourcing
  package static let code = DiagnosticCode(
    "B604", "no offer's date code keeps to the rule",
    page: """
      A rule (`date-code: 2 y`, in `policy` or in the slot) takes goods of the last years only, and no offer for the slot states a
      date code that keeps to it. A code is year and week of the oldest goods (`2431`); offers that state none, and those that say
      `23+`, a bare year or anything else that leaves the week open, are unknown, and an unknown age keeps to no rule. The days are
      counted to that of the spec. It is a warning: a plan buys none of these offers. Ask the sellers (`peidan ask`) and
      add what they answer, or give the slot `date-code: any` and read the code on the reel.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let date = LocalDate(board.board.day.date) else { return [] }
    return board.candidates.indices.compactMap { slot in
      let rule = board.board.slots[slot].policy.dateCode ?? board.board.policy.dateCode
      guard rule != .any, let oldest = rule.oldest(on: date), !board.candidates[slot].isEmpty else { return nil }
      guard let offers = board.offers else {
        return unchecked(
          "no offers are known, so the date codes of `\(board.name(slot))` are only found at the counter",
          at: board.span(slot), about: board.names(slot))
      }
      let verdicts = board.candidates[slot].flatMap { offers[$0.id] ?? [] }.map {
        rule.verdict(on: $0.dateCode, date: date)
      }
      guard !verdicts.isEmpty, !verdicts.contains(.met) else { return nil }
      let (unknown, old) = (verdicts.count { $0 == .unknown }, verdicts.count { $0 == .old })
      let counted = [
        unknown == 0 ? nil : "\(unknown) of unknown age", old == 0 ? nil : "\(old) older than that",
      ].compactMap(\.self).joined(separator: ", ")
      return broken(
        "no offer for `\(board.name(slot))` states a date code of \(oldest.code) or later: \(counted)",
        at: board.span(slot), about: board.names(slot), severity: .warning
      ).help("ask the sellers for it, or give the slot `date-code: any`")
    }
  }
}
