package import Diagnostics

/// The codes of what workbooks, schematics and netlists say beside their texts.
extension BOMCodes {
  static let ofContainers: [DiagnosticCode] = [
    hidden, cellText, boardQuantities, textVariable, partialSchematic, giantCell, giantRow,
  ]

  package static let hidden = DiagnosticCode(
    "M041", "hidden or struck through",
    page: """
      A workbook hides a sheet, a column or a row, or strikes rows through. A hidden sheet is read only where no visible one is a
      BOM, a hidden column only where no visible one means the same. Lines of hidden rows are left to be looked at; `--hidden-rows
      read` takes them like the others, `--hidden-rows skip` leaves them out. A row that is struck through is not fitted.
      """)
  package static let cellText = DiagnosticCode(
    "M042", "cell does not say what was meant",
    page: """
      A cell of a workbook holds a formula without its value, an error, a day that a program made of `1-2`, a number with more
      digits than it shows, or text that is struck through. Its line is left to be looked at. Write what is meant into the cell.
      """)
  package static let boardQuantities = DiagnosticCode(
    "M043", "quantities of several boards",
    page: """
      The file says above its header for how many boards its quantities are, as KiCost's workbooks do (`Board Qty:`). A spec has
      those of one board, and its own number of boards.
      """)
  package static let textVariable = DiagnosticCode(
    "M044", "text variable not known",
    page: """
      A field of a schematic holds `${NAME}`, and neither the symbol, nor its sheet, nor the project's `text_variables` has it. The
      project file (`.kicad_pro`) must stand beside the schematic.
      """)
  package static let partialSchematic = DiagnosticCode(
    "M045", "schematic in parts",
    page: """
      A schematic is read by itself that a larger one holds, or units of one symbol say different things. References and numbers
      of pieces may be others in the whole: import the topmost schematic.
      """)
  package static let giantCell = DiagnosticCode(
    "M080", "cell too long",
    page: """
      A cell has more than 100,000 bytes. No spreadsheet holds one of more than 32,767 characters, and the longest lists of references are
      half as long: a file or a picture was pasted into the cell, or a quote is never closed. Empty the cell, or close the quote.
      """)
  package static let giantRow = DiagnosticCode(
    "M081", "row too wide",
    page: """
      A row has more than 16,384 cells, which is as wide as any spreadsheet. The file is not a table of parts, or its rows are not
      ended. Export the BOM anew, with a row for each line.
      """)
}
