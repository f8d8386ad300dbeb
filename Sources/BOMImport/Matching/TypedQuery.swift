internal import Electronics

/// The typed requirements of a line, and which parts meet them.
///
/// Tolerance is one-sided: 5 % is met by 1 %. So are ratings: 16 V is met by 50 V, 62.5 mW by 100 mW. A part that does not
/// state what the line asks for does not meet it.
struct TypedQuery {
  let kind: ComponentKind
  let facts: LineFacts
  let parameter: String
  let value: Quantity

  /// What is equal to a part in everything that its list states: its value and package, and ratings that are no worse. Nil for
  /// a part without a value.
  init?(equalTo part: Part, kind: ComponentKind) {
    guard let parameter = kind.valueParameter, case .quantity(let value)? = part.parameters[parameter] else {
      return nil
    }
    var facts = LineFacts()
    for name in [parameter] + Self.furtherParameters {
      if case .quantity(let own)? = part.parameters[name] { facts.quantities[name] = own }
    }
    if case .text(let own)? = part.parameters["dielectric"] {
      facts.dielectric = FactWords.dielectrics[own.uppercased()] ?? own
    }
    facts.package = PackageName(part.package)
    facts.categories = [part.category]
    self.kind = kind
    self.facts = facts
    self.parameter = parameter
    self.value = value
  }

  /// Nil where the line has no typed value.
  init?(_ line: BOMLine) {
    guard let parameter = line.kind.valueParameter, let value = line.facts.quantities[parameter] else { return nil }
    kind = line.kind
    facts = line.facts
    self.parameter = parameter
    self.value = value
  }

  private static let furtherParameters = [
    "tolerance", "voltage", "power", "current", "saturation-current", "dc-resistance", "load-capacitance",
  ]

  /// Parts of the kind with the value, and of the line's chip size and categories where it has some. `anyPackage` leaves the size
  /// out, `anyCategory` the categories.
  func pool(
    in index: some PartIndex, anyPackage: Bool = false, anyCategory: Bool = false
  ) throws -> [IndexedPart] {
    var size: String?
    if !anyPackage, case .chip(let name)? = facts.package { size = name }
    let categories = kind.categories.filter { anyCategory || facts.categories?.contains($0) ?? true }
    return try categories.flatMap {
      try index.parts(category: $0, parameter: parameter, value: value, package: size)
    }
  }

  /// Whether a part has the package, where the line states one.
  func hasPackage(_ part: Part) -> Bool {
    guard let wanted = facts.package else { return true }
    return PackageName(part.package).map { wanted.admits($0) } ?? false
  }

  /// Whether a part meets the line's tolerance, ratings and dielectric.
  func meetsRatings(_ part: Part) -> Bool {
    for (name, wanted) in facts.quantities where name != parameter {
      guard case .quantity(let own)? = part.parameters[name], own.dimension == wanted.dimension else { return false }
      if !Self.meets(name, own, wanted) { return false }
    }
    if let dielectric = facts.dielectric {
      guard case .text(let own)? = part.parameters["dielectric"],
        FactWords.isAsGood(own, as: dielectric)
      else { return false }
    }
    if let colour = facts.colour {
      guard case .text(let own)? = part.parameters["colour"], own == colour else { return false }
    }
    return true
  }

  /// Whether a part's rating is as good as the line asks for, or its value the same.
  static func meets(_ parameter: String, _ own: Quantity, _ wanted: Quantity) -> Bool {
    if LineFacts.upperLimits.contains(parameter) { return own.stored <= wanted.stored }
    if LineFacts.lowerLimits.contains(parameter) { return own.stored >= wanted.stored }
    return own == wanted
  }

  /// The requirement that these parts meet, in the words of their catalog. The parts are of one category.
  /// `makers` are those whose parts alone will do; nil for any.
  func requirement(met parts: [Part], makers: [String]? = nil) -> TypedRequirement? {
    guard let category = parts.first?.category else { return nil }
    var conditions = [TypedRequirement.Condition(parameter: parameter, test: .equals(value))]
    if facts.package != nil {
      conditions.append(.init(parameter: "package", test: .anyOf(Set(parts.map(\.package)).sorted())))
    }
    for name in Self.furtherParameters {
      guard name != parameter, let wanted = facts.quantities[name] else { continue }
      let test: TypedRequirement.Condition.Test =
        LineFacts.upperLimits.contains(name)
        ? .atMost(wanted) : LineFacts.lowerLimits.contains(name) ? .atLeast(wanted) : .equals(wanted)
      conditions.append(.init(parameter: name, test: test))
    }
    for (name, fact) in [("dielectric", facts.dielectric), ("colour", facts.colour)] where fact != nil {
      let words = parts.compactMap { part -> String? in
        if case .text(let word)? = part.parameters[name] { word } else { nil }
      }
      conditions.append(.init(parameter: name, test: .anyOf(Set(words).sorted())))
    }
    if let makers {
      let own = Set(parts.map(\.id.maker))
      conditions.append(.init(parameter: "maker", test: .anyOf(makers.filter(own.contains))))
    }
    return TypedRequirement(category: category, conditions: conditions)
  }

  /// The line's requirements in words, for messages: `10 kΩ, 0402, 1 %`.
  var words: String {
    var words = ["\(value)"]
    if let package = facts.package { words.append("\(package)") }
    words += Self.furtherParameters.compactMap { name in
      name == parameter ? nil : facts.quantities[name].map { "\($0)" }
    }
    words += [facts.dielectric, facts.colour].compactMap { $0 }
    if let categories = facts.categories { words.append(categories.sorted().joined(separator: " or ")) }
    return words.joined(separator: ", ")
  }
}

extension BOMLine {
  /// Whether value and package are known, so that the line can be matched by them.
  package var isTyped: Bool { TypedQuery(self) != nil && facts.package != nil }
}

extension PackageName: CustomStringConvertible {
  package var description: String {
    switch self {
    case .chip(let size): size
    case .tantalum(let letter): "case \(letter)"
    case .can(let diameter, let height, _):
      height == 0
        ? "⌀\(Self.millimetres(diameter)) mm" : "⌀\(Self.millimetres(diameter)) × \(Self.millimetres(height)) mm"
    case .named(let name): name
    }
  }

  private static func millimetres(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
