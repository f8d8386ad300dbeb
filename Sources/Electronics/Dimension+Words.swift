extension Dimension {
  /// The dimension's name, for messages.
  package var noun: String {
    switch self {
    case .number: "plain numbers"
    case .level: "levels"
    case .information: "memory size"
    case .ratio: "shares"
    default: rawValue
    }
  }

  /// The dimension with its article, for messages.
  var phrase: String {
    switch self {
    case .number: "a plain number"
    case .inductance: "an inductance"
    case .information: "a size of memory"
    case .ratio: "a share"
    case .time: "a length of time"
    default: "a \(rawValue)"
    }
  }

  /// Units that are accepted, the common ones first, for messages.
  package var acceptedUnits: String {
    let names: [String] =
      switch self {
      case .number: ["a number without a unit"]
      case .ratio: ["%", "‰", "ppm", "ppb"]
      case .voltage: ["V", "mV", "uV", "kV"]
      case .current: ["A", "mA", "uA", "nA"]
      case .resistance: ["Ω", "mΩ", "kΩ", "MΩ", "R", "ohm"]
      case .capacitance: ["pF", "nF", "uF", "mF", "F"]
      case .inductance: ["nH", "uH", "mH", "H"]
      case .frequency: ["Hz", "kHz", "MHz", "GHz"]
      case .power: ["W", "mW", "uW", "kW"]
      case .charge: ["mAh", "Ah", "uAh"]
      case .length: ["mm", "um", "cm", "m", "in", "mil"]
      case .time: ["s", "ms", "us", "ns", "min", "h"]
      case .temperature: ["°C"]
      case .mass: ["g", "mg", "kg", "ug"]
      case .information: ["bit", "kbit", "Mbit", "Gbit", "B", "KB", "MB", "GB"]
      case .level: ["dB", "dBm", "dBi"]
      }
    return names.map { self == .number ? $0 : "`\($0)`" }.joined(separator: ", ")
  }

  var exampleUnit: String {
    switch self {
    case .charge: "mAh"
    case .information: "Mbit"
    case .length: "mm"
    default: unitSymbol
    }
  }

  /// Names to compare a misspelt unit with.
  var suggestedUnits: [String] {
    let prefixes =
      switch self {
      case .number: [String]()
      case .frequency: ["", "k", "M", "G"]
      default: ["", "p", "n", "u", "m", "k", "M", "G"]
      }
    return units.flatMap { unit in prefixes.map { $0 + unit.symbol } }.filter { self.unit($0) != nil }
  }
}
