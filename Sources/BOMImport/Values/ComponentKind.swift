/// What kind of component a line is about, as far as its reference and its words tell.
package enum ComponentKind: String, Sendable, Hashable, CaseIterable {
  case resistor, capacitor, inductor
  case ferriteBead = "ferrite-bead"
  case thermistor, variable, array
  case lightDependent = "light-dependent"
  case varistor, film, supercapacitor, transformer, oscillator, resonator, led, diode, transistor, crystal, fuse,
    connector, mechanical, antenna, battery,
    module
  case integrated
  /// Neither reference nor words tell.
  case unknown

  /// The categories of the catalog among which typed matching looks; empty where only a number tells.
  var categories: [String] {
    switch self {
    case .resistor: ["resistor"]
    case .capacitor: ["capacitor", "tantalum-capacitor", "electrolytic-capacitor"]
    case .inductor: ["inductor"]
    case .ferriteBead: ["ferrite-bead"]
    case .crystal: ["crystal"]
    case .led: ["led"]
    default: []
    }
  }

  /// The parameter that a value of this kind gives.
  package var valueParameter: String? {
    switch self {
    case .resistor: "resistance"
    case .capacitor: "capacitance"
    case .inductor: "inductance"
    case .ferriteBead: "impedance"
    case .crystal: "frequency"
    default: nil
    }
  }

  static let passiveCategories: Set<String> = [
    "resistor", "capacitor", "tantalum-capacitor", "electrolytic-capacitor", "inductor", "ferrite-bead", "thermistor",
    "common-mode-choke",
  ]

  var isPassive: Bool {
    switch self {
    case .resistor, .capacitor, .inductor, .ferriteBead, .thermistor, .variable, .array, .lightDependent, .varistor,
      .film,
      .supercapacitor, .transformer:
      true
    default: false
    }
  }

  /// Whether a part of the category can be what the line is about: a module is never a passive, a capacitor never a resistor.
  /// Categories that the catalog has no name for (`other`) say nothing.
  func admits(category: String) -> Bool {
    if self == .unknown || category == "other" { return true }
    switch self {
    case .inductor, .ferriteBead: return ["inductor", "ferrite-bead", "common-mode-choke"].contains(category)
    case .resistor, .capacitor: return categories.contains(category)
    case .thermistor: return category == "thermistor"
    case .transformer: return category == "common-mode-choke"
    case .variable, .array, .lightDependent, .varistor, .film, .supercapacitor:
      return !Self.passiveCategories.contains(category) && isTrade(category)
    default: return !Self.passiveCategories.contains(category)
    }
  }

  /// Categories outside the passives in which parts of a special kind may stand.
  private func isTrade(_ category: String) -> Bool {
    switch self {
    case .lightDependent: category == "light-sensor"
    case .varistor: ["tvs", "esd"].contains(category)
    default: false
    }
  }

  /// Tells the kind of a line: words that contradict a bare letter win (`R1` with the footprint of a potentiometer is
  /// none), then the letters of the first reference, then words.
  init(reference: String, footprint: String, words: String, vocabulary: LineWords) {
    let plain = ComponentKind(reference: reference, footprint: footprint, words: words)
    self = plain
    var before = ""
    for word in FactWords.split(words) + FactWords.nameWords(of: footprint) {
      defer { before = word.lowercased() }
      if FactWords.negations.contains(before) { continue }
      if case .kind(let other)? = vocabulary.meaning(of: word, kind: plain) {
        self = other
        return
      }
      // `10k B3950`: a B constant is a thermistor's.
      if plain == .resistor, word.uppercased().hasPrefix("B"), word.count == 5, word.dropFirst().allSatisfy(\.isDigit) {
        self = .thermistor
        return
      }
    }
  }

  private init(reference: String, footprint: String, words: String) {
    let prefix = reference.prefix { $0.isLatin || $0 == "_" }.uppercased()
    let shape = footprint.uppercased()
    let text = words.lowercased()
    if Self.modules.contains(where: text.contains) {
      self = .module
    } else if let special = Self.special(prefix: prefix, shape: shape, text: text) {
      self = special
    } else if let known = Self.byPrefix[prefix] {
      self = known
    } else if let told = Self.byWord.first(where: { entry in entry.words.contains(where: text.contains) }) {
      self = told.kind
    } else if let told = text.split(whereSeparator: { !$0.isLetter }).lazy.compactMap({ Self.byWholeWord[String($0)] })
      .first
    {
      self = told
    } else if let told = Self.byShape.first(where: { entry in entry.starts.contains(where: shape.hasPrefix) }) {
      self = told.kind
    } else {
      self = .unknown
    }
  }

  private static func special(prefix: String, shape: String, text: String) -> ComponentKind? {
    switch byPrefix[prefix] {
    case .resistor:
      if shape.contains("POT") || text.contains("potentiometer") || text.contains("trimmer") { return .variable }
      if shape.contains("ARRAY") || shape.contains("CAT16") || text.contains("network") || text.contains("排阻") {
        return .array
      }
      if shape.contains(where: \.isNumber), PackageForm.isArray(shape) { return .array }
      if text.contains("varistor") { return .varistor }
      if text.contains("therm") || text.contains("ntc") { return .thermistor }
    case .inductor:
      if shape.hasPrefix("LED") { return .led }
      if text.contains("ferrite") || text.contains("bead") || text.contains("磁珠") { return .ferriteBead }
    case .diode:
      if shape.contains("LED") || text.hasPrefix("led") || text.contains(" led") || text.contains("发光") { return .led }
    case .capacitor:
      if text.contains("trimmer") { return .variable }
      if text.contains("network") || shape.contains("ARRAY") { return .array }
      if shape.hasPrefix("LED") { return .led }
    default: break
    }
    return nil
  }

  private static let modules = ["module", "模块", "模组", "wroom", "wrover"]

  private static let byPrefix: [String: ComponentKind] = [
    "R": .resistor, "RS": .resistor, "C": .capacitor, "EC": .capacitor, "CP": .capacitor, "TC": .capacitor,
    "CE": .capacitor,
    "L": .inductor, "FB": .ferriteBead, "FL": .ferriteBead, "RN": .array, "RP": .array, "RA": .array,
    "RV": .variable, "VR": .variable, "POT": .variable, "RT": .thermistor, "TH": .thermistor, "NTC": .thermistor,
    "LED": .led, "D": .diode, "ZD": .diode, "TVS": .diode, "Q": .transistor, "T": .transistor, "U": .integrated,
    "IC": .integrated, "X": .crystal, "Y": .crystal, "XTAL": .crystal, "F": .fuse, "J": .connector, "P": .connector,
    "CN": .connector, "CON": .connector, "USB": .connector, "USBC": .connector, "HDR": .connector, "JP": .connector,
    "SW": .mechanical, "S": .mechanical, "K": .mechanical, "BTN": .mechanical, "KEY": .mechanical, "H": .mechanical,
    "MH": .mechanical, "TP": .mechanical, "BUZZER": .mechanical, "LS": .mechanical, "BZ": .mechanical, "BT": .battery,
    "BAT": .battery, "ANT": .antenna, "AE": .antenna, "MOD": .module,
  ]

  private static let byWord: [(words: [String], kind: ComponentKind)] = [
    (["varistor", "压敏"], .varistor), (["therm", "ntc", "热敏"], .thermistor),
    (["potentiometer", "trimmer", "trimpot", "电位器"], .variable),
    (["resistor network", "resistor array", "capacitor array", "排阻", "排容"], .array),
    (["resistor", "电阻"], .resistor), (["capacitor", "电容"], .capacitor),
    (["ferrite bead", "磁珠"], .ferriteBead), (["inductor", "电感"], .inductor), (["发光二极管"], .led),
    (["crystal", "晶振"], .crystal), (["diode", "二极管"], .diode), (["transistor", "mosfet", "三极管"], .transistor),
    (["connector", "header", "连接器", "端子", "排针"], .connector),
    (["switch", "开关", "screw", "nut", "washer", "螺"], .mechanical),
    (["battery", "电池"], .battery),
  ]

  /// Short words by which descriptions begin.
  static let byWholeWord: [String: ComponentKind] = [
    "res": .resistor, "cap": .capacitor, "mlcc": .capacitor, "ind": .inductor, "xtal": .crystal, "led": .led,
  ]

  private static let byShape: [(starts: [String], kind: ComponentKind)] = [
    (["RESISTOR_", "R_0", "R_1", "R_2", "R0", "R1"], .resistor),
    (["CAPACITOR_", "C_0", "C_1", "CP_", "C0", "C1"], .capacitor),
    (["INDUCTOR_", "L_0", "L0"], .inductor), (["LED"], .led), (["CRYSTAL"], .crystal), (["DIODE_", "D_"], .diode),
  ]
}
