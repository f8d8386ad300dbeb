import ArgumentParser
import Base
import CatalogStore
import Diagnostics
import Electronics
import Foundation
import Market
import Phrases
import Platform
import Quotes
import SourcingPlan
import TerminalText

/// One run of `peidan record add`.
struct RecordSession {
  let command: RecordAddCommand
  /// The largest record that is read.
  static let limit = 16 << 20

  var common: CommonOptions { command.common }

  /// One fact of a record: at which stall, and what.
  struct Fact {
    var stall: PlaceID
    /// What a seller that nobody knows yet is called.
    var name: String
    var entry: QuoteLedger.Entry
  }

  func run() throws {
    let record = try self.record()
    let plan = try command.plan.map { try PlanFile.read($0) }
    if let plan, try plan.digest() != record.plan {
      Console.complain(
        "`\(command.file)` is the record of another plan: its `plan` is \(record.plan.prefix(12))…, that of "
          + "`\(command.plan ?? "")` \(try plan.digest().prefix(12))…")
      throw ExitCode.answerIsNo
    }
    let catalog = try openCatalog(common)
    let store = QuoteStore(catalog: catalog)
    do {
      let market = try market(plan, catalog)
      var facts: [Fact] = []
      var faults: [String] = []
      for (index, line) in record.lines.enumerated() {
        do throws(LineFault) {
          facts += try self.facts(line, record, plan, catalog, market)
        } catch {
          faults.append("lines[\(index)] (\(line.mpn), \(line.stall)): \(error.words)")
        }
      }
      for (index, ask) in (record.asks ?? []).enumerated() {
        do throws(LineFault) {
          facts += try self.facts(ask, record, plan, catalog, market)
        } catch {
          faults.append("asks[\(index)] (\(ask.mpn), \(ask.stall)): \(error.words)")
        }
      }
      guard faults.isEmpty else {
        for fault in faults { Console.write("\(command.file): \(fault)\n", to: .error) }
        Console.complain(
          "`\(command.file)`: \(faults.count == 1 ? "a line" : "\(faults.count) lines") cannot be used; nothing was changed"
        )
        throw ExitCode.answerIsNo
      }
      let elsewhere = record.lines.count { $0.instead?.bought == true }
      if plan == nil, elsewhere > 0, !common.quiet {
        Console.write(
          "note: what was bought at second-best stalls (\(elsewhere)) is left out; `--plan PLAN` names them\n",
          to: .error)
      }
      let shut = try closedStalls(record, market, catalog)
      let answers = plan.map { floorAnswers(record, $0, market) } ?? []
      if plan == nil, record.asks?.isEmpty == false, !common.quiet {
        Console.write("\(command.file): \(QuotePhrase.floorsNeedPlan(common.language))\n", to: .error)
      }
      let isShut = try save(shut, facts, record, market, catalog, store)
      let isLearned = try save(answers, catalog, store)
      let isChange = try save(facts, record, market, catalog, store) || isShut || isLearned
      try report(facts, shut, answers, record, market, isChange: isChange)
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }

  // MARK: Reading

  private func record() throws -> WalkRecord {
    let data = try InputFile.read(command.file, atMost: Self.limit, as: "record")
    let name = command.file == "-" ? "<stdin>" : command.file
    do {
      let record = try JSONDecoder().decode(WalkRecord.self, from: data)
      if record.schema == WalkRecord.schema { return record }
      Console.complain("`\(name)` is of schema `\(record.schema)`; expected `\(WalkRecord.schema)`")
    } catch let DecodingError.keyNotFound(key, context) {
      Console.complain("`\(name)` is no record of a walk: \(path(context.codingPath + [key])) is missing")
    } catch let DecodingError.typeMismatch(_, context), let DecodingError.valueNotFound(_, context) {
      Console.complain("`\(name)` is no record of a walk: \(path(context.codingPath)) has a wrong value")
    } catch let DecodingError.dataCorrupted(context) where !context.codingPath.isEmpty {
      Console.complain("`\(name)` is no record of a walk: \(path(context.codingPath)): \(context.debugDescription)")
    } catch {
      Console.complain("`\(name)` is no record of a walk; a walk sheet saves one with its button under the list")
    }
    throw ExitCode.unusable
  }

  private func path(_ keys: [any CodingKey]) -> String {
    "`" + keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".") + "`"
  }

