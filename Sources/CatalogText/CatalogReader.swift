package import Diagnostics
internal import Electronics
internal import MarkedText

/// What was read from a catalog folder.
package struct CatalogReading: Sendable {
  /// Nil when there is any error: nothing half built.
  package var content: CatalogContent?
  /// File by file in the order of reading.
  package var diagnostics: [Diagnostic]
  /// The files' texts, for rendering the diagnostics.
  package var texts: [SourceText]

  package var hasErrors: Bool { content == nil }
}

/// Reads the files of a catalog folder. Every file is read to its end, whatever the others hold.
package final class CatalogReader {
  let sink = DiagnosticSink()
  private let files: [String: CatalogFile]
  private let prefix: String
  private(set) var texts: [SourceText] = []
  var names = CatalogNames()
  /// Kinds of names of which some may be missing because their file has errors.
  private(set) var incomplete: Set<String> = []

  private init(_ files: [CatalogFile], prefix: String) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.prefix = prefix
  }

  /// Reads `files`; messages name them with `prefix` before their path (`Catalog/`).
  package static func read(_ files: [CatalogFile], prefix: String = "") -> CatalogReading {
    let reader = CatalogReader(files, prefix: prefix)
    let content = reader.content()
    return CatalogReading(
      content: reader.sink.hasErrors ? nil : content, diagnostics: reader.sink.diagnostics, texts: reader.texts)
  }

  private func content() -> CatalogContent {
    var content = CatalogContent()
    content.sources = reading("source") { readSources() }
    content.attrition = reading("handling") { readAttrition() }
    content.rates = readRates()
    content.categories = reading("category", "family") { readCategories() }
    content.parts = reading("part") { paths(in: "parts/", suffix: ".csv").flatMap(readParts) }
    for path in paths(in: "designs/", suffix: ".yaml") {
      if let design = readDesign(path) { content.designs.append(design) }
    }
    let markets = Set(paths(in: "markets/", suffix: "").map { String($0.split(separator: "/")[1]) })
    for market in markets.sorted() {
      if let read = readMarket(market, parts: content.parts, categories: content.categories) {
        content.markets.append(read)
      }
    }
    return content
  }

  /// Reads files that give names of some kinds. Where they have errors, names are missing for reasons already told: what
  /// leads to one of these kinds, or to one read later that may rest on them, is not told again.
  private func reading<Content>(_ kinds: String..., from read: () -> Content) -> Content {
    let known = sink.diagnostics.count
    let content = read()
    if !incomplete.isEmpty || sink.diagnostics.count > known { incomplete.formUnion(kinds) }
    return content
  }

  private func paths(in folder: String, suffix: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(suffix) && $0.split(separator: "/").count > 1 }.sorted()
  }

  /// The text of a file; nil when there is none, which is a finding where it is required, or when it is no text.
  func text(_ path: String, isRequired: Bool = true) -> SourceText? {
    guard let file = files[path] else {
      if isRequired {
        let name = prefix + path
        sink.report(
          Diagnostic(
            CatalogCodes.missingFile, "there is no `\(name)`",
            at: SourceText(file: name, text: "").span(0..<0)))
      }
      return nil
    }
    do {
      let text = try TextReader.read(file.bytes, file: prefix + path, limit: CatalogFile.limit)
      texts.append(text)
      return text
    } catch {
      sink.report(error.diagnostic)
      return nil
    }
  }

  /// The rows of a CSV file; none where it is absent and not required.
  func rows(_ path: String, _ columns: [CSVReader.Column], isRequired: Bool = true) -> [CSVRow] {
    guard let text = text(path, isRequired: isRequired),
      var reader = CSVReader(text, columns: columns, into: sink)
    else { return [] }
    var rows: [CSVRow] = []
    while let row = reader.next() { rows.append(row) }
    return rows
  }

  /// Whether a CSV file has more than comments and a header.
  func hasRows(_ path: String) -> Bool {
    guard let bytes = files[path]?.bytes else { return false }
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }.filter { $0.first != UInt8(ascii: "#") }
    return lines.count > 1
  }

  /// The root mapping of a YAML file whose `schema` is the one given.
  func root(_ path: String, schema: String, isRequired: Bool = true) -> MappingReader? {
    guard let text = text(path, isRequired: isRequired), let node = YAMLReader.read(text, into: sink),
      let root = MappingReader(node, "file", into: sink)
    else { return nil }
    if let found = root.required("schema"), let word = found.word("schema", into: sink), word != schema {
      sink.report(
        Diagnostic(
          CatalogCodes.value, "unknown schema `\(word)`", at: found.span, helps: ["this file needs `\(schema)`"]))
    }
    return root
  }
}

/// The names that have been read so far, for references from one file to another.
struct CatalogNames {
  var sources: [String: SourceSpan] = [:]
  var handlings: [String: SourceSpan] = [:]
  var categories: [String: [String: ParameterDefinition]] = [:]
  var families: Set<String> = []
  var parts: [PartID: SourceSpan] = [:]
  var designs: [String: SourceSpan] = [:]
}
