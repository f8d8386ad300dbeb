import ArgumentParser
import CatalogStore
import Diagnostics
import Electronics
import Foundation
import Phrases
import TerminalText

/// `peidan catalog search`: parts by words and typed parameters.
struct CatalogSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find parts by words in both languages and by typed parameters.",
    discussion: """
      Words are looked for in number, maker, description and kind. Predicates test parameters, with units: \
      `category=charger current>=1A package=ESOP-8`, `frequency=26MHz`, `input=4.5..5.5V` (a range covers it), \
      `interfaces=i2c`. Comparisons: = != < <= > >=. Quote them, or the shell takes < and > for itself.
      """)

  @Argument(help: "Words and predicates.")
  var query: [String] = []

  @Option(help: "How many parts to print at most.")
  var limit = 20

  @Option(help: "How to print.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if query.isEmpty { throw ValidationError("give words to search for") }
    if limit < 1 { throw ValidationError("`--limit` must be at least 1") }
  }

  private struct Facts: Encodable {
    var schema = "peidan.catalog-search/1"
    var total: Int
    /// Whether counting stopped at `total`.
    var isAtLeast: Bool
    var parts: [PartFacts]
  }

  func run() throws {
    let catalog = try openCatalog(common)
    let hits: PartHits
    do {
      hits = try catalog.search(PartQuery(query.joined(separator: " ")), limit: limit)
    } catch {
      throw refusal(error)
    }
    switch format {
    case .json:
      Console.write(
        json: try Facts(total: hits.total, isAtLeast: hits.isAtLeast, parts: hits.parts.map(PartFacts.init)).json())
    case .text: Console.write(text(hits))
    }
    if hits.total == 0 { throw ExitCode.answerIsNo }
  }

  private func text(_ hits: PartHits) -> String {
    if hits.total == 0 { return "no part matches\n" }
    var table = TextTable(
      ["mpn", "maker", "package", "price", "description"], alignment: [.left, .left, .left, .right, .left])
    for part in hits.parts {
      let words = common.language == .chinese && !part.chinese.isEmpty ? part.chinese : part.english
      table.add([part.id.mpn, part.id.maker, part.package, part.priceLevel?.firstText ?? "–", words])
    }
    let more = hits.total > hits.parts.count ? ", the first \(hits.parts.count) of them above" : ""
    return table.text
      + "\n\(hits.isAtLeast ? "at least " : "")\(hits.total.grouped) \(hits.total == 1 ? "part" : "parts")\(more)\n"
  }

  private func refusal(_ error: PartQueryError) -> any Error {
    switch error {
    case .unknownCategory(let id, let known): complain("there is no category `\(id)`", id, known)
    case .unknownParameter(let name, let known): complain("there is no parameter `\(name)`", name, known)
    case .unreadable(let name, let error):
      Console.complain("`\(name)`: \(error.message)")
      if let help = error.help { Console.write("help: \(help)\n", to: .error) }
    case .notOrdered(let name): Console.complain("`\(name)` is a word: compare it with = or !=")
    case .catalog(let error): return peidan.refusal(error)
    }
    return ExitCode.unusable
  }

  private func complain(_ message: String, _ word: String, _ known: [String]) {
    Console.complain(message)
    let help = closestMatch(to: word, among: known).map { "did you mean `\($0)`?" }
    Console.write("help: \(help ?? "known: " + known.joined(separator: ", "))\n", to: .error)
  }
}
