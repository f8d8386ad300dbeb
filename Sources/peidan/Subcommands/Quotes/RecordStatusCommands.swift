import ArgumentParser
import Base
import CatalogStore
import Diagnostics
import Foundation
import Market
import Phrases
import TerminalText

/// `peidan record status`: which stalls were found closed, and what was found on floors.
struct RecordStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Stalls that were found closed, until when nothing is planned there, and what was found on floors.")

  @Option(help: "How the stalls are printed.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  private struct Facts: Encodable {
    var schema = "peidan.record-status/1"
    var closed: [ClosedStalls.Entry]
    var floors: [FloorTable.Row]
  }

  func run() throws {
    let catalog = try openCatalog(common)
    let closed = catalog.closed.stalls
    let floors = FloorTable(catalog.floors.answers)
    switch format {
    case .json: Console.write(json: try Facts(closed: closed, floors: floors.rows).json())
    case .text:
      let language = common.language
      if !floors.rows.isEmpty { Console.write(floors.text(language) + "\n") }
      if closed.isEmpty { return Console.write(QuotePhrase.noneClosed(language) + "\n") }
      var table = TextTable(
        [QuotePhrase.stall(language), "", QuotePhrase.closedSince(language), QuotePhrase.expires(language)],
        alignment: [.left, .left, .left])
      for entry in closed { table.add([entry.stall.text, entry.market, "\(entry.seen)", "\(entry.until)"]) }
      Console.write(table.text)
    }
  }
}

/// `peidan record open STALL`: a stall that was found closed is open after all.
struct RecordOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Plan at a stall again that was found closed.")

  @Argument(help: "The stall's id.")
  var stall: String

  @Option(help: "Its market, where stalls of several markets have that id.")
  var market: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let catalog = try openCatalog(common)
    var closed = catalog.closed
    let entry = try chosen(
      stall, among: closed.stalls.map { ($0.stall, $0.market) }, market: market,
      unknown: "`\(stall)` was not found closed", several: "`\(stall)` was found closed")
    _ = closed.reopen(entry.id, market: entry.market)
    try QuoteStore(catalog: catalog).save(closed)
    Console.write(QuotePhrase.reopened(stall)(common.language) + "\n")
  }
}

/// `peidan record forget FLOOR`: plans reckon with the settings alone there.
struct RecordForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Forget what walks found on a floor.")

  @Argument(help: "The floor, such as `floor:SEG/1`.")
  var floor: String

  @Option(help: "Its market, where several have that floor.")
  var market: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let catalog = try openCatalog(common)
    var floors = catalog.floors
    let entry = try chosen(
      floor, among: FloorTable(floors.answers).floors, market: market, unknown: "nobody asked on `\(floor)`",
      several: "`\(floor)` was asked on")
    _ = floors.forget(entry.id, market: entry.market)
    try QuoteStore(catalog: catalog).save(floors)
    Console.write(QuotePhrase.forgotten(floor)(common.language) + "\n")
  }
}

/// The place of an id among those that something is known of. Complains and throws where there is none, or several markets have one.
///
/// - Parameters:
///   - known: each once.
///   - unknown, several: what is said where it is not among them, and before the markets where several have it.
private func chosen(
  _ id: String, among known: [(id: PlaceID, market: String)], market: String?, unknown: String,
  several: String
) throws -> (id: PlaceID, market: String) {
  let found = known.filter { $0.id.text == id && (market == nil || $0.market == market) }
  if found.count == 1 { return found[0] }
  if found.isEmpty {
    let near = closestMatch(to: id, among: known.map(\.id.text)).map { "; did you mean `\($0)`?" } ?? ""
    Console.complain("\(unknown)\(near)")
  } else {
    let markets = found.map { "`\($0.market)`" }.joined(separator: ", ")
    Console.complain("\(several) in \(markets); say which with `--market`")
  }
  throw ExitCode.answerIsNo
}
