import Base
import BoardSpec
import Diagnostics
import Electronics
import Foundation
import Market
import Optimizer
import Selection

/// A generated board whose parts are tied by rules of every family, bought at one counter or on a walk: how far the optimum of
/// selection and purchases is proven.
struct SelectionDay {
  var slots: Int
  var candidates: Int
  var seed: UInt64
  /// Markets; with one, selection alone decides.
  var markets: Int

  /// SplitMix64, so that a board of given size and seed is always the same.
  private struct Sequence {
    var source: SplitMix64
    mutating func below(_ bound: Int) -> Int { Int(source.next() % UInt64(bound)) }
    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
  }

  // MARK: The board

  private static let kinds = ["ldo", "mcu", "imu", "imu", "gsm-module", "led", "capacitor", "antenna"]

  /// Stages of eight slots, each with a rail, a bus, a modem and its antenna; charger, resistor and cell stand in the first.
  private var spec: String {
    var rails =
      "  VBUS: {source: J0, range: 4.75..5.25 V, limit: 3 A}\n  VBAT: {source: BT1, range: 3.4..4.2 V, limit: 9 A}\n"
    var buses = ""
    var text = "  J0: {category: usb-connector}\n  BT1: {category: cell}\n  U0: {category: charger, rail: VBUS}\n"
    text += "  R0: {category: resistor}\n"
    for index in 0..<max(0, slots - 4) {
      let (stage, place) = (index / Self.kinds.count, index % Self.kinds.count)
      let name = "X\(stage)_\(place)"
      if place == 0 {
        rails += "  V\(stage): {source: \(name), from: VBUS, range: 3.2..3.4 V, limit: 160 mA}\n"
        buses += "  I2C\(stage): {kind: i2c, host: X\(stage)_1, devices: [X\(stage)_2, X\(stage)_3]}\n"
        buses += "  UART\(stage): {kind: uart, host: X\(stage)_1, devices: [X\(stage)_4]}\n"
      }
      let rail = ["", ", rail: V\(stage)", ", rail: V\(stage)", ", rail: V\(stage)", ", rail: VBAT, draw: 80 mA"]
      let fed = place < rail.count ? rail[place] : place < 7 ? ", rail: V\(stage)" : ""
      text += "  \(name): {category: \(Self.kinds[place])\(fed)}\n"
    }
    return """
      schema: peidan.board/1
      board: {name: made, quantity: 20}
      market: huaqiangbei
      pcb: {layers: 4, size: 60 x \(slots / 2 + 20) mm}
      battery: {slot: BT1, chemistry: li-ion, capacity: 1000 mAh, voltage: 3.4..4.2 V, charge-rate: 0.5, program: R0, runtime: 1 h}
      rails:
      \(rails)buses:
      \(buses)slots:
      \(text)process: {sides: 1, stencil: true}
      regions: [CN]
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}

      """
  }

