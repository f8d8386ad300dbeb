import ArgumentParser
import Base
import CatalogStore
import Foundation
import Market
import Quotes

/// `peidan quotes add`: what a seller answered, as it came.
struct QuotesAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Read a seller's answer: lines of a chat, tables, CSV or .xlsx.",
    discussion: """
      Every price is read twice, by two readers that share no code; where they differ, or a line can be read in two ways, the \
      answer is not taken, and the reason is given. What is taken becomes a price sheet of the seller's, which plans use from \
      then on. Adding the same answer again changes nothing. A seller who is not known yet is added to stalls.csv in the data \
      folder. docs/quotes.md has the forms.
      """)

  @Argument(help: "The answer; `-` reads standard input.")
  var file: String

  @Option(help: "The board spec whose parts were asked for.")
  var spec: String?

  @Option(help: "The plan whose parts were asked for.")
  var plan: String?

  @Option(help: "Who answers: an id of stalls.csv, a stall of the market, or a new word.")
  var seller: String

  @Option(help: "What a new seller is called.")
  var name: String?

  @Option(help: "Where a new seller is: the id of a stall, or words.")
  var place: String?

  @Option(help: "How a new seller is reached.")
  var contact: String?

  @Option(help: "The market (default: the seller's, else that of the spec or plan, else the first that is walked).")
  var market: String?

  @Option(help: ArgumentHelp("The day of the answer (default: today).", valueName: "date"))
  var date: LocalDate?

  @Option(
    help: ArgumentHelp("Days for which prices hold where the seller does not say (default: 30).", valueName: "days"))
  var valid: Int = 30

  @Option(help: "What goods are whose condition is not stated.")
  var condition: Condition = .looseNew

  @Option(
    help: ArgumentHelp("A rate of exchange for prices in a currency, `USD=7.12`; may be repeated.", valueName: "rate"))
  var rate: [RateOption] = []

  @Option(
    help: ArgumentHelp(
      "Prices beyond so many times the list's are asked about (default: 0.2..5).", valueName: "least..most"))
  var listRange: ListRangeOption = ListRangeOption(
    least: QuoteContext.usualLeastTenths, most: QuoteContext.usualMostTenths)

  @Flag(help: "Read and report, and write nothing.")
  var dryRun = false

  @Option(help: "How the answers are printed.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if spec != nil, plan != nil { throw ValidationError("give --spec or --plan, not both") }
    if !SellerBook.isUsable(seller) {
      throw ValidationError("`--seller \(seller)` must be letters, figures, hyphens and underscores, at most 40 bytes")
    }
    try SearchOptions.require(Limits.priceAge.contains(valid), "--valid", "a number of days \(Limits.priceAge.words)")
    try SearchOptions.require(
      rate.allSatisfy { Limits.exchangeRate.contains(Money(microYuan: $0.rate.microYuan)) }, "--rate",
      "a rate \(Limits.exchangeRate.words)")
  }

  func run() throws {
    try QuoteSession(command: self).run()
  }
}

/// `0.2..5`: tenths of a list's price.
struct ListRangeOption: ExpressibleByArgument {
  let least: Int
  let most: Int

  init(least: Int, most: Int) {
    self.least = least
    self.most = most
  }

  init?(argument: String) {
    let ends = argument.components(separatedBy: "..").map { DecimalText.plain(Substring($0), digits: 1) }
    guard ends.count == 2, let least = ends[0], let most = ends[1], least <= most, most > 0, most <= 100_000 else {
      return nil
    }
    self.init(least: Int(least), most: Int(most))
  }

  var defaultValueDescription: String { "0.2..5" }
}
