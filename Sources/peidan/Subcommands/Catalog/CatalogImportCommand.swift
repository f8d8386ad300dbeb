import ArgumentParser
import Base
import CatalogStore
import Electronics
import Foundation
import Market
import Platform
import PriceSheets
import TerminalText

/// `peidan catalog import`: a distributor's part list → a file of its own beside the catalog.
struct CatalogImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import a distributor's part list, CSV or CSV in gzip.",
    discussion: """
      The list becomes a file of its own beside the catalog: a catalog that is built again keeps it, and importing a newer list \
      of the same name replaces it. `catalog search`, pinned parts and `import` find its parts. Every row is taken or told \
      of: rows that cannot be used refuse the list, and the old one stays as it was.
      """)

  @Argument(help: "The list: columns lcsc, mpn, manufacturer, category, subcategory, package, … (docs/formats.md).")
  var file: String

  @Option(help: "The name of the list (default: the file's name up to its first digit).")
  var name: String?

  @Option(help: "The day of its prices, YYYY-MM-DD (default: the date in the file's name, else the file's own).")
  var date: String?

  @Option(help: "How to print the summary.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let date, LocalDate(date) == nil { throw ValidationError("`--date \(date)` is not a date such as 2026-05-21") }
    if let name, !ListName.isUsable(name) {
      throw ValidationError("`--name \(name)` must be letters, digits, hyphens and underscores")
    }
  }

  private struct Facts: Encodable {
    var schema = "peidan.catalog-import/1"
    var path: String
    var name: String
    var date: String
    var rows: Int
    var parts: Int
    var typedParts: Int
    var oddities: [String: Int]
    var digest: String
  }

  func run() throws {
    let list = name ?? ListName.from(file)
    let catalog = try openCatalog(common, replaced: { PartList.path(of: list, beside: $0) })
    let day: String
    do throws(CatalogError) {
      let clock = try MarketClock.of(catalog)
      day = date ?? ListName.date(in: file, clock)
    } catch {
      throw refusal(error)
    }
    let path = PartList.path(of: list, beside: catalog.path)
    let progress = CatalogProgress(isShown: !common.quiet && Console.isTerminal(.error), title: "importing the list")
    defer { progress.finish() }
    let interrupt = Interrupt()
    do {
      let categories = try catalog.categories()
      let reader = try PartListReader(
        try FileFeed(path: file), vocabulary: try SheetFiles.vocabulary(categories: Set(categories.map(\.id))),
        categories: categories)
      var builder = PartListBuilder(
        path: path, origin: .init(file: (file as NSString).lastPathComponent, date: day, currency: "USD"))
      builder.onProgress = { progress.show($0) }
      builder.shouldStop = { interrupt.wasCalled }
      let summary = try builder.build(reader, categories: categories)
      progress.finish()
      try tell(
        Facts(
          path: path, name: list, date: day, rows: summary.counts.rows, parts: summary.parts,
          typedParts: summary.typedParts,
          oddities: Dictionary(
            uniqueKeysWithValues: summary.counts.oddities.map { ($0.key.rawValue, $0.value) }),
          digest: summary.digest))
    } catch let error as SheetError {
      progress.finish()
      throw SheetFiles.refusal(error, file: file, kept: "the lists are")
    } catch let error as CatalogError {
      progress.finish()
      if error == .interrupted {
        Console.complain("interrupted; the lists are as they were")
        throw ExitCode.interrupted
      }
      throw refusal(error)
    }
  }

  private func tell(_ facts: Facts) throws {
    switch format {
    case .json: Console.write(json: try facts.json())
    case .text:
      var table = TextTable([], alignment: [.right, .left])
      for oddity in ListedRow.Oddity.allCases {
        if let count = facts.oddities[oddity.rawValue] { table.add([count.grouped, oddity.explanation]) }
      }
      Console.write(
        """
        imported \(facts.path)
        \(facts.rows.grouped) rows, \(facts.parts.grouped) parts, \(facts.typedParts.grouped) of them with typed \
        parameters; prices of \(facts.date)
        \(table.text)
        """)
    }
  }
}

extension ListedRow.Oddity {
  /// What was done with such rows.
  var explanation: String {
    switch self {
    case .repeatedPrice: "rows with neighbouring breaks of one price, taken as one break"
    case .risingPrice: "rows whose price rises at a higher break, taken at the higher price"
    case .noPrice: "rows without a price, taken as parts without one"
    case .noMaker: "rows without a maker, taken as of maker `-`"
    case .chinesePackage: "rows with a Chinese package name, put into English"
    case .unknownChinesePackage: "rows with a Chinese package name that Catalog/lists/packages.csv lacks, kept as it is"
    case .otherCategory: "rows of kinds that Catalog/lists/categories.csv lacks, in the category `other`"
    case .repeatedPart: "rows that repeat a maker's number under another order number, kept as a second listing"
    }
  }
}
