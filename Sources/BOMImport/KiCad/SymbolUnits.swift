/// The units of one component, which may stand on several sheets and have fields of their own.
struct SymbolUnits {
  struct Unit {
    var number: Int
    /// In the order of the file.
    var fields: [(name: String, value: String)]
    var marks: DesignMarks
    var line: Int
    var file: String
  }

  let reference: String
  let symbol: String
  private(set) var units: [Unit]

  init(reference: String, symbol: String, first: Unit) {
    self.reference = reference
    self.symbol = symbol
    units = [first]
  }

  func has(unit number: Int) -> Bool { units.contains { $0.number == number } }

  mutating func add(_ unit: Unit) { units.append(unit) }

  /// Whether every unit is left out of the BOM.
  var isExcluded: Bool { units.allSatisfy(\.marks.isExcluded) }

  /// Whether any unit says that the part is not fitted.
  var isUnfitted: Bool { units.contains(where: \.marks.isUnfitted) }

  /// Where the part was met first.
  var place: (line: Int, file: String) { (units[0].line, units[0].file) }

  /// Every field with the text of the lowest unit that has one, as KiCad's own netlist has it.
  var fields: [(name: String, value: String)] {
    var order: [String] = []
    var values: [String: String] = [:]
    for unit in units.sorted(by: { $0.number < $1.number }) {
      for (name, value) in unit.fields {
        if values[name] == nil { order.append(name) }
        if values[name, default: ""].isEmpty { values[name] = value }
      }
    }
    return order.map { ($0, values[$0] ?? "") }
  }

  /// Where the units disagree about what must be bought: `MPN is LM358 in unit 1, LM324 in unit 2`.
  var disagreements: [String] {
    guard units.count > 1 else { return [] }
    var found: [String] = []
    let sorted = units.sorted { $0.number < $1.number }
    for (name, value) in fields where !value.isEmpty && !Self.silent.contains(name) && !name.hasPrefix("ki_") {
      let other = sorted.first { unit in
        unit.fields.contains { $0.name == name && !$0.value.isEmpty && $0.value != value }
      }
      guard let other, let own = sorted.first(where: { $0.fields.contains { $0.name == name && $0.value == value } })
      else {
        continue
      }
      let said = other.fields.first { $0.name == name && !$0.value.isEmpty }?.value ?? ""
      found.append("`\(name)` is `\(value)` in unit \(own.number) and `\(said)` in unit \(other.number)")
    }
    if isUnfitted, !units.allSatisfy(\.marks.isUnfitted) { found.append("not every unit is marked as not fitted") }
    if !isExcluded, units.contains(where: \.marks.isExcluded) { found.append("not every unit is left out of the BOM") }
    return found
  }

  /// Fields of which nothing that is bought follows.
  private static let silent: Set<String> = ["Reference", "Datasheet", "Description"]
}
