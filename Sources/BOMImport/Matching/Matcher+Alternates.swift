internal import Diagnostics
internal import Electronics

extension Matcher {
  /// The alternates of a line, looked up.
  struct Vetted {
    /// Known, and like the line and its part.
    var parts: [Part] = []
    /// Those that are known and something else, as written.
    var refused: [String] = []

    /// For the reason of a match; empty where nothing is refused.
    var refusal: Clause {
      let names = refused.map { "`\($0)`" }.joined(separator: ", ")
      return refused.isEmpty ? "" : "; not \(names), which the line lists and contradicts"
    }
  }

  /// Those of the line's alternates that are known and contradict neither it nor its part; the others are warned of.
  func vetted(_ line: BOMLine, of part: Part?, besides known: [Part]) throws -> Vetted {
    var vetted = Vetted()
    for number in line.alternates {
      let orders = CellValues.orderNumbers(number)
      let isOrder = orders == [number.uppercased()]
      let found = try isOrder ? index.parts(orderNumber: orders[0]) : index.parts(number: number)
      let objections = found.map { PartContradiction(line, $0).words ?? part?.difference(from: $0) }
      let fitting = zip(found, objections).filter { $0.1 == nil }.map(\.0)
      if found.isEmpty {
        warn(BOMCodes.numberUnknown, "the alternate `\(number)` is not in the catalog", line)
      } else if fitting.isEmpty {
        warn(
          BOMCodes.contradiction, "the alternate `\(number)`: \(objections.first.flatMap(\.self)?.english ?? "")", line)
        vetted.refused.append(number)
      }
      for part in fitting
      where !known.contains(where: { $0.id == part.id }) && !vetted.parts.contains(where: { $0.id == part.id }) {
        vetted.parts.append(part)
      }
    }
    return vetted
  }

  /// A cell of numbers with blanks, `&` or `+` between them: nobody knows whether any will do or all are needed. Nil where less than
  /// two of them are known.
  func bySeveralNumbers(_ line: BOMLine) throws -> LineMatch? {
    let pieces = line.number.split { $0.isWhitespace || "&+,;/".contains($0) }.map(String.init)
    guard pieces.count > 1 else { return nil }
    let known = try pieces.filter { $0.count >= Self.shortestPrefix }.flatMap { try index.parts(number: $0).prefix(1) }
    guard known.count > 1 else { return nil }
    warn(BOMCodes.severalParts, "`\(line.number)` names several parts", line)
    return LineMatch(
      line, .ambiguous, candidates: known, why: "the cell names several parts, of which one may do or all are needed")
  }

  /// The maker that a line names beside an order number, where it is not the part's. Where the line has the part's own number
  /// too, only a maker that is known to be another one counts, by the table of makers or as one who sells that number: names of makers
  /// change.
  func otherMaker(_ line: BOMLine, _ part: Part) throws -> String? {
    // A list may not know the maker: `-`.
    guard !line.maker.isEmpty, part.id.maker.contains(where: \.isLetter) else { return nil }
    if words.isSameMaker(line.maker, part.id.maker) { return nil }
    let isNumbered = !line.number.isEmpty && isSamePartNumber(line.number, part.id.mpn)
    if !isNumbered || words.isKnownMaker(line.maker) { return line.maker }
    let numbers = [line.number, part.id.mpn]
    let isSeller = try numbers.contains { number in
      try index.parts(number: number).contains { words.isSameMaker(line.maker, $0.id.maker) }
    }
    return isSeller ? line.maker : nil
  }
}

extension Part {
  /// How a passive part is otherwise than another one that shall stand in for it, in words; nil where it is not, or is no passive.
  func difference(from other: Part) -> Clause? {
    let kinds = ComponentKind.passiveCategories
    guard kinds.contains(category) || kinds.contains(other.category) else { return nil }
    if category != other.category { return "it is a part of kind `\(other.category)`, and \(id.mpn) of `\(category)`" }
    for parameter in ["resistance", "capacitance", "inductance", "impedance"] {
      guard case .quantity(let own)? = parameters[parameter], case .quantity(let its)? = other.parameters[parameter],
        own != its
      else { continue }
      return "its \(parameter) is \(its), and that of \(id.mpn) is \(own)"
    }
    if let own = PackageName(package), let its = PackageName(other.package), own.excludes(its) {
      return "its package is \(other.package), and that of \(id.mpn) is \(package)"
    }
    return nil
  }
}
