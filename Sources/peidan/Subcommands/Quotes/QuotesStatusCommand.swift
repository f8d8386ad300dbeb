import ArgumentParser
import Base
import CatalogStore
import Foundation
import Market
import Phrases
import Platform
import Quotes
import TerminalText

/// `peidan quotes status`: who answered what, how old it is, and until when it holds.
struct QuotesStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Answers by seller: prices, no-bids, age, expiry.")

  @Option(help: ArgumentHelp("The day for which ages are reported (default: today).", valueName: "date"))
  var date: LocalDate?

  @Option(help: "Only this seller's answers.")
  var seller: String?

  @Option(help: "How the answers are printed.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  private struct Facts: Encodable {
    struct Answered: Encodable {
      var mpn: String
      var state: Answer.State
      var unitPrice: String?
      var from: Int?
      var stock: Int?
      var tax: Answer.Tax?
      var condition: Condition?
      var assumedCondition: Condition?
      var dateCode: String?
      var leadDays: Int?
      var date: String
      var ageDays: Int
      var expires: String
      var isExpired: Bool
      var market: String
      var stall: PlaceID
      var says: String
    }

    struct Seller: Encodable {
      var id: String
      var name: String
      var contact: String?
      var newest: String
      var ageDays: Int
      var answers: [Answered]
    }

    var schema = "peidan.quotes-status/1"
    var date: String
    var sellers: [Seller]
  }

  func run() throws {
    let catalog = try openCatalog(common)
    let store = QuoteStore(catalog: catalog)
    let day: LocalDate
    do throws(CatalogError) {
      let today = try MarketClock.of(catalog).today
      day = date ?? today
    } catch {
      throw refusal(error)
    }
    let book = try store.sellers(common)
    var ledgers = try store.ledgers()
    if let seller {
      ledgers = ledgers.filter { $0.seller == seller }
      if ledgers.isEmpty {
        Console.complain("`\(seller)` has no answers")
        throw ExitCode.unusable
      }
    }
    let facts = Facts(date: day.description, sellers: ledgers.compactMap { self.facts($0, book, on: day) })
    switch format {
    case .json: Console.write(json: try facts.json())
    case .text: Console.write(text(facts))
    }
  }

  private func facts(_ ledger: QuoteLedger, _ book: SellerBook, on day: LocalDate) -> Facts.Seller? {
    let answers = ledger.current.map { current in
      let entry = current.entry
      return Facts.Answered(
        mpn: entry.mpn, state: entry.state, unitPrice: entry.microYuan.map { Money(microYuan: $0).shortDecimal },
        from: entry.from, stock: entry.stock, tax: entry.tax, condition: entry.condition,
        assumedCondition: entry.assumedCondition, dateCode: entry.dateCode, leadDays: entry.leadDays,
        date: current.day.description, ageDays: day.dayNumber - current.day.dayNumber,
        expires: entry.expires.description,
        isExpired: entry.expires < day, market: current.market, stall: current.stall, says: entry.says)
    }
    guard let newest = ledger.current.map(\.day).max() else { return nil }
    return Facts.Seller(
      id: ledger.seller, name: book[ledger.seller]?.name ?? ledger.name,
      contact: book[ledger.seller].flatMap { $0.contact.isEmpty ? nil : $0.contact }, newest: newest.description,
      ageDays: day.dayNumber - newest.dayNumber, answers: answers)
  }

  private func text(_ facts: Facts) -> String {
    let language = common.language
    guard !facts.sellers.isEmpty else { return QuotePhrase.noQuotes(language) + "\n" }
    var text = ""
    for seller in facts.sellers {
      let name = seller.name == seller.id ? seller.id : "\(seller.name) (\(seller.id))"
      text += (text.isEmpty ? "" : "\n") + name + (seller.contact.map { ", \($0)" } ?? "") + "\n"
      var table = TextTable(
        [.part, .state, .price, .from, .stock, .condition, .tax, .dateCode, .lead, .age, .expires].map {
          (phrase: QuotePhrase) in
          phrase(language)
        }, alignment: [.left, .left, .right, .right, .right])
      for answer in seller.answers {
        let condition =
          answer.condition?.text(language) ?? answer.assumedCondition.map { QuotePhrase.takenAs($0)(language) }
        table.add([
          answer.mpn, answer.state.phrase(language), answer.unitPrice.map { "¥\($0)" } ?? "",
          answer.from.map(\.grouped) ?? "",
          answer.stock.map(\.grouped) ?? "", condition ?? "", answer.tax?.phrase(language) ?? "", answer.dateCode ?? "",
          answer.leadDays?.leadTime(language) ?? "",
          answer.ageDays == 0 ? QuotePhrase.today(language) : QuotePhrase.days(answer.ageDays)(language),
          answer.isExpired ? QuotePhrase.expiredSince(answer.expires)(language) : answer.expires,
        ])
      }
      text += table.text
    }
    return text
  }
}
