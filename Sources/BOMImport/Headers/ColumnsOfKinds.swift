extension BOMHeader {
  /// The header with those columns as `kind` that have no other meaning and whose cells name kinds of parts, by whatever name they go:
  /// `器件`, `Part`. O(cells).
  func withColumnsOfKinds(in rows: [BOMRow]) -> BOMHeader {
    let known = Set(columns.values.joined()).union(variantColumns.map(\.column))
    var header = self
    for column in names.indices where !known.contains(column) {
      let texts = rows.lazy.compactMap { $0.cells.indices.contains(column) ? $0.cells[column].text : nil }
        .filter { !$0.isEmpty }
      let count = texts.count
      guard count > 0, texts.count(where: isKind) * 2 >= count else { continue }
      header.columns[.kind, default: []].append(column)
    }
    return header
  }

  /// Whether a text of one or two words names a kind of part: `Capacitor`, `贴片电容`, `CAP`.
  private func isKind(_ text: String) -> Bool {
    guard text.count <= 24, !text.contains(where: \.isNumber) else { return false }
    let words = FactWords.split(text)
    guard (1...2).contains(words.count), let first = words.first else { return false }
    return !vocabulary.kindNames(in: text).isEmpty || ComponentKind.byWholeWord[first.lowercased()] != nil
  }
}
