internal import Diagnostics
internal import Electronics

/// What was read from each cell of a line, and which part follows: `import --explain R1`.
package struct LineExplanation: Encodable, Sendable {
  package struct Cell: Encodable, Sendable {
    package var cell: String
    package var column: String
    /// Null for a column that is not read.
    package var field: String?
    package var text: String
    package var words: [Word]
  }

  package struct Word: Encodable, Sendable {
    package var text: String
    /// `resistance 10 kΩ`; null where nothing was read.
    package var read: String?
    /// `read`, `silent`, `ignored` or `unread`.
    package var state: String
  }

  package var refs: [String]
  package var grade: String
  package var part: String?
  package var why: String
  package var cells: [Cell]

  /// The explanation of the line that has a reference, or that stands in a row (`row 12`); nil where there is none such.
  package init?(_ name: String, among matches: [LineMatch]) {
    let wanted = name.trimmedBlanks
    let row = Int(wanted.lowercased().hasPrefix("row ") ? wanted.dropFirst(4).trimmedBlanks : wanted)
    guard
      let match = matches.first(where: { $0.line.references.contains(wanted) })
        ?? matches.first(where: { $0.line.references.contains { $0.caseInsensitiveEquals(wanted) } })
        ?? matches.first(where: { row.map($0.line.rows.contains) == true })
    else { return nil }
    refs = match.line.references
    grade = match.line.isFitted ? match.grade.rawValue : "not fitted"
    part = match.part.map { "\($0.id.mpn) of \($0.id.maker)" }
    why = match.why
    cells = match.line.cells.map(Cell.init)
  }

  /// For people: a line a cell, the words that were read under it.
  package var text: String {
    var lines = [
      visible(
        "\(refs.isEmpty ? "line" : LineReader.shortened(refs)): \(grade)" + (part.map { ", \($0)" } ?? "") + ": \(why)")
    ]
    for cell in cells {
      let title = cell.column.isEmpty ? cell.cell : "\(cell.cell) (\(cell.column))"
      lines.append(visible("  \(title): `\(cell.text)`" + Self.meaning(of: cell)))
      for word in cell.words {
        let said =
          switch word.state {
          case "read": word.read ?? "read"
          case "silent": "says nothing about the part"
          case "ignored": "nothing follows from it"
          default: "not understood"
          }
        lines.append(visible("    `\(word.text)`: \(said)"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a cell as a whole is.
  private static func meaning(of cell: Cell) -> String {
    guard let field = cell.field else { return ": the column is not read" }
    return cell.words.isEmpty ? ": read as a whole, \(field)" : ": \(field)"
  }
}

extension LineExplanation.Cell {
  init(_ account: CellAccount) {
    self.init(
      cell: account.place, column: account.header, field: account.field?.rawValue, text: account.text,
      words: account.tokens.map { token in
        switch token.reading {
        case .read(let fact): .init(text: token.text, read: fact, state: "read")
        case .silent: .init(text: token.text, read: nil, state: "silent")
        case .ignored: .init(text: token.text, read: nil, state: "ignored")
        case .unread:
          .init(text: token.text, read: nil, state: account.field?.isRequirement == true ? "unread" : "ignored")
        }
      })
  }
}
