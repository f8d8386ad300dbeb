package import Electronics

/// Pieces that the user has at hand: of a part by its number, or of a value in a package.
package struct StockItem: Sendable, Hashable {
  package var mpn: String?
  package var maker: String?
  /// A value, with whatever else is known of it: `10k`, `10k 1%`, `100nF X7R 16V`; nil for an item with a number.
  package var value: String?
  package var package: String?
  package var quantity: Int

  package init(
    mpn: String? = nil, maker: String? = nil, value: String? = nil, package: String? = nil, quantity: Int
  ) {
    self.mpn = mpn
    self.maker = maker
    self.value = value
    self.package = package
    self.quantity = quantity
  }
}

extension StockItem {
  /// In a line: `TP4056 (UMW)`, `10k 0402`.
  package var name: String {
    mpn.map { $0 + (maker.map { " (\($0))" } ?? "") } ?? [value, package].compactMap(\.self).joined(separator: " ")
  }

  /// Whether the item is this part, by its number; case of letters aside.
  package func names(_ part: PartID) -> Bool {
    guard let mpn, mpn.isLike(part.mpn) else { return false }
    return maker.map { $0.isLike(part.maker) } ?? true
  }

  /// Whether the item is what a slot asks for in a bill's own words: the same number, or the same value in the same package.
  package func isAsked(_ part: AskedPart) -> Bool {
    if let mpn {
      guard let asked = part.mpn, mpn.isLike(asked) else { return false }
      guard let maker, let own = part.maker else { return true }
      return maker.isLike(own)
    }
    guard let value, let asked = part.value, value.isLike(asked) else { return false }
    return package.map { own in part.package.map { own.isLike($0) } ?? false } ?? false
  }

  /// What the item is as a part of a category, with nothing known of it but what it states; nil for an item with a number, and
  /// where the category has no such value.
  package func part(as category: PartCategory) -> Part? {
    guard let value, let package, let name = Self.values[category.id] else { return nil }
    var words = value.split(separator: " ").map(String.init)
    if words.count > 1, words[0].allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }),
      SlotReader.parameter(of: words[1]) == nil
    {
      words[0] += words.remove(at: 1)
    }
    var parameters: [String: ParameterValue] = [:]
    for (place, word) in words.enumerated() {
      guard let parameter = place == 0 ? name : SlotReader.parameter(of: word),
        let definition = category.parameters.first(where: { $0.name == parameter }),
        let read = Self.read(word, definition), parameters.updateValue(read, forKey: parameter) == nil
      else { return nil }
    }
    guard !parameters.isEmpty else { return nil }
    return Part(
      id: PartID(maker: "", mpn: ""), category: category.id, package: package, parameters: parameters, english: "",
      chinese: "", source: "stock")
  }

  /// The parameter that a value of a kind of part gives.
  private static let values = [
    "resistor": "resistance", "capacitor": "capacitance", "inductor": "inductance", "ferrite-bead": "impedance",
    "crystal": "frequency",
  ]

  private static func read(_ word: String, _ definition: ParameterDefinition) -> ParameterValue? {
    switch definition.kind {
    case .quantity:
      definition.dimension.flatMap { try? Quantity(parsing: word, as: $0, capacitorCode: $0 == .capacitance) }
        .map { .quantity($0) }
    case .text: .text(word)
    case .range, .list, .flag: nil
    }
  }
}

extension String {
  /// The same text, case of letters aside.
  fileprivate func isLike(_ other: String) -> Bool { lowercased() == other.lowercased() }
}
