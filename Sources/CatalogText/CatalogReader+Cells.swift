internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Values of cells. Each reports what is wrong with the smallest place, and gives nil then.
extension CatalogReader {
  func report(_ code: DiagnosticCode, _ message: String, at span: SourceSpan, help: String? = nil) {
    sink.report(Diagnostic(code, message, at: span, helps: help.map { [$0] } ?? []))
  }

  /// A text that must not be empty.
  func required(_ row: CSVRow, _ column: String) -> String? {
    guard let cell = row[column] else { return nil }
    let text = cell.text
    if text.isEmpty {
      report(CatalogCodes.value, "`\(column)` is empty", at: cell.span)
      return nil
    }
    return text
  }

  /// A whole number within `range`; `absent` for an empty cell, where that is given.
  func integer(_ row: CSVRow, _ column: String, _ range: ClosedRange<Int>, absent: Int? = nil) -> Int? {
    guard let cell = row[column] else { return absent }
    let text = cell.text
    if text.isEmpty, let absent { return absent }
    guard let number = Int(text), range.contains(number) else {
      let bounds =
        range.upperBound == .max ? "of at least \(range.lowerBound)" : "within \(range.lowerBound)..\(range.upperBound)"
      report(CatalogCodes.value, "`\(column)` must be a whole number \(bounds), not `\(text)`", at: cell.span)
      return nil
    }
    return number
  }

  /// A decimal number, times ten to the power of `digits`, exactly, within `range`.
  func decimal(
    _ row: CSVRow, _ column: String, digits: Int, in range: ClosedRange<Int64>, absent: Int64? = nil
  ) -> Int64? {
    guard let cell = row[column] else { return absent }
    let text = cell.text
    if text.isEmpty, let absent { return absent }
    let isNegative = text.hasPrefix("-")
    let figures = isNegative ? text.dropFirst() : text[...]
    let outside = {
      self.report(
        CatalogCodes.value, "`\(column)` must be \(range.words(digits: digits)), not `\(text)`", at: cell.span)
    }
    guard let value = DecimalText.plain(figures, digits: digits) else {
      if DecimalText.isNumber(figures), figures.split(separator: ".").first?.count ?? 0 > 18 - digits {
        outside()
        return nil
      }
      report(
        CatalogCodes.value, "`\(column)` must be a number of at most \(digits) decimals, not `\(text)`", at: cell.span)
      return nil
    }
    let signed = isNegative ? -value : value
    guard range.contains(signed) else {
      outside()
      return nil
    }
    return signed
  }

  /// Metres with at most two decimals, as centimetres.
  func centimetres(_ row: CSVRow, _ column: String, in range: ClosedRange<Int64>) -> Int? {
    decimal(row, column, digits: 2, in: range).map { Int($0) }
  }

  /// An amount in yuan, or in another currency that the row names.
  func amount(_ row: CSVRow, _ column: String, in range: ClosedRange<Money>, absent: Money? = nil) -> Money? {
    decimal(
      row, column, digits: 6, in: range.lowerBound.microYuan...range.upperBound.microYuan, absent: absent?.microYuan
    ).map { Money(microYuan: $0) }
  }

  /// `true` or `false`.
  func flag(_ row: CSVRow, _ column: String) -> Bool? {
    guard let cell = row[column] else { return nil }
    switch cell.text {
    case "true", "yes": return true
    case "false", "no", "": return false
    default:
      report(CatalogCodes.value, "`\(column)` must be `true` or `false`, not `\(cell.text)`", at: cell.span)
      return nil
    }
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ row: CSVRow, _ column: String, of type: Choice.Type
  ) -> Choice? {
    guard let text = required(row, column), let cell = row[column] else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let help = closestMatch(to: text, among: known).map { "did you mean `\($0)`?" }
    report(
      CatalogCodes.value, "unknown \(column) `\(text)`", at: cell.span,
      help: help ?? "one of " + known.map { "`\($0)`" }.joined(separator: ", "))
    return nil
  }

  /// A reference to something that has been read, by its id.
  func reference(_ text: String, to what: String, among known: some Collection<String>, at span: SourceSpan) -> Bool {
    if known.contains(text) { return true }
    // A row whose source is unknown is dropped, whatever it names.
    if incomplete.contains(what) || incomplete.contains("source") { return false }
    report(
      CatalogCodes.dangling, "there is no \(what) `\(text)`", at: span,
      help: closestMatch(to: text, among: known).map { "did you mean `\($0)`?" })
    return false
  }

  /// A source: an id of `sources.csv`, with or without a locator behind a colon.
  func source(_ row: CSVRow, _ column: String = "source") -> String? {
    guard let text = required(row, column), let cell = row[column] else { return nil }
    return isSource(text, at: cell.span) ? text : nil
  }

  func isSource(_ text: String, at span: @autoclosure () -> SourceSpan) -> Bool {
    let id = String(text.prefix { $0 != ":" })
    if names.sources[id] != nil { return true }
    return reference(id, to: "source", among: names.sources.keys, at: span())
  }

  /// Where a stall or an offer of the user's comes from: any words but `sample`.
  func ownSource(_ row: CSVRow) -> String? {
    guard let text = required(row, "source"), let cell = row["source"] else { return nil }
    if text == "sample" {
      report(CatalogCodes.reserved, "the source `sample` is for generated ones", at: cell.span, help: "say whose it is")
      return nil
    }
    return text
  }

  /// Keeps the place of a key; a finding where it is taken.
  func claim<Key: Hashable>(
    _ key: Key, in places: inout [Key: SourceSpan], as what: String, at span: SourceSpan
  ) -> Bool {
    if let first = places[key] {
      sink.report(
        Diagnostic(
          CatalogCodes.duplicate, "\(what) is given twice", at: span, notes: [.init("the first one is here", at: first)]
        ))
      return false
    }
    places[key] = span
    return true
  }

  /// The words of a quantity error at a place.
  func report(_ error: QuantityError, of subject: String, at span: SourceSpan) {
    report(CatalogCodes.value, "\(subject): \(error.message)", at: span, help: error.help)
  }
}
