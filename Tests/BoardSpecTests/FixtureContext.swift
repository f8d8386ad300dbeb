import Base
import BoardSpec
import Electronics
import Market

/// A catalog of a handful of parts, with one market.
struct FixtureContext: SpecContext {
  /// Numbers whose offers are generated.
  var sampled: Set<String> = []

  let allCategories: [PartCategory] = [
    category(
      "charger",
      [
        ("topology", .text, nil), ("input", .range, .voltage), ("current", .quantity, .current),
        ("interfaces", .list, nil), ("ntc", .flag, nil),
      ]),
    category(
      "resistor",
      [("resistance", .quantity, .resistance), ("tolerance", .quantity, .ratio), ("power", .quantity, .power)]),
    category(
      "capacitor",
      [
        ("capacitance", .quantity, .capacitance), ("tolerance", .quantity, .ratio), ("voltage", .quantity, .voltage),
        ("dielectric", .text, nil),
      ]),
  ]

  var allParts: [Part] {
    [
      part("TOPPOWER", "TP4056", "charger", "ESOP-8", "topology=linear; input=4..8V; current=1A; ntc=true"),
      part("TOPPOWER", "TP4054", "charger", "SOT-23-5", "topology=linear; input=4.25..6.5V; current=450mA"),
      part(
        "Injoinic", "IP5306", "charger", "ESOP-8",
        "topology=power-bank; input=4.5..5.5V; current=2.1A; interfaces=i2c|keys"),
      part("UNI-ROYAL", "0402WGJ0103TCE", "resistor", "0402", "resistance=10k; tolerance=5%; power=62.5mW"),
      part("UNI-ROYAL", "0402WGF1002TCE", "resistor", "0402", "resistance=10k; tolerance=1%; power=62.5mW"),
      part(
        "Samsung", "CL05B104KO5NNNC", "capacitor", "0402",
        "capacitance=100nF; tolerance=10%; voltage=16V; dielectric=X7R"),
    ]
  }

  static let design = """
    schema: peidan.design/1
    design: {id: power-bank, name: {en: Power bank, zh: 移动电源}}
    fills:
      U1: {mpn: IP5306, maker: Injoinic}
    opens:
      C1: 100nF 0402 X7R 16V
      U2: {category: charger, where: {topology: linear}, spares: 5 %}
    """

  func category(_ id: String) -> PartCategory? { allCategories.first { $0.id == id } }
  func categoryIDs() -> [String] { allCategories.map(\.id) }
  func parts(category: String) -> [Part] { allParts.filter { $0.category == category } }
  func parts(mpn: String) -> [Part] { allParts.filter { $0.id.mpn == mpn } }
  func makers() -> [String] { Set(allParts.map(\.id.maker)).sorted() }
  func mpns(like mpn: String) -> [String] { allParts.map(\.id.mpn) }
  func design(_ id: String) -> ReferenceDesignText? {
    id == "power-bank" ? ReferenceDesignText(id: id, file: "designs/power-bank.yaml", text: Self.design) : nil
  }
  func designIDs() -> [String] { ["power-bank"] }
  func marketIDs() -> [String] { ["huaqiangbei", "mail-order"] }
  func nodeIDs(market: String) -> [String] { market == "mail-order" ? [] : ["metro-huaqiang-road-a", "SEG/door-west"] }
  func stallIDs(like id: PlaceID, market: String) -> [PlaceID] { ["SEG-1F-A002", "SEG-1F-A009", "SEG-2F-B114"] }

  func offerTerms(of part: PartID, market: String) -> [OfferTerms]? {
    ownTerms(of: part).map { terms in
      var terms = terms
      terms.isSample = sampled.contains(part.mpn)
      return terms
    }
  }

  private func ownTerms(of part: PartID) -> [OfferTerms] {
    switch part.mpn {
    case "TP4056":
      [
        OfferTerms(stall: "SEG-1F-A009", condition: .looseNew, givesInvoice: true, dateCode: "2601"),
        OfferTerms(stall: "SEG-2F-B114", condition: .looseNew, givesInvoice: true),
      ]
    case "TP4054": [OfferTerms(stall: "SEG-1F-A009", condition: .pulled, givesInvoice: false)]
    case "IP5306":
      [
        OfferTerms(stall: "SEG-1F-A002", condition: .original, givesInvoice: true, dateCode: "2338"),
        OfferTerms(stall: "SEG-1F-A002", condition: .original, givesInvoice: true, dateCode: "26+"),
      ]
    case "CL05B104KO5NNNC", "0402WGJ0103TCE":
      [OfferTerms(stall: "SEG-1F-A002", condition: .original, givesInvoice: true)]
    default: []
    }
  }

  private static func category(
    _ id: String, _ parameters: [(String, ParameterDefinition.Kind, Dimension?)]
  ) -> PartCategory {
    PartCategory(
      id: id, english: id, chinese: id, handling: "ic", family: "ics", milligrams: 1,
      parameters: parameters.map {
        ParameterDefinition(name: $0.0, kind: $0.1, dimension: $0.2, english: $0.0, chinese: $0.0)
      })
  }

  private func part(_ maker: String, _ mpn: String, _ kind: String, _ package: String, _ text: String) -> Part {
    var parameters: [String: ParameterValue] = [:]
    for pair in text.split(separator: "; ") {
      let halves = pair.split(separator: "=")
      guard let definition = category(kind)?.parameters.first(where: { $0.name == halves[0] }),
        let value = try? ParameterValue(parsing: String(halves[1]), as: definition)
      else { preconditionFailure("fixture \(mpn): \(pair)") }
      parameters[definition.name] = value
    }
    return Part(
      id: PartID(maker: maker, mpn: mpn), category: kind, package: package, parameters: parameters, english: "",
      chinese: "", source: "test")
  }
}
