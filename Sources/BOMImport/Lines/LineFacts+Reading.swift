internal import Electronics

extension LineFacts {
  /// Reads what a line's texts say, and its kind: ratings in columns of their own first, then the value, then description and
  /// other texts. `line` has its value, footprint, number and description set.
  ///
  /// The first statement of a fact counts. A description that gives the main value otherwise is kept as a contradiction.
  static func read(into line: inout BOMLine, ratings: [String], others: [String]) {
    let words = ([line.value, line.description] + others).joined(separator: " ")
    line.kind = ComponentKind(reference: line.references.first ?? "", footprint: line.footprint, words: words)
    for rating in ratings {
      line.facts.fill(from: FactReader(rating, kind: line.kind, isValue: false).facts)
    }
    // A symbol that has no value yet shows its reference.
    let said = line.references.contains(line.value) ? "" : line.value
    let value = FactReader(said, kind: line.kind, isValue: true)
    line.facts.fill(from: value.facts)
    line.words = value.rest
    if let package = PackageName(line.footprint) {
      line.facts.package = package
    }
    for text in [line.description] + others where !text.isEmpty {
      let told = FactReader(text, kind: line.kind, isValue: false).facts
      if let parameter = line.kind.valueParameter, let own = line.facts.quantities[parameter],
        let other = told.quantities[parameter], own != other
      {
        line.contradiction =
          line.contradiction ?? "`\(own)` in the value and `\(other)` in `\(String(text.prefix(60)))`"
      }
      line.facts.fill(from: told)
    }
    if line.kind == .inductor, line.facts.quantities["inductance"] == nil, line.facts.quantities["impedance"] != nil {
      line.kind = .ferriteBead
    }
    if line.kind == .unknown { line.kind = ComponentKind(measuring: line.facts) }
  }
}

extension ComponentKind {
  /// The kind that a value alone tells: farads are a capacitor's.
  init(measuring facts: LineFacts) {
    if facts.quantities["capacitance"] != nil {
      self = .capacitor
    } else if facts.quantities["inductance"] != nil {
      self = .inductor
    } else if facts.quantities["resistance"] != nil {
      self = .resistor
    } else {
      self = .unknown
    }
  }
}
