extension QuantityRange {
  /// Reads a range as people write it: `3.4..4.2 V`, `500 mA..1 A`, `3.3 V ± 5 %`, `5 V ± 0.25 V`; one value is a range of
  /// one point.
  ///
  /// A bare number at the front takes the unit behind (`100..500 mA`). `~`, `…` and an en dash stand for `..`. With a
  /// tolerance, the ends are rounded outwards to the stored unit.
  package init(parsing text: String, as dimension: Dimension) throws(QuantityError) {
    let plain = NumberText.normalized(text)
    if plain.isEmpty { throw .empty }
    if let (nominal, tolerance) = Self.split(plain, at: ["±", "+/-"]), !nominal.isEmpty {
      self = try Self.around(nominal, tolerance, as: dimension)
      return
    }
    guard let (front, back) = Self.split(plain, at: ["...", "..", "…", "~", "–"]) else {
      let point = try Quantity(parsing: plain, as: dimension)
      self.init(dimension, lower: point.stored, upper: point.stored)
      return
    }
    if front.isEmpty || back.isEmpty { throw .notARange(text) }
    let upperText = try Written(back, as: dimension)
    let lowerText = try Written(front, as: dimension)
    let upper = try upperText.quantity(dimension)
    let lower = try lowerText.quantity(dimension, shared: upperText.isBareMultiplier ? nil : upperText.unit)
    if lower.stored > upper.stored { throw .reversedRange(text) }
    self.init(dimension, lower: lower.stored, upper: upper.stored)
  }

  private static func split(_ text: String, at marks: [String]) -> (String, String)? {
    for mark in marks {
      let scalars = Array(text.unicodeScalars)
      let wanted = Array(mark.unicodeScalars)
      guard scalars.count >= wanted.count else { continue }
      for start in 0...scalars.count - wanted.count where Array(scalars[start..<start + wanted.count]) == wanted {
        let front = String(String.UnicodeScalarView(scalars[..<start]))
        let back = String(String.UnicodeScalarView(scalars[(start + wanted.count)...]))
        return (NumberText.normalized(front), NumberText.normalized(back))
      }
    }
    return nil
  }

  private static func around(
    _ nominal: String, _ tolerance: String, as dimension: Dimension
  ) throws(QuantityError) -> QuantityRange {
    let middle = try Quantity(parsing: nominal, as: dimension)
    let reach: Int128
    if dimension != .ratio, let share = try? Quantity(parsing: tolerance, as: .ratio) {
      let product = Int128(middle.stored).magnitude * Int128(share.stored).magnitude
      reach = Int128((product + 999_999_999) / 1_000_000_000)
    } else {
      reach = Int128(try Quantity(parsing: tolerance, as: dimension).stored.magnitude)
    }
    guard let lower = Int64(exactly: Int128(middle.stored) - reach),
      let upper = Int64(exactly: Int128(middle.stored) + reach)
    else { throw .outOfRange }
    return QuantityRange(dimension, lower: lower, upper: upper)
  }

  /// Whether all of `other` lies within this range.
  package func covers(_ other: QuantityRange) -> Bool {
    dimension == other.dimension && lower <= other.lower && other.upper <= upper
  }

  /// Whether `quantity` lies within this range.
  package func contains(_ quantity: Quantity) -> Bool {
    dimension == quantity.dimension && lower <= quantity.stored && quantity.stored <= upper
  }
}
