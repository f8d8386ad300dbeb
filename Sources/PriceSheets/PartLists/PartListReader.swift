package import Electronics

/// Reads the part list of a distributor, row by row: CSV with the columns of `PartListReader.columns`, as public
/// extracts of the lists behind LCSC's shop and its assembly service have them.
///
/// Every row is either taken, with what is odd about it named, or is a fault; none is passed over. Memory is one row and
/// the numbers of earlier ones. O(bytes).
package struct PartListReader<Feed: ByteFeed> {
  private var reader: RecordReader<Feed>
  private let places: [Int]
  private let width: Int
  private let vocabulary: ListVocabulary
  private var values: [String: DescriptionValues]
  private let readsParts: Bool
  private var packages = WordMemo<ListVocabulary.Package>()
  private var kinds = WordMemo<String?>()
  /// Order numbers so far; nearly all are `C` and a number, kept as that number.
  private var seen = OrderNumbers()
  package private(set) var counts = PartListCounts()
  /// The first faults, at most twenty.
  package private(set) var faults: [RowFault] = []

  /// Reads the header.
  ///
  /// - Parameter readsParts: whether rows are read as parts; else only numbers, makers, prices and stock, and what is odd about them.
  package init(
    _ feed: Feed, vocabulary: ListVocabulary, categories: [PartCategory], readsParts: Bool = true
  ) throws(SheetError) {
    self.readsParts = readsParts
    reader = RecordReader(feed)
    guard try reader.next() else { throw .empty }
    let header = reader.texts
    if let first = header.first, let kind = foreignKind(first) { throw .wrongKind(found: kind) }
    let missing = PartListColumns.all.filter { !header.contains($0) }
    guard missing.isEmpty else { throw .unknownHeader(found: header, missing: missing) }
    places = PartListColumns.all.map { header.firstIndex(of: $0) ?? 0 }
    width = header.count
    self.vocabulary = vocabulary
    values = [:]
    for category in categories where readsParts && values[category.id] == nil {
      if let reading = DescriptionValues(category) { values[category.id] = reading }
    }
  }

  /// See `ByteFeed.fraction`.
  package var fraction: Double { reader.fraction }

  /// The line of the row read last, from 1.
  package var line: Int { reader.line }

  /// The next usable row; nil at the end. Faulty rows are counted and passed over, for the caller to refuse the list.
  package mutating func next() throws(SheetError) -> ListedRow? {
    while try reader.next() {
      counts.rows += 1
      switch row() {
      case .success(let row):
        for oddity in row.oddities { counts.oddities[oddity, default: 0] += 1 }
        return row
      case .failure(let fault):
        counts.faults += 1
        if faults.count < 20 { faults.append(fault.fault) }
      }
    }
    return nil
  }

  private struct Unusable: Error {
    var fault: RowFault
  }

  private func cell(_ column: PartListColumns) -> String { reader.text(places[column.rawValue]) }

  private func fault(_ column: PartListColumns, _ value: String, _ expected: String) -> Unusable {
    Unusable(fault: RowFault(line: reader.line, column: column.name, value: value, expected: expected))
  }

  private mutating func row() -> Result<ListedRow, Unusable> {
    guard reader.count == width else {
      let fault = RowFault(
        line: reader.line, column: "", value: "the row has \(reader.count) cells",
        expected: "\(width), as the header has")
      return .failure(Unusable(fault: fault))
    }
    let number = cell(.lcsc)
    guard !number.isEmpty else { return .failure(fault(.lcsc, number, "an order number")) }
    guard seen.insert(number) else {
      return .failure(fault(.lcsc, number, "an order number that no earlier row has"))
    }
    let mpn = cell(.mpn)
    guard !mpn.isEmpty else { return .failure(fault(.mpn, mpn, "a maker's part number")) }
    let stockText = cell(.stock)
    guard let stock = Int(stockText), stock >= 0 else {
      return .failure(fault(.stock, stockText, "a whole number of pieces"))
    }
    var oddities: Set<ListedRow.Oddity> = []
    let priceText = cell(.prices)
    var breaks: [ListedBreak] = []
    if priceText.isEmpty {
      oddities.insert(.noPrice)
    } else {
      guard let reading = BreakText.read(priceText) else {
        return .failure(fault(.prices, priceText, "bands such as `1-9:0.12;10-:0.1` with positive prices"))
      }
      breaks = reading.breaks
      if reading.hasRepeatedPrice { oddities.insert(.repeatedPrice) }
      if reading.hasRisingPrice { oddities.insert(.risingPrice) }
    }
    var maker = cell(.manufacturer)
    if maker.isEmpty {
      maker = "-"
      oddities.insert(.noMaker)
    }
    let rawPackage = cell(.package)
    let vocabulary = vocabulary
    let package = packages.value(of: rawPackage) { vocabulary.package(rawPackage) }
    if package.wasChinese { oddities.insert(package.isChinese ? .unknownChinesePackage : .chinesePackage) }
    guard readsParts else {
      return .success(
        ListedRow(
          orderNumber: number, id: PartID(maker: maker, mpn: mpn), category: ListVocabulary.other, listCategory: "",
          package: "", parameters: [:], description: "", library: "", stock: stock, breaks: breaks, datasheet: "",
          oddities: oddities))
    }
    let description = cell(.description)
    let subcategory = cell(.subcategory)
    let known =
      category(of: subcategory[...]) ?? category(of: PartListReader.kind(in: description, behind: rawPackage))
    if known == nil { oddities.insert(.otherCategory) }
    let category = known ?? ListVocabulary.other
    return .success(
      ListedRow(
        orderNumber: number, id: PartID(maker: maker, mpn: mpn), category: category,
        listCategory: "\(cell(.category)) / \(subcategory)", package: package.text,
        parameters: values[category]?.read(description) ?? [:],
        description: description, library: cell(.library), stock: stock, breaks: breaks, datasheet: cell(.datasheet),
        oddities: oddities))
  }

  private mutating func category(of kind: Substring) -> String? {
    let vocabulary = vocabulary
    return kinds.value(of: kind) { vocabulary.category(of: String(kind)) }
  }

  /// Descriptions end with the package, the kind of part and `ROHS`; that kind is the newer word where a shelf such as
  /// `Global Sourcing Parts` says nothing. Bytes are compared, for the package stands as the row has it.
  private static func kind(in description: String, behind package: String) -> Substring {
    let (ending, package) = (" ROHS".utf8, package.utf8)
    var text = Substring(description).utf8
    if text.count >= ending.count, text.suffix(ending.count).elementsEqual(ending) {
      text = text.dropLast(ending.count)
    }
    guard let first = package.first, text.count > package.count else { return "" }
    var start = text.index(text.endIndex, offsetBy: -package.count - 1)
    while true {
      let end = text.index(start, offsetBy: package.count)
      if text[start] == first, text[end] == UInt8(ascii: " "), text[start..<end].elementsEqual(package) {
        return Substring(text[text.index(after: end)...])
      }
      if start == text.startIndex { return "" }
      start = text.index(before: start)
    }
  }
}

