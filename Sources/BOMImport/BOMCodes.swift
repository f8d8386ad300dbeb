package import Diagnostics

/// The codes of what can be wrong with a bill of materials, beside those of any text.
package enum BOMCodes {
  /// Every code of this module, ascending.
  package static let all: [DiagnosticCode] = ofLines + ofContainers + ofColumns

  private static let ofLines: [DiagnosticCode] = [
    unknownFormat, otherKind, damaged, noHeader, columnMapping, cellCount, rowLeftOut, reference, quantity,
    quantityDisagrees, duplicateReference, value, contradiction, unmatched, severalParts, placement, sheet, keptEdit,
    aliases, numberUnknown, variant, severalMakers,
  ]

  package static let unknownFormat = DiagnosticCode(
    "M001", "not a bill of materials",
    page: "The file is none of the formats that `peidan import` reads. Export the BOM as CSV, TSV or .xlsx.")
  package static let otherKind = DiagnosticCode(
    "M002", "another kind of file",
    page: """
      The file is recognised, but it is no bill of materials that can be read: a placement file, a board or a schematic of
      another tool, an old `.xls`. The message says what to export instead.
      """)
  package static let damaged = DiagnosticCode(
    "M003", "damaged file",
    page: "A spreadsheet, XML or schematic file breaks off or contradicts itself. Export it again.")
  package static let noHeader = DiagnosticCode(
    "M004", "no header row",
    page: """
      None of the first 30 rows names columns that the header table knows. Name them with `--map FIELD=COLUMN`
      (`--map mpn=2`, `--map refs="Bauteil"`), or add your words to a copy of `Catalog/bom/headers.yaml` and pass it with
      `--aliases`.
      """)
  package static let columnMapping = DiagnosticCode(
    "M005", "column not clear",
    page: """
      Two columns mean the same field, or `--map` names a column or a field that there is not. The first of two columns counts
      where only it has text; else name one with `--map`.
      """)
  package static let cellCount = DiagnosticCode(
    "M006", "row wider than the header",
    page: "A row has text behind the last column that the header names. It is kept as a note of the line, not used.")
  package static let rowLeftOut = DiagnosticCode(
    "M007", "row left out",
    page: "A row has neither references nor anything that names a part: a total, a heading, an alternative supplier.")
  package static let reference = DiagnosticCode(
    "M008", "references not understood",
    page: """
      References are separated by `,`, `;`, `&`, blanks or line breaks; ranges are `R1-R4`, `R1..R4`, `R1:R4`, `R1 to R4`, `R1A-R1D`,
      and `C17/18/19` is a list. The ends of a range share their letters, the smaller one first. A date is what a spreadsheet
      made of a reference. The row is kept without references and without a slot.
      """)
  package static let quantity = DiagnosticCode(
    "M009", "quantity not understood",
    page:
      "A quantity is a whole number of pieces, 0 to 1,000,000, as `4`, `4 pcs` or `1,000`. The row is kept without a slot."
  )
  package static let quantityDisagrees = DiagnosticCode(
    "M010", "quantity and references disagree",
    page:
      """
      The quantity of a row is another number than that of its references. One of both is wrong, and only you know which, so that
      the line gets no slot. Where all quantities are the same multiple of their references, they are taken to be for so many
      boards.
      """)
  package static let duplicateReference = DiagnosticCode(
    "M011", "reference given twice",
    page:
      """
      Two rows hold the same reference with other parts, or one row holds it twice. Its part would be bought twice, so that it
      counts for the first row, and gets no slot where the rows ask for different parts.
      """)
  package static let value = DiagnosticCode(
    "M012", "value not understood",
    page: """
      The value of a resistor, capacitor or inductor cannot be read with certainty, for instance a bare `10` for a capacitor,
      which could be picofarads or microfarads.
      """)
  package static let contradiction = DiagnosticCode(
    "M013", "line contradicts its part",
    page: """
      The value, package or maker that a line states is not that of the part whose number it names. The line gets no
      slot; check which of both is meant.
      """)
  package static let unmatched = DiagnosticCode(
    "M014", "line has no certain part",
    page: """
      Nothing in the catalog is certainly what the line asks for, so it is not in the spec's slots. Add a slot for its
      references, or complete the BOM with maker and number, or with value and package, and import again.
      """)
  package static let severalParts = DiagnosticCode(
    "M015", "cell names several parts",
    page: "A part number cell holds several numbers. Give each part its own row.")
  package static let placement = DiagnosticCode(
    "M016", "placement file disagrees",
    page:
      "A reference stands in the BOM and not in the placement file, or the other way round, or in other letters' case.")
  package static let sheet = DiagnosticCode(
    "M017", "sheet cannot be read",
    page: "A schematic names a sheet file that is missing or damaged, so the BOM would be incomplete.")
  package static let keptEdit = DiagnosticCode(
    "M018", "edit kept",
    page: """
      The BOM has changed a line that was edited in the spec since the last import. The edit is kept. Delete the slot in the
      spec and import again to take the BOM's.
      """)
  package static let aliases = DiagnosticCode(
    "M019", "header table not understood",
    page:
      "The table of header words is YAML: `fields:` with a list of words for each field, and `makers:` with lists of names."
  )
  package static let numberUnknown = DiagnosticCode(
    "M020", "number not in the catalog",
    page: "The line's part number is not in the catalog; the line was matched by its value and package instead.")
  package static let variant = DiagnosticCode(
    "M030", "variant not clear",
    page: """
      `--variant` names a variant that the file does not speak of, or the file has variants and none is named: then the parts
      that stand in some variants only are left out. `--variant` may be repeated for variants that are built together.
      """)
  package static let severalMakers = DiagnosticCode(
    "M031", "number of several makers",
    page: """
      Several makers sell parts under the line's number, in one package, and the line names none of them. The slot lists all; name
      the maker in the BOM where only one will do.
      """)
}
