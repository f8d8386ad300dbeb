internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

extension CatalogReader {
  func readSources() -> [FactSource] {
    let columns = ["id", "title", "publisher", "date", "grade", "address"].map { CSVReader.Column($0) }
    var sources: [FactSource] = []
    for row in rows("sources.csv", columns) {
      guard let id = required(row, "id"), let title = required(row, "title"), let grade = required(row, "grade"),
        claim(id, in: &names.sources, as: "source `\(id)`", at: row["id"]?.span ?? row.span)
      else { continue }
      if id.contains(":") { report(CatalogCodes.value, "an id of a source has no colon", at: row.span) }
      sources.append(
        FactSource(
          id: id, title: title, publisher: row.text("publisher"), date: row.text("date"), grade: grade,
          address: row.text("address")))
    }
    return sources
  }

  func readAttrition() -> [Attrition] {
    let columns = ["handling", "minimum", "per_mille", "source"].map { CSVReader.Column($0) }
    var table: [Attrition] = []
    for row in rows("attrition.csv", columns) {
      guard let handling = required(row, "handling"), let minimum = integer(row, "minimum", 0...1_000_000),
        let perMille = integer(row, "per_mille", 0...1_000), let source = source(row),
        claim(handling, in: &names.handlings, as: "handling `\(handling)`", at: row.span)
      else { continue }
      table.append(Attrition(handling: handling, minimum: minimum, perMille: perMille, source: source))
    }
    return table
  }

  private static let partColumns: [CSVReader.Column] =
    ["maker", "mpn", "category", "package", "parameters", "description_en", "description_zh", "source"].map {
      CSVReader.Column($0)
    }
    + ["first_price", "best_price", "best_from", "currency", "price_date", "price_source"].map {
      CSVReader.Column($0, isRequired: false)
    }

  func readParts(_ path: String) -> [Part] {
    rows(path, CatalogReader.partColumns).compactMap(part)
  }

  private func part(_ row: CSVRow) -> Part? {
    guard let maker = required(row, "maker"), let mpn = required(row, "mpn"),
      let category = required(row, "category"), let package = required(row, "package"), let source = source(row)
    else { return nil }
    guard let definitions = names.categories[category] else {
      if let cell = row["category"] {
        _ = reference(category, to: "category", among: names.categories.keys, at: cell.span)
      }
      return nil
    }
    let id = PartID(maker: maker, mpn: mpn)
    if let first = names.parts[id] {
      sink.report(
        Diagnostic(
          CatalogCodes.duplicate, "part `\(mpn)` of `\(maker)` is given twice", at: row["mpn"]?.span,
          notes: [.init("the first one is here", at: first)]))
      return nil
    }
    names.parts[id] = row["mpn"]?.span ?? row.span
    guard let parameters = parameters(row, definitions, category: category), let level = priceLevel(row) else {
      return nil
    }
    return Part(
      id: id, category: category, package: package, parameters: parameters, english: row.text("description_en"),
      chinese: row.text("description_zh"), source: source, priceLevel: level.value)
  }

  /// `name=value` pairs split by `;`, each at its own place in the cell.
  private func parameters(
    _ row: CSVRow, _ definitions: [String: ParameterDefinition], category: String
  ) -> [String: ParameterValue]? {
    guard let cell = row["parameters"] else { return [:] }
    let text = cell.text
    var values: [String: ParameterValue] = [:]
    var isGood = true
    var start = 0
    for piece in text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let place = start..<start + piece.count
      start += piece.count + 1
      let pair = String(Substring(piece)).trimmingBlanks
      if pair.isEmpty { continue }
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else {
        report(CatalogCodes.value, "`\(pair)` is not `name=value`", at: cell.span(place))
        isGood = false
        continue
      }
      let name = String(halves[0]).trimmingBlanks
      guard let definition = definitions[name] else {
        isGood = reference(
          name, to: "parameter of `\(category)`", among: definitions.keys, at: cell.span(place))
        continue
      }
      do {
        let value = try ParameterValue(parsing: String(halves[1]).trimmingBlanks, as: definition)
        if values.updateValue(value, forKey: name) != nil {
          report(CatalogCodes.duplicate, "parameter `\(name)` is given twice", at: cell.span(place))
          isGood = false
        }
      } catch {
        report(error, of: "parameter `\(name)`", at: cell.span(place))
        isGood = false
      }
    }
    return isGood ? values : nil
  }

  /// The price level of a row, which may have none; nil when what it has is wrong.
  private func priceLevel(_ row: CSVRow) -> (value: PriceLevel?, row: Void)? {
    let columns = ["first_price", "best_price", "best_from", "currency", "price_date", "price_source"]
    if columns.prefix(2).allSatisfy({ row.text($0).isEmpty }) { return (nil, ()) }
    guard let first = amount(row, "first_price", in: Limits.foreignPrice),
      let best = amount(row, "best_price", in: Limits.foreignPrice),
      let from = integer(row, "best_from", Limits.pieces, absent: 1), let currency = required(row, "currency"),
      let source = source(row, "price_source")
    else { return nil }
    if currency.utf8.count != 3 || !currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      report(
        CatalogCodes.value, "`\(currency)` is not a currency", at: row["currency"]?.span ?? row.span, help: "CNY, USD")
      return nil
    }
    if best > first {
      report(
        CatalogCodes.priceOrder,
        "the best price \(row.text("best_price")) is above the first, \(row.text("first_price"))",
        at: row["best_price"]?.span ?? row.span)
      return nil
    }
    let level = PriceLevel(
      first: first.microYuan, best: best.microYuan, bestFrom: from, currency: currency, date: row.text("price_date"),
      source: source)
    return (level, ())
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
