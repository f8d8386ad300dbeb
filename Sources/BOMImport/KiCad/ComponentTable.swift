internal import Diagnostics

/// Components with named fields as a table, one row each, so that schematics and netlists are read like any BOM.
struct ComponentTable {
  private struct Component {
    var fields: [String: String]
    var line: Int
    var file: String
    var doubt: String?
  }

  private var names: [String] = []
  private var known: Set<String> = []
  private var components: [Component] = []

  /// Adds a component. Blank fields count as absent. `doubt` is what must be looked at before the part is bought.
  mutating func add(_ fields: [(name: String, value: String)], line: Int, file: String, doubt: String? = nil) {
    var own: [String: String] = [:]
    for (name, value) in fields where !value.isEmpty && value != "~" {
      if known.insert(name).inserted { names.append(name) }
      own[name] = own[name] ?? value
    }
    components.append(Component(fields: own, line: line, file: file, doubt: doubt))
  }

  /// A header row, then a row a component; row numbers are lines of the file.
  func table(variants: Set<String>) -> BOMTable {
    let header = names.enumerated().map { column, name in
      BOMCell(name, at: .cell(row: 1, column: 1, of: components.first?.file ?? ""), column: column + 1)
    }
    let rows = components.map { component in
      var row = BOMRow(
        number: component.line,
        cells: names.enumerated().map { column, name in
          BOMCell(
            component.fields[name]?.trimmedBlanks ?? "", at: .cell(row: component.line, column: 1, of: component.file),
            column: column + 1)
        })
      row.doubt = component.doubt
      return row
    }
    return BOMTable(rows: [BOMRow(number: 0, cells: header)] + rows, variants: variants)
  }
}
