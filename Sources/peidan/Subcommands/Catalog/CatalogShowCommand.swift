import ArgumentParser
import Base
import CatalogStore
import Diagnostics
import Electronics
import Foundation
import Market
import Phrases
import TerminalText

/// `peidan catalog show`: everything about a part number, maker by maker.
struct CatalogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a part: every maker of the number, parameters, sources, prices, offers.")

  @Argument(help: "The part number.")
  var mpn: String

  @Option(help: "Only this maker's.")
  var maker: String?

  @Option(help: "How to print.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  private struct Facts: Encodable {
    struct Offers: Encodable {
      var market: String
      var offers: Int
      var stalls: Int
      var sampleOffers: Int
      var lowest: String?
      var highest: String?
    }

    struct Entry: Encodable {
      var part: PartFacts
      var offers: [Offers]
    }

    var schema = "peidan.catalog-part/1"
    var parts: [Entry]
  }

  func run() throws {
    let catalog = try openCatalog(common)
    do {
      let parts = try catalog.parts(mpn: mpn).filter { maker == nil || $0.id.maker == maker }
      guard !parts.isEmpty else { throw try notFound(catalog) }
      let markets = try catalog.markets()
      var summaries: [[OfferSummary]] = []
      for part in parts { summaries.append(try markets.compactMap { try OfferSummary(part.id, $0, catalog) }) }
      switch format {
      case .json:
        let entries = zip(parts, summaries).map { part, offers in
          Facts.Entry(part: PartFacts(part), offers: offers.map(facts))
        }
        Console.write(json: try Facts(parts: entries).json())
      case .text:
        let categories = try catalog.categories()
        let pages = zip(parts, summaries).map { part, offers in
          page(part, offers, categories.first { $0.id == part.category })
        }
        Console.write(pages.joined(separator: "\n"))
      }
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }

  private func notFound(_ catalog: Catalog) throws -> any Error {
    Console.complain("the catalog has no part `\(mpn)`" + (maker.map { " of `\($0)`" } ?? ""))
    let makers = try catalog.parts(mpn: mpn).map(\.id.maker)
    if !makers.isEmpty {
      Console.write("help: its makers: \(makers.joined(separator: ", "))\n", to: .error)
    } else if let meant = closestMatch(to: mpn, among: try catalog.mpns(like: mpn)) {
      Console.write("help: did you mean `\(meant)`?\n", to: .error)
    }
    return ExitCode.answerIsNo
  }

  private func facts(_ summary: OfferSummary) -> Facts.Offers {
    Facts.Offers(
      market: summary.market.id, offers: summary.offers, stalls: summary.stalls, sampleOffers: summary.samples,
      lowest: summary.lowest?.decimal, highest: summary.highest?.decimal)
  }

  private func page(_ part: Part, _ offers: [OfferSummary], _ category: PartCategory?) -> String {
    let isChinese = common.language == .chinese
    var table = TextTable([])
    table.add(["maker", part.id.maker])
    let kind = category.map { "\($0.english) \($0.chinese)" } ?? ""
    table.add(["category", "\(part.category)  \(kind)"])
    table.add(["package", part.package])
    for definition in category?.parameters ?? [] {
      guard let value = part.parameters[definition.name] else { continue }
      table.add([definition.name, "\(value)", isChinese ? definition.chinese : definition.english])
    }
    table.add(["source", part.source])
    if let level = part.priceLevel {
      let best = "\(level.decimal(level.best)) from \(level.bestFrom.grouped)"
      table.add(["price level", "\(level.firstText), \(best)", "\(level.source) \(level.date)"])
    }
    for summary in offers {
      let name = isChinese ? summary.market.chinese : summary.market.english
      table.add([name, summary.text])
    }
    if offers.isEmpty { table.add(["offers", "none"]) }
    let words = [part.english, part.chinese].filter { !$0.isEmpty }.joined(separator: "  ")
    return "\(part.id.mpn)  \(words)\n"
      + table.text.split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}

/// The offers of one part in one market, as far as a page shows them.
struct OfferSummary {
  let market: MarketProfile
  let offers: Int
  let stalls: Int
  let samples: Int
  /// Prices of one piece, of offers that sell one and have it.
  let lowest: Money?
  let highest: Money?

  /// Nil where the market has no offer of the part.
  init?(_ part: PartID, _ market: MarketProfile, _ catalog: Catalog) throws {
    let offers = try catalog.offers(of: [part], market: market.id)[part] ?? []
    if offers.isEmpty { return nil }
    self.market = market
    self.offers = offers.count
    stalls = Set(offers.map(\.stall)).count
    samples = offers.filter(\.isSample).count
    let prices = offers.filter { $0.stock > 0 }.compactMap { $0.breaks.first?.unitPrice }
    lowest = prices.min()
    highest = prices.max()
  }

  /// `41 offers at 40 stalls, ¥0.31 to ¥0.52 at the first break (sample)`.
  var text: String {
    var text =
      "\(offers.grouped) \(offers == 1 ? "offer" : "offers") at \(stalls.grouped) \(stalls == 1 ? "stall" : "stalls")"
    if let lowest, let highest { text += ", \(lowest.signed) to \(highest.signed) at the first break" }
    if samples == offers { text += " (sample)" } else if samples > 0 { text += " (\(samples.grouped) of them sample)" }
    return text
  }
}
