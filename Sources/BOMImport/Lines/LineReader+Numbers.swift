internal import Diagnostics
internal import Electronics

/// Cells of numbers that hold something else: another value, or a word for none.
extension LineReader {
  /// Takes what may stand in for the part. A piece that is a statement (`22k`, `0603`) and no number must agree with the line.
  mutating func readAlternates(of line: inout BOMLine, _ row: BOMRow) {
    for cell in cells(.alternate, in: row) {
      var words: [CellToken] = []
      for piece in PartNumbers(alternates: cell.text).numbers {
        let reader = cache.reader(piece, line.kind, .value)
        guard line.kind.valueParameter != nil, !reader.facts.isEmpty, reader.rest.isEmpty else {
          line.alternates.append(piece)
          words.append(CellToken(piece, .read("alternate")))
          continue
        }
        words += reader.tokens
        var facts = line.facts
        guard let other = facts.join(reader.facts).first(where: { !$0.isSettled }) else { continue }
        line.doubts.append(
          "the alternate `\(piece)` in \(name(of: cell)) is \(other.other), and the line says \(other.own)")
      }
      // What parts the pieces says nothing, and neither does `n/a`.
      keep(words.isEmpty ? [CellToken(cell.text, .ignored)] : words, of: cell)
    }
  }

  /// Takes a number of the shop that stands in a column of makers' numbers: `C25744` under `MPN`. One of four digits is that of a
  /// transistor as well.
  func takeOrderNumber(of line: inout BOMLine, _ row: BOMRow) {
    guard line.number.count >= 5, CellValues.orderNumbers(line.number) == [line.number.uppercased()] else { return }
    let letters = line.references.first?.prefix { $0.isLetter }.uppercased() ?? ""
    if line.number.count == 5, ["Q", "T", "D", ""].contains(letters) { return }
    line.orderNumbers.append(line.number.uppercased())
    line.number = line.alternates.isEmpty ? "" : line.alternates.removeFirst()
  }

  /// A word for nothing where a number or a value is expected: `n/a` and `?` are listed, `TBD` leaves the line to a person.
  mutating func settleBlankWords(of line: inout BOMLine, _ row: BOMRow) {
    for field in [BOMField.value, .footprint, .mpn, .orderNumber, .supplierNumber] {
      for cell in cells(field, in: row) {
        if CellValues.isOpen(cell.text) {
          replace([CellToken(cell.text, .ignored)], of: cell)
          line.doubts.append("`\(cell.text.trimmedBlanks)` in \(name(of: cell)) leaves open which part it is")
        } else if CellValues.isNothing(cell.text) {
          replace([CellToken(cell.text, .ignored)], of: cell)
          if Self.numberFields.contains(field) { blankWords[cell.column, default: []].append(cell) }
        }
      }
    }
  }

  private static let numberFields: [BOMField] = [.mpn, .orderNumber, .supplierNumber]

  /// One finding for each column of numbers in which words stand for none.
  func reportBlankWords() {
    for (column, cells) in blankWords.sorted(by: { $0.key < $1.key }) {
      let words = Set(cells.map(\.text.trimmedBlanks)).sorted().prefix(4).map { "`\($0)`" }.joined(separator: ", ")
      let rows = cells.count == 1 ? "row \(cells[0].span.start.line)" : "\(cells.count) rows"
      sink.report(
        Diagnostic(
          BOMCodes.columnMapping, "`\(header.names[column - 1])` has no number in \(rows): \(words)", severity: .note,
          at: cells[0].span))
    }
  }
}
