internal import Base
internal import Diagnostics
internal import Electronics
package import Phrases

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
  /// The same in Chinese.
  package var whyChinese: String
  package var cells: [Cell]

  /// The explanation of the line that has a reference, or that stands in a row (`row 12`); nil where there is none such.
  package init?(_ name: String, among matches: [LineMatch], words: HeaderWords) {
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
    whyChinese = match.reason.chinese
    cells = match.line.cells.map { Cell($0, words.vocabulary) }
  }

  /// For people: a line a cell, the words that were read under it.
  package func text(_ language: Language) -> String {
    let name = refs.isEmpty ? ImportPhrase.line(language) : LineReader.shortened(refs)
    let reason = language == .chinese ? whyChinese : why
    var lines = [
      visible(
        "\(name): \(ImportPhrase.graded(grade)(language))" + (part.map { ", \($0)" } ?? "") + ": \(reason)"
          + (language == .both && why != whyChinese ? " / \(whyChinese)" : ""))
    ]
    for cell in cells {
      let title = cell.column.isEmpty ? cell.cell : "\(cell.cell) (\(cell.column))"
      lines.append(visible("  \(title): `\(cell.text)`: " + Self.meaning(of: cell, language)))
      for word in cell.words {
        let said =
          switch word.state {
          case "read": word.read ?? "read"
          case "silent": ImportPhrase.silent(language)
          case "ignored": ImportPhrase.ignored(language)
          default: ImportPhrase.unread(language)
          }
        lines.append(visible("    `\(word.text)`: \(said)"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a cell as a whole is.
  private static func meaning(of cell: Cell, _ language: Language) -> String {
    guard let field = cell.field else { return ImportPhrase.columnIsNotRead(language) }
    return cell.words.isEmpty ? ImportPhrase.readAsAWhole(field)(language) : field
  }
}

extension LineExplanation.Cell {
  /// The words of a cell. A name of a drawing is read as a whole, so that what is understood of it is told here.
  private static func tokens(of account: CellAccount, _ vocabulary: LineWords) -> [CellToken] {
    guard account.field == .footprint, account.tokens.isEmpty else { return account.tokens }
    return FootprintWords.tokens(of: account.text, vocabulary)
  }

  init(_ account: CellAccount, _ vocabulary: LineWords) {
    self.init(
      cell: account.place, column: account.header, field: account.field?.rawValue, text: account.text,
      words: Self.tokens(of: account, vocabulary).map { token in
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
