internal import Diagnostics

/// Components with named fields as a table, one row each, so that schematics and netlists are read like any BOM.
struct ComponentTable {
  /// Words in the names of symbols by which a part is no plain resistor, capacitor, diode or transistor, whatever letter it stands under.
  private static let tellingWords: Set<String> = [
    "thermistor", "ntc", "ptc", "potentiometer", "rheostat", "photo", "ldr", "pack", "network", "varistor", "trim",
    "trimmer", "variable", "npn", "pnp", "nmos", "pmos", "zener", "tvs", "bridge", "polyfuse",
  ]

  /// The field of a symbol's name in its library where it tells what the letter of the reference does not: `R_Potentiometer`. Other
  /// names only say how a part is drawn.
  static func symbolField(of name: String) -> [(name: String, value: String)] {
    let own = name.split(separator: ":").last ?? ""
    let words = own.split { !$0.isLetter }.map { $0.lowercased() }
    return words.contains(where: tellingWords.contains) ? [("Symbol", String(own))] : []
  }

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
