import ArgumentParser
import CatalogStore
import Foundation

/// `peidan catalog build`: text files → SQLite.
struct CatalogBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the catalog from its text files.",
    discussion: "The old catalog is replaced when the new one is whole; whatever goes wrong before leaves it as it was."
  )

  @Argument(help: "The folder of text files (default: the bundled one).")
  var folder: String?

  @Option(help: "How to print the summary.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  private struct Summary: Encodable {
    var path: String
    var parts: Int
    var designs: Int
    var markets: Int
    var stalls: Int
    var offers: Int
    var sampleOffers: Int
    var digest: String
  }

  func run() throws {
    guard let source = folder ?? CatalogLocation.bundledFolder() else {
      Console.complain("there is no `Catalog` folder beside the program or in the current folder")
      throw ExitCode.unusable
    }
    let path = common.catalogPath ?? CatalogLocation.defaultDatabase()
    let built = try buildCatalog(from: source, at: path, common)
    switch format {
    case .json:
      let summary = Summary(
        path: path, parts: built.parts, designs: built.designs, markets: built.markets, stalls: built.stalls,
        offers: built.offers, sampleOffers: built.sampleOffers, digest: built.digest)
      Console.write(json: try summary.json())
    case .text:
      Console.write(
        """
        built \(path)
        \(built.parts.grouped) parts, \(built.designs) designs, \(built.markets) markets, \(built.stalls.grouped) stalls, \
        \(built.offers.grouped) offers (\(built.sampleOffers.grouped) of them a generated sample)

        """)
    }
  }
}
