import Base
import Electronics
import Market
import PlanVerifier
import SourcingPlan

/// A market of two floors and a metro station, a board of three lines, and the one right plan for them, worked out by hand.
///
/// Walking speed is 1 m/s. Metro to the counter A-1-01: 50 m and 10 s at the crossing, then 15 m: 75 s. A-1-01 to A-2-07:
/// 15 m, 10 m and 20 s on the stairs, 25 m: 70 s. A-2-07 to the metro: 25 m, 30 s, 20 m, 60 s: 135 s.
///
/// Should A-1-01 have no charger left, A-1-03 has the same one: 5 m back towards the door. Walking there takes 5 s, serving
/// 90 s, and on to A-2-07 75 s: 170 s later than planned at A-2-07, which opens at 10:00 only, 365 s after the planned arrival.
/// So nothing is later at the end; with 9 % for the invoice in place of 6 % the goods come to 8.39 yuan instead of 8.16.
enum DayFixture {
  static let loss = Money(microYuan: 2_000_000)
  static let date = "2026-12-04"

  static var facts: VerifierFacts {
    VerifierFacts(
      specDigest: "00000000000000aa", catalogDigest: "00000000000000bb", board: board, day: day, market: market)
  }

  static var board: BoardFacts {
    let good: Set<Condition> = [.original, .looseNew]
    var board = BoardFacts(
      name: "charger", boards: 20, invoice: true,
      slots: [
        SlotFacts(
          references: ["U1"], count: 1, sparesPerMille: 20,
          policy: SlotPolicyFacts(conditions: good, banned: ["A-1-05"], loss: Money(microYuan: 5_000_000)),
          accepts: { $0.category == "charger" && $0.package == "ESOP-8" }),
        SlotFacts(
          references: ["R1", "R2", "R3", "R4"], count: 4, sparesPerMille: 20,
          policy: SlotPolicyFacts(conditions: good, singleLot: true, loss: loss),
          accepts: { $0.category == "resistor" }),
        SlotFacts(
          references: ["J1"], count: 1, sparesPerMille: 20,
          policy: SlotPolicyFacts(conditions: good, pinned: ["A-2-07", "B-1-01"], loss: loss),
          accepts: { $0.id.mpn == "TYPE-C-31-M-12" }),
      ],
      work: WorkFacts(services: [.pcb: nil, .smt: "smt-a"], area: 2400, layers: 2, joints: 120, sides: 1))
    board.title = LocalizedText(english: "USB charger", chinese: "USB 充电器")
    return board
  }

  static var day: DayFacts {
    DayFacts(
      date: LocalDate(date)!, start: 9 * 3600 + 1800, finish: 18 * 3600 + 1800, from: "metro", to: "metro",
      buyers: [BuyerFacts(name: "A", ratePerHour: Money(microYuan: 60_000_000), load: 60_000)],
      budget: Money(microYuan: 50_000_000))
  }

  static var market: MarketFacts {
    MarketFacts(
      profile: MarketProfile(
        id: "alley", english: "The alley", chinese: "小巷", kind: .walking, walkingSpeed: 1000,
        badPartsPerMillion: [.original: 1000, .looseNew: 4000, .refurbished: 50_000], defaultStart: "metro",
        sampleNotice: LocalizedText(english: "Stalls and offers are generated.", chinese: "档口与报价为生成数据。"),
        settings: [
          MarketSetting(name: "walking.speed", value: "1 m/s", standing: .assumed, source: "crowded aisles")
        ]),
      buildings: [
        "A": building("A"), "B": building("B"), "C": building("C", closed: "2016, rebuilt"),
      ],
      nodes: [
        node("metro", .station, nil), node("A/door", .door, Position(building: "A", floor: 1, east: 0, north: 0)),
        node("A/1/stairs", .stairs, Position(building: "A", floor: 1, east: 2000, north: 0)),
        node("A/2/stairs", .stairs, Position(building: "A", floor: 2, east: 2000, north: 0)),
        node("C/door", .door, Position(building: "C", floor: 1, east: 0, north: 0)),
      ],
      links: [
        WalkingLink(from: "metro", to: "A/door", length: 5000, waitSeconds: 10, source: "assumed"),
        WalkingLink(from: "metro", to: "A/door", length: 9000, waitSeconds: 0, source: "assumed"),
        WalkingLink(from: "A/2/stairs", to: "A/1/stairs", length: 1000, waitSeconds: 20, source: "assumed"),
        WalkingLink(from: "metro", to: "C/door", length: 5500, waitSeconds: 0, source: "assumed"),
      ],
      stalls: DayFixture.stalls, offers: DayFixture.offers, parts: parts, categories: categories,
      attrition: [
        "ic": Attrition(handling: "ic", minimum: 1, perMille: 20, source: "assumed"),
        "chip": Attrition(handling: "chip", minimum: 10, perMille: 50, source: "assumed"),
      ],
      services: services)
  }

