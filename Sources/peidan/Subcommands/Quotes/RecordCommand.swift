import ArgumentParser
import Base
import Foundation

/// What a walk brought back.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract:
      "Records of walks: prices paid and seen, sold out, found elsewhere or on floors, stalls that were closed.",
    subcommands: [RecordAddCommand.self, RecordStatusCommand.self, RecordOpenCommand.self, RecordForgetCommand.self])
}

/// `peidan record add`: what the walk sheet saved becomes offers, with day and basis.
struct RecordAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add the record that a walk sheet saved.",
    discussion: """
      Prices paid, and prices that were asked where nothing was bought, become prices of their stalls, of the day of the walk; \
      goods that were sold out are not bought there for some days, \
      and nothing is planned at a stall that was closed until some days have passed, or `record open` says otherwise. With --plan, makers, conditions and what was bought at the \
      second-best stall come from the plan, and plans learn how likely lines are found on floors; without, from the catalog's offers, and a line that fits several of them is \
      refused. Adding the same record again changes nothing.
      """)

  @Argument(help: "The record (JSON) that a walk sheet saved; `-` reads standard input.")
  var file: String

  @Option(help: "The plan of the walk.")
  var plan: String?

  @Option(help: "The market of the walk (default: the plan's, else the first that is walked).")
  var market: String?

  @Option(help: ArgumentHelp("Days for which prices hold (default: 30).", valueName: "days"))
  var valid: Int = 30

  @Option(
    help: ArgumentHelp("Days for which goods are not bought where they were sold out (default: 7).", valueName: "days"))
  var soldOutDays: Int = 7

  @Option(
    help: ArgumentHelp("Days for which nothing is planned at a stall that was closed (default: 14).", valueName: "days")
  )
  var closedDays: Int = 14

  @Flag(help: "Read and report, and write nothing.")
  var dryRun = false

  @Option(help: "How the outcome is printed.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try SearchOptions.require(Limits.priceAge.contains(valid), "--valid", "a number of days \(Limits.priceAge.words)")
    try SearchOptions.require(
      Limits.priceAge.contains(soldOutDays), "--sold-out-days", "a number of days \(Limits.priceAge.words)")
    try SearchOptions.require(
      Limits.priceAge.contains(closedDays), "--closed-days", "a number of days \(Limits.priceAge.words)")
  }

  func run() throws {
    try RecordSession(command: self).run()
  }
}
