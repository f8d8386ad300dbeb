package import Diagnostics

/// The codes of columns whose cells say something else than their names.
extension BOMCodes {
  static let ofColumns: [DiagnosticCode] = [answersOfVariants, orderQuantities]

  package static let answersOfVariants = DiagnosticCode(
    "M060", "answers under a name of variants",
    page: """
      A column such as `Config` or `Variant` names no variants: its cells are words and signs for yes and no. It is read as
      whether parts are fitted; a sign there (`x`, `1`) leaves its line to a person. `--map fitted=NAME` or `--map dnp=NAME` says
      which is meant.
      """)
  package static let orderQuantities = DiagnosticCode(
    "M061", "quantities of an order",
    page: """
      The column of quantities is one of what was ordered (`Order Qty`), and its rows have no references by which pieces can be
      counted. They are taken to be for one board; write the pieces of one board where they are not.
      """)
}
