import Base
import Market
import SourcingPlan
import Testing

@testable import PlanVerifier

/// Plans over a market on foot and one that ships.
@Suite struct MixedPlanTests {
  @Test func theRightPlanHolds() throws {
    let violations = PlanVerifier(MixedFixture.facts).violations(in: try WrongPlan.right(.mixed))
    #expect(violations.isEmpty, "\(violations.map { "\($0.path): \($0.message.english)" })")
  }

  @Test func thereAreFortyWrongPlans() { #expect(WrongPlan.mixed.count >= 40) }

  @Test(arguments: WrongPlan.mixed) func wrongPlanIsRefusedForExactlyItsReasons(_ wrong: WrongPlan) throws {
    let violations = PlanVerifier(MixedFixture.facts).violations(in: try wrong.plan())
    let codes = Set(violations.map(\.code.rawValue)).sorted()
    #expect(!codes.isEmpty)
    #expect(codes == wrong.refused, "\(violations.map { "\($0.path): \($0.message.english)" })")
  }
}
