import ArgumentParser
import BOMImport
import Base
import CatalogStore
import Diagnostics
import Foundation
import Market

extension PassiveChoice: ExpressibleByArgument {}

/// `peidan import`: a bill of materials of any tool → a board spec and a match report.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn a BOM file into a board spec, with a graded match for each line.",
    discussion: """
      Reads CSV, TSV, .xlsx and .ods tables of any EDA tool, KiCad's XML netlist and .kicad_sch (docs/bom-import.md). Each line is \
      matched to the catalog and imported lists: exact, equivalent, heuristic, ambiguous or none. Exact and equivalent lines \
      become slots; the others are told, and remembered in the spec. Importing into a spec that an import wrote keeps what you \
      changed there. Without `--output` only the report is printed. A row that contradicts itself is reported, and its line is \
      left for you to settle. Exit codes: 0 done; 1 the file is incomplete, or `--strict` and a line is below equivalent; 2 \
      the file could not be used.
      """)

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The BOM; `-` reads standard input.")
  var bom: String

  @Option(help: "Where the spec is written, or merged into; `-` is standard output.")
  var output: String?

  @Option(help: "A placement file (CPL) to hold the BOM against.")
  var cpl: String?

  @Option(help: "A table of header words beside the bundled one (may be repeated).")
  var aliases: [String] = []

  @Option(
    name: .customLong("map"), help: "FIELD=COLUMN: what a column means, by name, number or letter (may be repeated).")
  var choices: [String] = []

  @Option(help: "The sheet of a workbook (default: the one that looks most like a BOM).")
  var sheet: String?

  @Option(
    help:
      "What hidden rows of a workbook are: \(HiddenRows.allCases.map(\.rawValue).joined(separator: ", ")) (default: ask, which leaves their lines to you)."
  )
  var hiddenRows: HiddenRows = .ask

  @Option(help: "The variant to build; several, where they are built together (default: the parts of no variant).")
  var variant: [String] = []

  /// The variants, one name each.
  var variantNames: [String] { BOMReader.variantNames(variant) }

  @Flag(help: "Fail when a fitted line is less than equivalent, and write nothing.")
  var strict = false

  @Option(help: "Boards to build, for a new spec.")
  var boards = 1

  @Option(help: "The board's name, for a new spec (default: from the file's name).")
  var name: String?

  @Option(help: "The market, for a new spec.")
  var market = "huaqiangbei"

  @Option(help: "The day of the walk, YYYY-MM-DD, for a new spec (default: tomorrow).")
  var date: String?

  @Option(
    help: ArgumentHelp(
      "Show every cell of one line, what was read from it, and which part follows: a reference, or a row's number.",
      valueName: "reference"))
  var explain: String?

  @Option(
    help:
      "Passives that a number names: bought as `named` (the default), or any `equivalent` one of value, package and ratings."
  )
  var passives: PassiveChoice?

  @Option(help: "How the report is printed.")
  var format: OutputFormat = .text

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try SearchOptions.require(Limits.boards.contains(boards), "--boards", "a number \(Limits.boards.words)")
    if let date, LocalDate(date) == nil { throw ValidationError("`--date \(date)` is not a date such as 2026-12-04") }
    for choice in choices where ColumnChoice(choice) == nil {
      let fields = BOMField.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("`--map \(choice)`: write FIELD=COLUMN, FIELD being one of \(fields)")
    }
  }

  func run() throws {
    let session = ImportSession(command: self)
    try session.run()
  }
}

extension HiddenRows: ExpressibleByArgument {}