  private func part(_ kind: String, _ number: Int, _ random: inout Sequence) -> Part {
    func quantity(_ dimension: Electronics.Dimension, _ stored: Int64) -> ParameterValue {
      .quantity(Quantity(dimension, stored: stored))
    }
    func volts(_ low: Int64, _ high: Int64) -> ParameterValue {
      .range(QuantityRange(.voltage, lower: low * 100_000, upper: high * 100_000))
    }
    var values: [String: ParameterValue] = [:]
    var package = random.pick(["SOT-23-5", "SOT-23-6", "SOT-89", "ESOP-8", "QFN-32(5x5)", "LQFP-48(7x7)"])
    switch kind {
    case "ldo":
      values = [
        "output": quantity(.voltage, 3_300_000),
        "tolerance": quantity(.ratio, random.pick([10_000_000, 20_000_000, 40_000_000])),
        "input": volts(random.pick([25, 45, 48]), random.pick([52, 55, 60])),
        "current": quantity(.current, Int64(120 + 20 * random.below(20)) * 1_000_000),
        "dropout": quantity(.voltage, random.pick([200_000, 400_000, 1_500_000])),
      ]
      package = random.pick(["SOT-23-5", "SOT-89", "SOT-223"])
    case "mcu":
      values = [
        "supply": volts(random.pick([17, 27, 30, 33]), random.pick([34, 36])),
        "interfaces": .list(random.pick([["i2c", "uart", "spi"], ["i2c", "uart"], ["i2c", "spi"]])),
        "gpio": quantity(.number, Int64(random.pick([3, 4, 8, 20])) * 1_000_000_000),
        "io-voltage": random.pick([volts(27, 29), volts(32, 34), volts(17, 19)]),
        "operating-current": quantity(.current, Int64(5 + random.below(40)) * 1_000_000),
      ]
    case "imu":
      values = [
        "supply": volts(random.pick([17, 20, 33]), random.pick([34, 36])),
        "interfaces": .list(random.pick([["i2c", "spi"], ["i2c"], ["spi"]])),
        "addresses": .list(random.pick([["0x18"], ["0x19"], ["0x18", "0x19"], ["0x6a"]])),
        "operating-current": quantity(.current, Int64(1 + random.below(30)) * 1_000_000),
      ]
      package = random.pick(["LGA-12(2x2)", "LGA-14(3x2.5)", "LGA-16(3x3)"])
    case "gsm-module":
      values = [
        "bands": .list(random.pick([["900MHz", "1800MHz"], ["850MHz"], ["900MHz"]])), "radio": .list(["gsm"]),
        "supply": volts(random.pick([33, 34, 36]), 44),
        "io-voltage": random.pick([volts(27, 29), volts(17, 19), volts(32, 34)]),
        "interfaces": .list(["uart"]),
        "burst-current": quantity(.current, random.pick([1_600_000_000, 2_000_000_000])),
      ]
      package = random.pick(["SMD,10x10mm", "SMD,12x11mm", "SMD,15x14mm"])
    case "led":
      values = ["forward-voltage": random.pick([volts(18, 22), volts(28, 36)]), "colour": .text("green")]
      package = random.pick(["0603", "0402", "0805"])
    case "capacitor":
      values = ["voltage": quantity(.voltage, random.pick([4_000_000, 6_300_000, 16_000_000]))]
      package = random.pick(["0402", "0603", "0805"])
    case "antenna":
      values = ["bands": .list(random.pick([["900MHz", "1800MHz"], ["2.4GHz"], ["850MHz"]]))]
    case "charger":
      values = [
        "topology": .text("linear"), "chemistry": .text("li-ion"),
        "input": volts(random.pick([42, 45]), random.pick([52, 60])),
        "current": quantity(.current, random.pick([500_000_000, 1_000_000_000])),
        "termination": quantity(.voltage, random.pick([4_200_000, 4_350_000])),
        "program-factor": quantity(.voltage, random.pick([1_000_000_000, 1_200_000_000])),
      ]
      package = random.pick(["SOT-23-5", "ESOP-8"])
    case "resistor":
      values = [
        "resistance": quantity(.resistance, Int64(1 + random.below(8)) * 1_000_000_000),
        "tolerance": quantity(.ratio, random.pick([10_000_000, 50_000_000])),
      ]
      package = random.pick(["0402", "0603"])
    case "cell":
      values = [
        "chemistry": .text("li-ion"), "capacity": quantity(.charge, Int64(800 + 50 * random.below(12)) * 3_600_000_000),
        "voltage-range": volts(random.pick([27, 30, 34]), 42),
        "charge-limit": quantity(.current, Int64(300 + 100 * random.below(5)) * 1_000_000),
        "discharge-limit": quantity(.current, Int64(1 + random.below(15)) * 1_000_000_000), "protected": .flag(true),
      ]
    default: break
    }
    return Part(
      id: PartID(maker: "M", mpn: "\(kind)-\(number)"), category: kind, package: package, parameters: values,
      english: "",
      chinese: "", source: "made")
  }

  private func board() throws -> RuledBoard {
    let sink = DiagnosticSink()
    guard let board = try BoardReader.read(SourceText(file: "made", text: spec), context: NoParts(), into: sink) else {
      preconditionFailure(sink.diagnostics.map(\.message).joined(separator: "\n"))
    }
    var random = Sequence(source: SplitMix64(seed: seed))
    var number = 0
    let parts = board.slots.map { slot in
      (0..<candidates).map { _ in
        number += 1
        return part(slot.requirements[0].category ?? "", number, &random)
      }
    }
    return RuledBoard(board, candidates: parts)
  }

