internal import Electronics

/// A part in the words of a line: what it can be asked for by, whether anything knows it or not.
package struct PartWords: Sendable, Hashable {
  /// Empty where the line says nothing.
  package var mpn: String
  package var maker: String
  package var package: String
  package var value: String
  package var description: String

  package init(
    mpn: String = "", maker: String = "", package: String = "", value: String = "", description: String = ""
  ) {
    self.mpn = mpn
    self.maker = maker
    self.package = package
    self.value = value
    self.description = description
  }

  /// `{mpn: ADS1115, maker: TI, package: VSSOP-10}`, as a spec has it under `ask`; nil where nothing is said.
  package var text: String? {
    let entries = [
      ("mpn", mpn), ("maker", maker), ("package", package), ("value", value), ("description", description),
    ].compactMap { key, value -> (key: String, value: String)? in
      let text = String(value.map { $0.isNewline ? " " : $0 }.prefix(Self.longest)).trimmedBlanks
      return text.isEmpty ? nil : (key, YAMLText.scalar(text))
    }
    return mpn.isEmpty && value.isEmpty && description.isEmpty ? nil : YAMLText.flow(entries)
  }

  /// Longest text that is kept.
  private static let longest = 160
}

extension PartWords {
  /// Shortest value that is taken for a part number.
  private static let shortestNumber = 4

  init(_ line: BOMLine) {
    let number = Self.number(of: line)
    self.init(
      mpn: number, maker: line.maker, package: Self.package(of: line), value: line.value == number ? "" : line.value,
      description: line.description == line.value ? "" : line.description)
  }

  /// The line's number, or a value that has the form of one.
  private static func number(of line: BOMLine) -> String {
    if !line.number.isEmpty, !line.isSpecified { return line.number }
    if let order = line.orderNumbers.first, line.value.isEmpty { return order }
    let value = line.value.trimmedBlanks
    guard line.facts.quantities.isEmpty, value.count >= shortestNumber,
      value.contains(where: \.isNumber), value.contains(where: \.isLetter),
      value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.+/#".contains($0)) })
    else { return "" }
    return value
  }

  /// The footprint as it stands; of a library's name the package that was read from it, or else the name without its library.
  private static func package(of line: BOMLine) -> String {
    let isLibrary = line.footprint.contains { ":_".contains($0) }
    if case .named(let name)? = line.facts.package, isLibrary || line.footprint.isEmpty { return name }
    return line.footprint.split(separator: ":").last.map(String.init) ?? ""
  }
}

extension LineMatch {
  /// Whether nothing known matches the line, and it is clear all the same what it wants: a number, or a value with its package.
  var canBeAsked: Bool {
    guard grade == .none, line.doubts.isEmpty, line.contradiction == nil, !line.namesSeveralParts else { return false }
    return decided != nil || !PartWords(line).mpn.isEmpty || line.isTyped
  }

  /// What the line asks for, in its own words or as the user decided.
  var words: PartWords { decided ?? PartWords(line) }
}
