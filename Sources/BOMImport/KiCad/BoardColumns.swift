/// KiCad's board editor writes `Id;Designator;Package;Quantity;Designation;Supplier and ref;` in the user's language, so its
/// columns are told by what stands in them.
enum BoardColumns {
  private static let columns: [BOMField: [Int]] = [
    .item: [0], .refs: [1], .footprint: [2], .quantity: [3], .value: [4], .supplierNumber: [5],
  ]

  /// The header by place, where the rows have the shape and no word of the header says that a column is something else.
  static func header(_ header: BOMHeader, rows: [BOMRow]) -> BOMHeader? {
    let isFree = [BOMField.refs, .quantity].allSatisfy {
      header.columns[$0] == nil || header.columns[$0] == columns[$0]
    }
    guard isFree, (5...7).contains(header.names.count), fits(rows) else { return nil }
    return BOMHeader(row: header.row, names: header.names, columns: columns)
  }

  /// The first row as a header, where none of its words is known and the rows below have the shape.
  static func header(in table: BOMTable) -> BOMHeader? {
    guard let first = table.rows.first, (5...7).contains(first.cells.count), fits(Array(table.rows.dropFirst())) else {
      return nil
    }
    return BOMHeader(row: 0, names: first.cells.map(\.text), columns: columns)
  }

  /// Each row: its running number, references, a word, their count.
  private static func fits(_ rows: [BOMRow]) -> Bool {
    guard !rows.isEmpty else { return false }
    return rows.enumerated().allSatisfy { offset, row in
      guard row.cells.count >= 5, Int(row.cells[0].text) == offset + 1, let count = Int(row.cells[3].text) else {
        return false
      }
      return (try? ReferenceList(parsing: row.cells[1].text))?.references.count == count
    }
  }
}
