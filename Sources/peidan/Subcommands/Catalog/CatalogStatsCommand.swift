import ArgumentParser
import CatalogStore
import Diagnostics
import Foundation
import TerminalText

/// `peidan catalog stats`: how much the catalog holds.
struct CatalogStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "How much the catalog holds, and how much of it is sample data.")

  @Option(help: "How to print.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  private struct Facts: Encodable {
    struct Market: Encodable {
      var id: String
      var name: [String: String]
      var buildings: Int
      var stalls: Int
      var sampleStalls: Int
      var offers: Int
      var sampleOffers: Int
      var services: Int
    }

    var schema = "peidan.catalog-stats/1"
    var path: String
    var digest: String
    var schemaVersion: Int
    var categories: Int
    var parts: Int
    var makers: Int
    var designs: Int
    var sources: Int
    var stalls: Int
    var offers: Int
    var sampleOffers: Int
    var markets: [Market]
  }

  func run() throws {
    let catalog = try openCatalog(common)
    let stats: CatalogStats
    do {
      stats = try catalog.stats()
    } catch {
      throw refusal(error)
    }
    switch format {
    case .json: Console.write(json: try facts(stats, catalog).json())
    case .text: Console.write(text(stats, catalog))
    }
  }

  private func facts(_ stats: CatalogStats, _ catalog: Catalog) -> Facts {
    Facts(
      path: catalog.path, digest: catalog.digest, schemaVersion: Catalog.schemaVersion, categories: stats.categories,
      parts: stats.parts, makers: stats.makers, designs: stats.designs, sources: stats.sources, stalls: stats.stalls,
      offers: stats.offers, sampleOffers: stats.sampleOffers,
      markets: stats.markets.map { market in
        Facts.Market(
          id: market.id, name: ["en": market.english, "zh": market.chinese], buildings: market.buildings,
          stalls: market.stalls, sampleStalls: market.sampleStalls, offers: market.offers,
          sampleOffers: market.sampleOffers, services: market.services)
      })
  }

  private func text(_ stats: CatalogStats, _ catalog: Catalog) -> String {
    var table = TextTable(
      ["market", "", "buildings", "stalls", "offers", "of them sample"],
      alignment: [.left, .left, .right, .right, .right, .right])
    for market in stats.markets {
      table.add([
        market.id, "\(market.english) \(market.chinese)", market.buildings.grouped, market.stalls.grouped,
        market.offers.grouped, market.sampleOffers.grouped,
      ])
    }
    return """
      \(catalog.path)
      \(stats.parts.grouped) parts of \(stats.makers.grouped) makers in \(stats.categories.grouped) categories, \
      \(stats.designs.grouped) reference designs, \(stats.sources.grouped) sources
      \(stats.stalls.grouped) stalls, \(stats.offers.grouped) offers, \(stats.sampleOffers.grouped) of them generated

      \(table.text)
      """
  }
}
