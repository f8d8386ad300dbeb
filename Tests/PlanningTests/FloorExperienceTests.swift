import Base
import Electronics
import Market
import SourcingPlan
import TestSupport
import Testing

@testable import Planning

@Suite("What is learned from asks on floors")
struct FloorExperienceTests {
  private static let settings = AskSettings(
    lineSeconds: 360, setupSeconds: 120, wait: .zero, chances: [.value: 850, .listed: 550, .unlisted: 250],
    factors: [.original: 1_150, .looseNew: 850], places: ["default": 800], families: [:], weight: 10)

  private static func floor(_ number: Int = 1, perMille: Int = 800) -> AskedFloor {
    AskedFloor(
      stall: Stall(
        id: PlaceID(building: "SEG", floor: number), english: "", chinese: "",
        position: Position(building: "SEG", floor: number, east: 1, north: 1), counter: "", hours: [],
        setupSeconds: 120, lineSeconds: 360, givesInvoice: true, invoicePerMille: 0, source: "test"),
      families: ["ics"], perMille: perMille)
  }

  private static func answer(
    _ number: Int, kind: AskSettings.Kind = .listed, on floor: Int = 1, isFound: Bool = true, seconds: Int? = nil,
    price: (Condition, Int)? = nil
  ) -> FloorAnswer {
    FloorAnswer(
      plan: "p", line: "b/U\(number)", market: "north", floor: PlaceID(building: "SEG", floor: floor),
      day: LocalDate("2026-12-05")!, kind: kind, isFound: isFound, seconds: seconds,
      price: price.map { .init(condition: $0.0, perMille: $0.1) })
  }

  @Test("without answers, and without a weight, the settings stand")
  func nothing() {
    var unweighted = Self.settings
    unweighted.weight = nil
    let experiences = [
      FloorExperience(Self.settings, []),
      FloorExperience(unweighted, [Self.answer(1, seconds: 600, price: (.original, 2_000))]),
      // Another floor, another kind, another condition.
      FloorExperience(
        Self.settings, [Self.answer(1, kind: .value, on: 2, seconds: 600, price: (.looseNew, 2_000))]),
    ]
    for experience in experiences {
      let (chance, learned) = experience.chance(.listed, on: Self.floor())
      #expect(chance == 440_000 && learned == nil)
      #expect(experience.lineSeconds(on: Self.floor()) == 360 && experience.factor(.original) == 1_150)
    }
  }

  @Test("a chance is the mean of the setting, worth its weight, and what was found")
  func chance() {
    let answers = [true, false, true, true].enumerated().map { Self.answer($0, isFound: $1) }
    let (chance, learned) = FloorExperience(Self.settings, answers).chance(.listed, on: Self.floor())
    // (10 × 0.44 + 3) / 14 = 0.528571…
    #expect(chance == 528_571 && learned == .init(asked: 4, found: 3))
  }

  @Test("minutes are the mean of those that may have been asking; factors hold odd prices back")
  func minutesAndFactor() {
    let answers = [600, 1_440, 90, 1_441, 89].enumerated().map { Self.answer($0, seconds: $1) }
    // (10 × 360 + 600 + 1,440 + 90) / 13 s = 7.35 min
    #expect(FloorExperience(Self.settings, answers).lineSeconds(on: Self.floor()) == 7 * 60)
    let prices = [(Condition.original, 2_000), (.original, 99_000), (.original, 1), (.looseNew, 400)].enumerated()
      .map { Self.answer($0, price: $1) }
    // (10 × 1,150 + 2,000 + 4,600 + 287) / 13 = 1,414.4
    #expect(FloorExperience(Self.settings, prices).factor(.original) == 1_414)
  }

  /// The mean of so many copies of the setting and of what was seen, in full.
  private static func mean(_ setting: Double, _ seen: [Double]) -> Double {
    let all = Array(repeating: setting, count: 10) + seen
    return all.reduce(0, +) / Double(all.count)
  }

