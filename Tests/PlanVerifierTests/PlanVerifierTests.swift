import Base
import Electronics
import Market
import SourcingPlan
import Testing

@testable import PlanVerifier

@Suite struct PlanVerifierTests {
  @Test func theRightPlanHolds() throws {
    let violations = PlanVerifier(DayFixture.facts).violations(in: try WrongPlan.right())
    #expect(violations.map(\.code.rawValue) == [], "\(violations.map(\.message.english))")
  }

  @Test func theRightPlanOfTheSecondSchemaHolds() throws {
    let plan = try WrongPlan.right(.second)
    #expect(plan.schema == PlanDocument.currentSchema)
    let violations = PlanVerifier(DayFixture.facts).violations(in: plan)
    #expect(violations.map(\.code.rawValue) == [], "\(violations.map(\.message.english))")
  }

  @Test func thereAreWrongPlansForMostCodes() {
    let covered = Set((WrongPlan.all + WrongPlan.second + WrongPlan.mixed).flatMap(\.refused))
    #expect(WrongPlan.second.count >= 12)
    #expect(WrongPlan.all.count >= 60)
    let open = Set(Violation.Code.allCases.map(\.rawValue)).subtracting(covered)
    #expect(
      open.sorted() == [
        "V008", "V009", "V015", "V016", "V019", "V035", "V061", "V066", "V075", "V076", "V098", "V105", "V108",
        "V109", "V110", "V111", "V112", "V113",
      ],
      "the rest is tested by its own test")
  }

  @Test(arguments: WrongPlan.all + WrongPlan.second) func wrongPlanIsRefusedForExactlyItsReasons(_ wrong: WrongPlan)
    throws
  {
    let violations = PlanVerifier(DayFixture.facts).violations(in: try wrong.plan())
    let codes = Set(violations.map(\.code.rawValue)).sorted()
    #expect(codes == wrong.refused, "\(violations.map { "\($0.path): \($0.message.english)" })")
    for violation in violations {
      #expect(!violation.message.english.isEmpty && !violation.message.chinese.isEmpty)
      #expect(violation.message.english != violation.message.chinese)
    }
  }

  @Test func aStalePriceMustBeFlagged() throws {
    var facts = DayFixture.facts
    var plan = try WrongPlan.right()
    plan.inputs.priceAge = 0
    let offer = plan.lines[0].buys[0].offer
    facts.market.offers[offer]?.source = "visit"
    plan.lines[0].buys[0].isSample = false
    #expect(PlanVerifier(facts).violations(in: plan).map(\.code) == [.staleMisstated])
    plan.lines[0].buys[0].isStale = true
    #expect(PlanVerifier(facts).violations(in: plan).isEmpty)
  }

  /// The worst first: by these a buyer is sent to a wrong counter.
  @Test func wrongWordsMarksAndTimesAreRefused() throws {
    func codes(_ change: (inout PlanDocument) throws -> Void) throws -> [Violation.Code] {
      var plan = try WrongPlan.right(.second)
      try change(&plan)
      return PlanVerifier(DayFixture.facts).violations(in: plan).map(\.code)
    }
    #expect(try codes { $0.walks[0].visits[0].place?.floor = 2 } == [.wordsMisstated])
    #expect(try codes { $0.walks[0].visits[0].place?.counter = "11" } == [.wordsMisstated])
    #expect(try codes { $0.walks[0].visits[0].place = nil } == [.wordsMisstated])
    #expect(try codes { $0.lines[0].fallback?.name.english = "Stall B-9-99" } == [.wordsMisstated])
    #expect(try codes { $0.lines[0].fallback?.place?.building = "B" } == [.wordsMisstated])
    #expect(try codes { $0.lines[0].fallback?.isSample = false } == [.sampleUnlabelled])
    #expect(try codes { $0.services[0].isAssumed = false } == [.assumptionMisstated])
    #expect(try codes { $0.lines[0].buys[0].source = "visit" } == [.sourceMisstated])
    #expect(
      try codes { $0.schedule[1].finish = try #require($0.schedule[1].finish.adding(seconds: 60)) } == [.stepTooLong])
    #expect(try codes { $0.decidableGap = Share(millionths: 39_000) } == [.gapWrong])
    var facts = DayFixture.facts
    for id in facts.market.stalls.keys { facts.market.stalls[id]?.source = "visit" }
    let marked = PlanVerifier(facts).violations(in: try WrongPlan.right(.second))
    #expect(Set(marked.map(\.code)) == [.sampleMismarked])
  }

  /// Every offer of the day is generated; whoever did not ask for the sample must buy none of them.
  @Test func aPlanThatWasNotAskedToRestOnTheSampleBuysNothingOfIt() throws {
    var facts = DayFixture.facts
    facts.market.usesSample = false
    var plan = try WrongPlan.right(.second)
    let purchases = plan.lines.flatMap(\.buys).count + plan.lines.count { $0.fallback != nil }
    let violations = PlanVerifier(facts).violations(in: plan)
    #expect(violations.map(\.code) == Array(repeating: .sampleUnasked, count: purchases))
    #expect(
      violations.contains { $0.path == "lines[0].buys[0].offer" }
        && violations.contains { $0.path.contains("fallback") })
    for violation in violations {
      #expect(violation.message.english.contains("sample") && violation.message.chinese.contains("样例"))
    }
    // Prices of the user's own are nobody's sample.
    for id in facts.market.offers.keys { facts.market.offers[id]?.source = "visit" }
    for line in plan.lines.indices {
      plan.lines[line].fallback?.isSample = false
      for buy in plan.lines[line].buys.indices { plan.lines[line].buys[buy].isSample = false }
    }
    #expect(!PlanVerifier(facts).violations(in: plan).map(\.code).contains(.sampleUnasked))
  }

  @Test func aCatalogDigestOfAnEarlierVersionIsNotComparedWithOneOfToday() throws {
    var facts = DayFixture.facts
    var plan = try WrongPlan.right()
    plan.inputs.catalogDigest = String(repeating: "a", count: 32)
    facts.catalogDigest = String(repeating: "b", count: 64)
    #expect(PlanVerifier(facts).violations(in: plan).isEmpty)
    facts.catalogDigest = String(repeating: "b", count: 32)
    #expect(PlanVerifier(facts).violations(in: plan).map(\.code) == [.otherCatalog])
    plan.inputs.catalogDigest = String(repeating: "a", count: 64)
    facts.catalogDigest = String(repeating: "b", count: 64)
    #expect(PlanVerifier(facts).violations(in: plan).map(\.code) == [.otherCatalog])
  }

  @Test func aPlanOfAnotherSpecIsRefusedForThatAlone() throws {
    var facts = DayFixture.facts
    facts.specDigest = "ffffffffffffffff"
    facts.board.boards = 100
    #expect(PlanVerifier(facts).violations(in: try WrongPlan.right()).map(\.code) == [.otherSpec])
  }

  @Test func slotsOfDifferentRulesMayNotShareALine() throws {
    var facts = DayFixture.facts
    var strict = facts.board.slots[1]
    strict.references = ["R4"]
    strict.count = 1
    strict.policy.loss = Money(microYuan: 9_000_000)
    facts.board.slots[1].references = ["R1", "R2", "R3"]
    facts.board.slots[1].count = 3
    facts.board.slots.append(strict)
    #expect(PlanVerifier(facts).violations(in: try WrongPlan.right()).map(\.code) == [.policiesMixed])
  }

  @Test func partsThatBreakARuleOfTheBoardAreRefused() throws {
    var facts = DayFixture.facts
    facts.board.breaches = { parts in
      parts.map { $0?.id } == [DayFixture.charger, DayFixture.resistor, DayFixture.connector]
        ? [RuleBreach(code: "B204", text: "charges too fast")] : []
    }
    let violations = PlanVerifier(facts).violations(in: try WrongPlan.right())
    #expect(violations.map(\.code) == [.ruleBroken])
    #expect(violations.first?.message.english == "charges too fast [B204]")
  }

  @Test func linesOfOnePartUnderOneRuleMustBeOne() throws {
    var facts = DayFixture.facts
    var rest = facts.board.slots[1]
    rest.references = ["R4"]
    rest.count = 1
    facts.board.slots[1].references = ["R1", "R2", "R3"]
    facts.board.slots[1].count = 3
    facts.board.slots.append(rest)
    var plan = try WrongPlan.right()
    plan.lines[1].slots = ["R1", "R2", "R3"]
    var second = plan.lines[1]
    second.slots = ["R4"]
    plan.lines.append(second)
    let codes = PlanVerifier(facts).violations(in: plan).map(\.code)
    #expect(codes.contains(.lineDivided))
  }

  @Test func anOfferIsUsedOnceALine() throws {
    var plan = try WrongPlan.right()
    plan.lines[2].buys.append(plan.lines[2].buys[0])
    #expect(PlanVerifier(DayFixture.facts).violations(in: plan).map(\.code).contains(.offerRepeated))
  }

  @Test func aStallThatNoWayLeadsToIsRefused() throws {
    var facts = DayFixture.facts
    facts.market.links.removeAll { $0.from == "A/2/stairs" }
    let codes = Set(PlanVerifier(facts).violations(in: try WrongPlan.right()).map(\.code))
    #expect(codes == [.unreachable])
  }

  @Test func aPickUpBeforeTheRunnerIsThereIsRefused() throws {
    var plan = try WrongPlan.right()
    var second = plan.walks[0].visits[1]
    let leaves = try #require(second.begin.adding(seconds: 130))
    plan.walks[0].visits[1].depart = leaves
    second.walkSeconds = 0
    second.arrive = leaves
    second.begin = leaves
    second.purchases = []
    second.pickUps = [plan.lines[2].buys[0].id]
    plan.walks[0].visits.append(second)
    #expect(PlanVerifier(DayFixture.facts).violations(in: plan).map(\.code) == [.pickUpTooEarly])

    let ready = try #require(leaves.adding(seconds: 900))
    plan.walks[0].visits[2].begin = ready
    plan.walks[0].visits[2].depart = try #require(ready.adding(seconds: 90))
    plan.walks[0].finish = try #require(ready.adding(seconds: 90 + 135))
    plan.schedule[1].finish = plan.walks[0].finish
    #expect(PlanVerifier(DayFixture.facts).violations(in: plan).map(\.code) == [.timeWrong])
  }

  @Test func stockIsSummedOverLinesThatShareAnOffer() throws {
    var plan = try WrongPlan.right()
    var facts = DayFixture.facts
    facts.market.offers["A-1-01/TP4056"]?.stock = 43
    plan.lines.append(plan.lines[0])
    #expect(PlanVerifier(facts).violations(in: plan).map(\.code).contains(.stockExceeded))
    facts.market.offers["A-1-01/TP4056"]?.stock = 44
    #expect(!PlanVerifier(facts).violations(in: plan).map(\.code).contains(.stockExceeded))
  }

  @Test func aShopThatShipsIsOrderedFromWhereTheDayStarts() throws {
    var facts = DayFixture.facts
    facts.market.stalls["A-1-01"]?.position = nil
    var plan = try WrongPlan.right()
    var visits = plan.walks[0].visits
    let service = visits.map { $0.depart.seconds(since: $0.begin) }
    visits[0].walkSeconds = 0
    visits[0].arrive = plan.walks[0].start
    visits[0].begin = plan.walks[0].start
    visits[0].depart = try #require(visits[0].begin.adding(seconds: service[0]))
    // The buyer has not moved: from the metro it is as far to A-2-07 as it is back.
    visits[1].walkSeconds = 135
    visits[1].arrive = try #require(visits[0].depart.adding(seconds: 135))
    visits[1].begin = max(visits[1].begin, visits[1].arrive)
    visits[1].depart = try #require(visits[1].begin.adding(seconds: service[1]))
    plan.walks[0].visits = visits
    plan.walks[0].finish = try #require(visits[1].depart.adding(seconds: 135))
    let clock: Set<Violation.Code> = [.walkingTimeWrong, .arrivalWrong, .finishWrong, .unreachable]
    let right = Set(PlanVerifier(facts).violations(in: plan).map(\.code))
    #expect(right.isDisjoint(with: clock), "\(right)")

    plan.walks[0].visits[1].walkSeconds = 0
    plan.walks[0].visits[1].arrive = visits[0].depart
    #expect(PlanVerifier(facts).violations(in: plan).map(\.code).contains(.walkingTimeWrong))
  }

  @Test func parcelsAreNotCarried() throws {
    var facts = DayFixture.facts
    // Chargers weigh 1.76 g, all else 26.5 g.
    facts.day.buyers[0].load = 27_000
    let plan = try WrongPlan.right()
    #expect(PlanVerifier(facts).violations(in: plan).map(\.code).contains(.overloaded))
    // What shops ship is not carried.
    facts.market.stalls["A-1-01"]?.position = nil
    #expect(!PlanVerifier(facts).violations(in: plan).map(\.code).contains(.overloaded))
  }

  @Test func aHolidayClosesTheMarket() throws {
    var facts = DayFixture.facts
    facts.market.calendar = try MarketCalendar(settings: [
      MarketSetting(name: "holiday.2026-12-04", value: "closed", standing: .assumed, source: "test")
    ])
    #expect(Set(PlanVerifier(facts).violations(in: try WrongPlan.right()).map(\.code)) == [.stallClosed])
  }
}
