package import Electronics

/// What a line asks for beyond its part number, typed: two spellings of one value are equal here.
package struct LineFacts: Sendable, Hashable {
  /// By the catalog's names of parameters: `resistance`, `capacitance`, `inductance`, `impedance`, `frequency`, `tolerance`,
  /// `voltage`, `current`, `power`, `dc-resistance`, `load-capacitance`.
  package var quantities: [String: Quantity] = [:]
  /// `X7R`, `C0G`.
  package var dielectric: String?
  /// Of a LED: `red`.
  package var colour: String?
  package var package: PackageName?
  /// Categories of the catalog of which the part must be; nil where the words leave all of its kind.
  package var categories: Set<String>?
  /// Words that ask for what no list states, as written: `AEC-Q200`, `100ppm`.
  package var unchecked: Set<String> = []

  package init() {}

  /// Whether nothing is known.
  var isEmpty: Bool {
    quantities.isEmpty && dielectric == nil && colour == nil && package == nil && categories == nil && unchecked.isEmpty
  }
}

extension LineFacts {
  /// Two statements of one fact that differ.
  struct Disagreement: Hashable {
    var own: String
    var other: String
    /// Whether the stricter of both counts, as for ratings; else nobody knows which is meant.
    var isSettled: Bool
  }

  /// Parameters of which less is stricter, and of which more is; any other value is this one or another.
  static let upperLimits: Set<String> = ["tolerance", "dc-resistance"]
  static let lowerLimits: Set<String> = ["voltage", "power", "current", "saturation-current"]

  /// Takes a quantity as well. Of two ratings the stricter counts; of two values the first stays.
  mutating func join(_ parameter: String, _ quantity: Quantity) -> Disagreement? {
    guard let own = quantities[parameter], own != quantity else {
      quantities[parameter] = quantity
      return nil
    }
    let isUpper = Self.upperLimits.contains(parameter)
    let isSettled = isUpper || Self.lowerLimits.contains(parameter)
    if isSettled, isUpper == (quantity.stored < own.stored) { quantities[parameter] = quantity }
    return Disagreement(own: "\(own)", other: "\(quantity)", isSettled: isSettled)
  }

  mutating func join(package other: PackageName) -> Disagreement? {
    guard let own = package, own != other else {
      package = other
      return nil
    }
    // What only one of both says is taken; families of packages have many names.
    if own.admits(other) || own.isFamilyName || other.isFamilyName { return nil }
    return Disagreement(own: "\(own)", other: "\(other)", isSettled: false)
  }

  mutating func join(dielectric other: String) -> Disagreement? {
    guard let own = dielectric, own != other else {
      dielectric = other
      return nil
    }
    return Disagreement(own: own, other: other, isSettled: false)
  }

  mutating func join(colour other: String) -> Disagreement? {
    guard let own = colour, own != other else {
      colour = other
      return nil
    }
    return Disagreement(own: own, other: other, isSettled: false)
  }

  mutating func join(categories other: Set<String>) -> Disagreement? {
    guard let own = categories else {
      categories = other
      return nil
    }
    let common = own.intersection(other)
    if !common.isEmpty {
      categories = common
      return nil
    }
    return Disagreement(
      own: own.sorted().joined(separator: " or "), other: other.sorted().joined(separator: " or "), isSettled: false)
  }

  /// Takes everything that `other` says as well.
  mutating func join(_ other: LineFacts) -> [Disagreement] {
    var found: [Disagreement] = []
    for (name, quantity) in other.quantities.sorted(by: { $0.key < $1.key }) {
      found += [join(name, quantity)].compactMap(\.self)
    }
    found += [
      other.package.flatMap { join(package: $0) }, other.dielectric.flatMap { join(dielectric: $0) },
      other.colour.flatMap { join(colour: $0) }, other.categories.flatMap { join(categories: $0) },
    ].compactMap(\.self)
    unchecked.formUnion(other.unchecked)
    return found
  }
}
