import Base
import Market
import Testing

@Suite("Service orders")
struct ServiceOrderTests {
  @Test("a value is the formula's, rounded once", arguments: 0..<60)
  func valuesEqualTheFormula(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 1)
    func draw(_ most: Int64) -> Int64 { Int64.random(in: 0...most, using: &random) }
    let formula = ServiceFormula(
      minimum: draw(200_000_000), base: draw(100_000_000), perBoard: draw(1_000_000), perAreaLayer: draw(30_000),
      perJoint: draw(20_000), perSide: draw(50_000_000))
    let (boards, area, layers, joints, sides) = (draw(200), draw(10_000), draw(6), draw(500), draw(2))
    let whole =
      formula.base + formula.perBoard * boards + formula.perJoint * joints * boards + formula.perSide * sides
    let hundredths = formula.perAreaLayer * area * layers * boards
    let expected = max(formula.minimum, whole + hundredths / 100 + (hundredths % 100 >= 50 ? 1 : 0))
    let value = formula.value(
      boards: Int(boards), area: Int(area), layers: Int(layers), joints: Int(joints), sides: Int(sides))
    #expect(value == expected)
  }

  @Test("limits decide what a service takes; prices go to the fen and durations to the second")
  func limitsAndRounding() {
    let service = Service(
      id: "smt", kind: .smt, english: "SMT", chinese: "贴片", place: nil, hours: WeeklyHours.allDay, layers: 1...2,
      largestArea: 9_000, sides: 1...1, boards: 2...10, price: ServiceFormula(perJoint: 12_070),
      duration: ServiceFormula(base: 1, perBoard: 1_000), standing: .assumed, source: "test")
    #expect(service.accepts(boards: 2, area: 9_000, layers: 2, sides: 1))
    #expect(!service.accepts(boards: 1, area: 9_000, layers: 2, sides: 1))
    #expect(!service.accepts(boards: 2, area: 9_001, layers: 2, sides: 1))
    #expect(!service.accepts(boards: 2, area: 9_000, layers: 3, sides: 1))
    #expect(!service.accepts(boards: 2, area: 9_000, layers: 2, sides: 2))
    #expect(service.limits == "2 to 10 boards, 1 to 2 layers, at most 9000 mm2, 1 sides")
    #expect(service.price(boards: 3, area: 100, layers: 2, joints: 7, sides: 1) == Money(microYuan: 250_000))
    #expect(service.seconds(boards: 3, area: 100, layers: 2, joints: 7, sides: 1) == 4)
  }
}