/// How many rows of a part list were read, and of how many something is odd.
package struct PartListCounts: Sendable, Hashable {
  package var rows = 0
  package var oddities: [ListedRow.Oddity: Int] = [:]
  /// Rows that cannot be used.
  package var faults = 0

  package init() {}
}

/// The columns of a part list.
package enum PartListColumns: Int, Sendable, CaseIterable {
  case lcsc, mpn, manufacturer, category, subcategory, package, library, stock, prices, description, datasheet

  var name: String {
    switch self {
    case .library: "library_type"
    case .prices: "price_breaks_usd"
    default: "\(self)"
    }
  }

  static let all = allCases.map(\.name)
}

/// A set of order numbers in little memory.
private struct OrderNumbers {
  private var numbers: Set<UInt32> = []
  private var others: Set<String> = []

  /// Whether `text` is new.
  mutating func insert(_ text: String) -> Bool {
    if text.hasPrefix("C"), !text.hasPrefix("C0"), let number = UInt32(text.dropFirst()) {
      return numbers.insert(number).inserted
    }
    return others.insert(text).inserted
  }
}

/// What a file is that begins with `text` and is no table; nil for anything that may be one.
func foreignKind(_ text: String) -> String? {
  let start = text.drop { $0.isWhitespace }.prefix(16).lowercased()
  if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<head") { return "a web page" }
  if start.hasPrefix("<?xml") { return "an XML file" }
  if start.hasPrefix("%pdf") { return "a PDF file" }
  if start.hasPrefix("pk\u{3}\u{4}") { return "a ZIP archive (or a spreadsheet in one)" }
  if text.unicodeScalars.prefix(64).contains(where: { $0.value == 0 }) { return "a binary file" }
  return nil
}
