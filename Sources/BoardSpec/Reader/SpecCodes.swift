package import Diagnostics

/// The codes of what can be wrong with a board spec, beside those of any text.
package enum SpecCodes {
  /// Every code of this module, ascending.
  package static let all: [DiagnosticCode] =
    [
      schema, value, unknownName, duplicateReference, reference, date, noRequirement, missingLine,
      KnownReferences.code, SlotsHaveCandidates.code, PoliciesLeaveOffers.code,
    ] + RuleBook.codes

  package static let schema = DiagnosticCode(
    "B001", "not a board spec",
    page:
      "A board spec starts with `schema: peidan.board/1`. Another value means another kind of file, or a newer peidan.")
  package static let value = DiagnosticCode(
    "B002", "value not understood",
    page: "A quantity, amount, rate or time is not written as expected. The message says what is accepted.")
  package static let unknownName = DiagnosticCode(
    "B003", "unknown name",
    page: """
      A category, parameter, part number, maker, reference design, market, node, stall, slot or service that the catalog or
      the board does not have. `peidan catalog search` finds what there is.
      """)
  package static let duplicateReference = DiagnosticCode(
    "B004", "reference given twice",
    page: "Each reference (`R1`) belongs to one slot, or its part would be bought twice.")
  package static let reference = DiagnosticCode(
    "B005", "not a list of references",
    page: "A slot's key is a reference or several: `U1`, `R1..R8`, `C1, C3..C5`.")
  package static let date = DiagnosticCode(
    "B006", "impossible day",
    page: "The day must exist, and its finish must come after its start.")
  package static let noRequirement = DiagnosticCode(
    "B007", "slot asks for nothing",
    page:
      "A slot names a part (`mpn`), a kind of part (`category`, with conditions under `where`), or alternates (`any`).")
  package static let missingLine = DiagnosticCode(
    "B008", "line of the BOM without a slot",
    page: """
      The spec was made by `peidan import`, and a line of the BOM was not certain enough to become a slot. A plan of this spec
      buys nothing for it. `peidan decide` settles it; or add a slot for its references, complete the BOM and import again, or
      mark the line `fitted: false`.
      """)
}