  // MARK: The day

  private func instance(_ board: RuledBoard, _ model: ResidualChoices) -> Instance {
    var random = Sequence(source: SplitMix64(seed: seed &+ 1))
    var builder = InstanceBuilder()
    var points: [(x: Int, y: Int)] = []
    for _ in 0..<markets {
      points.append((random.below(300), random.below(300)))
      builder.addMarket(windows: [.init(open: 9 * 3600, close: 18 * 3600)], setupSeconds: 60, lineSeconds: 30)
    }
    for (slot, open) in model.open.enumerated() {
      let level = 100_000 * (2 + random.below(200))
      let prices = board.candidates[slot].map { _ in level * (60 + random.below(120)) / 100 }
      builder.addSlot(
        open.map { option in
          let product = builder.addProduct(.init(attritionMinimum: 1, attritionPerMille: 20))
          for market in 0..<markets
          where markets == 1 || random.below(markets / 4 + 1) == 0 || market == option % markets {
            builder.addOffer(
              of: product, .init(market: Int32(market), stock: 1_000),
              breaks: [.init(from: 1, unitPrice: Int64(prices[option] * (90 + random.below(30)) / 100))])
          }
          return .init(product: Int32(product), amount: 20)
        })
    }
    builder.addBuyer(.init(ratePerHour: 60_000_000, earliest: 9 * 3600, latest: 18 * 3600))
    let places = points + [(150, 0), (150, 0)]
    let seconds = places.flatMap { from in
      places.map { to in Int32(markets == 1 ? 0 : abs(from.x - to.x) + abs(from.y - to.y)) }
    }
    var day = builder.build(travelSeconds: seconds, rounding: 10_000).instance
    day.isTravelMetric = true
    day.choices = model.model
    return day
  }

  func run(seconds: Double, threads: Int) throws {
    let board = try board()
    let selection = BoardSelection(board, options: board.candidates)
    guard let residual = selection.choices.residual() else {
      print("seed \(seed): no selection breaks no rule: \(selection.conflict()?.map(\.text) ?? [])")
      return
    }
    let day = instance(board, residual)
    let options = SolverOptions(
      threads: threads, timeLimit: UInt64(seconds * 1e9), now: { DispatchTime.now().uptimeNanoseconds })
    let outcome: Outcome = Solver(day, options: options).run()
    let cost = outcome.solution?.cost.total ?? -1
    print(
      "\(slots) slots × \(candidates), \(markets) markets, seed \(seed): \(selection.choices.constraints.count) constraints,",
      "\(residual.model.constraints.count) over \(residual.open.reduce(0) { $0 + $1.count }) options after propagation;",
      "cost \(cost), bound \(outcome.bound), gap \(String(format: "%.3f", 100 * (outcome.gap ?? 1))) %,",
      "\(outcome.status.rawValue) after \(String(format: "%.1f", outcome.statistics.seconds ?? -1)) s")
  }
}

/// A catalog of kinds without parts.
private struct NoParts: SpecContext {
  func category(_ id: String) -> PartCategory? {
    PartCategory(id: id, english: id, chinese: id, handling: "ic", family: "ics", milligrams: 1, parameters: [])
  }
  func categoryIDs() -> [String] { [] }
  func parts(category: String) -> [Part] { [] }
  func parts(mpn: String) -> [Part] { [] }
  func makers() -> [String] { [] }
  func mpns(like mpn: String) -> [String] { [] }
  func design(_ id: String) -> ReferenceDesignText? { nil }
  func designIDs() -> [String] { [] }
  func marketIDs() -> [String] { ["huaqiangbei"] }
  func nodeIDs(market: String) -> [String] { [] }
  func stallIDs(like id: PlaceID, market: String) -> [PlaceID] { [] }
  func offerTerms(of part: PartID, market: String) -> [OfferTerms]? { nil }
}
