internal import Base
package import Diagnostics
internal import MarkedText
internal import Market

/// The user's own sellers: `stalls.csv` in the data folder.
package struct SellerBook: Sendable {
  package private(set) var sellers: [Seller] = []

  package init() {}

  package static let header = "id,name,contact,goods,market,place,shipping,shipping_days,lines"

  private static let columns: [CSVReader.Column] = [
    .init("id"), .init("name", isRequired: false), .init("contact", isRequired: false),
    .init("goods", isRequired: false),
    .init("market", isRequired: false), .init("place", isRequired: false), .init("shipping", isRequired: false),
    .init("shipping_days", isRequired: false), .init("lines", isRequired: false),
  ]

  /// Reads the file; nil, with findings, where something in it is wrong.
  ///
  /// - Parameters:
  ///   - markets: ids that the catalog has.
  ///   - families: goods that counters sell.
  package init?(_ source: SourceText, markets: [String], families: Set<String>, into sink: DiagnosticSink) {
    guard var reader = CSVReader(source, columns: SellerBook.columns, into: sink) else { return nil }
    while let row = reader.next() {
      if let seller = SellerBook.seller(row, markets: markets, families: families, into: sink) {
        if sellers.contains(where: { $0.id == seller.id }) {
          sink.report(
            Diagnostic(QuoteCodes.seller, "seller `\(seller.id)` is given twice", at: row["id"]?.span ?? row.span))
        }
        sellers.append(seller)
      }
    }
    if sink.hasErrors { return nil }
  }

  private static func seller(
    _ row: CSVRow, markets: [String], families: Set<String>, into sink: DiagnosticSink
  ) -> Seller? {
    func fault(_ column: String, _ expected: String) {
      sink.report(
        Diagnostic(
          QuoteCodes.seller, "`\(column)` is `\(row.text(column))`; expected \(expected)",
          at: row[column]?.span ?? row.span))
    }
    let id = row.text("id")
    guard isUsable(id) else {
      fault("id", "letters, figures, hyphens and underscores")
      return nil
    }
    let market = row.text("market")
    if !market.isEmpty, !markets.contains(market) {
      fault("market", "one of " + markets.map { "`\($0)`" }.joined(separator: ", "))
    }
    let goods = row.text("goods").split(separator: "|").map { String($0).trimmed }
    for family in goods where !families.contains(family) {
      let near = closestMatch(to: family, among: families.sorted()).map { ", perhaps `\($0)`" } ?? ""
      fault("goods", "families of goods with `|` between\(near)")
    }
    var seller = Seller(
      id: id, name: row.text("name"), contact: row.text("contact"), goods: goods, market: market,
      place: row.text("place"))
    let shipping = row.text("shipping")
    if !shipping.isEmpty {
      if let value = DecimalText.plain(Substring(shipping), digits: 6),
        Limits.shipping.contains(Money(microYuan: value))
      {
        seller.shipping = Money(microYuan: value)
      } else {
        fault("shipping", "yuan \(Limits.shipping.words)")
      }
    }
    if let days = whole(row.text("shipping_days"), Limits.shippingDays) {
      seller.shippingDays = days ?? 1
    } else {
      fault("shipping_days", "a number of days \(Limits.shippingDays.words)")
    }
    if let lines = whole(row.text("lines"), 1...1_000) {
      seller.linesPerAsk = lines
    } else {
      fault("lines", "a number of lines from 1 to 1000")
    }
    return seller
  }

  /// Nil in the outer sense for what is no number of the range, in the inner one for an empty cell.
  private static func whole(_ text: String, _ range: ClosedRange<Int>) -> Int?? {
    if text.isEmpty { return .some(nil) }
    guard let number = Int(text), range.contains(number) else { return nil }
    return .some(number)
  }

  /// Whether a text can name a seller, and so a file.
  package static func isUsable(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 40 && id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  package subscript(id: String) -> Seller? { sellers.first { $0.id == id } }

  /// The file's text with one more seller behind what it has.
  ///
  /// - Parameter text: the whole file as it is; nil where there is none.
  package static func text(adding seller: Seller, to text: String?) -> String {
    var text = text ?? ""
    if text.trimmed.isEmpty { text = "\(header)\n" }
    if !text.hasSuffix("\n") { text += "\n" }
    let names = columnNames(of: text)
    let cells = names.map { name in
      switch name {
      case "id": seller.id
      case "name": seller.name == seller.id ? "" : seller.name
      case "contact": seller.contact
      case "goods": seller.goods.joined(separator: "|")
      case "market": seller.market
      case "place": seller.place
      default: ""
      }
    }
    return text + cells.map { quoted($0) }.joined(separator: ",") + "\n"
  }

  /// The columns of a file, in its own order.
  private static func columnNames(of text: String) -> [String] {
    let header = text.split(separator: "\n").first { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) } ?? ""
    return header.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
  }

  static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

/// Codes of findings in the files of quotes.
package enum QuoteCodes {
  package static let all: [DiagnosticCode] = [seller]

  package static let seller = DiagnosticCode(
    "Q001", "seller cannot be used",
    page: """
      A row of `stalls.csv`, the user's own sellers, has a value that cannot be used: an id that is no word or is given twice,
      a market or a family of goods that the catalog does not have, an amount or a number outside its range. docs/quotes.md
      has the columns.
      """)
}
