internal import Electronics

/// What a row below the header is.
enum RowRole: Sendable, Hashable {
  /// It may name a part.
  case part
  /// The header again, as scripts print it for each section or page.
  case header
  /// The header of another table below.
  case otherHeader
  /// A comment or a mark of the tool (`.END`): of no interest to anyone.
  case silent
  /// A title over the rows below; with the words by which these are not fitted, or by which it leaves that open, where it says so.
  case heading(unfitted: String? = nil, open: String? = nil)
  /// A total, or a fact about the file: `Component Count: 14`.
  case trailer
}

/// Tells rows of parts from headings, totals and trailers.
struct RowRoles {
  let header: BOMHeader

  /// O(cells).
  func role(of row: BOMRow) -> RowRole {
    let filled = row.cells.filter { !$0.text.isEmpty }
    guard let first = filled.first else { return .silent }
    if header.isRepeated(by: row) { return .header }
    if header.isFollowed(by: row) { return .otherHeader }
    let isAlone = filled.count == 1 || filled.count > 2 && filled.allSatisfy { $0.text == first.text }
    if isAlone, isSilent(first.text) { return .silent }
    if isAlone, let heading = heading(first) { return heading }
    if isTotal(row, first) || isLabelled(row, first, filled) { return .trailer }
    return .part
  }

  private func isSilent(_ text: String) -> Bool {
    text.hasPrefix("#") || text.hasPrefix(".") && text.dropFirst().allSatisfy { $0.isLetter && $0.isUppercase }
      || text.allSatisfy { "-=_*+~# ".contains($0) }
  }

  /// A row of one cell that is neither a reference nor a name of a part.
  private func heading(_ cell: BOMCell) -> RowRole? {
    let text = cell.text
    if FittingMarks.saysUnfitted(text) { return .heading(unfitted: text) }
    let isReference = header.columns[.refs]?.contains(cell.column - 1) ?? false
    let list = isReference ? try? ReferenceList(parsing: text) : nil
    if let references = list?.references, !references.isEmpty, references.allSatisfy({ $0.contains(where: \.isDigit) })
    {
      return nil
    }
    if let mark = FittingMarks.mark(within: text), !header.isCell(cell, of: [.value, .description]) || text.count > 24 {
      return .heading(unfitted: mark)
    }
    // `Optional parts`, `备选料`
    let open = header.vocabulary.openMark(in: text, of: .heading)
    if ListWords.isLabel(text) { return .heading(open: open) }
    // A word alone names no part, even where it could be a reference: `Mechanical`.
    if isReference { return .heading(open: open) }
    // A word under another column, where references are told in a column of their own: `Resistors`.
    return header.has(.refs) && !text.contains(where: \.isDigit) && !header.isCell(cell, of: [.mpn, .orderNumber])
      ? .heading(open: open) : nil
  }

  /// Whether a row sums up others: it starts with a word for that, and no cell names a part.
  private func isTotal(_ row: BOMRow, _ first: BOMCell) -> Bool {
    return ListWords.isSum(first.text) && !namesPart(row) && !hasReferences(row, besides: first)
  }

  /// Whether a row is a label and what it labels: `Schematic:`, `demo`.
  private func isLabelled(_ row: BOMRow, _ first: BOMCell, _ filled: [BOMCell]) -> Bool {
    ListWords.isLabel(first.text) && filled.count <= 3 && !namesPart(row) && !hasReferences(row, besides: first)
  }

  private func namesPart(_ row: BOMRow) -> Bool {
    [BOMField.mpn, .orderNumber, .footprint].contains { field in
      header.columns[field]?.contains { row.cells.indices.contains($0) && !row.cells[$0].text.isEmpty } ?? false
    }
  }

  private func hasReferences(_ row: BOMRow, besides first: BOMCell) -> Bool {
    header.columns[.refs]?.contains { column in
      guard row.cells.indices.contains(column), column != first.column - 1 else { return false }
      return (try? ReferenceList(parsing: row.cells[column].text))?.references.isEmpty == false
    } ?? false
  }
}
