package import Electronics

/// Typed parameters from the words of a list's description: `-55℃~+155℃ 62.5mW 6.8Ω Thick Film Resistor ±1% 0402`.
///
/// Only what a word states for certain is taken: where two words of a description could be the same parameter, the one
/// that promises less is taken (the lower current, the wider tolerance), or neither where it would be the part's value.
package struct DescriptionValues {
  /// What a word says of a part of one category.
  private struct Finding {
    var rule: Rule
    var value: ParameterValue
  }

  private let rules: [Rule]
  private let definitions: [ParameterDefinition]
  private var findings = WordMemo<Finding?>()

  /// Nil for a category whose descriptions state no parameters.
  init?(_ category: PartCategory) {
    guard let rules = DescriptionValues.rules[category.id] else { return nil }
    self.rules = rules
    definitions = category.parameters
  }

  /// The parameters of a part of `category` that its description states; those that the category does not have are left
  /// out, as is every word that is no value.
  package static func read(_ description: String, category: PartCategory) -> [String: ParameterValue] {
    var values = DescriptionValues(category)
    return values?.read(description) ?? [:]
  }

  /// See `read(_:category:)`; words are remembered from one description to the next.
  mutating func read(_ description: String) -> [String: ParameterValue] {
    var found: [String: ParameterValue] = [:]
    var ambiguous: Set<String> = []
    for bytes in description.utf8.split(separator: UInt8(ascii: " ")) {
      let word = Substring(bytes)
      guard let finding = finding(of: word) else { continue }
      let (rule, value) = (finding.rule, finding.value)
      guard let earlier = found[rule.parameter], earlier != value else {
        found[rule.parameter] = value
        continue
      }
      switch rule.conflict {
      case .neither: ambiguous.insert(rule.parameter)
      case .least: found[rule.parameter] = DescriptionValues.lesser(earlier, value)
      case .most:
        found[rule.parameter] = DescriptionValues.lesser(value, earlier) == value ? earlier : value
      }
    }
    for name in ambiguous { found[name] = nil }
    return found
  }

  private mutating func finding(of word: Substring) -> Finding? {
    let (rules, definitions) = (rules, definitions)
    return findings.value(of: word) {
      guard let reading = Reading(word), let rule = rules.first(where: { $0.fits(reading) }),
        let definition = definitions.first(where: { $0.name == rule.parameter }),
        let value = reading.value(as: definition)
      else { return nil }
      return Finding(rule: rule, value: value)
    }
  }

  private static func lesser(_ left: ParameterValue, _ right: ParameterValue) -> ParameterValue {
    guard case .quantity(let a) = left, case .quantity(let b) = right else { return left }
    return a.stored <= b.stored ? left : right
  }

  /// What kind of value a word is.
  private enum Kind {
    case quantity(Dimension)
    case share
    case temperatures
    case dielectric
  }

  private struct Rule {
    enum Conflict {
      case neither, least, most
    }

    var parameter: String
    var kind: Kind
    /// Whether the word must name a condition, as in `600Ω@100MHz`; nil for either.
    var isConditional: Bool?
    var conflict: Conflict

    init(_ parameter: String, _ kind: Kind, conditional: Bool? = nil, _ conflict: Conflict) {
      self.parameter = parameter
      self.kind = kind
      isConditional = conditional
      self.conflict = conflict
    }

    func fits(_ reading: Reading) -> Bool {
      if let isConditional, isConditional != reading.isConditional { return false }
      switch (kind, reading.kind) {
      case (.quantity(let own), .quantity(let other)): return own == other
      case (.share, .share), (.temperatures, .temperatures), (.dielectric, .dielectric): return true
      default: return false
      }
    }
  }

  private static let shared = [Rule("tolerance", .share, .most), Rule("temperature", .temperatures, .neither)]

  /// By category, in the order in which a word is tried.
  private static let rules: [String: [Rule]] = [
    "resistor": [
      Rule("resistance", .quantity(.resistance), .neither), Rule("power", .quantity(.power), .least),
      Rule("voltage", .quantity(.voltage), .least),
    ] + shared,
    "capacitor": [
      Rule("capacitance", .quantity(.capacitance), .neither), Rule("voltage", .quantity(.voltage), .least),
      Rule("dielectric", .dielectric, .neither),
    ] + shared,
    "tantalum-capacitor": [
      Rule("capacitance", .quantity(.capacitance), .neither), Rule("voltage", .quantity(.voltage), .least),
      Rule("esr", .quantity(.resistance), .most),
    ] + shared,
    "electrolytic-capacitor": [
      Rule("capacitance", .quantity(.capacitance), .neither), Rule("voltage", .quantity(.voltage), .least),
      Rule("esr", .quantity(.resistance), .most), Rule("ripple", .quantity(.current), conditional: true, .least),
    ] + shared,
    "inductor": [
      Rule("inductance", .quantity(.inductance), .neither), Rule("current", .quantity(.current), .least),
      Rule("dc-resistance", .quantity(.resistance), .most),
    ] + shared,
    "ferrite-bead": [
      Rule("impedance", .quantity(.resistance), conditional: true, .neither),
      Rule("dc-resistance", .quantity(.resistance), conditional: false, .most),
      Rule("current", .quantity(.current), .least),
    ] + shared,
    "crystal": [
      Rule("frequency", .quantity(.frequency), .neither),
      Rule("load-capacitance", .quantity(.capacitance), .neither),
      Rule("series-resistance", .quantity(.resistance), .most),
    ] + shared,
    "thermistor": [Rule("resistance", .quantity(.resistance), .neither)] + shared,
  ]

  /// A word that is a value.
  private struct Reading {
    var kind: Kind
    var isConditional: Bool
    private var text: Substring

    /// Nil for a word that is no value of a known form.
    init?(_ word: Substring) {
      let bytes = word.utf8
      guard let first = bytes.first, bytes.count >= 2, bytes.count <= 24 else { return nil }
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
      if bytes.count == 3, DescriptionValues.dielectrics[String(word)] != nil {
        self.init(kind: .dielectric, isConditional: false, text: word)
        return
      }
      if word.hasPrefix("±") {
        // `±100ppm/℃` is a drift, not a tolerance.
        guard word.hasSuffix("%") || word.hasSuffix("ppm") else { return nil }
        self.init(kind: .share, isConditional: false, text: word.dropFirst())
        return
      }
      if word.hasSuffix("℃"), word.contains("~") {
        self.init(kind: .temperatures, isConditional: false, text: word)
        return
      }
      guard isDigit else { return nil }
      let plain = word.prefix { $0 != "@" }
      let unit = plain.drop { $0.isNumber || $0 == "." }
      guard let dimension = DescriptionValues.units[String(unit)] else { return nil }
      self.init(kind: .quantity(dimension), isConditional: plain.endIndex != word.endIndex, text: plain)
    }

    private init(kind: Kind, isConditional: Bool, text: Substring) {
      self.kind = kind
      self.isConditional = isConditional
      self.text = text
    }

    /// Nil where the text is no exact value of the parameter.
    func value(as definition: ParameterDefinition) -> ParameterValue? {
      switch kind {
      case .quantity(let dimension):
        return definition.kind == .quantity
          ? (try? Quantity(parsing: String(text), as: dimension)).map { .quantity($0) } : nil
      case .share: return (try? Quantity(parsing: String(text), as: .ratio)).map { .quantity($0) }
      case .temperatures:
        let ends = text.split(separator: "~").map { $0.replacing("℃", with: "").replacing("+", with: "") }
        guard ends.count == 2 else { return nil }
        return (try? QuantityRange(parsing: "\(ends[0])..\(ends[1]) °C", as: .temperature)).map { .range($0) }
      case .dielectric: return DescriptionValues.dielectrics[String(text)].map { .text($0) }
      }
    }
  }

  /// As lists write them, in the words of the catalog: NP0 and C0G are two names of one class (IEC 60384-8 and EIA-198).
  private static let dielectrics: [String: String] = [
    "C0G": "C0G", "COG": "C0G", "NP0": "C0G", "NPO": "C0G", "X5R": "X5R", "X5S": "X5S", "X6S": "X6S", "X6T": "X6T",
    "X7R": "X7R", "X7S": "X7S", "X7T": "X7T", "X8G": "X8G", "X8L": "X8L", "X8R": "X8R", "U2J": "U2J", "Y5P": "Y5P",
    "Y5U": "Y5U", "Y5V": "Y5V", "Z5U": "Z5U",
  ]

  private static let units: [String: Dimension] = {
    var units: [String: Dimension] = [:]
    let prefixes: [(String, Dimension, [String])] = [
      ("Ω", .resistance, ["", "m", "k", "M", "G"]), ("F", .capacitance, ["p", "n", "u", "µ", "m", ""]),
      ("H", .inductance, ["n", "u", "µ", "m", ""]), ("V", .voltage, ["m", "", "k"]), ("W", .power, ["m", "", "k"]),
      ("A", .current, ["u", "m", ""]), ("Hz", .frequency, ["", "k", "M", "G"]),
    ]
    for (unit, dimension, multipliers) in prefixes {
      for multiplier in multipliers { units[multiplier + unit] = dimension }
    }
    return units
  }()
}
