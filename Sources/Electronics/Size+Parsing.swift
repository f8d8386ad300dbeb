extension Quantity {
  /// Reads the sides of something: `60 x 40 mm`, `100 x 46 x 12 mm`, `60mm×40mm`. Sides without a unit take the last one's.
  ///
  /// `count` is how many sides are wanted. Sides are positive or the error is `.outOfRange`.
  package static func sides(parsing text: String, count: ClosedRange<Int>) throws(QuantityError) -> [Quantity] {
    let plain = NumberText.normalized(text)
    if plain.isEmpty { throw .empty }
    let parts = plain.split(whereSeparator: { $0 == "x" || $0 == "X" || $0 == "*" })
      .map { NumberText.normalized(String($0)) }
    guard count.contains(parts.count) else { throw .wrongSideCount(parts.count, expected: count) }
    let last = try Written(parts[parts.count - 1], as: .length)
    if last.unit == nil { throw .missingUnit(plain, .length) }
    var sides: [Quantity] = []
    for part in parts {
      let side = try Written(part, as: .length).quantity(.length, shared: last.unit)
      if side.stored <= 0 { throw .outOfRange }
      sides.append(side)
    }
    return sides
  }
}
