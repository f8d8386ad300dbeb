import ArgumentParser
import Base
import Foundation
import Quotes
import SourcingPlan

/// `peidan ask`: whom to ask about what, and in which words.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Messages that ask sellers for prices: whom to ask what, so that most is saved.",
    discussion: """
      The sellers are those of stalls.csv in the data folder. Each gets one message with all its lines; which lines are asked of \
      whom is chosen so that the expected saving is largest under the caps, with a bound that is stated. What was asked is kept, \
      and not asked again of the same seller until the cool-down is over. docs/quotes.md says how savings are reckoned.
      """)

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @Argument(help: "A plan (JSON) or a board spec (YAML).")
  var file: String

  @Option(
    help: ArgumentHelp("The most lines of a message, where stalls.csv does not say (default: 10).", valueName: "n"))
  var lines: Int = 10

  @Option(help: ArgumentHelp("The most sellers that a line is asked of (default: 3).", valueName: "n"))
  var sellersPerLine: Int = 3

  @Option(help: ArgumentHelp("The most messages (default: 8).", valueName: "n"))
  var messages: Int = 8

  @Option(help: ArgumentHelp("Days until a seller is asked about a part again (default: 14).", valueName: "days"))
  var coolDown: Int = AskChance.usualCoolDown

  @Option(help: ArgumentHelp("The same after a no-bid (default: 90).", valueName: "days"))
  var noBidCoolDown: Int = AskChance.usualNoBidCoolDown

  @Option(
    help: ArgumentHelp("Lines that could save less than this are not asked about (default: 0.20).", valueName: "cny"))
  var least: Amount = Amount(Money(microYuan: 200_000))

  @Option(help: ArgumentHelp("Until when answers are asked for, as 2026-12-03T20:00:00.", valueName: "time"))
  var by: LocalTime?

  @Option(help: ArgumentHelp("The day of the asking (default: today).", valueName: "date"))
  var date: LocalDate?

  @Option(help: "Only these sellers; may be repeated.")
  var seller: [String] = []

  @Flag(help: "Print the messages, and keep nothing of them.")
  var dryRun = false

  @Option(help: "How the messages are printed.")
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      "A folder for a workbook (.xlsx) for each seller, with columns for the answers.", valueName: "folder"))
  var xlsx: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if xlsx != nil, dryRun {
      throw ValidationError("`--xlsx` writes files, `--dry-run` keeps nothing; give one of both")
    }
    try SearchOptions.require((1...1_000).contains(lines), "--lines", "a number from 1 to 1000")
    try SearchOptions.require((1...3).contains(sellersPerLine), "--sellers-per-line", "a number from 1 to 3")
    try SearchOptions.require((1...1_000).contains(messages), "--messages", "a number from 1 to 1000")
    try SearchOptions.require((0...3_650).contains(coolDown), "--cool-down", "a number of days from 0 to 3650")
    try SearchOptions.require(
      (0...3_650).contains(noBidCoolDown), "--no-bid-cool-down", "a number of days from 0 to 3650")
  }

  func run() throws { try AskSession(command: self).run() }
}

extension LocalTime: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}
