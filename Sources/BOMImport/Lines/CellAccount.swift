/// A word of a cell, and what became of it.
package struct CellToken: Sendable, Hashable {
  /// What became of a word.
  package enum Reading: Sendable, Hashable {
    /// It is part of what the line asks for: `resistance 10 kΩ`, `not fitted`, `number`.
    case read(String)
    /// It says nothing about the part: a unit's name by itself, a library, `SMD`. Such words are data:
    /// `Catalog/bom/words.yaml`.
    case silent
    /// Nothing follows from it, though it may mean something: a rating of a part that only its number tells. It is listed.
    case ignored
    /// Nothing is known of it.
    case unread
  }

  /// As written.
  package var text: String
  package var reading: Reading

  package init(_ text: String, _ reading: Reading) {
    self.text = text
    self.reading = reading
  }
}

/// A cell of a line, with the account of its words.
package struct CellAccount: Sendable, Hashable {
  /// What its column means; nil for a column that is not read.
  package var field: BOMField?
  /// The column's name as the file has it; empty where it has none.
  package var header: String
  package var text: String
  /// The line of the file, or the row of a spreadsheet, from 1.
  package var row: Int
  /// From 1.
  package var column: Int
  /// Whether the cell is named like a spreadsheet's, `B5`; else by its line.
  package var isNamedByColumn: Bool
  /// In the order of the cell; empty where the cell is read as a whole, as its field says.
  package var tokens: [CellToken] = []

  /// `B5`, or `line 120` of a schematic.
  package var place: String { isNamedByColumn ? "\(columnLetters(column))\(row)" : "line \(row)" }

  /// `B5 (Value)`.
  package var name: String { header.isEmpty ? place : "\(place) (\(header))" }

  /// The words of which nothing is known, where the cell is one that must be understood wholly.
  package var unread: [String] {
    guard field?.isRequirement == true else { return [] }
    return tokens.filter { $0.reading == .unread }.map(\.text)
  }
}

extension CellAccount {
  /// The words from which nothing follows, and which are only listed.
  package var ignored: [String] {
    tokens.filter { $0.reading == .ignored || $0.reading == .unread && field?.isRequirement == false }.map(\.text)
  }
}

extension BOMField {
  /// Whether cells of the field say what must be bought, so that a word in them that is not understood leaves the line
  /// uncertain. Descriptions and notes are prose: what is understood in them counts, the rest is only listed.
  package var isRequirement: Bool {
    switch self {
    case .refs, .quantity, .value, .footprint, .mpn, .alternate, .orderNumber, .supplierNumber, .dnp, .fitted,
      .excluded,
      .config, .variant, .tolerance, .voltage, .power, .current, .dielectric, .feature, .attrition, .level, .optional,
      .multiple:
      true
    case .maker, .supplier, .description, .kind, .note, .status, .price, .datasheet, .item, .positionX, .positionY,
      .rotation,
      .side:
      false
    }
  }
}

extension BOMLine {
  /// A word that must be understood and is not, with its cell.
  package struct Unread: Sendable, Hashable {
    package var cell: CellAccount
    package var text: String
  }

  /// Every word of the line that must be understood and is not, in the order of the file.
  package var unread: [Unread] {
    cells.flatMap { cell in cell.unread.map { Unread(cell: cell, text: $0) } }
  }
}
