package import Diagnostics

/// Where the policy limits the age of goods, offers state their date codes.
package struct DateCodesAreStated: SelectionRule {
  package static let family = RuleFamily.sourcing
  package static let code = DiagnosticCode(
    "B604", "date codes are not known",
    page: """
      The policy takes goods of a few years only (`date-code-years`), and no offer in the catalog states a date code, so the
      rule cannot be checked before the counter. It is always reported: ask for the reel's label, and read the code on the
      package (year and week, `2431`).
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let years = board.board.policy.dateCodeYears else { return [] }
    return [
      unchecked(
        "no offer states a date code, so goods older than \(years) year\(years == 1 ? "" : "s") are only found at the counter",
        at: nil, about: ["policy"])
    ]
  }
}
