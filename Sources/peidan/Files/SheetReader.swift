internal import Base
import CatalogStore
import Electronics
import Foundation
import Market
import PriceSheets
import TerminalText

/// Reads one price sheet into its place beside a catalog.
struct SheetReader {
  var catalog: Catalog
  /// The sheet's name.
  var name: String
  /// What it was read from, as `prices status` tells it.
  var origin: String
  /// ISO 8601 day of prices without one.
  var date: String
  var terms: SheetTerms
  /// The most bytes that the file may unpack to.
  var limit = 4 << 30

  /// Reads the file whole and puts it in place of an earlier sheet of that name.
  ///
  /// - Parameter now: ISO 8601 with seconds, UTC.
  /// - Throws: `SheetError`, `CatalogError`, and the exit code where the bundled words of lists are missing.
  func read(
    _ file: String, now: String, onProgress: @escaping (BuildProgress) -> Void,
    shouldStop: @escaping () -> Bool
  ) throws -> (PriceSheetBuilder.Summary, path: String) {
    let shape = try SheetFiles.shape(of: file, limit: limit)
    let categories = try catalog.categories()
    let reader = try PriceSheetReader(
      try FileFeed(path: file, limit: limit), shape: shape,
      defaults: terms.defaults(for: shape.format, date: date, origin: origin),
      packages: shape.format == .partList
        ? try SheetFiles.vocabulary(categories: Set(categories.map(\.id)))
        : try ListVocabulary(categories: [], packages: [], known: []),
      categories: categories)
    let path = PriceSheet.path(of: name, beside: catalog.path)
    let kind: MarketProfile.Kind = shape.format.isDistributors ? .mailOrder : .walking
    let market = try terms.market ?? catalog.markets().first { $0.kind == kind }?.id
    var builder = PriceSheetBuilder(
      path: path,
      facts: PriceSheet.Facts(
        origin: origin, format: shape.format.rawValue, imported: now, shipping: terms.shipping,
        shippingDays: terms.shippingDays, invoicePerMille: terms.invoicePerMille,
        freeFrom: terms.freeFrom, minimumOrder: terms.minimumOrder),
      market: market ?? "")
    builder.rates = terms.rates.map { rate in
      var rate = rate
      if rate.date.isEmpty { rate.date = date }
      return rate
    }
    builder.onProgress = onProgress
    builder.shouldStop = shouldStop
    return (try builder.build(reader, catalog: catalog), path)
  }
}

/// What an import is told as.
struct SheetReport: Encodable {
  var schema = "peidan.prices-import/1"
  var name: String
  var path: String
  var format: String
  var rows: Int
  var prices: Int
  var oldest: String
  var newest: String
  var firstExpiry: String?
  var currencies: [String]
  var newShops: [PlaceID]
  var ignoredColumns: [String]
  var oddities: [String: Int]
  var digest: String

  init(_ summary: PriceSheetBuilder.Summary, name: String, path: String) {
    self.name = name
    self.path = path
    format = summary.facts.format
    rows = summary.facts.rows
    prices = summary.facts.prices
    oldest = summary.facts.oldest
    newest = summary.facts.newest
    firstExpiry = summary.facts.firstExpiry
    currencies = summary.facts.currencies
    newShops = summary.newShops
    ignoredColumns = summary.ignoredColumns
    oddities = Dictionary(uniqueKeysWithValues: summary.counts.oddities.map { ($0.key.rawValue, $0.value) })
    digest = summary.digest
  }

  var text: String {
    var table = TextTable([], alignment: [.right, .left])
    for oddity in SheetOddity.allCases {
      if let count = oddities[oddity.rawValue] { table.add([count.grouped, oddity.explanation]) }
    }
    let days = oldest == newest ? newest : "\(oldest) to \(newest)"
    var text = """
      imported \(path)
      \(rows.grouped) rows, \(prices.grouped) prices in \(currencies.joined(separator: ", ")) of \(days)\
      \(firstExpiry.map { ", the first of them expire after \($0)" } ?? "")

      """
    if !newShops.isEmpty {
      let more = newShops.count > 8 ? ", …" : ""
      text += "new shops: \(newShops.prefix(8).map(\.text).joined(separator: ", "))\(more)\n"
    }
    if !ignoredColumns.isEmpty { text += "columns that mean nothing here: \(ignoredColumns.joined(separator: ", "))\n" }
    return text + table.text
  }
}

extension SheetOddity {
  /// What was done with such rows.
  var explanation: String {
    switch self {
    case .repeatedPrice: "rows with neighbouring breaks of one price, taken as one break"
    case .risingPrice: "rows whose price rises at a higher break, taken at the higher price"
    case .noPrice: "rows without a price, passed over"
    case .soldOut: "rows of goods that are sold out, kept and not bought from"
    case .secondPacking:
      "prices of another packing of a part that the stall has a price of too, each an offer of its own"
    case .trailer: "rows that are totals or remarks, passed over"
    case .noStock: "rows that do not state the stock, taken as enough"
    case .noTax: "rows that do not say whether tax is in the price, taken as not"
    case .raisedMinimum: "rows whose first break is above the least quantity, which is raised to it"
    case .repeatedOffer: "rows that another row for the same stall, part, condition and packing replaces"
    case .unknownPart: "rows of parts that neither the catalog nor a list has, kept"
    case .foundByOrderNumber: "rows whose part was found by its order number, under another number or maker"
    case .noMaker: "rows without a maker, of parts that one maker makes"
    case .chinesePackage: "rows with a Chinese package name, put into English"
    case .unknownChinesePackage: "rows with a Chinese package name that Catalog/lists/packages.csv lacks"
    }
  }
}
