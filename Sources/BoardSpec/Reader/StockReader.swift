internal import Base
package import Diagnostics
internal import MarkedText

/// Reads what the user has at hand: `stock` of a spec, or a file of its own.
package struct StockReader {
  private let sink: DiagnosticSink

  private init(_ sink: DiagnosticSink) { self.sink = sink }

  /// A cell or value with its place.
  private struct Word {
    var text: String
    var span: SourceSpan
  }

  /// `stock: [{mpn: TP4056, maker: UMW, quantity: 40}, {value: 10k 1%, package: "0402", quantity: 500}]`. Items that cannot be
  /// read are reported and left out.
  static func items(_ node: MarkedNode, into sink: DiagnosticSink) -> [StockItem] {
    let reader = StockReader(sink)
    return (node.list("stock", into: sink) ?? []).compactMap { entry in
      guard let mapping = MappingReader(entry, "an item of `stock`", into: sink) else { return nil }
      let words = ["mpn", "maker", "value", "package"].map { name in
        mapping.optional(name).flatMap { node in node.word(name, into: sink).map { Word(text: $0, span: node.span) } }
      }
      let quantity = mapping.required("quantity").flatMap { node in
        node.word("quantity", into: sink).map { Word(text: $0, span: node.span) }
      }
      mapping.finish()
      guard let quantity else { return nil }
      return reader.item(words, quantity: quantity, at: entry.span)
    }
  }

  /// A table with the columns `mpn` (or `number`), `maker`, `value`, `package` and `quantity`, a row an item. Findings name file, line
  /// and value; nil where there is no such table.
  package static func items(csv source: SourceText, into sink: DiagnosticSink) -> [StockItem]? {
    let columns = ["mpn", "number", "maker", "value", "package"].map { CSVReader.Column($0, isRequired: false) }
    guard var rows = CSVReader(source, columns: columns + [.init("quantity")], into: sink) else { return nil }
    let reader = StockReader(sink)
    var items: [StockItem] = []
    while let row = rows.next() {
      func word(_ name: String) -> Word? {
        row[name].flatMap { $0.text.isEmpty ? nil : Word(text: $0.text, span: $0.span) }
      }
      let quantity = Word(text: row.text("quantity"), span: row["quantity"]?.span ?? row.span)
      let words = [word("mpn") ?? word("number"), word("maker"), word("value"), word("package")]
      if let item = reader.item(words, quantity: quantity, at: row.span) { items.append(item) }
    }
    return items
  }

  /// - Parameter words: number, maker, value and package.
  private func item(_ words: [Word?], quantity: Word, at span: SourceSpan) -> StockItem? {
    let digits = quantity.text.filter { $0 != "," && $0 != "_" && $0 != " " }
    guard let pieces = Int(digits), Limits.stock.contains(pieces) else {
      refuse(
        "`quantity` is `\(quantity.text)`, not a number of pieces", at: quantity.span,
        help: "write a whole number from \(Limits.stock.lowerBound) to \(Limits.stock.upperBound)")
      return nil
    }
    let item = StockItem(
      mpn: words[0]?.text, maker: words[1]?.text, value: words[2]?.text, package: words[3]?.text, quantity: pieces)
    if item.mpn != nil, let value = words[2] {
      refuse("`\(value.text)` stands beside the number `\(item.mpn ?? "")`", at: value.span, help: "give one of them")
      return nil
    }
    guard item.mpn != nil || item.value != nil && item.package != nil else {
      refuse(
        "what is at hand has neither a number nor a value with its package", at: span,
        help: "give `mpn`, or `value` and `package`, such as `10k` and `0402`")
      return nil
    }
    return item
  }

  private func refuse(_ message: String, at span: SourceSpan, help: String) {
    sink.report(Diagnostic(SpecCodes.value, message, at: span, helps: [help]))
  }
}
