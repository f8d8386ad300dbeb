import Base
import Market
import SourcingPlan
import Testing

@testable import PlanVerifier

/// Plans of boards with several variants.
@Suite struct VariantCheckTests {
  private static let costs = [Money(microYuan: 5_000_000), Money(microYuan: 20_000_000)]
  private static let variants = [
    VariantFacts(designs: ["core": nil], oneTimeCosts: [costs[0]]),
    VariantFacts(designs: ["core": "one-chip"], oneTimeCosts: [costs[1]]),
  ]

  private static var facts: VerifierFacts {
    var facts = DayFixture.facts
    facts.board.variant = variants[0]
    facts.board.variants = variants
    return facts
  }

  private static func filling(_ design: String?) -> [PlanFilling] {
    [PlanFilling(group: "core", design: design, name: design.map { LocalizedText(english: $0, chinese: $0) })]
  }

  /// The right plan, built of discrete parts for five yuan, beside a design for twenty.
  private static func right() throws -> PlanDocument {
    var plan = try WrongPlan.right()
    plan.fillings = filling(nil)
    plan.oneTimeCosts = [
      PlanOneTimeCost(
        amount: Amount(costs[0]), purpose: LocalizedText(english: "x", chinese: "x"), isAssumed: true, source: "assumed"
      )
    ]
    plan.cost[.oneTime] = Amount(costs[0])
    plan.cost.total.money = plan.cost.total.money + costs[0]
    plan.bound = plan.bound.map { Amount($0.money + costs[0]) }
    plan.gap = plan.bound.flatMap { Share(of: plan.cost.total.money - $0.money, in: plan.cost.total.money) }
    plan.baselines = []
    plan.decidableGap = nil
    var other = plan.cost
    other[.oneTime] = Amount(costs[1])
    other.total.money = other.total.money + costs[1] - costs[0]
    plan.ways = [
      PlanVariant(
        fillings: filling(nil), cost: plan.cost, bound: plan.bound, gap: plan.gap, minutes: 1, stalls: 2, lines: 3),
      PlanVariant(
        fillings: filling("one-chip"), cost: other, bound: other.total, gap: Share(millionths: 0), minutes: 1,
        stalls: 2,
        lines: 3),
    ]
    return plan
  }

  private func codes(_ plan: PlanDocument, _ facts: VerifierFacts = facts) -> [String] {
    PlanVerifier(facts).violations(in: plan).map(\.code.rawValue)
  }

  @Test func theRightPlanHolds() throws {
    #expect(codes(try Self.right()) == [])
  }

  @Test func anotherWayThanTheSpecsIsRefused() throws {
    var plan = try Self.right()
    plan.fillings = Self.filling("two-chips")
    #expect(codes(plan).contains("V004"))
    plan.fillings = nil
    #expect(codes(plan).contains("V004"))
  }

  @Test func whatIsSpentOnceIsTheSpecs() throws {
    var plan = try Self.right()
    plan.oneTimeCosts?[0].amount = Amount(.zero)
    #expect(codes(plan) == ["V089"])
    plan = try Self.right()
    plan.cost[.oneTime] = nil
    plan.cost.total.money = plan.cost.total.money - Self.costs[0]
    #expect(codes(plan).contains("V089"))
  }

  @Test func everyVariantIsComparedOnceAndItsFiguresFitEachOther() throws {
    let edits: [@Sendable (inout PlanDocument) -> Void] = [
      { $0.ways?.removeLast() }, { $0.ways?[1].fillings = Self.filling(nil) },
      { $0.ways?[1].cost?.total = Amount(Money(microYuan: 900_000_000)) },
      { $0.ways?[1].bound = Amount(Money(microYuan: 9_000_000_000)) }, { $0.ways?[1].gap = Share(millionths: 7) },
      { $0.ways?[1].cost = nil }, { $0.ways?[1].cost?[.oneTime] = Amount(Self.costs[0]) },
      { $0.ways?[0].cost?.cash = Amount(.zero) },
    ]
    for (index, edit) in edits.enumerated() {
      var plan = try Self.right()
      edit(&plan)
      #expect(codes(plan).contains("V104"), "edit \(index)")
    }
  }

  @Test func aWayThatCostsLessThanThePlanIsTold() throws {
    var plan = try Self.right()
    let less = Money(microYuan: plan.cost.total.money.microYuan - 10_000)
    let goods = Money(microYuan: plan.cost[.goods]!.money.microYuan - 15_010_000)
    plan.ways?[1].cost?[.goods] = Amount(goods)
    plan.ways?[1].cost?.total = Amount(less)
    plan.ways?[1].bound = Amount(less)
    #expect(Set(codes(plan)) == ["V105"])
  }

  @Test func aChipsetIsNeededForAsManyBoardsAsItIsSoldFrom() throws {
    var facts = Self.facts
    facts.board.slots[0].minimumSets = 20
    #expect(codes(try Self.right(), facts) == [])
    facts.board.slots[0].minimumSets = 50
    #expect(codes(try Self.right(), facts).contains("V017"))
  }
}