  @Test("every figure is the mean of ten settings and what was seen")
  func means() {
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: 71_000 + seed)
      let answers = (0..<Int.random(in: 0...30, using: &random)).map { number in
        Self.answer(
          number, kind: AskSettings.Kind.allCases.randomElement(using: &random) ?? .value,
          on: Int.random(in: 1...2, using: &random), isFound: Bool.random(using: &random),
          seconds: Bool.random(using: &random) ? Int.random(in: 1...2_000, using: &random) : nil,
          price: Bool.random(using: &random)
            ? (Bool.random(using: &random) ? .original : .looseNew, Int.random(in: 1...9_000, using: &random)) : nil)
      }
      let experience = FloorExperience(Self.settings, answers)
      let here = answers.filter { $0.floor == "floor:SEG/1" }
      for kind in AskSettings.Kind.allCases {
        let own = here.filter { $0.kind == kind }.map { $0.isFound ? 1e6 : 0 }
        let setting = Double(Self.settings.chances[kind] ?? 0) * 800
        let chance = experience.chance(kind, on: Self.floor())
        #expect(abs(Double(chance.millionths) - Self.mean(setting, own)) <= 0.501, "seed \(seed)")
        #expect(chance.learned?.asked ?? 0 == own.count)
      }
      let minutes = here.compactMap(\.seconds).map { Double($0) / 60 }.filter { $0 >= 1.5 && $0 <= 24 }
      let line = Double(experience.lineSeconds(on: Self.floor())) / 60
      #expect(abs(line - Self.mean(6, minutes)) <= 0.501, "seed \(seed)")
      let prices = answers.compactMap(\.price).filter { $0.condition == .original }
        .map { min(max(Double($0.perMille), 287), 4_600) }
      #expect(abs(Double(experience.factor(.original)) - Self.mean(1_150, prices)) <= 0.501, "seed \(seed)")
    }
  }

  /// Days with answers of all kinds: the plan verifies, and the verifier, which works the figures out by itself, finds each other figure.
  @Test("plans on what was learned verify, and no others", arguments: [1, 4] as [UInt64])
  func verified(seed: UInt64) throws {
    var random = SeededGenerator(seed: 70_000 + seed)
    var day = TestDay.plain([100, 100])
    day.isImported = true
    day.goods[1].offers = [:]
    day.goods[1].count = Int.random(in: 1...20, using: &random)
    day.goods[1].family = "ics"
    day.goods[1].list = Int64.random(in: 1...90, using: &random)
    day.asking = .init(floors: [(metres: 10, families: ["ics"], share: Int.random(in: 1...10, using: &random) * 100)])
    day.floorAnswers = (0..<Int.random(in: 1...6, using: &random)).map { number in
      var answer = Self.answer(
        number, kind: .value, isFound: Bool.random(using: &random),
        seconds: Bool.random(using: &random) ? Int.random(in: 1...300, using: &random) : nil,
        price: Bool.random(using: &random) ? (.original, Int.random(in: 1...9_000, using: &random)) : nil)
      answer.floor = "floor:F0/1"
      return answer
    }
    let plan = try day.plan(seed: seed)
    #expect(day.violations(in: plan) == [], "seed \(seed)")
    let estimate = try #require(plan.asked?.first?.estimate)
    #expect(estimate.place != nil, "seed \(seed)")
    #expect(estimate.learned?.asked == day.floorAnswers.count, "seed \(seed)")
    let changes: [(inout PlanEstimate) -> Void] = [
      { $0.learned?.found += 1 }, { $0.learned = nil }, { $0.kind = .unlisted },
      { $0.chance = Share(millionths: ($0.chance?.millionths ?? 0) ^ 1) }, { $0.minutes += 1 },
    ]
    for (number, change) in changes.enumerated() {
      var wrong = plan
      change(&wrong.asked![0].estimate!)
      #expect(!day.violations(in: wrong).isEmpty, "seed \(seed), change \(number)")
    }
    var forgetful = day
    forgetful.floorAnswers = []
    #expect(!forgetful.violations(in: plan).isEmpty, "seed \(seed)")
  }
}
