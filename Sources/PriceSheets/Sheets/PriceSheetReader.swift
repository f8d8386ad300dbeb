package import Electronics
internal import Market

/// How many rows of a sheet were read, and of how many something is odd.
package struct SheetCounts: Sendable, Hashable {
  package var rows = 0
  package var oddities: [SheetOddity: Int] = [:]
  /// Rows that cannot be used.
  package var faults = 0

  package init() {}
}

/// Reads a price sheet of any known shape, row by row.
///
/// Every row is either taken, with what is odd about it named, or is a fault; none is passed over in silence. Memory is one
/// row, and for a distributor's whole list the numbers of earlier ones. O(bytes).
package struct PriceSheetReader<Feed: ByteFeed> {
  private enum Source {
    case cells(CellSheetReader<Feed>)
    case list(PartListReader<Feed>)
    case lines(JSONLinesReader<Feed>)
    /// While the reader reads: what it keeps of earlier rows would be copied with each row if it stood here too.
    case reading
  }

  private var source: Source
  private let defaults: SheetDefaults
  private var waiting: [SheetRow] = []
  package private(set) var counts = SheetCounts()
  /// The first faults, at most twenty.
  package private(set) var faults: [RowFault] = []

  /// Reads the header.
  ///
  /// - Parameter packages: names of packages for a distributor's whole list.
  package init(
    _ feed: Feed, shape: SheetShape, defaults: SheetDefaults, packages: ListVocabulary, categories: [PartCategory]
  ) throws(SheetError) {
    self.defaults = defaults
    switch shape.format {
    case .own, .lcscFirst, .lcscSecond:
      source = .cells(try CellSheetReader(feed, shape: shape))
    case .partList:
      source = .list(try PartListReader(feed, vocabulary: packages, categories: categories, readsParts: false))
    case .jsonLines:
      source = .lines(JSONLinesReader(feed))
    }
  }

  /// See `ByteFeed.fraction`.
  package var fraction: Double {
    switch source {
    case .cells(let reader): reader.fraction
    case .list(let reader): reader.fraction
    case .lines(let reader): reader.fraction
    case .reading: 0
    }
  }

  /// Columns of the file that mean nothing here.
  package var ignoredColumns: [String] {
    if case .cells(let reader) = source { return reader.ignoredColumns }
    return []
  }

  /// The next usable row; nil at the end. Faulty rows are counted and passed over, for the caller to refuse the sheet.
  package mutating func next() throws(SheetError) -> SheetRow? {
    while waiting.isEmpty {
      guard let rows = try readRows() else { return nil }
      for row in rows.reversed() {
        do throws(UnusableRow) {
          let row = try row.get()
          for oddity in row.oddities { counts.oddities[oddity, default: 0] += 1 }
          waiting.append(row)
        } catch {
          refuse(error.fault)
        }
      }
    }
    return waiting.removeLast()
  }

  private mutating func refuse(_ fault: RowFault) {
    counts.faults += 1
    if faults.count < 20 { faults.append(fault) }
  }

  /// The rows of the next record; nil at the end.
  private mutating func readRows() throws(SheetError) -> [Result<SheetRow, UnusableRow>]? {
    switch source {
    case .cells(var reader):
      source = .reading
      let cells = try reader.next()
      source = .cells(reader)
      if reader.trailers > 0 { counts.oddities[.trailer] = reader.trailers }
      guard let cells else { return nil }
      counts.rows += 1
      return [result(of: cells)]
    case .lines(var reader):
      source = .reading
      let cells = try reader.next()
      source = .lines(reader)
      guard let cells else { return nil }
      counts.rows += max(1, cells.count)
      return cells.map { result(of: $0) }
    case .list(var reader):
      source = .reading
      let row = try reader.next()
      source = .list(reader)
      counts.rows = reader.counts.rows
      counts.faults = reader.counts.faults
      faults = reader.faults
      guard let row else { return nil }
      return self.row(of: row, line: reader.line).map { [.success($0)] } ?? []
    case .reading: return nil
    }
  }

  private func result(of cells: Result<SheetCells, UnusableRow>) -> Result<SheetRow, UnusableRow> {
    do throws(UnusableRow) {
      return .success(try cells.get().row(defaults))
    } catch {
      return .failure(error)
    }
  }

  /// A row of a distributor's whole list; nil, and counted, where it has no price.
  private mutating func row(of listed: ListedRow, line: Int) -> SheetRow? {
    guard let first = listed.breaks.first else {
      counts.oddities[.noPrice, default: 0] += 1
      return nil
    }
    var oddities: Set<SheetOddity> = []
    for (oddity, counted) in [
      (ListedRow.Oddity.repeatedPrice, SheetOddity.repeatedPrice), (.risingPrice, .risingPrice),
      (.chinesePackage, .chinesePackage), (.unknownChinesePackage, .unknownChinesePackage), (.noMaker, .noMaker),
    ] where listed.oddities.contains(oddity) {
      oddities.insert(counted)
    }
    if listed.stock == 0 { oddities.insert(.soldOut) }
    if defaults.taxIncluded == nil { oddities.insert(.noTax) }
    return SheetRow(
      line: line, orderNumber: listed.orderNumber, maker: listed.id.maker, mpn: listed.id.mpn, market: "",
      stall: defaults.stall ?? "", condition: defaults.condition ?? .original, breaks: listed.breaks,
      isOneBreak: false, minimum: first.from, multiple: 1, packing: nil, stock: listed.stock,
      currency: defaults.currency ?? "USD",
      taxIncluded: defaults.taxIncluded ?? false, runnerMinutes: 0, dateCode: nil, seen: defaults.seen ?? "",
      basis: defaults.basis ?? .quoted, expires: defaults.expires, source: defaults.source, oddities: oddities)
  }
}