  private static func building(_ id: String, closed: String? = nil) -> Building {
    Building(
      id: id, english: "Building \(id)", chinese: "\(id)座", address: "", east: 0, north: 0, closed: closed,
      source: "assumed",
      floors: [1, 2].map { Floor(number: $0, width: 3000, depth: 2000, families: [], source: "assumed") })
  }

  private static func node(_ id: String, _ kind: WalkingNode.Kind, _ position: Position?) -> WalkingNode {
    WalkingNode(id: id, kind: kind, english: id, chinese: id, position: position)
  }
}

extension DayFixture {
  static let charger = PartID(maker: "TOPPOWER", mpn: "TP4056")
  static let resistor = PartID(maker: "UNI-ROYAL", mpn: "0402WGF1002TCE")
  static let connector = PartID(maker: "Korean Hroparts Elec", mpn: "TYPE-C-31-M-12")
  static let otherCharger = PartID(maker: "TOPPOWER", mpn: "TP4057")

  private static var parts: [PartID: Part] {
    let all = [
      part(charger, "charger", "ESOP-8", "Li-ion charger, linear", "线性锂电充电芯片"),
      part(otherCharger, "charger", "SOT-23-6", "Li-ion charger, small", "小型锂电充电芯片"),
      part(resistor, "resistor", "0402", "10 kΩ 1 %", "10 kΩ 1 % 电阻"),
      part(connector, "connector", "SMD", "USB-C socket", "USB-C 母座"),
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  private static func part(
    _ id: PartID, _ category: String, _ package: String, _ english: String, _ chinese: String
  ) -> Part {
    Part(
      id: id, category: category, package: package, parameters: [:], english: english, chinese: chinese,
      source: "assumed")
  }

  private static var categories: [String: PartCategory] {
    let all = [("charger", "ic", 80), ("resistor", "chip", 1), ("connector", "ic", 1200)].map {
      PartCategory(
        id: $0.0, english: $0.0, chinese: $0.0, handling: $0.1, family: $0.0, milligrams: Int64($0.2), parameters: [])
    }
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  private static var stalls: [PlaceID: Stall] {
    let week = [[OpeningHours]](repeating: [OpeningHours(open: 9 * 3600, close: 66_600)], count: 7)
    let late = [[OpeningHours]](repeating: [OpeningHours(open: 36_000, close: 64_800)], count: 7)
    var friday = week
    friday[4] = []
    let all = [
      stall("A-1-01", at: (1, 1000, 500), week, setup: 60, line: 30, invoice: 60, risk: 1000),
      stall("A-1-02", at: (1, 1000, 500), friday, setup: 60, line: 30, invoice: 60, risk: 1000),
      stall("A-1-03", at: (1, 500, 500), week, setup: 60, line: 30, invoice: 90, risk: 1000),
      stall("A-1-05", at: (1, 1000, 500), week, setup: 60, line: 30, invoice: 60, risk: 1000),
      stall("A-1-09", at: (1, 1000, 500), week, setup: 60, line: 30, invoice: nil, risk: 1000),
      stall("A-2-07", at: (2, 500, 1000), late, setup: 90, line: 20, invoice: 30, risk: 1500),
      stall("C-1-01", in: "C", at: (1, 1000, 1000), week, setup: 60, line: 30, invoice: 60, risk: 1000),
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  private static func stall(
    _ id: PlaceID, in building: String = "A", at place: (floor: Int, east: Int, north: Int), _ week: [[OpeningHours]],
    setup: Int, line: Int, invoice: Int?, risk: Int
  ) -> Stall {
    Stall(
      id: id, english: "Stall \(id)", chinese: "\(id)号档口",
      position: Position(building: building, floor: place.floor, east: place.east, north: place.north),
      counter: String(id.text.suffix(2)),
      hours: week, setupSeconds: setup, lineSeconds: line, givesInvoice: invoice != nil,
      invoicePerMille: invoice ?? 0, riskPerMille: risk, source: "sample")
  }

  private static var offers: [SupplyID: Offer] {
    let chargers = ["A-1-01", "A-1-02", "A-1-03", "A-1-05", "A-1-09", "C-1-01"].map {
      offer("\($0)/TP4056", $0, charger, .original, [(1, 350_000), (100, 210_000)], stock: 500)
    }
    let others = [
      offer("A-1-01/TP4056/old", "A-1-01", charger, .refurbished, [(1, 350_000)], stock: 500),
      offer("A-1-01/TP4057", "A-1-01", otherCharger, .original, [(1, 350_000)], stock: 500),
      offer("A-1-01/R", "A-1-01", resistor, .original, [(1, 20_000)], minimum: 1, multiple: 1, stock: 50, tax: true),
      offer(
        "A-2-07/R", "A-2-07", resistor, .original, [(100, 4_000), (1000, 2_000)], minimum: 100, multiple: 50,
        stock: 5000, tax: true),
      offer("A-2-07/J", "A-2-07", connector, .looseNew, [(1, 800_000)], stock: 60, tax: true, runner: 15),
      offer("A-1-01/J", "A-1-01", connector, .looseNew, [(1, 800_000)], stock: 60, tax: true),
    ]
    return Dictionary(uniqueKeysWithValues: (chargers + others).map { ($0.id, $0) })
  }

  private static func offer(
    _ id: SupplyID, _ stall: PlaceID, _ part: PartID, _ condition: Condition, _ breaks: [(Int, Int64)],
    minimum: Int = 1,
    multiple: Int = 1, stock: Int, tax: Bool = false, runner: Int = 0
  ) -> Offer {
    Offer(
      id: id, stall: stall, part: part, condition: condition,
      breaks: breaks.map { PriceBreak(from: $0.0, unitPrice: Money(microYuan: $0.1)) }, minimum: minimum,
      multiple: multiple, stock: stock, taxIncluded: tax, runnerMinutes: runner, seen: "2026-11-20", source: "sample")
  }

  private static var services: [Service] {
    let always = [[OpeningHours]](repeating: [], count: 7)
    let days = [[OpeningHours]](repeating: [OpeningHours(open: 9 * 3600, close: 18 * 3600)], count: 7)
    return [
      Service(
        id: "pcb-web", kind: .pcb, english: "boards", chinese: "打板", place: nil, hours: always,
        price: ServiceFormula(base: 50_000_000), duration: ServiceFormula(base: 86_400_000), standing: .assumed,
        source: "assumed"),
      Service(
        id: "smt-a", kind: .smt, english: "placing", chinese: "贴片", place: "A/door", hours: days,
        price: ServiceFormula(base: 100_000_000, perJoint: 10_000), duration: ServiceFormula(base: 14_400_000),
        standing: .assumed, source: "assumed"),
      Service(
        id: "smt-b", kind: .smt, english: "other placing", chinese: "贴片二", place: "A/door", hours: days,
        price: ServiceFormula(base: 1_000_000), duration: ServiceFormula(base: 14_400_000), standing: .assumed,
        source: "assumed"),
    ]
  }
}
