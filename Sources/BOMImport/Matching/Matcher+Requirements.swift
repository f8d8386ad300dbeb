internal import Diagnostics
package import Electronics

extension Matcher {
  // MARK: Typed requirements

  func byRequirements(_ line: BOMLine) throws -> LineMatch? {
    guard let query = TypedQuery(line) else { return nil }
    let inPackage = try query.pool(in: index).filter { query.hasPackage($0.part) }
    let fitting = inPackage.filter { query.meetsRatings($0.part) }
    if fitting.isEmpty {
      if inPackage.isEmpty { return nil }
      let why: Clause = "\(inPackage.count) parts have value and package, none meets \(query.words)"
      return LineMatch(line, .none, candidates: inPackage.map(\.part), why: why)
    }
    let own = ofTheMaker(line, fitting)
    let parts = Self.largestCategory(of: own ?? fitting)
    let ordered = parts.sorted { left, right in
      if left.isOwn != right.isOwn { return left.isOwn }
      return left.stock == right.stock ? left.part.id < right.part.id : left.stock > right.stock
    }.map(\.part)
    if let said = line.contradiction {
      return LineMatch(line, .ambiguous, candidates: ordered, why: "the line contradicts itself: \(said)")
    }
    let readings = PackageName.readings(of: line.footprint)
    if !readings.isEmpty {
      let names = readings.map { "\($0)" }.joined(separator: " or ")
      return LineMatch(
        line, .ambiguous,
        candidates: ordered.filter { part in PackageName(part.package).map(readings.contains) ?? false },
        why: "`\(line.footprint)` may be \(names), in hundredths of an inch or in tenths of a millimetre")
    }
    guard query.facts.package != nil else {
      return LineMatch(
        line, .heuristic, candidates: ordered,
        why: "\(parts.count) parts have \(query.words); "
          + (line.footprint.isEmpty ? "the line names no package" : "`\(line.footprint)` is no package that is known"))
    }
    let alternates = try vetted(line, of: nil, besides: [])
    let met: Clause =
      parts.count == 1 ? "1 part meets \(query.words)" : "\(parts.count) parts meet \(query.words)"
    guard own != nil else {
      return LineMatch(
        line, .heuristic, candidates: ordered,
        why: met + ", none of `\(line.maker)`" + alternates.refusal)
    }
    let number = line.number.isEmpty ? line.orderNumbers.first : line.number
    if let number {
      warn(BOMCodes.numberUnknown, "`\(number)` is not in the catalog; matched by \(query.words)", line)
    }
    let makers = Self.isOfAnyMaker(line) ? nil : Set(parts.map(\.part.id.maker)).sorted()
    return LineMatch(
      line, .equivalent, candidates: ordered,
      requirement: query.requirement(met: parts.filter(\.isOwn).map(\.part), makers: makers),
      why: met + (makers == nil ? "" : ", of \(line.maker)") + alternates.refusal)
  }

  /// Whether a line leaves the maker open. One that names a number has the maker of that number, which the warning names.
  private static func isOfAnyMaker(_ line: BOMLine) -> Bool {
    line.maker.isEmpty || !line.number.isEmpty || !line.orderNumbers.isEmpty
  }

  /// The parts of the line's maker, all where it names none; nil where it names one that has none of them.
  private func ofTheMaker(_ line: BOMLine, _ parts: [IndexedPart]) -> [IndexedPart]? {
    if Self.isOfAnyMaker(line) { return parts }
    let own = parts.filter { words.isSameMaker(line.maker, $0.part.id.maker) }
    return own.isEmpty ? nil : own
  }

  /// What is equal to the passive part that a match pins, where the user takes any such part.
  func requirement(in match: LineMatch) throws -> (requirement: TypedRequirement, candidates: [Part], why: Clause)? {
    guard passives == .equivalent, let part = match.part, match.alternatives.isEmpty else { return nil }
    return try requirement(equalTo: part)
  }

  /// The slot that takes any part of the catalog which is equal to a passive one: value and package, and ratings that are no worse. Nil
  /// for a part that is no passive, and where there is no other. Throws what the index throws.
  package func equivalentSlot(to part: Part) throws -> String? {
    try requirement(equalTo: part).map { SlotText.equivalent($0.requirement) }
  }

  private func requirement(
    equalTo part: Part
  ) throws -> (requirement: TypedRequirement, candidates: [Part], why: Clause)? {
    guard
      let kind = [ComponentKind.resistor, .capacitor, .inductor, .ferriteBead].first(where: {
        $0.categories.contains(part.category)
      }), let query = TypedQuery(equalTo: part, kind: kind), query.facts.package != nil
    else { return nil }
    let equal = try query.pool(in: index).filter {
      $0.isOwn && query.hasPackage($0.part) && query.meetsRatings($0.part)
    }
    guard equal.contains(where: { $0.part.id != part.id }),
      let requirement = query.requirement(met: equal.map(\.part))
    else { return nil }
    return (requirement, equal.map(\.part), "or any of \(equal.count) with \(query.words)")
  }

  /// The parts of one category, since a requirement names one: that of the catalog's own parts, else the most frequent.
  private static func largestCategory(of parts: [IndexedPart]) -> [IndexedPart] {
    let groups = Dictionary(grouping: parts, by: \.part.category)
    let best = groups.max { left, right in
      let (leftOwn, rightOwn) = (left.value.count(where: \.isOwn), right.value.count(where: \.isOwn))
      return (leftOwn, left.value.count, right.key) < (rightOwn, right.value.count, left.key)
    }
    return best?.value ?? []
  }
}
