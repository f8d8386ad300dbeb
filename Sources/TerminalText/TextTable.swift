/// Columns that align on a terminal, wide characters counted as two cells.
///
/// A row may have fewer cells than there are columns; a left-aligned cell that ends such a row early may stick out over what
/// stands to its right in other rows.
package struct TextTable {
  package enum Alignment { case left, right }

  struct Column {
    var title: String
    var alignment: Alignment
    /// Cells at most; longer text is cut with `…`. Nil takes what the widest cell needs.
    var limit: Int?
  }

  var columns: [Column]
  package var rows: [[String]] = []
  var indent = 0

  /// Columns with these titles, which may all be missing; the alignment of those beyond `alignment` is left.
  package init(_ titles: [String], alignment: [Alignment] = []) {
    columns = (0..<max(titles.count, alignment.count)).map { place in
      Column(
        title: place < titles.count ? titles[place] : "", alignment: place < alignment.count ? alignment[place] : .left,
        limit: nil)
    }
  }

  /// Adds a row, and columns without a title where it has more cells than there are.
  package mutating func add(_ row: [String]) {
    while columns.count < row.count { columns.append(Column(title: "", alignment: .left, limit: nil)) }
    rows.append(row)
  }

  /// The lines, each with its break; titles first where there are any.
  package var text: String {
    lines(showsTitles: columns.contains { !$0.title.isEmpty }).map { $0 + "\n" }.joined()
  }

  init(_ columns: [Column], indent: Int = 0) {
    self.columns = columns
    self.indent = indent
  }

  /// Title row, then the rows; no line ends in spaces. O(cells).
  ///
  /// - Parameter cells: what a line may take. A table that needs more stacks the languages of its titles; then its widest columns
  ///   of words are cut, and numbers never.
  func lines(showsTitles: Bool = true, within cells: Int? = nil) -> [String] {
    var titles = showsTitles ? [columns.map(\.title)] : []
    var widths = self.widths(of: titles + rows)
    if let cells, excess(of: widths, over: cells) > 0 {
      if showsTitles {
        let parts = columns.map { $0.title.split(separator: " / ").map(String.init) }
        let height = parts.map(\.count).max() ?? 1
        titles = (0..<height).map { row in parts.map { row < $0.count ? $0[row] : "" } }
        widths = self.widths(of: titles + rows)
      }
      while excess(of: widths, over: cells) > 0,
        let widest = columns.indices.filter({ columns[$0].alignment == .left && widths[$0] > 10 }).max(by: {
          widths[$0] < widths[$1]
        })
      {
        widths[widest] -= 1
      }
    }
    return (titles + rows).map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let sticksOut = column == row.count - 1 && row.count < columns.count && columns[column].alignment == .left
        let text = sticksOut ? cell : cell.cut(toCells: widths[column])
        let padding = String(repeating: " ", count: max(0, widths[column] - text.cellWidth))
        line += columns[column].alignment == .left ? text + padding : padding + text
        if column < row.count - 1 { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private func widths(of rows: [[String]]) -> [Int] {
    columns.indices.map { column in
      let widest =
        rows.map { row in
          let sticksOut = column == row.count - 1 && row.count < columns.count && columns[column].alignment == .left
          return column < row.count && !sticksOut ? row[column].cellWidth : 0
        }.max() ?? 0
      return min(widest, columns[column].limit ?? widest)
    }
  }

  private func excess(of widths: [Int], over cells: Int) -> Int {
    indent + widths.reduce(0, +) + 2 * (widths.count - 1) - cells
  }

  /// Breaks the last column's texts into lines, so that no line of the table takes more than `cells`.
  mutating func wrapLastColumn(within cells: Int) {
    let last = columns.count - 1
    let before = self.widths(of: rows).dropLast().reduce(indent) { $0 + $1 + 2 }
    rows = rows.flatMap { row -> [[String]] in
      let parts = row[last].wrapped(toCells: max(16, cells - before))
      guard parts.count > 1 else { return [row] }
      return parts.enumerated().map { index, part in
        (index == 0 ? Array(row.dropLast()) : Array(repeating: "", count: last)) + [part]
      }
    }
  }
}

extension String {
  /// The text, cut with `…` so that it takes at most `cells` cells.
  func cut(toCells cells: Int) -> String {
    guard cellWidth > cells else { return self }
    var result = ""
    var width = 0
    var isColoured = false
    var isEscape = false
    for character in self {
      if character == "\u{1B}" { (isEscape, isColoured) = (true, true) }
      if isEscape {
        result.append(character)
        if character == "m" { isEscape = false }
        continue
      }
      let next = String(character).cellWidth
      guard width + next + 1 <= cells else { break }
      result.append(character)
      width += next
    }
    return result + "…" + (isColoured ? "\u{1B}[0m" : "")
  }

  /// The text broken at spaces into lines of at most `cells` cells; between wide characters it may break anywhere but before
  /// closing signs and behind opening ones.
  func wrapped(toCells cells: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    var word = ""
    func flush(_ word: String) {
      let wordWidth = word.cellWidth
      if width + wordWidth > cells, !line.isEmpty {
        while line.last == " " { line.removeLast() }
        lines.append(line)
        line = ""
        width = 0
      }
      line += line.isEmpty && word == " " ? "" : word
      width = line.cellWidth
    }
    for character in self {
      let isWide = String(character).cellWidth == 2
      let joins =
        character.isClosingSign || word.last.map { $0.isOpeningSign || !isWide && String($0).cellWidth < 2 } ?? true
      if character == " " || !joins {
        if !word.isEmpty { flush(word) }
        word = ""
      }
      if character == " " { flush(" ") } else { word.append(character) }
    }
    if !word.isEmpty { flush(word) }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}

extension Character {
  /// Signs that no line of Chinese starts with.
  fileprivate var isClosingSign: Bool { "，。；：！？、）」』》】％”’".contains(self) }

  /// Signs that no line of Chinese ends with.
  fileprivate var isOpeningSign: Bool { "（「『《【“‘".contains(self) }
}
