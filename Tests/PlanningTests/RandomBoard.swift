import Base
import BoardSpec
import Diagnostics
import Electronics
import Market
import TestSupport

/// A small board with rules of several families at work, and parts made up at random around their limits.
struct RandomBoard {
  let board: Board
  let candidates: [[Part]]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func pick<Element>(_ choices: [Element]) -> Element { choices.randomElement(using: &random)! }
    func parts(_ category: String, _ package: String, _ make: () -> [String: ParameterValue]) -> [Part] {
      (0..<Int.random(in: 1...3, using: &random)).map { number in
        Part(
          id: PartID(maker: "M", mpn: "\(category)-\(number)"), category: category, package: package,
          parameters: make(),
          english: "", chinese: "", source: "test")
      }
    }
    func volts(_ low: [Int64], _ high: [Int64]) -> ParameterValue {
      .range(QuantityRange(.voltage, lower: pick(low) * 100_000, upper: pick(high) * 100_000))
    }
    func milliamperes(_ choices: [Int64]) -> ParameterValue {
      .quantity(Quantity(.current, stored: pick(choices) * 1_000_000))
    }
    func sometimes(_ value: ParameterValue) -> ParameterValue? {
      Int.random(in: 0..<6, using: &random) == 0 ? nil : value
    }

    let host = parts("mcu", "TSSOP-20") {
      var values = ["interfaces": ParameterValue.list(pick([["i2c", "spi"], ["i2c"], ["spi", "uart"]]))]
      values["supply"] = sometimes(volts([27, 30, 30, 33], [34, 36]))
      values["gpio"] = sometimes(.quantity(Quantity(.number, stored: pick([2, 3, 8]) * 1_000_000_000)))
      return values
    }
    let regulator = parts("ldo", pick(["SOT-23-5", "SOT-89"])) {
      var values = ["output": ParameterValue.quantity(Quantity(.voltage, stored: pick([3_300_000, 3_000_000])))]
      values["input"] = sometimes(volts([25, 45, 48], [55, 60]))
      values["current"] = sometimes(milliamperes([120, 200, 300]))
      values["dropout"] = sometimes(.quantity(Quantity(.voltage, stored: pick([250_000, 1_600_000]))))
      return values
    }
    func sensor() -> [Part] {
      parts("imu", "LGA-12(2x2)") {
        var values = ["operating-current": milliamperes([1, 30, 60])]
        values["addresses"] = sometimes(.list(pick([["0x18"], ["0x18", "0x19"], ["0x19"]])))
        values["interfaces"] = sometimes(.list(pick([["i2c"], ["i2c", "spi"], ["spi"]])))
        values["supply"] = sometimes(volts([17, 20, 24, 33], [34, 36]))
        return values
      }
    }
    candidates = [host, regulator, sensor(), sensor()]

    let place = SourcePosition(offset: 0, line: 1, column: 1)
    let span = SourceSpan(file: "b", start: place, end: place)
    func mention(_ text: String) -> Mention { Mention(text, at: span) }
    func slot(_ reference: String, _ use: SlotUse) -> Slot {
      Slot(
        references: [reference], key: reference, count: 1, requirements: [],
        policy: SlotPolicy(conditions: nil, loss: nil, singleLot: false, pinnedStalls: [], bannedStalls: []), use: use,
        span: span)
    }
    let fed = SlotUse(rails: [mention("V33")])
    var hostUse = fed
    hostUse.draw = Quantity(.current, stored: pick([10, 40]) * 1_000_000)
    let rails = [
      Rail(
        name: "VBUS", source: nil,
        range: QuantityRange(.voltage, lower: 4_750_000, upper: pick([5_250_000, 5_500_000])),
        span: span),
      Rail(
        name: "V33", source: "U2", from: "VBUS",
        range: QuantityRange(.voltage, lower: pick([2_900_000, 3_200_000]), upper: 3_400_000),
        limit: Quantity(.current, stored: pick([110, 150, 200]) * 1_000_000), span: span),
    ]
    board = Board(
      name: "b", title: LocalizedText(english: "b", chinese: "b"), quantity: 1, market: "m",
      slots: [slot("U1", hostUse), slot("U2", SlotUse()), slot("U3", fed), slot("U4", fed)],
      policy: SourcingPolicy(
        conditions: [.original], invoice: false, loss: .zero, pinnedStalls: [], bannedStalls: [],
        spares: Spares(perMille: 0)),
      rails: rails,
      buses: [
        Bus(name: "I2C0", kind: .i2c, host: mention("U1"), devices: [mention("U3"), mention("U4")], span: span)
      ],
      process: Process(
        sides: 1, stencil: true, services: [], chosen: [:], assembly: pick([.hand, .standard])),
      day: Day(date: "2026-12-04", start: 0, finish: 3600, buyers: []),
      // A board as large as this has a rail without a source; the rule is not what is tested here.
      waivers: [Waiver(code: mention("B101"), reason: mention("fed from the bench"), span: span)])
  }

  /// Every selection of candidates, in order.
  var selections: [[Int]] {
    candidates.reduce([[]]) { found, parts in found.flatMap { front in parts.indices.map { front + [$0] } } }
  }

  /// Whether the validator accepts the board with these parts pinned.
  func isValid(_ selection: [Int]) -> Bool {
    let sink = DiagnosticSink()
    BoardCheck.run(
      RuledBoard(board, candidates: zip(candidates, selection).map { [$0[$1]] }), into: sink)
    return !sink.hasErrors
  }
}
