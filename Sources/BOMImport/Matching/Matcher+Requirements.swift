internal import Diagnostics
internal import Electronics

extension Matcher {
  // MARK: Typed requirements

  func byRequirements(_ line: BOMLine) throws -> LineMatch? {
    guard let query = TypedQuery(line) else { return nil }
    let inPackage = try query.pool(in: index).filter { query.hasPackage($0.part) }
    let fitting = inPackage.filter { query.meetsRatings($0.part) }
    if fitting.isEmpty {
      if inPackage.isEmpty { return nil }
      let why = "\(inPackage.count) parts have value and package, none meets \(query.words)"
      return LineMatch(line, .none, candidates: inPackage.map(\.part), why: why)
    }
    let parts = Self.largestCategory(of: fitting)
    let ordered = parts.sorted { left, right in
      if left.isOwn != right.isOwn { return left.isOwn }
      return left.stock == right.stock ? left.part.id < right.part.id : left.stock > right.stock
    }.map(\.part)
    if let said = line.contradiction {
      return LineMatch(line, .ambiguous, candidates: ordered, why: "the line contradicts itself: \(said)")
    }
    guard query.facts.package != nil else {
      return LineMatch(
        line, .heuristic, candidates: ordered,
        why: "\(parts.count) parts have \(query.words); "
          + (line.footprint.isEmpty ? "the line names no package" : "`\(line.footprint)` is no package that is known"))
    }
    let number = line.number.isEmpty ? line.orderNumbers.first : line.number
    if let number, line.isFitted {
      let makers = line.number.isEmpty ? [] : Set(try index.parts(number: number).map(\.id.maker)).sorted()
      let what =
        makers.isEmpty
        ? "is not in the catalog" : "is sold by \(makers.prefix(4).joined(separator: ", ")), not by `\(line.maker)`"
      sink.report(
        Diagnostic(
          BOMCodes.numberUnknown, "`\(number)` \(what); matched by \(query.words)", severity: .warning, at: line.span))
    }
    return LineMatch(
      line, .equivalent, candidates: ordered, requirement: query.requirement(met: parts.filter(\.isOwn).map(\.part)),
      why: "\(parts.count) \(parts.count == 1 ? "part meets" : "parts meet") \(query.words)")
  }

  /// What is equal to the passive part that a match pins, where the user takes any such part.
  func requirement(in match: LineMatch) throws -> (requirement: TypedRequirement, candidates: [Part], why: String)? {
    guard passives == .equivalent, let part = match.part, match.alternatives.isEmpty,
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
