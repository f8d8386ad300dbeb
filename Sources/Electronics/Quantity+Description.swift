extension Quantity: CustomStringConvertible {
  /// The exact value with an engineering prefix: `4.7 kΩ`, `100 nF`, `500 mA`. Reads back as the same quantity.
  package var description: String { written(in: dimension.printingUnit(for: stored.magnitude), blank: " ") }

  /// Without the blank: `4.7kΩ`.
  package var compact: String { written(in: dimension.printingUnit(for: stored.magnitude), blank: "") }

  func written(in unit: MeasureUnit, blank: String) -> String {
    number(in: unit) + (unit.symbol.isEmpty ? "" : blank + unit.symbol)
  }

  /// The exact decimal number of `unit`s.
  func number(in unit: MeasureUnit) -> String {
    if dimension == .information { return String(stored / Int64(unit.factor)) }
    let places = unit.exponent - dimension.storedExponent
    return decimal(stored, places: places)
  }
}

extension QuantityRange: CustomStringConvertible {
  /// The exact range with one unit at the end: `3.4..4.2 V`. A range of one point prints as its value.
  package var description: String { written(blank: " ") }

  /// Without the blank: `3.4..4.2V`.
  package var compact: String { written(blank: "") }

  private func written(blank: String) -> String {
    let low = Quantity(dimension, stored: lower)
    let high = Quantity(dimension, stored: upper)
    if lower == upper { return blank.isEmpty ? high.compact : high.description }
    var unit = dimension.printingUnit(for: max(lower.magnitude, upper.magnitude))
    if dimension == .information { unit = dimension.commonMemoryUnit(lower, upper) }
    return low.number(in: unit) + ".." + high.written(in: unit, blank: blank)
  }
}

extension Dimension {
  /// The largest unit of which the value is at least one.
  func printingUnit(for stored: UInt64) -> MeasureUnit {
    switch self {
    case .number: return MeasureUnit(symbol: "", exponent: 0)
    case .ratio:
      let isSmall = stored > 0 && stored < 1_000_000
      return isSmall ? MeasureUnit(symbol: "ppm", exponent: -6) : MeasureUnit(symbol: "%", exponent: -2)
    case .temperature, .level: return MeasureUnit(symbol: unitSymbol, exponent: 0)
    case .information: return memoryUnit(dividing: stored)
    default: break
    }
    if stored == 0 { return MeasureUnit(symbol: unitSymbol, exponent: 0) }
    let magnitude = String(stored).count - 1 + storedExponent
    let step = Int((Double(magnitude) / 3).rounded(.down)) * 3
    let highest = highestPrintedExponent
    let exponent = min(max(step, max(storedExponent, -15)), highest)
    let letters = [-15: "f", -12: "p", -9: "n", -6: "µ", -3: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T"]
    return MeasureUnit(symbol: letters[exponent]! + unitSymbol, exponent: exponent)
  }

  /// People say 2000 mAh, 1500 m and 90 s; large prefixes are for values that have them on parts.
  private var highestPrintedExponent: Int {
    switch self {
    case .capacitance, .length, .time: 0
    case .charge: -3
    case .mass: 3
    default: 12
    }
  }

  func commonMemoryUnit(_ lower: Int64, _ upper: Int64) -> MeasureUnit {
    let left = memoryUnit(dividing: lower.magnitude)
    let right = memoryUnit(dividing: upper.magnitude)
    return left.factor < right.factor ? left : right
  }

  /// The largest binary multiple of bits that divides the value.
  private func memoryUnit(dividing stored: UInt64) -> MeasureUnit {
    var unit = MeasureUnit(symbol: "bit", exponent: 0)
    if stored == 0 { return unit }
    for (letter, power) in [("k", 10), ("M", 20), ("G", 30)] where stored % (UInt64(1) << UInt64(power)) == 0 {
      unit = MeasureUnit(symbol: letter + "bit", exponent: 0, factor: Int128(1) << Int128(power))
    }
    return unit
  }
}

/// `value × 10^−places`, without zeros at the end of the fraction.
private func decimal(_ value: Int64, places: Int) -> String {
  precondition(places >= 0, "\(places) places")
  var digits = String(value.magnitude)
  if digits.count <= places { digits = String(repeating: "0", count: places - digits.count + 1) + digits }
  let whole = digits.prefix(digits.count - places)
  var fraction = digits.suffix(places)
  while fraction.last == "0" { fraction.removeLast() }
  return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
}
