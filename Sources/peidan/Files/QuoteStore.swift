import ArgumentParser
import Base
import CatalogStore
import Diagnostics
import Electronics
import Foundation
import MarkedText
import Market
import Platform
import PriceSheets
import Quotes

/// The user's sellers and their answers beside a catalog: `stalls.csv`, `catalog.quotes/SELLER.json`, and the price sheets that plans
/// read.
struct QuoteStore {
  let catalog: Catalog

  /// `stalls.csv` in the folder of the catalog.
  var sellersPath: String { (catalog.path as NSString).deletingLastPathComponent + "/stalls.csv" }

  private var folder: String { (catalog.path as NSString).deletingPathExtension + ".quotes" }

  private func ledgerPath(_ seller: String) -> String { "\(folder)/\(seller).json" }

  // MARK: Sellers

  var hasSellers: Bool { FileManager.default.fileExists(atPath: sellersPath) }

  /// The user's sellers; complains and throws where the file has errors.
  func sellers(_ common: CommonOptions) throws -> SellerBook {
    guard FileManager.default.fileExists(atPath: sellersPath) else { return SellerBook() }
    let file = SpecFile(path: sellersPath)
    let sink = DiagnosticSink()
    do {
      let markets = try catalog.markets().map(\.id)
      let families = Set(try catalog.categories().map(\.family))
      if let source = file.source,
        let book = SellerBook(source, markets: markets, families: families, into: sink)
      {
        return book
      }
    } catch {
      throw refusal(error)
    }
    let text = DiagnosticText(
      sources: [file.source ?? SourceText(file: file.name, text: "")], colour: common.usesColor(on: .error))
    Console.write(styled: text.render(file.refusal.map { [$0] } ?? sink.inTextOrder), to: .error)
    throw ExitCode.unusable
  }

  func add(_ seller: Seller) throws {
    let text = hasSellers ? String(decoding: try stored(sellersPath), as: UTF8.self) : nil
    try OutputFile.write(Data(SellerBook.text(adding: seller, to: text).utf8), to: sellersPath)
  }

  // MARK: Answers

  /// What a seller answered before; nil where nothing.
  func ledger(_ seller: String) throws -> QuoteLedger? {
    let path = ledgerPath(seller)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let data = try stored(path)
    do {
      let ledger = try JSONDecoder().decode(QuoteLedger.self, from: data)
      if ledger.schema == QuoteLedger.schema { return ledger }
      Console.complain("`\(path)` is of schema `\(ledger.schema)`, not `\(QuoteLedger.schema)`")
    } catch {
      Console.complain(
        "`\(path)` cannot be read as the answers of a seller; `peidan catalog check` sets damaged files aside")
    }
    throw ExitCode.unusable
  }

  /// The bytes of a file that is there; complains and throws where it cannot be read.
  private func stored(_ path: String) throws -> Data {
    do {
      return try JSONStore.read(path)
    } catch {
      throw refusal(error)
    }
  }

  /// The files of answers, by the seller's id; none where there is no folder.
  private func answerPaths() throws(CatalogError) -> [String] {
    do throws(SystemError) {
      return try FileBytes.names(in: folder).filter { $0.hasSuffix(".json") }.map { "\(folder)/\($0)" }
    } catch {
      if error.code == ENOENT { return [] }
      throw .notReadable(path: folder, detail: error.readingReason)
    }
  }