  private func market(_ plan: PlanDocument?, _ catalog: Catalog) throws -> String {
    let profiles = try catalog.markets()
    let chosen = command.market ?? plan?.market.id ?? profiles.first { $0.kind == .walking }?.id ?? ""
    if profiles.contains(where: { $0.id == chosen }) { return chosen }
    Console.complain(
      "there is no market `\(chosen)`; expected one of " + profiles.map { "`\($0.id)`" }.joined(separator: ", "))
    throw ExitCode.unusable
  }

  // MARK: Facts

  /// Why a line cannot be used, in a clause.
  struct LineFault: Error {
    var words: String
  }

  /// What is known of a purchase beside the record.
  private struct Purchase {
    var maker: String
    var condition: Condition
    /// Pieces from which the price holds; nil where nobody knows.
    var from: Int?
    /// In what multiples it is sold; nil for any number.
    var multiple: Int?
    var packing: Packing?
    /// What the plan reckons with; nil without one.
    var unitPrice: Money?
    var fallback: Fallback?
  }

  private func facts(
    _ line: WalkRecord.Line, _ record: WalkRecord, _ plan: PlanDocument?, _ catalog: Catalog, _ market: String
  ) throws(LineFault) -> [Fact] {
    let hasPrice = line.paid.map { !$0.isEmpty } ?? false
    guard line.bought == true || line.soldOut == true || hasPrice || line.instead?.bought == true || line.closed == true
    else { return [] }
    if line.closed == true, line.bought == true || line.soldOut == true || hasPrice {
      throw LineFault(words: "`closed` stands beside what was bought or seen there; expected one of both")
    }
    if line.closed == true, line.instead?.bought != true { return [] }
    guard Limits.pieces.contains(line.quantity) else {
      throw LineFault(words: "`quantity` is \(line.quantity); expected a number \(Limits.pieces.words)")
    }
    let purchase: Purchase
    do { purchase = try self.purchase(line, plan, catalog, market) } catch let fault as LineFault { throw fault } catch
    {
      throw LineFault(words: "\(error)")
    }
    var facts: [Fact] = []
    if line.soldOut == true {
      facts.append(fact(line, at: line.stall, purchase, record, price: nil, basis: .seen))
    } else if line.bought == true || hasPrice, line.closed != true {
      let text = hasPrice ? line.paid ?? "" : line.paidYuan ?? ""
      guard let amount = WalkRecord.Line.amount(text), amount > .zero else {
        throw LineFault(words: "`paid` is `\(text)`; expected what was paid for all pieces, such as `12.35`")
      }
      let pieces = Int64(line.quantity)
      // What is not typed is what the plan reckons with, not its sum rounded to the fen.
      let price =
        hasPrice
        ? Money(microYuan: (amount.microYuan + pieces / 2) / pieces)
        : purchase.unitPrice ?? Money(microYuan: (amount.microYuan + pieces / 2) / pieces)
      guard price > .zero, Limits.unitPrice.contains(price) else {
        throw LineFault(
          words: "`\(text)` for \(pieces) pieces is \(price.decimal) a piece; expected \(Limits.unitPrice.words)")
      }
      facts.append(
        fact(line, at: line.stall, purchase, record, price: price, basis: line.bought == true ? .paid : .seen))
    }
    if line.instead?.bought == true, let fallback = purchase.fallback {
      var there = purchase
      there.condition = fallback.condition
      (there.from, there.multiple, there.packing) = (fallback.quantity, nil, nil)
      facts.append(
        fact(line, at: fallback.stall, there, record, price: fallback.unitPrice.money, basis: .paid))
    }
    return facts
  }

