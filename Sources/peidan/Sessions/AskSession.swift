import ArgumentParser
import Base
import BoardSpec
import CatalogStore
import Diagnostics
import Foundation
import Market
import Phrases
import Planning
import Platform
import Quotes
import SourcingPlan
import WalkSheet

/// One run of `peidan ask`.
struct AskSession {
  let command: AskCommand
  private var common: CommonOptions { command.common }
  /// Messages are Chinese unless another language is asked for.
  private var language: Language { common.lang ?? .chinese }

  func run() throws {
    let catalog = try openCatalog(common)
    let store = QuoteStore(catalog: catalog)
    let sellers = try chosenSellers(store)
    do {
      let (lines, conditions, market) = try self.lines(catalog)
      let clock = try MarketClock.of(catalog, market: market)
      let today = command.date ?? clock.today
      var log = try store.asks()
      let chance = AskChance(
        log: log, ledgers: try store.ledgers(), today: today, coolDown: command.coolDown,
        noBidCoolDown: command.noBidCoolDown)
      let chances = lines.map { line in
        // Lines that could save less than this are not asked about.
        let isWorthIt = line.worth >= command.least.money.microYuan
        return sellers.map { isWorthIt ? chance.of($0, mpn: line.mpn, family: line.family) : 0 }
      }
      let choice = AskSolver.solve(
        AskProblem(
          worth: lines.map(\.worth), chance: chances, linesPerSeller: sellers.map { $0.linesPerAsk ?? command.lines },
          sellersPerLine: command.sellersPerLine, messages: command.messages))
      var messages: [AskReport.Message] = []
      for (place, seller) in sellers.enumerated() {
        let asked = lines.indices.filter { choice.asks[$0].contains(place) }
        if asked.isEmpty { continue }
        messages.append(
          AskReport.Message(
            seller: seller, text: text(asked.map { lines[$0] }, conditions, language),
            lines: asked.map { .init(lines[$0], chance: chances[$0][place]) },
            workbook: try command.xlsx.map { try write(asked.map { lines[$0] }, for: seller, in: $0) }))
      }
      let left = lines.indices.filter { choice.asks[$0].isEmpty }.map { lines[$0].mpn }
      if !command.dryRun, !messages.isEmpty {
        log.add(
          messages.flatMap { message in
            message.lines.map {
              AskLog.Entry(day: today, seller: message.seller.id, mpn: $0.mpn, quantity: $0.quantity)
            }
          })
        try store.save(log)
      }
      let report = AskReport(date: today, deadline: command.by, messages: messages, notAsked: left, choice: choice)
      switch command.format {
      case .text: Console.write(report.text(language))
      case .csv: Console.write(CSVWriter.table(report.rows))
      case .json: Console.write(json: try report.json())
      }
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }

  // MARK: Who and what

  private func chosenSellers(_ store: QuoteStore) throws -> [Seller] {
    let book = try store.sellers(common)
    for id in command.seller where book[id] == nil {
      let near = closestMatch(to: id, among: book.sellers.map(\.id)).map { "; did you mean `\($0)`?" } ?? ""
      Console.complain("`\(store.sellersPath)` has no seller `\(id)`\(near)")
      throw ExitCode.unusable
    }
    let sellers = command.seller.isEmpty ? book.sellers : book.sellers.filter { command.seller.contains($0.id) }
    guard !sellers.isEmpty else {
      Console.complain(QuotePhrase.nobodyToAsk(file: store.sellersPath)(common.language))
      throw ExitCode.answerIsNo
    }
    return sellers
  }

  /// Lines, the conditions that the board takes, and the market.
  private func lines(_ catalog: Catalog) throws -> ([AskLine], [Condition], String?) {
    var lines = try AskLines(catalog)
    let data = try InputFile.read(command.file, atMost: PlanFile.limit, as: "plan or spec")
    if data.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      let plan: PlanDocument
      do { plan = try PlanDocument(json: data) } catch {
        Console.complain("`\(command.file)` cannot be read as a plan: \(error)")
        throw ExitCode.unusable
      }
      try lines.add(plan)
      let conditions = Set(plan.lines.flatMap(\.buys).map(\.condition))
      return (lines.lines, Condition.allCases.filter(conditions.contains), plan.market.id)
    }
    let board = try QuoteLines.board(command.file, catalog, common)
    try lines.add(board)
    return (lines.lines, Condition.allCases.filter(board.policy.conditions.contains), board.market)
  }

  // MARK: Workbooks

  /// Writes what a seller is asked as a workbook.
  ///
  /// - Returns: its path.
  private func write(_ lines: [AskLine], for seller: Seller, in folder: String) throws -> String {
    let language = language
    let workbook = AskWorkbook(
      lines: lines.map { line in
        AskWorkbook.Line(
          mpn: line.mpn, maker: line.maker == "-" ? "" : line.maker, package: line.package, value: line.value,
          quantity: line.need, demand: line.oldestCode.map { QuotePhrase.dateCodeFrom($0)(language) } ?? "")
      }, title: QuotePhrase.inquiry(language), said: { $0(language) })
    let path = (folder as NSString).appendingPathComponent("\(seller.id).xlsx")
    do {
      let bytes = try workbook.bytes()
      try OutputFile.makeFolder(folder)
      try OutputFile.write(Data(bytes), to: path)
    } catch let fault as WorkbookFault {
      Console.complain("`\(path)` cannot be written: \(fault.detail)")
      throw ExitCode.unusable
    }
    return path
  }

