/// What the words of a distributor's list mean: its kinds of parts as categories of ours, its Chinese words for packages in
/// English. Two small tables that users may extend: `Catalog/lists/categories.csv` and `Catalog/lists/packages.csv`.
package struct ListVocabulary: Sendable {
  /// The category of parts of a kind that no row names.
  package static let other = "other"

  private var categories: [String: String] = [:]
  private var packages: [(chinese: String, english: String)] = []

  /// Reads the two tables, each a CSV with a header of two columns; lines that start with `#` are comments.
  ///
  /// - Parameters:
  ///   - categories: `kind,category`, the kind as the list words it, letters' case aside.
  ///   - packages: `chinese,english`.
  ///   - known: ids of the catalog's categories.
  package init(categories: [UInt8], packages: [UInt8], known: Set<String>) throws(SheetError) {
    try ListVocabulary.forEachRow(of: categories, header: ["kind", "category"]) { line, kind, category in
      guard known.contains(category) || category == ListVocabulary.other else {
        return RowFault(line: line, column: "category", value: category, expected: "a category of the catalog")
      }
      self.categories[kind.lowercased()] = category
      return nil
    }
    try ListVocabulary.forEachRow(of: packages, header: ["chinese", "english"]) { _, chinese, english in
      self.packages.append((chinese, english))
      return nil
    }
    // The longest first, so that 弯插 is not read as a kind of 插.
    self.packages.sort { ($1.chinese.count, $0.chinese) < ($0.chinese.count, $1.chinese) }
  }

  /// The category that the table has for a kind; nil where it has none.
  func category(of kind: String) -> String? { categories[kind.lowercased()] }

  /// A package's name with its Chinese words in English.
  struct Package {
    var text: String
    var wasChinese: Bool
    /// Whether any Chinese is left.
    var isChinese: Bool
  }

  /// O(words of the table × characters).
  func package(_ text: String) -> Package {
    guard hasHan(text) else { return Package(text: text.isEmpty ? "-" : text, wasChinese: false, isChinese: false) }
    var translated = text
    for (chinese, english) in packages where translated.contains(chinese) {
      translated = translated.split(separator: chinese, omittingEmptySubsequences: false).joined(separator: english)
    }
    return Package(text: translated, wasChinese: true, isChinese: hasHan(translated))
  }

  private func hasHan(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0xE3 } && text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  private static func forEachRow(
    of bytes: [UInt8], header: [String], _ body: (Int, String, String) -> RowFault?
  ) throws(SheetError) {
    var reader = RecordReader(MemoryFeed(bytes))
    var isHeader = true
    while try reader.next() {
      if reader.text(0).hasPrefix("#") { continue }
      if isHeader {
        guard reader.texts == header else { throw .unknownHeader(found: reader.texts, missing: header) }
        isHeader = false
      } else if reader.count != 2 {
        let fault = RowFault(
          line: reader.line, column: "", value: "\(reader.count) cells", expected: "\(header.count) cells")
        throw .badRows([fault], count: 1)
      } else if let fault = body(reader.line, reader.text(0), reader.text(1)) {
        throw .badRows([fault], count: 1)
      }
    }
  }
}
