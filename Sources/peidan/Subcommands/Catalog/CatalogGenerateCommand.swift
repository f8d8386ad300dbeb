import ArgumentParser
import CatalogStore
import CatalogText
import Foundation
import Market
import MarketSample

/// `peidan catalog generate`: a catalog with a sample market of any size.
struct CatalogGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a catalog whose market has a generated sample of any size.",
    discussion: """
      The bundled texts with another number of stalls in one market, for trying how plans do in a market as large as the real \
      one. Every stall and offer is generated and labelled so; the same seed makes the same market.
      """)

  @Option(help: ArgumentHelp("The file to make; `--catalog FILE` of other commands opens it.", valueName: "file"))
  var output: String

  @Option(help: "The market.")
  var market = "huaqiangbei"

  @Option(help: ArgumentHelp("How many stalls it has.", valueName: "n"))
  var stalls = 110_000

  @Option(help: ArgumentHelp("About how many offers each has.", valueName: "n"))
  var offers = 38

  @Option(help: ArgumentHelp("Seed of the generator (default: the market's own).", valueName: "n"))
  var seed: UInt64?

  @Option(help: "How to print the summary.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !(1...1_000_000).contains(stalls) { throw ValidationError("--stalls takes a number from 1 to 1000000") }
    if !(1...1_000).contains(offers) { throw ValidationError("--offers takes a number from 1 to 1000") }
  }

  private struct Facts: Encodable {
    var schema = "peidan.catalog-generate/1"
    var path: String
    var market: String
    var stalls: Int
    var offers: Int
    var sampleOffers: Int
    var digest: String
  }

  func run() throws {
    guard let folder = CatalogLocation.bundledFolder() else {
      Console.complain("there is no `Catalog` folder beside the program or in the current folder")
      throw ExitCode.unusable
    }
    let summary = try buildCatalog(from: folder, at: output, common, change: resize)
    let facts = Facts(
      path: output, market: market, stalls: summary.stalls, offers: summary.offers,
      sampleOffers: summary.sampleOffers, digest: summary.digest)
    switch format {
    case .json: Console.write(json: try facts.json())
    case .text:
      Console.write(
        """
        made \(output)
        \(facts.stalls.grouped) stalls, \(facts.offers.grouped) offers in all markets, \(facts.sampleOffers.grouped) of them \
        generated: no stall or price in `\(market)` is real

        """)
    }
  }

  private func resize(_ content: inout CatalogContent) throws {
    guard let place = content.markets.firstIndex(where: { $0.profile.id == market && $0.profile.kind == .walking }),
      var sample = content.markets[place].sample
    else {
      Console.complain("market `\(market)` is not walked, or has no `sample.yaml`")
      throw ExitCode.unusable
    }
    sample = sample.scaled(toStalls: stalls, offersPerStall: offers)
    if let seed { sample.seed = seed }
    content.markets[place].sample = sample
  }
}
