import BOMImport
import Electronics

/// A dozen parts as an index, looked through from front to back.
struct SmallIndex: PartIndex {
  var own: [Part]
  var listed: [Part] = []

  private var all: [Part] { own + listed }

  func parts(orderNumber: String) throws -> [Part] { all.filter { $0.source == "lcsc:\(orderNumber)" } }

  func parts(number: String) throws -> [Part] { all.filter { $0.id.mpn.lowercased() == number.lowercased() } }

  func parts(numberPrefix: String, limit: Int) throws -> [Part] {
    Array(all.filter { $0.id.mpn.lowercased().hasPrefix(numberPrefix.lowercased()) }.prefix(limit))
  }

  func parts(category: String, parameter: String, value: Quantity, package: String?) throws -> [IndexedPart] {
    let fits = { (part: Part) in
      part.category == category && part.parameters[parameter] == .quantity(value)
        && (package == nil || part.package == package)
    }
    return own.filter(fits).map { IndexedPart(part: $0, isOwn: true, stock: 0) }
      + listed.filter(fits).map { IndexedPart(part: $0, isOwn: false, stock: 100) }
  }

  func category(_ id: String) throws -> PartCategory? { nil }

  /// A part from its catalog spelling.
  static func part(
    _ mpn: String, _ maker: String, _ category: String, _ package: String,
    _ parameters: [String: (String, Dimension)] = [:],
    dielectric: String? = nil, order: String = ""
  ) -> Part {
    var values: [String: ParameterValue] = [:]
    for (name, (text, dimension)) in parameters {
      guard let quantity = try? Quantity(parsing: text, as: dimension) else { preconditionFailure("\(name) \(text)") }
      values[name] = .quantity(quantity)
    }
    if let dielectric { values["dielectric"] = .text(dielectric) }
    return Part(
      id: PartID(maker: maker, mpn: mpn), category: category, package: package, parameters: values, english: "",
      chinese: "",
      source: order.isEmpty ? "test" : "lcsc:\(order)")
  }

  static func resistor(_ mpn: String, _ value: String, _ package: String, _ tolerance: String, order: String = "")
    -> Part
  {
    part(
      mpn, "YAGEO", "resistor", package,
      ["resistance": (value, .resistance), "tolerance": (tolerance, .ratio), "power": ("100mW", .power)], order: order)
  }

  static func capacitor(_ mpn: String, _ value: String, _ package: String, _ voltage: String, _ dielectric: String)
    -> Part
  {
    part(
      mpn, "Murata", "capacitor", package, ["capacitance": (value, .capacitance), "voltage": (voltage, .voltage)],
      dielectric: dielectric)
  }

  static let standard = SmallIndex(
    own: [
      resistor("RC0603-4K7-1", "4.7k", "0603", "1%", order: "C23162"), resistor("RC0603-4K7-5", "4.7k", "0603", "5%"),
      resistor("RC0402-10K", "10k", "0402", "1%", order: "C25744"),
      capacitor("GRM-100N-16", "100n", "0402", "16V", "X7R"),
      capacitor("GRM-100N-50", "100n", "0402", "50V", "X7R"), capacitor("GRM-22P", "22p", "0402", "50V", "NP0"),
      part("TP4056", "TOPPOWER", "charger", "ESOP-8"), part("TP4056", "UMW", "charger", "ESOP-8"),
      part("CH340N", "WCH", "interface-ic", "SOP-8", order: "C506813"), part("SIM800C", "SIMCom", "gsm-module", "SMD"),
      part("100K", "Odd", "resistor", "0603"), part("STM32F103C8T6", "STMicroelectronics", "mcu", "LQFP-48"),
    ], listed: [resistor("LIST-22K", "22k", "0603", "1%")])
}
