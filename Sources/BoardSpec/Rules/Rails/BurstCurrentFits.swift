package import Diagnostics

/// The peaks of what a rail feeds are no more than the rail and its source give.
package struct BurstCurrentFits: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B111", "bursts draw more than the rail gives",
    page: """
      The peaks of the slots on the rail, all at once, are more than its `limit` or its source's rated current, less the margin.
      A 2G module draws 2 A for 577 µs in each burst, a Wi-Fi module some 350 mA while it sends. Of a cell, `discharge-limit`
      counts.

      Where a capacitor carries the burst, or two peaks never meet, say what the source sees with `burst` on the slot, or waive
      the rule with that reason.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    RailCurrents.relations(of: self, .burst, "burst current", on: board)
  }
}