  private func purchase(
    _ line: WalkRecord.Line, _ plan: PlanDocument?, _ catalog: Catalog, _ market: String
  ) throws -> Purchase {
    if let plan {
      let buys = plan.lines.flatMap { planned in planned.buys.map { (planned, $0) } }
      guard
        let (planned, buy) = buys.first(where: { $0.1.id.text == line.key })
          ?? buys.first(where: { $0.0.mpn == line.mpn && $0.1.stall == line.stall })
      else { throw LineFault(words: "the plan buys no `\(line.mpn)` at `\(line.stall)`") }
      let offer = try catalog.offers(of: [planned.part], market: market)[planned.part]?.first { $0.id == buy.offer }
      return Purchase(
        maker: planned.maker, condition: buy.condition, from: buy.breakFrom ?? buy.quantity,
        multiple: offer.flatMap { $0.multiple > 1 ? $0.multiple : nil }, packing: buy.packing,
        unitPrice: buy.unitPrice.money, fallback: planned.fallback)
    }
    let parts = try catalog.parts(mpn: line.mpn).map(\.id)
    let offers = try catalog.offers(of: parts, market: market).values.flatMap { $0 }.filter { $0.stall == line.stall }
    let kinds = Set(
      offers.map { [$0.part.maker, $0.condition.rawValue, "\($0.multiple)", $0.packing?.rawValue ?? ""] })
    guard let offer = offers.first, kinds.count == 1 else {
      throw LineFault(
        words: kinds.isEmpty
          ? "`\(line.stall)` of `\(market)` has no offer of `\(line.mpn)`; name the plan with `--plan PLAN`"
          : "`\(line.stall)` has \(kinds.count) offers of `\(line.mpn)`; name the plan with `--plan PLAN`")
    }
    return Purchase(
      maker: offer.part.maker, condition: offer.condition,
      from: offer.breakReached(by: line.quantity)?.from ?? line.quantity,
      multiple: offer.multiple > 1 ? offer.multiple : nil, packing: offer.packing)
  }

  /// - Parameter price: yuan a piece; nil where there was none to be had.
  private func fact(
    _ line: WalkRecord.Line, at stall: PlaceID, _ purchase: Purchase, _ record: WalkRecord, price: Money?,
    basis: PriceBasis
  ) -> Fact {
    var answer = Answer(line: 1, state: price == nil ? .noBid : .quote, mpn: line.mpn, says: line.note ?? "")
    answer.unitPrice = price
    answer.from = price == nil ? nil : purchase.from
    answer.condition = price == nil ? nil : purchase.condition
    let days = price == nil ? command.soldOutDays : command.valid
    var entry = QuoteLedger.Entry(
      answer, mpn: line.mpn, makers: [purchase.maker], assumedCondition: nil,
      expires: record.date.adding(days: days) ?? record.date)
    entry.basis = basis
    if price != nil { (entry.multiple, entry.packing) = (purchase.multiple, purchase.packing) }
    return Fact(stall: stall, name: stall.text, entry: entry)
  }

  // MARK: Keeping

  /// The stalls that the record says were closed, each once. Complains and throws for a stall that the market lacks.
  private func closedStalls(
    _ record: WalkRecord, _ market: String, _ catalog: Catalog
  ) throws -> [ClosedStalls.Entry] {
    let ids = Set(record.lines.filter { $0.closed == true }.map(\.stall)).sorted()
    let known = try catalog.stalls(ids, market: market)
    for id in ids where known[id] == nil {
      let near = closestMatch(to: id.text, among: try catalog.stallIDs(like: id, market: market).map(\.text))
      Console.complain(
        "`\(command.file)`: `\(market)` has no stall `\(id)` that could be closed"
          + (near.map { "; did you mean `\($0)`?" } ?? ""))
      throw ExitCode.answerIsNo
    }
    return ids.map {
      ClosedStalls.Entry(
        market: market, stall: $0, seen: record.date,
        until: record.date.adding(days: command.closedDays) ?? record.date)
    }
  }

  /// Keeps which stalls were closed, and forgets that of stalls at which something was bought or seen on that day or later.
  private func save(
    _ shut: [ClosedStalls.Entry], _ facts: [Fact], _ record: WalkRecord, _ market: String, _ catalog: Catalog,
    _ store: QuoteStore
  ) throws -> Bool {
    var closed = catalog.closed
    var isChange = false
    for stall in Set(facts.map(\.stall)).sorted() where !shut.contains(where: { $0.stall == stall }) {
      if closed.reopen(stall, market: market, on: record.date) { isChange = true }
    }
    for entry in shut where closed.add(entry) { isChange = true }
    if isChange, !command.dryRun { try store.save(closed) }
    return isChange
  }

