internal import Base
package import Diagnostics
internal import MarkedText
internal import Market
internal import PriceSheets

/// Reads the file of price sources.
///
/// Findings go to the sink; nil when an error is among them.
package enum FetchSources {
  package static let schema = "peidan.price-sources/1"

  /// Something in a source that cannot be used.
  package static let unusable = DiagnosticCode(
    "F001", "a price source that cannot be used",
    page: """
      Each source has a name of letters, digits, hyphens and underscores, and a `url` that begins with `https://`; plain
      `http://` needs `allow: [http]`. Sizes are written as `50 MB`, times as `30 s`, `10 min` or `1 d`, a `sha256` as 64
      hexadecimal digits. docs/prices.md has all keys.
      """)

  /// All codes, for `explain`.
  package static let codes = [unusable]

  package static func read(_ source: SourceText, into sink: DiagnosticSink) -> [FetchSource]? {
    guard let node = YAMLReader.read(source, into: sink),
      let root = MappingReader(node, "file of price sources", into: sink)
    else { return nil }
    let reading = SourceReading(sink: sink)
    if let found = root.required("schema"), let word = found.word("schema", into: sink), word != schema {
      reading.report("unknown schema `\(word)`", at: found.span, help: "this file needs `\(schema)`")
    }
    var limits = FetchLimits()
    if let node = root.optional("limits"), let mapping = MappingReader(node, "limits", into: sink) {
      reading.limits(mapping, &limits)
      mapping.finish()
    }
    let sources = reading.sources(root.required("sources"), limits)
    root.finish()
    return sink.hasErrors ? nil : sources
  }

  /// A file of sources as messages may quote it: `*` stands for each byte of a secret in an address, and of values that are headers by
  /// their names. Every place stays where it is.
  package static func masked(_ source: SourceText) -> SourceText {
    let text = WebAddress.masked(String(decoding: source.bytes, as: UTF8.self))
    let header =
      /(?i)(authorization|cookie|[a-z0-9_\-]*(?:auth|key|token|secret|password|session)[a-z0-9_\-]*)(["']?\s*:\s*)([^\n]+)/
    let masked = text.replacing(header) { match in
      "\(match.1)\(match.2)" + String(repeating: "*", count: match.3.utf8.count)
    }
    return SourceText(file: source.file, text: masked)
  }

  /// A finding whose words hold no secret of an address.
  package static func redacted(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.message = WebAddress.redacted(finding.message)
    finding.helps = finding.helps.map { WebAddress.redacted($0) }
    finding.notes = finding.notes.map { Diagnostic.Note(WebAddress.redacted($0.message), at: $0.span) }
    return finding
  }
}

private struct SourceReading {
  let sink: DiagnosticSink

  func report(_ message: String, at span: SourceSpan, help: String? = nil) {
    sink.report(Diagnostic(FetchSources.unusable, message, at: span, helps: [help].compactMap(\.self)))
  }

  func limits(_ mapping: MappingReader, _ limits: inout FetchLimits) {
    if let value = mapping.optional("size").flatMap({ size($0) }) { limits.size = value }
    if let value = mapping.optional("time").flatMap({ seconds($0, "time") }) { limits.time = value }
    if let value = mapping.optional("quiet").flatMap({ seconds($0, "quiet") }) { limits.quiet = max(1, Int(value)) }
    if let value = mapping.optional("redirects")?.integer("redirects", in: 0...50, into: sink) {
      limits.redirects = value
    }
    if let value = mapping.optional("attempts")?.integer("attempts", in: 1...20, into: sink) {
      limits.attempts = value
    }
    if let value = mapping.optional("pause").flatMap({ seconds($0, "pause") }) { limits.pause = value }
    if let value = mapping.optional("back-off").flatMap({ seconds($0, "back-off") }) { limits.backOff = value }
  }

  func sources(_ node: MarkedNode?, _ limits: FetchLimits) -> [FetchSource] {
    guard let node else { return [] }
    guard let entries = node.mapping else {
      report("`sources` must be a mapping of names, not \(node.kindName)", at: node.span)
      return []
    }
    return entries.compactMap { source($0, limits) }
  }

  private func source(_ entry: MarkedEntry, _ limits: FetchLimits) -> FetchSource? {
    guard let mapping = MappingReader(entry.value, "source \(entry.key)", into: sink) else { return nil }
    defer { mapping.finish() }
    let isName =
      !entry.key.isEmpty && entry.key.utf8.count <= 60
      && entry.key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    if !isName {
      report("`\(entry.key)` is not a name", at: entry.keySpan, help: "letters, digits, hyphens and underscores")
    }
    var source = FetchSource(name: entry.key, address: "", limits: limits)
    self.limits(mapping, &source.limits)
    for word in mapping.optional("allow")?.list("allow", into: sink) ?? [] {
      switch word.word("allow", into: sink) {
      case "http": source.allowsHTTP = true
      case "private-redirects": source.allowsPrivateRedirects = true
      case let other?:
        report("unknown permission `\(other)`", at: word.span, help: "one of `http`, `private-redirects`")
      case nil: break
      }
    }
    if let node = mapping.required("url"), let address = node.word("url", into: sink) {
      source.address = WebAddress(address)
      let (shown, scheme) = (source.address.shown, source.address.scheme)
      if scheme != "https", scheme != "http" {
        report("`\(shown)` is not an address that can be fetched", at: node.span, help: "it begins with `https://`")
      } else if scheme == "http", !source.allowsHTTP {
        report(
          "`\(shown)` is fetched without encryption", at: node.span,
          help: "use `https://`, or write `allow: [http]` beside it")
      }
    }
    if let value = mapping.optional("every").flatMap({ seconds($0, "every") }) { source.every = value }
    if let node = mapping.optional("sha256"), let text = node.word("sha256", into: sink) {
      if text.utf8.count == 64, text.allSatisfy(\.isHexDigit) {
        source.checksum = text.lowercased()
      } else {
        report("`\(text)` is no SHA-256", at: node.span, help: "64 hexadecimal digits")
      }
    }
    for header in mapping.optional("headers")?.mapping ?? [] {
      guard let value = header.value.word("header", into: sink) else { continue }
      if (header.key + value).unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
        report("a header has no line breaks", at: header.keySpan)
      }
      source.headers.append("\(header.key): \(value)")
    }
    if let node = mapping.optional("sheet"), let sheet = MappingReader(node, "sheet", into: sink) {
      source.terms = terms(sheet)
      sheet.finish()
    }
    return source
  }

  private func terms(_ sheet: MappingReader) -> SheetTerms {
    var terms = SheetTerms()
    func word(_ key: String) -> String? { sheet.optional(key)?.word(key, into: sink) }
    terms.market = word("market")
    terms.stall = word("stall")
    terms.condition = sheet.optional("condition")?.choice("condition", of: Condition.self, into: sink)
    terms.basis = sheet.optional("basis")?.choice("basis", of: PriceBasis.self, into: sink)
    terms.source = word("source")
    if let node = sheet.optional("currency"), let text = node.word("currency", into: sink) {
      terms.currency = text
      if !isCurrency(text) { report("`\(text)` is not a currency", at: node.span, help: "CNY, USD") }
    }
    switch sheet.optional("tax").map({ ($0.word("tax", into: sink), $0.span) }) {
    case ("included"?, _)?: terms.taxIncluded = true
    case ("excluded"?, _)?: terms.taxIncluded = false
    case (let other?, let span)?:
      report("unknown tax `\(other)`", at: span, help: "one of `included`, `excluded`")
    case (nil, _)?, nil: break
    }
    terms.date = date(sheet, "date")
    terms.expires = date(sheet, "expires")
    for entry in sheet.optional("rates")?.mapping ?? [] {
      guard let text = entry.value.word("rate", into: sink) else { continue }
      guard isCurrency(entry.key), entry.key != "CNY", let money = try? Money("\(text) CNY"),
        Limits.exchangeRate.contains(money)
      else {
        report(
          "`\(entry.key): \(text)` is not a rate", at: entry.keySpan,
          help: "`USD: 7.12`, yuan a unit, \(Limits.exchangeRate.words)")
        continue
      }
      terms.rates.append(
        ExchangeRate(currency: entry.key, microYuan: money.microYuan, date: "", source: "given with the sheet"))
    }
    terms.shipping = amount(sheet, "shipping", in: Limits.shipping) ?? .zero
    terms.freeFrom = amount(sheet, "free-from", in: Limits.budget)
    terms.minimumOrder = amount(sheet, "minimum-order", in: Limits.budget)
    terms.shippingDays =
      sheet.optional("shipping-days")?.integer("shipping-days", in: Limits.shippingDays, into: sink) ?? 0
    terms.invoicePerMille = sheet.optional("invoice-percent")?.integer("invoice-percent", in: 0...100, into: sink)
      .map { $0 * 10 }
    return terms
  }

  private func amount(_ sheet: MappingReader, _ key: String, in range: ClosedRange<Money>) -> Money? {
    guard let node = sheet.optional(key), let text = node.word(key, into: sink) else { return nil }
    if let money = try? Money(text), range.contains(money) { return money }
    report("`\(text)` is not an amount \(range.words)", at: node.span, help: "`8 CNY`")
    return nil
  }

  private func date(_ sheet: MappingReader, _ key: String) -> LocalDate? {
    guard let node = sheet.optional(key), let text = node.word(key, into: sink) else { return nil }
    guard let date = LocalDate(text) else {
      report("`\(text)` is not a date", at: node.span, help: "`2026-11-20`")
      return nil
    }
    return date
  }

  private func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private func size(_ node: MarkedNode) -> Int? {
    let units = ["B": 1.0, "kB": 1e3, "MB": 1e6, "GB": 1e9]
    return measure(node, "size", units, "`50 MB`").map { Int($0) }
  }

  private func seconds(_ node: MarkedNode, _ key: String) -> Double? {
    measure(node, key, ["ms": 0.001, "s": 1, "min": 60, "h": 3_600, "d": 86_400], "`30 s`")
  }

  /// A number with one of the units.
  private func measure(
    _ node: MarkedNode, _ key: String, _ units: [String: Double], _ example: String
  ) -> Double? {
    guard let text = node.word(key, into: sink) else { return nil }
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Double(String(digits)), let factor = units[String(unit)], number >= 0, number * factor <= 1e12
    else {
      report("`\(key)` cannot be `\(text)`", at: node.span, help: "write it as \(example)")
      return nil
    }
    return number * factor
  }
}
