import ArgumentParser
import Base
import CatalogStore
import Foundation
import Market
import Platform
import PriceFetch
import TerminalText

/// `peidan prices status`: the sheets beside the catalog, and how old they are.
struct PricesStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "The imported price sheets: source, age, rows, expiry.")

  @Option(help: ArgumentHelp("The day for which ages are reported (default: today).", valueName: "date"))
  var date: LocalDate?

  @Option(help: "How to print the sheets.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  private struct Facts: Encodable {
    struct Sheet: Encodable {
      var name: String
      var path: String
      var origin: String
      var format: String
      var imported: String
      var checked: String?
      var rows: Int
      var prices: Int
      var oldest: String
      var newest: String
      var ageDays: Int?
      var firstExpiry: String?
      var lastExpiry: String?
      var isExpired: Bool
      var currencies: [String]
      var stalls: [PlaceID]
      var digest: String
    }

    var schema = "peidan.prices-status/1"
    var date: String
    var sheets: [Sheet]
    var rates: [ExchangeRate]
  }

  func run() throws {
    let catalog = try openCatalog(common)
    let today: LocalDate
    do throws(CatalogError) {
      let clock = try MarketClock.of(catalog)
      today = date ?? clock.today
    } catch {
      throw refusal(error)
    }
    let day = today.description
    let sheets = catalog.sheets.map { sheet in
      let facts = sheet.facts
      return Facts.Sheet(
        name: sheet.name, path: sheet.path, origin: facts.origin, format: facts.format, imported: facts.imported,
        checked: checked(sheet.name, catalog), rows: facts.rows, prices: facts.prices, oldest: facts.oldest,
        newest: facts.newest,
        ageDays: LocalDate(facts.newest).map { today.dayNumber - $0.dayNumber },
        firstExpiry: facts.firstExpiry, lastExpiry: facts.lastExpiry,
        isExpired: facts.firstExpiry.map { $0 < day } ?? false, currencies: facts.currencies, stalls: facts.stalls,
        digest: sheet.digest)
    }
    let rates: [ExchangeRate]
    do {
      rates = try catalog.rates().values.sorted { $0.currency < $1.currency }
    } catch {
      throw refusal(error)
    }
    switch format {
    case .json: Console.write(json: try Facts(date: day, sheets: sheets, rates: rates).json())
    case .text: Console.write(text(sheets, rates))
    }
  }

  /// When a fetched sheet's source last said that it is the newest.
  private func checked(_ name: String, _ catalog: Catalog) -> String? {
    let folder = FetchRecord.folder(in: PriceSheet.folder(beside: catalog.path))
    return FetchRecord.read(name, in: folder).map { MarketClock.text(of: $0.checked) }
  }

  private func text(_ sheets: [Facts.Sheet], _ rates: [ExchangeRate]) -> String {
    guard !sheets.isEmpty else { return "no price sheets; `peidan prices import FILE` brings one\n" }
    var table = TextTable(
      ["sheet", "prices", "of", "age", "expires", "currency", "from"], alignment: [.left, .right, .left, .right])
    for sheet in sheets {
      table.add([
        sheet.name, sheet.prices.grouped, sheet.newest, sheet.ageDays.map { $0 == 1 ? "1 day" : "\($0) days" } ?? "",
        sheet.firstExpiry.map { sheet.isExpired ? "since \($0)" : $0 } ?? "–",
        sheet.currencies.joined(separator: " "), sheet.origin,
      ])
    }
    let told = rates.map { "\($0.currency) \($0.decimal) (\($0.date), \($0.source))" }.joined(separator: ", ")
    return table.text + (told.isEmpty ? "" : "\nrates in yuan: \(told)\n")
  }
}
