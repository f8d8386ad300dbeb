import ArgumentParser
import BOMImport
import Base
import CatalogStore
import Diagnostics
import Foundation
import Market
import Phrases
import Platform
import Quotes

/// One run of `peidan quotes add`.
struct QuoteSession {
  let command: QuotesAddCommand
  /// The largest answer that is read.
  static let limit = 8 << 20

  private var common: CommonOptions { command.common }

  func run() throws {
    let catalog = try openCatalog(common)
    let store = QuoteStore(catalog: catalog)
    let text = try self.text()
    let book = try store.sellers(common)
    do {
      let lines = try QuoteLines(
        spec: command.spec, plan: command.plan, catalog: catalog, common: common, rates: command.rate.map(\.rate),
        least: command.listRange.least, most: command.listRange.most)
      let market = try market(lines.market, book, catalog)
      let clock = try MarketClock.of(catalog, market: market)
      let day = command.date ?? clock.today
      let (seller, isNew) = try seller(in: book, market: market, catalog)
      let sheet = AnswerReader(lines.context).read(text)
      let entries = try self.entries(sheet, lines, catalog, day: day)
      var ledger = try store.ledger(seller.id) ?? QuoteLedger(seller: seller.id, name: seller.name)
      ledger.name = seller.name
      let stall = PlaceID(try isStall(PlaceID(seller.place), market, catalog) ? seller.place : seller.id)
      let isChange =
        !entries.isEmpty && ledger.add(QuoteLedger.Batch(day: day, market: market, stall: stall, entries: entries))
      var sheets: [String] = []
      if isChange, !command.dryRun {
        sheets = try store.save(ledger, seller: seller, now: MarketClock.text(of: clock.now))
        if isNew { try store.add(seller) }
      }
      let delivers = try stall.text == seller.id && !isStall(stall, market, catalog) && store.counter(of: seller) == nil
      let report = QuoteReport(
        sheet, entries: entries, seller: seller, market: market, day: day, isChange: isChange, isDryRun: command.dryRun,
        sheets: sheets, language: common.language)
      switch command.format {
      case .json: Console.write(json: try report.json())
      case .text:
        Console.write(
          report.text(common.language, condition: command.condition, deliveryDays: delivers ? seller.shippingDays : nil)
        )
        if isNew, isChange, !command.dryRun, !common.quiet {
          Console.write(
            QuotePhrase.newSeller(id: seller.id, file: store.sellersPath)(common.language) + "\n", to: .error)
        }
      }
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }

  // MARK: Reading

  private func text() throws -> String {
    let data = try InputFile.read(command.file, atMost: Self.limit, as: "answer")
    let name = command.file == "-" ? "<stdin>" : command.file
    if data.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      Console.complain("`\(name)` is empty; expected what the seller wrote")
      throw ExitCode.unusable
    }
    do {
      return try SheetText.read(Array(data), file: name)
    } catch {
      let text = DiagnosticText(sources: [], colour: common.usesColor(on: .error))
      Console.write(styled: text.render([error.diagnostic]), to: .error)
      throw ExitCode.unusable
    }
  }

  private func market(_ asked: String?, _ book: SellerBook, _ catalog: Catalog) throws -> String {
    let profiles = try catalog.markets()
    let own = book[command.seller]?.market ?? ""
    let chosen =
      command.market ?? (own.isEmpty ? nil : own) ?? asked ?? profiles.first { $0.kind == .walking }?.id
      ?? profiles.first?.id
    guard let chosen, profiles.contains(where: { $0.id == chosen }) else {
      let names = profiles.map { "`\($0.id)`" }.joined(separator: ", ")
      Console.complain("there is no market `\(chosen ?? "")`; expected one of \(names)")
      throw ExitCode.unusable
    }
    return chosen
  }

  private func isStall(_ id: PlaceID, _ market: String, _ catalog: Catalog) throws(CatalogError) -> Bool {
    guard !id.text.isEmpty, let stall = try catalog.stalls([id], market: market)[id] else { return false }
    return !stall.isImported
  }

  /// The seller of the user's own, a stall of the market, or a new one.
  private func seller(in book: SellerBook, market: String, _ catalog: Catalog) throws -> (Seller, isNew: Bool) {
    if let known = book[command.seller] {
      if command.name != nil || command.place != nil || command.contact != nil, !common.quiet {
        Console.write("note: `\(known.id)` stands in stalls.csv already; change it there\n", to: .error)
      }
      return (known, false)
    }
    let id = PlaceID(command.seller)
    if let stall = try catalog.stalls([id], market: market)[id],
      !stall.isImported
    {
      return (
        Seller(id: command.seller, name: stall.chinese, market: market, place: command.seller, shippingDays: 0), false
      )
    }
    if let near = closestMatch(to: command.seller, among: book.sellers.map(\.id)), !common.quiet {
      Console.write("note: `\(command.seller)` is new; there is `\(near)` in stalls.csv\n", to: .error)
    }
    return (
      Seller(
        id: command.seller, name: command.name ?? "", contact: command.contact ?? "", market: market,
        place: command.place ?? ""), true
    )
  }

  /// What is kept of the answers.
  private func entries(
    _ sheet: AnswerSheet, _ lines: QuoteLines, _ catalog: Catalog, day: LocalDate
  ) throws -> [QuoteLedger.Entry] {
    var entries: [QuoteLedger.Entry] = []
    for answer in sheet.answers where answer.state != .question && !answer.why.contains(where: \.isReplaced) {
      guard let mpn = answer.mpn else { continue }
      let days = answer.validDays ?? command.valid
      let entry = QuoteLedger.Entry(
        answer, mpn: mpn, makers: try lines.makers(of: mpn, catalog), assumedCondition: command.condition,
        expires: day.adding(days: days) ?? day)
      if !entries.contains(entry) { entries.append(entry) }
    }
    return entries
  }
}