  /// - Returns: whether anything was not known before.
  private func save(
    _ facts: [Fact], _ record: WalkRecord, _ market: String, _ catalog: Catalog, _ store: QuoteStore
  ) throws -> Bool {
    let clock = try MarketClock.of(catalog, market: market)
    let stalls = try catalog.stalls(Set(facts.map(\.stall)), market: market)
    let book = try store.sellers(common)
    var isChange = false
    for stall in Set(facts.map(\.stall)).sorted() {
      // A price sheet's shop is a seller of the user's; a stall of the catalog stands for itself.
      let id = stall.text
      let known = book[id]
      let said = facts.first { $0.stall == stall }?.name ?? id
      let name = known?.name ?? stalls[stall]?.chinese ?? said
      let seller =
        known
        ?? Seller(
          id: id, name: name, market: market, place: stalls[stall] == nil && said != id ? said : id,
          shippingDays: stalls[stall]?.shippingDays ?? (said == id ? 0 : 1))
      var ledger = try store.ledger(id) ?? QuoteLedger(seller: id, name: name)
      let entries = facts.filter { $0.stall == stall }.map(\.entry)
      guard ledger.add(QuoteLedger.Batch(day: record.date, market: market, stall: stall, entries: entries)) else {
        continue
      }
      isChange = true
      if !command.dryRun { _ = try store.save(ledger, seller: seller, now: MarketClock.text(of: clock.now)) }
    }
    return isChange
  }

  // MARK: Report

  private struct Outcome: Encodable {
    struct Entry: Encodable {
      var stall: PlaceID
      var mpn: String
      var state: String
      var basis: PriceBasis
      var unitPrice: String?
      var from: Int?
      var condition: Condition?
      var expires: String
    }

    var schema = "peidan.record-add/1"
    var board: String
    var date: String
    var market: String
    var stored: Bool
    var entries: [Entry]
    var closed: [ClosedStalls.Entry]
    var floors: [FloorTable.Row]
  }

  private func report(
    _ facts: [Fact], _ shut: [ClosedStalls.Entry], _ answers: [FloorAnswer], _ record: WalkRecord, _ market: String,
    isChange: Bool
  ) throws {
    let outcome = Outcome(
      board: record.board, date: record.date.description, market: market, stored: isChange && !command.dryRun,
      entries: facts.map { fact in
        Outcome.Entry(
          stall: fact.stall, mpn: fact.entry.mpn, state: fact.entry.state == .noBid ? "sold-out" : "price",
          basis: fact.entry.basis, unitPrice: fact.entry.microYuan.map { Money(microYuan: $0).shortDecimal },
          from: fact.entry.from, condition: fact.entry.condition, expires: fact.entry.expires.description)
      }, closed: shut, floors: FloorTable(answers).rows)
    switch command.format {
    case .json: Console.write(json: try outcome.json())
    case .text: Console.write(text(facts, shut, answers, isChange: isChange))
    }
  }

  private func text(
    _ facts: [Fact], _ shut: [ClosedStalls.Entry], _ answers: [FloorAnswer], isChange: Bool
  ) -> String {
    let language = common.language
    if facts.isEmpty, shut.isEmpty, answers.isEmpty { return QuotePhrase.emptyRecord(language) + "\n" }
    var table = TextTable(
      [.stall, .part, .price, .from, .condition, .expires].map { (phrase: QuotePhrase) in phrase(language) },
      alignment: [.left, .left, .right, .right])
    for fact in facts {
      let entry = fact.entry
      let price =
        entry.microYuan.map { "¥\(Money(microYuan: $0).shortDecimal)" } ?? QuotePhrase.soldOut(language)
      table.add([
        fact.stall.text, entry.mpn, price, entry.from.map(\.grouped) ?? "", entry.condition?.text(language) ?? "",
        entry.expires.description,
      ])
    }
    var text = facts.isEmpty ? "" : table.text + "\n"
    for entry in shut { text += QuotePhrase.closed(stall: entry.stall.text, until: "\(entry.until)")(language) + "\n" }
    if !answers.isEmpty {
      text += QuotePhrase.learned(asked: answers.count, found: answers.count(where: \.isFound))(language) + "\n"
    }
    if isChange {
      let prices = facts.filter { $0.entry.microYuan != nil }
      text +=
        QuotePhrase.recorded(
          seen: prices.count { $0.entry.basis == .seen }, paid: prices.count { $0.entry.basis == .paid },
          soldOut: facts.count - prices.count)(language) + "\n"
      if command.dryRun { text += QuotePhrase.wouldStore(language) + "\n" }
    } else {
      text += QuotePhrase.recordedBefore(language) + "\n"
    }
    return text
  }
}
