package import Electronics

/// What a line asks for beyond its part number, typed: two spellings of one value are equal here.
package struct LineFacts: Sendable, Hashable {
  /// By the catalog's names of parameters: `resistance`, `capacitance`, `inductance`, `impedance`, `frequency`, `tolerance`,
  /// `voltage`, `current`, `power`.
  package var quantities: [String: Quantity] = [:]
  /// `X7R`, `C0G`.
  package var dielectric: String?
  /// Of a LED: `red`.
  package var colour: String?
  package var package: PackageName?

  package init() {}

  /// Takes what `other` says and these do not. The first source of a fact counts.
  mutating func fill(from other: LineFacts) {
    quantities.merge(other.quantities) { own, _ in own }
    dielectric = dielectric ?? other.dielectric
    colour = colour ?? other.colour
    package = package ?? other.package
  }

  /// Whether nothing is known.
  var isEmpty: Bool { quantities.isEmpty && dielectric == nil && colour == nil && package == nil }
}
