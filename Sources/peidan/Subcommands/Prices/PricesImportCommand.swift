import ArgumentParser
import Base
import CatalogStore
import Electronics
import Foundation
import Market
import Platform
import PriceSheets
import SourcingPlan

/// `peidan prices import`: a price sheet → a file of its own beside the catalog.
struct PricesImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import a price sheet: CSV, JSON lines, LCSC orders, part lists; gzip too.",
    discussion: """
      The whole sheet is read and checked before anything changes: one bad row refuses it, and an earlier sheet of the same \
      name stays as it was. Options say what holds for rows that say nothing of their own. docs/prices.md has the columns.
      """)

  @Argument(help: "The sheet.")
  var file: String

  @OptionGroup var options: SheetTermOptions

  @Option(help: "The name of the sheet (default: the file's name up to its first digit).")
  var name: String?

  @Option(help: "How to print the summary.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let name, !ListName.isUsable(name) {
      throw ValidationError("`--name \(name)` must be letters, digits, hyphens and underscores")
    }
  }

  func run() throws {
    let sheet = name ?? ListName.from(file)
    let catalog = try openCatalog(common, replaced: { PriceSheet.path(of: sheet, beside: $0) })
    let progress = CatalogProgress(isShown: !common.quiet && Console.isTerminal(.error), title: "importing the sheet")
    defer { progress.finish() }
    let interrupt = Interrupt()
    do {
      let clock = try MarketClock.of(catalog, market: options.market)
      let intake = SheetReader(
        catalog: catalog, name: sheet, origin: (file as NSString).lastPathComponent,
        date: options.date?.description ?? ListName.date(in: file, clock), terms: options.terms)
      let (summary, path) = try intake.read(
        file, now: MarketClock.text(of: clock.now), onProgress: { progress.show($0) },
        shouldStop: { interrupt.wasCalled })
      progress.finish()
      let report = SheetReport(summary, name: sheet, path: path)
      switch format {
      case .json: Console.write(json: try report.json())
      case .text: Console.write(report.text)
      }
    } catch let error as SheetError {
      progress.finish()
      throw SheetFiles.refusal(error, file: file, kept: "the prices are")
    } catch let error as CatalogError {
      progress.finish()
      if error == .interrupted {
        Console.complain("interrupted; the prices are as they were")
        throw ExitCode.interrupted
      }
      throw refusal(error)
    }
  }
}

/// What holds for the rows of a sheet that say nothing of their own.
struct SheetTermOptions: ParsableArguments {
  @Option(help: "The market of the stalls (default: the first that is walked; of lists and LCSC, that ships).")
  var market: String?
  @Option(help: "The stall or shop (default for lists and LCSC: lcsc).")
  var stall: String?
  @Option(help: "Condition of the goods (default for lists and LCSC: original).")
  var condition: Condition?
  @Option(
    help: ArgumentHelp("Currency of prices without one (default: CNY; of lists and LCSC, USD).", valueName: "code"))
  var currency: String?
  @Option(help: "Whether tax is in the prices (default: excluded).")
  var tax: TaxOption?
  @Option(
    help: ArgumentHelp("The day of the prices (default: in the file's name, else the file's).", valueName: "date"))
  var date: LocalDate?
  @Option(help: "How the prices are known (default: seen; of lists and LCSC, quoted).")
  var basis: PriceBasis?
  @Option(help: ArgumentHelp("The last day on which the prices hold.", valueName: "date"))
  var expires: LocalDate?
  @Option(help: "Who or what says so (default: the file's name).")
  var source: String?
  @Option(
    help: ArgumentHelp("A rate of exchange, `USD=7.12` or `USD=7.12@2026-11-20`; may be repeated.", valueName: "rate"))
  var rate: [RateOption] = []
  @Option(help: ArgumentHelp("What a delivery from a new shop costs.", valueName: "cny"))
  var shipping: Amount?
  @Option(help: ArgumentHelp("Days until a delivery from a new shop arrives.", valueName: "n"))
  var shippingDays: Int = 0
  @Option(help: ArgumentHelp("Surcharge of a new shop for a tax invoice; without it, it gives none.", valueName: "n"))
  var invoicePercent: Int?
  @Option(help: ArgumentHelp("Goods from which on a new shop delivers for nothing.", valueName: "cny"))
  var freeFrom: Amount?
  @Option(help: ArgumentHelp("The least goods of an order from a new shop.", valueName: "cny"))
  var minimumOrder: Amount?

  func validate() throws {
    if let currency, currency.utf8.count != 3 || !currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      throw ValidationError("--currency takes three letters such as USD")
    }
    try SearchOptions.require(
      Limits.shippingDays.contains(shippingDays), "--shipping-days", "a number \(Limits.shippingDays.words)")
    try SearchOptions.require(
      shipping.map { Limits.shipping.contains($0.money) }, "--shipping", "an amount \(Limits.shipping.words)")
    try SearchOptions.require(
      rate.allSatisfy { Limits.exchangeRate.contains(Money(microYuan: $0.rate.microYuan)) }, "--rate",
      "a rate \(Limits.exchangeRate.words)")
    for (name, amount) in [("--free-from", freeFrom), ("--minimum-order", minimumOrder)] {
      try SearchOptions.require(
        amount.map { Limits.budget.contains($0.money) }, name, "an amount \(Limits.budget.words)")
    }
    if let invoicePercent, !(0...100).contains(invoicePercent) {
      throw ValidationError("--invoice-percent takes a number from 0 to 100")
    }
    if let stall, stall.isEmpty { throw ValidationError("--stall takes the id of a stall") }
  }
  var terms: SheetTerms {
    var terms = SheetTerms()
    terms.market = market
    terms.stall = stall
    terms.condition = condition
    terms.currency = currency
    terms.taxIncluded = tax.map { $0 == .included }
    terms.date = date
    terms.basis = basis
    terms.expires = expires
    terms.source = source
    terms.rates = rate.map(\.rate)
    terms.shipping = shipping?.money ?? .zero
    terms.shippingDays = shippingDays
    terms.invoicePerMille = invoicePercent.map { $0 * 10 }
    terms.freeFrom = freeFrom?.money
    terms.minimumOrder = minimumOrder?.money
    return terms
  }
}
