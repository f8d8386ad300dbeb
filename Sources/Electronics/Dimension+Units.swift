/// One unit as written, with its size: `factor × 10^exponent` of the base unit.
struct MeasureUnit: Sendable {
  var symbol: String
  var exponent: Int
  var factor: Int128 = 1
}

extension Dimension {
  /// The power of ten of the stored unit in terms of the base unit: −6 for microvolts. Bits are stored as they are.
  var storedExponent: Int {
    switch self {
    case .number, .ratio, .current, .charge, .length, .time: -9
    case .voltage, .resistance, .power, .mass: -6
    case .capacitance: -15
    case .inductance: -12
    case .frequency, .temperature, .level: -3
    case .information: 0
    }
  }

  /// The symbol of the base unit, as categories write it: `V`, `%`, `1` for a plain number.
  package var unitSymbol: String {
    switch self {
    case .number: "1"
    case .ratio: "%"
    case .voltage: "V"
    case .current: "A"
    case .resistance: "Ω"
    case .capacitance: "F"
    case .inductance: "H"
    case .frequency: "Hz"
    case .power: "W"
    case .charge: "Ah"
    case .length: "m"
    case .time: "s"
    case .temperature: "°C"
    case .mass: "g"
    case .information: "bit"
    case .level: "dB"
    }
  }

  /// The dimension that a category's `unit` names; nil for a symbol that is none of `unitSymbol`.
  package init?(unitSymbol: String) {
    let plain = NumberText.normalized(unitSymbol)
    guard let found = Dimension.allCases.first(where: { $0.unitSymbol == plain }) else { return nil }
    self = found
  }

  /// Whether a bare number is taken in the base unit. Shares, temperatures, charges, masses, sizes of memory and levels
  /// need their unit, since several are common.
  var acceptsBareNumber: Bool {
    switch self {
    case .number, .voltage, .current, .resistance, .capacitance, .inductance, .frequency, .power, .length, .time: true
    case .ratio, .temperature, .charge, .mass, .information, .level: false
    }
  }

  /// Units without a prefix. Those in `prefixable` take one as well.
  var units: [MeasureUnit] {
    switch self {
    case .number: [MeasureUnit(symbol: "1", exponent: 0)]
    case .ratio:
      [
        MeasureUnit(symbol: "%", exponent: -2), MeasureUnit(symbol: "ppm", exponent: -6),
        MeasureUnit(symbol: "‰", exponent: -3), MeasureUnit(symbol: "ppb", exponent: -9),
      ]
    case .voltage: [MeasureUnit(symbol: "V", exponent: 0)]
    case .current: [MeasureUnit(symbol: "A", exponent: 0)]
    case .resistance: ["Ω", "R", "ohm", "ohms", "Ohm", "Ohms", "欧", "欧姆"].map { MeasureUnit(symbol: $0, exponent: 0) }
    case .capacitance: [MeasureUnit(symbol: "F", exponent: 0)]
    case .inductance: [MeasureUnit(symbol: "H", exponent: 0)]
    case .frequency: ["Hz", "HZ"].map { MeasureUnit(symbol: $0, exponent: 0) }
    case .power: [MeasureUnit(symbol: "W", exponent: 0)]
    case .charge: ["Ah", "AH"].map { MeasureUnit(symbol: $0, exponent: 0) }
    case .length:
      [
        MeasureUnit(symbol: "m", exponent: 0), MeasureUnit(symbol: "cm", exponent: -2),
        MeasureUnit(symbol: "in", exponent: -4, factor: 254), MeasureUnit(symbol: "\"", exponent: -4, factor: 254),
        MeasureUnit(symbol: "inch", exponent: -4, factor: 254), MeasureUnit(symbol: "mil", exponent: -7, factor: 254),
      ]
    case .time:
      [
        MeasureUnit(symbol: "s", exponent: 0), MeasureUnit(symbol: "min", exponent: 0, factor: 60),
        MeasureUnit(symbol: "h", exponent: 0, factor: 3600),
      ]
    case .temperature: ["°C", "C", "degC", "摄氏度"].map { MeasureUnit(symbol: $0, exponent: 0) }
    case .mass: [MeasureUnit(symbol: "g", exponent: 0)]
    case .information:
      [
        MeasureUnit(symbol: "bit", exponent: 0), MeasureUnit(symbol: "bits", exponent: 0),
        MeasureUnit(symbol: "b", exponent: 0), MeasureUnit(symbol: "B", exponent: 0, factor: 8),
        MeasureUnit(symbol: "byte", exponent: 0, factor: 8), MeasureUnit(symbol: "bytes", exponent: 0, factor: 8),
      ]
    case .level: ["dB", "dBm", "dBi", "dBc"].map { MeasureUnit(symbol: $0, exponent: 0) }
    }
  }

  /// Prefixes that stand before units of this dimension.
  var prefixes: [MeasureUnit] {
    switch self {
    case .number, .ratio, .temperature, .level: []
    case .information:
      ["k", "K", "Ki", "M", "Mi", "G", "Gi", "T", "Ti"].map { symbol in
        let power = ["k": 1, "K": 1, "M": 2, "G": 3, "T": 4][symbol.first!]!
        return MeasureUnit(symbol: symbol, exponent: 0, factor: Int128(1) << (10 * Int128(power)))
      }
    default: Self.decimalPrefixes
    }
  }

  /// Letters that may follow a bare number: `10k` for ohms, `100n` for farads.
  var bareMultipliers: [MeasureUnit] {
    switch self {
    case .resistance:
      Self.decimalPrefixes + [MeasureUnit(symbol: "meg", exponent: 6), MeasureUnit(symbol: "Meg", exponent: 6)]
    case .number: Self.decimalPrefixes.filter { $0.exponent > 0 }
    case .voltage, .current, .capacitance, .inductance, .frequency, .power: Self.decimalPrefixes
    default: []
    }
  }

  private static let decimalPrefixes = [
    MeasureUnit(symbol: "f", exponent: -15), MeasureUnit(symbol: "p", exponent: -12),
    MeasureUnit(symbol: "n", exponent: -9), MeasureUnit(symbol: "u", exponent: -6),
    MeasureUnit(symbol: "m", exponent: -3), MeasureUnit(symbol: "k", exponent: 3),
    MeasureUnit(symbol: "K", exponent: 3), MeasureUnit(symbol: "M", exponent: 6),
    MeasureUnit(symbol: "G", exponent: 9), MeasureUnit(symbol: "T", exponent: 12),
  ]

  /// The unit that `written` names, prefix included; nil when this dimension has none of the name.
  func unit(_ written: String) -> MeasureUnit? {
    if let plain = units.first(where: { $0.symbol == written }) { return plain }
    for prefix in prefixes where written.hasPrefix(prefix.symbol) {
      let name = String(written.dropFirst(prefix.symbol.count))
      guard let unit = units.first(where: { $0.symbol == name }), takesPrefix(unit) else { continue }
      return MeasureUnit(
        symbol: written, exponent: unit.exponent + prefix.exponent, factor: unit.factor * prefix.factor)
    }
    return nil
  }

  private func takesPrefix(_ unit: MeasureUnit) -> Bool {
    self == .information || (unit.exponent == 0 && unit.factor == 1)
  }
}
