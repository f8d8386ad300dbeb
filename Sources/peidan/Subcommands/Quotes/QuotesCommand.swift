import ArgumentParser
import Base
import CatalogStore
import Foundation
import Phrases
import Quotes

/// What sellers answer.
struct QuotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "Answers of sellers, of any shape, that plans use as prices.",
    subcommands: [QuotesAddCommand.self, QuotesStatusCommand.self, QuotesRemoveCommand.self])
}

/// `peidan quotes remove SELLER`.
struct QuotesRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove all answers of a seller, and the prices that plans have from them.")

  @Argument(help: "The seller's id.")
  var seller: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = QuoteStore(catalog: try openCatalog(common))
    guard store.remove(seller) else {
      let names = try store.ledgers().map { "`\($0.seller)`" }.joined(separator: ", ")
      Console.complain("`\(seller)` has no answers" + (names.isEmpty ? "" : "; there are those of \(names)"))
      throw ExitCode.unusable
    }
    Console.write(QuotePhrase.removed(seller)(common.language) + "\n")
  }
}