  /// Everybody's answers, by the seller's id.
  func ledgers() throws -> [QuoteLedger] {
    do {
      return try answerPaths().compactMap { path in
        try ledger(((path as NSString).lastPathComponent as NSString).deletingPathExtension)
      }
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }

  /// Sets aside what is damaged of answers and asks: a file that is cut short, or no JSON.
  func heal(_ healing: Healing) throws(CatalogError) {
    for (path, kind) in try answerPaths().map({ ($0, DamagedFile.Kind.answers) }) + [(asksPath, .asks)] {
      _ = try Healing.open(path, kind, with: healing) { path throws(CatalogError) in
        guard !JSONStore.isWhole(try JSONStore.read(path)) else { return }
        throw .damaged(path: path, detail: "it is cut short, or no JSON")
      }
    }
  }

  // MARK: Closed stalls, answers on floors

  /// Writes which stalls were found closed.
  func save(_ closed: ClosedStalls) throws {
    try save(closed.stalls.isEmpty ? nil : closed.json(), to: ClosedStalls.path(beside: catalog.path))
  }

  /// Writes what walks found on floors.
  func save(_ floors: FloorAnswers) throws {
    try save(floors.answers.isEmpty ? nil : floors.json(), to: FloorAnswers.path(beside: catalog.path))
  }

  /// Writes a file; without a text there is no such file.
  private func save(_ text: Data?, to path: String) throws {
    if let text {
      try OutputFile.write(text, to: path)
    } else {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  // MARK: Asks

  private var asksPath: String { (catalog.path as NSString).deletingPathExtension + ".asks.json" }

  /// What was asked of whom.
  func asks() throws -> AskLog {
    guard FileManager.default.fileExists(atPath: asksPath) else { return AskLog() }
    let data = try stored(asksPath)
    if let log = try? JSONDecoder().decode(AskLog.self, from: data),
      log.schema == AskLog.schema
    {
      return log
    }
    Console.complain(
      "`\(asksPath)` cannot be read as a list of what was asked; `peidan catalog check` sets damaged files aside")
    throw ExitCode.unusable
  }

  func save(_ log: AskLog) throws {
    try OutputFile.write(try JSONStore.text(of: log), to: asksPath)
  }

  /// Writes a seller's answers and the sheets that follow from them. The sheets come first: a run that is stopped between them has
  /// plans that know the answers, and the next one adds the same again.
  ///
  /// - Returns: the names of the sheets.
  func save(_ ledger: QuoteLedger, seller: Seller, now: String) throws -> [String] {
    let sheets: [QuoteLedger.Sheet]
    do {
      sheets = try ledger.sheets { try refused($0, market: $1, stall: $2) }
      for sheet in sheets { try build(sheet, seller: seller, now: now) }
    } catch let error as SheetError {
      throw SheetFiles.refusal(error, file: "answers of \(seller.id)", kept: "the answers are")
    } catch let error as CatalogError {
      throw refusal(error)
    }
    removeSheets(of: seller.id, but: Set(sheets.map(\.name)))
    try OutputFile.makeFolder(folder)
    try OutputFile.write(try JSONStore.text(of: ledger), to: ledgerPath(seller.id))
    return sheets.map(\.name)
  }

  /// Removes a seller's answers and sheets; false where there are none.
  func remove(_ seller: String) -> Bool {
    removeSheets(of: seller, but: [])
    return (try? FileManager.default.removeItem(atPath: ledgerPath(seller))) != nil
  }

  /// What the catalog's own stall sells of a part that it says it does not have.
  private func refused(
    _ entry: QuoteLedger.Entry, market: String, stall: PlaceID
  ) throws(CatalogError) -> [QuoteLedger.Refused] {
    let parts = entry.makers.map { PartID(maker: $0, mpn: entry.mpn) }
    var refused: [QuoteLedger.Refused] = []
    for offers in try catalog.offers(of: parts, market: market).values {
      // A refusal of before stands in its sheet with nothing in stock.
      for offer in offers where offer.stall == stall && (offer.origin == nil || offer.stock == 0) {
        guard let price = offer.breaks.first?.unitPrice else { continue }
        refused.append(
          QuoteLedger.Refused(
            mpn: offer.part.mpn, maker: offer.part.maker, market: market, stall: stall, condition: offer.condition,
            price: price))
      }
    }
    return refused.sorted { ($0.mpn, $0.maker, $0.condition.rawValue) < ($1.mpn, $1.maker, $1.condition.rawValue) }
  }

  private func build(_ sheet: QuoteLedger.Sheet, seller: Seller, now: String) throws {
    let feed = MemoryFeed(Array(sheet.text.utf8))
    let reader = try PriceSheetReader(
      feed, shape: try SheetShape(start: Array(sheet.text.utf8)),
      defaults: SheetDefaults(source: "quote of \(seller.id)"),
      packages: try ListVocabulary(categories: [], packages: [], known: []), categories: [])
    var builder = PriceSheetBuilder(
      path: PriceSheet.path(of: sheet.name, beside: catalog.path),
      facts: PriceSheet.Facts(
        origin: "quotes of \(seller.id)", format: "quotes", imported: now, shipping: seller.shipping,
        shippingDays: sheet.leadDays > 0 ? sheet.leadDays : seller.shippingDays,
        shopName: sheet.leadDays > 0 ? "\(seller.name) +\(sheet.leadDays)d" : seller.name,
        counter: sheet.leadDays > 0 ? nil : try counter(of: seller)),
      market: "")
    builder.sellers = [PlaceID(seller.id), "\(seller.id)-\(sheet.leadDays)d"]
    _ = try builder.build(reader, catalog: catalog)
  }

  /// The counter at which a seller stands, by its place in words; nil where that names no floor of a market, and the seller delivers.
  func counter(of seller: Seller) throws(CatalogError) -> CounterPlace? {
    if seller.place.isEmpty { return nil }
    for market in try catalog.markets() where seller.market.isEmpty || seller.market == market.id {
      if let place = CounterPlace(seller.place, in: try catalog.buildings(market: market.id)) { return place }
    }
    return nil
  }

  private func removeSheets(of seller: String, but kept: Set<String>) {
    let name = QuoteLedger.sheetName(seller)
    for sheet in catalog.sheets where !kept.contains(sheet.name) && sheet.facts.origin == "quotes of \(seller)" {
      if sheet.name == name || sheet.name.hasPrefix("\(name)-") {
        try? FileManager.default.removeItem(atPath: sheet.path)
      }
    }
  }
}
