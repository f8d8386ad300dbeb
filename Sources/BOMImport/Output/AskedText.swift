internal import Electronics

/// A line that nothing known matches and that is clear all the same, in its own words: it can be asked for.
struct AskedText {
  private let line: BOMLine

  /// Longest text of a description that is kept.
  private static let longest = 160
  /// Shortest value that is taken for a part number.
  private static let shortestNumber = 4

  /// Nil where something known may be meant, or the line names neither a number nor a value with its package.
  init?(_ match: LineMatch) {
    line = match.line
    guard match.grade == .none, line.doubts.isEmpty, line.contradiction == nil, !line.namesSeveralParts,
      number != nil || line.isTyped
    else { return nil }
  }

  /// `{mpn: ADS1115, maker: TI, package: VSSOP-10}`.
  var text: String? {
    let value = line.value == number ? "" : line.value
    let entries = [
      ("mpn", number ?? ""), ("maker", line.maker), ("package", package), ("value", value),
      ("description", line.description == line.value ? "" : line.description),
    ].compactMap { key, value -> (key: String, value: String)? in
      let text = String(value.map { $0.isNewline ? " " : $0 }.prefix(Self.longest)).trimmedBlanks
      return text.isEmpty ? nil : (key, YAMLText.scalar(text))
    }
    return entries.isEmpty ? nil : YAMLText.flow(entries)
  }

  /// The line's number, or a value that has the form of one; nil where there is none.
  private var number: String? {
    if !line.number.isEmpty, !line.isSpecified { return line.number }
    if let order = line.orderNumbers.first, line.value.isEmpty { return order }
    let value = line.value.trimmedBlanks
    guard line.facts.quantities.isEmpty, value.count >= Self.shortestNumber,
      value.contains(where: \.isNumber), value.contains(where: \.isLetter),
      value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.+/#".contains($0)) })
    else { return nil }
    return value
  }

  /// The footprint as it stands; of a library's name the package that was read from it, or else the name without its library.
  private var package: String {
    let isLibrary = line.footprint.contains { ":_".contains($0) }
    if case .named(let name)? = line.facts.package, isLibrary || line.footprint.isEmpty { return name }
    return line.footprint.split(separator: ":").last.map(String.init) ?? ""
  }
}