  // MARK: Words

  /// One message, as a person would send it.
  private func text(_ lines: [AskLine], _ conditions: [Condition], _ language: Language) -> String {
    if language == .both { return text(lines, conditions, .chinese) + "\n" + text(lines, conditions, .english) }
    var words = [QuotePhrase.hello(lines: lines.count)(language)]
    for line in lines {
      let part = [line.mpn, line.value, line.package].filter { !$0.isEmpty }.joined(separator: " ")
      let age = line.oldestCode.map { " " + QuotePhrase.dateCodeFrom($0)(language) } ?? ""
      words.append("\(part) \(QuotePhrase.pieces(line.need)(language))\(age)")
    }
    var end: [String] = []
    if !conditions.isEmpty { end.append(QuotePhrase.wanted(conditions)(language)) }
    end.append(QuotePhrase.askTerms(language))
    if let by = command.by { end.append(QuotePhrase.deadline(by)(language)) }
    end.append(QuotePhrase.thanks(language))
    words.append(end.joined(separator: language == .chinese ? "" : " "))
    return words.joined(separator: "\n") + "\n"
  }
}

/// What `ask` reports.
struct AskReport: Encodable {
  struct Line: Encodable {
    var mpn: String
    var maker: String?
    var package: String?
    var quantity: Int
    /// The oldest date code that is taken; nil where any is.
    var dateCodeFrom: String?
    /// That the seller has a better price.
    var chance: Double

    init(_ line: AskLine, chance: Double) {
      mpn = line.mpn
      maker = line.maker.isEmpty ? nil : line.maker
      package = line.package.isEmpty ? nil : line.package
      quantity = line.need
      dateCodeFrom = line.oldestCode
      self.chance = (chance * 1_000).rounded() / 1_000
    }
  }

  struct Message: Encodable {
    struct Who: Encodable {
      var id: String
      var name: String
      var contact: String?
    }

    var seller: Who
    var text: String
    var lines: [Line]
    /// Where the same stands as a workbook; nil where none was asked for.
    var workbook: String?

    init(seller: Seller, text: String, lines: [Line], workbook: String?) {
      self.workbook = workbook
      self.seller = Who(id: seller.id, name: seller.name, contact: seller.contact.isEmpty ? nil : seller.contact)
      self.text = text
      self.lines = lines
    }
  }

  var schema = "peidan.ask/1"
  var date: String
  var deadline: String?
  var messages: [Message]
  var notAsked: [String]
  /// Yuan.
  var expectedSaving: String
  var bound: String
  var isProven: Bool

  init(date: LocalDate, deadline: LocalTime?, messages: [Message], notAsked: [String], choice: AskChoice) {
    self.date = date.description
    self.deadline = deadline?.description
    self.messages = messages
    self.notAsked = notAsked
    expectedSaving = Self.yuan(choice.saving, up: false)
    bound = Self.yuan(choice.isProven ? choice.saving : choice.bound, up: !choice.isProven)
    isProven = choice.isProven
  }

  /// Two digits; a bound is rounded up.
  private static func yuan(_ amount: Double, up: Bool) -> String {
    let fen = amount * 100
    return Money(microYuan: Int64((up ? fen.rounded(.up) : fen.rounded()) * 10_000)).decimal
  }

  func text(_ language: Language) -> String {
    var text = ""
    for message in messages {
      let heading = QuotePhrase.askFor(seller: message.seller.name, contact: message.seller.contact ?? "")(language)
      text += "── \(heading) ──\n\(message.text)\n"
      if let workbook = message.workbook { text += QuotePhrase.inWorkbook(workbook)(language) + "\n\n" }
    }
    if messages.isEmpty { text += QuotePhrase.nothingToAsk(language) + "\n" }
    if !notAsked.isEmpty { text += QuotePhrase.notAsked(notAsked.joined(separator: ", "))(language) + "\n" }
    if !messages.isEmpty {
      text += QuotePhrase.savingBound(best: expectedSaving, bound: bound, isProven: isProven)(language) + "\n"
    }
    return text
  }

  /// A row for each line of each message.
  var rows: [[String]] {
    [["seller", "name", "contact", "mpn", "maker", "package", "quantity", "deadline", "date_code_from"]]
      + messages.flatMap { message in
        message.lines.map {
          [
            message.seller.id, message.seller.name, message.seller.contact ?? "", $0.mpn, $0.maker ?? "",
            $0.package ?? "",
            "\($0.quantity)", deadline ?? "", $0.dateCodeFrom ?? "",
          ]
        }
      }
  }
}
