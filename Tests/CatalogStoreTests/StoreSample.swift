import Base
import CatalogText
import Electronics
import Foundation
import Market

/// A small catalog of random parts and one market, for round trips and searches.
enum StoreSample {
  static func content(parts count: Int = 60, seed: UInt64 = 1) -> CatalogContent {
    var random = SplitMix64(seed: seed)
    let definitions = [
      ParameterDefinition(name: "current", kind: .quantity, dimension: .current, english: "current", chinese: "电流"),
      ParameterDefinition(name: "input", kind: .range, dimension: .voltage, english: "input", chinese: "输入"),
      ParameterDefinition(name: "topology", kind: .text, dimension: nil, english: "topology", chinese: "拓扑"),
      ParameterDefinition(name: "buses", kind: .list, dimension: nil, english: "buses", chinese: "总线"),
      ParameterDefinition(name: "sink", kind: .flag, dimension: nil, english: "sink", chinese: "灌"),
    ]
    let categories = ["charger", "ldo"].map { id in
      PartCategory(
        id: id, english: id, chinese: id == "charger" ? "充电芯片" : "稳压器", handling: "ic", family: "power-ics",
        milligrams: 80, parameters: definitions)
    }
    let parts = (0..<count).map { part($0, &random) }
    let stalls = (0..<5).map { index in
      Stall(
        id: "SEG-1-A\(index)", english: "Stall \(index)", chinese: "档口\(index)",
        position: Position(building: "SEG", floor: 1, east: 100 * index, north: 50), counter: "A\(index)",
        hours: Array(repeating: [OpeningHours(open: 34_217, close: 66_600)], count: 6) + [[]], setupSeconds: 60,
        lineSeconds: 20, givesInvoice: index % 2 == 0, invoicePerMille: 30, riskPerMille: 900,
        shipping: Money(microYuan: 7), shippingDays: 1, source: "visit")
    }
    var offers: [Offer] = []
    for part in parts.dropLast() {
      for stall in stalls where random.below(2) == 0 {
        offers.append(
          Offer(
            id: Offer.id(stall: stall.id, part: part.id, condition: .pulled), stall: stall.id, part: part.id,
            condition: .pulled,
            breaks: [
              PriceBreak(from: 1, unitPrice: Money(microYuan: 350_001)),
              PriceBreak(from: 100, unitPrice: Money(microYuan: 1)),
            ], minimum: 1, multiple: 1, stock: random.below(1_000), taxIncluded: random.below(2) == 0,
            runnerMinutes: random.below(30), seen: "2026-11-20", source: "visit"))
      }
    }
    return CatalogContent(
      sources: [FactSource(id: "x", title: "t", publisher: "p", date: "2026", grade: "A", address: "")],
      categories: categories, attrition: [Attrition(handling: "ic", minimum: 1, perMille: 5, source: "x")],
      parts: parts,
      designs: [
        DesignText(
          id: "d", name: LocalizedText(english: "D", chinese: "设"), chipset: ["A", "B"], file: "d.yaml", text: "a: 1\n")
      ], markets: [market(stalls, offers)])
  }

  private static func market(_ stalls: [Stall], _ offers: [Offer]) -> MarketContent {
    let floor = Floor(number: 1, width: 8_000, depth: 6_000, families: ["power-ics", "rf"], source: "x")
    return MarketContent(
      profile: MarketProfile(
        id: "north", english: "North", chinese: "北", kind: .walking, walkingSpeed: 1_100,
        badPartsPerMillion: [.original: 300, .clone: 50_000], defaultStart: "metro",
        sampleNotice: LocalizedText(english: "s", chinese: "样"),
        settings: [
          MarketSetting(name: "b", value: "1", standing: .assumed, source: "y"),
          MarketSetting(name: "a", value: "2", standing: .sourced, source: "x"),
        ]),
      buildings: [
        Building(
          id: "SEG", english: "SEG", chinese: "赛格", address: "r", east: -3, north: 4, closed: nil, source: "x",
          floors: [floor]),
        Building(
          id: "OLD", english: "Old", chinese: "老", address: "", east: 0, north: 0, closed: "2020", source: "x",
          floors: []),
      ],
      nodes: [
        WalkingNode(id: "metro", kind: .station, english: "M", chinese: "地铁", position: nil),
        WalkingNode(
          id: "door", kind: .door, english: "D", chinese: "门",
          position: Position(building: "SEG", floor: 1, east: 0, north: 0)),
      ],
      links: [WalkingLink(from: "metro", to: "door", length: 12_025, waitSeconds: 40, source: "x")],
      stalls: stalls, offers: offers,
      services: [
        Service(
          id: "smt", kind: .smt, english: "SMT", chinese: "贴片", place: "door",
          hours: Array(repeating: [OpeningHours(open: 0, close: 86_400)], count: 7), layers: nil, largestArea: 900,
          sides: 1...2, boards: 1...200, price: ServiceFormula(minimum: 3, perJoint: 30_000),
          duration: ServiceFormula(base: 7), standing: .assumed, source: "none")
      ])
  }

  private static func part(_ index: Int, _ random: inout SplitMix64) -> Part {
    var values: [String: ParameterValue] = [:]
    if random.below(4) > 0 {
      values["current"] = .quantity(Quantity(.current, stored: Int64(random.below(8)) * 250_000_000))
    }
    if random.below(4) > 0 {
      let lower = Int64(random.below(6)) * 1_000_000
      values["input"] = .range(
        QuantityRange(.voltage, lower: lower, upper: lower + Int64(random.below(6)) * 1_000_000))
    }
    if random.below(4) > 0 { values["topology"] = .text(["linear", "switching", "PD"][random.below(3)]) }
    if random.below(4) > 0 { values["buses"] = .list(Array(["i2c", "spi", "uart"].prefix(random.below(4)))) }
    if random.below(4) > 0 { values["sink"] = .flag(random.below(2) == 0) }
    let isCharger = random.below(2) == 0
    return Part(
      id: PartID(maker: ["TOP", "UMW"][random.below(2)], mpn: "P\(index)-\(random.below(1_000))"),
      category: isCharger ? "charger" : "ldo", package: ["ESOP-8", "SOT-23-5", "0402"][random.below(3)],
      parameters: values, english: "part \"quoted\" \(index)", chinese: "锂电池充电\(index)", source: "x",
      priceLevel: random.below(2) == 0
        ? nil
        : PriceLevel(first: 200_000, best: 100_000, bestFrom: 1_000, currency: "USD", date: "2026", source: "x"))
  }

  /// A fresh folder; the caller removes it.
  static func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
