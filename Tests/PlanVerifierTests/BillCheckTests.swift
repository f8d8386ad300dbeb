import Base
import Market
import SourcingPlan
import Testing

@testable import PlanVerifier

@Suite("Lines of the BOM without a slot")
struct BillCheckTests {
  private static var facts: VerifierFacts {
    var facts = DayFixture.facts
    facts.board.missing = [MissingFacts(references: ["U9", "U10"], row: "B7", says: "ADS1115", grade: "none")]
    facts.board.bomLines = 4
    return facts
  }

  private static func right() throws -> PlanDocument {
    var plan = try WrongPlan.right()
    let reason = LocalizedText(english: "no part of the catalog matches it", chinese: "没有匹配的物料")
    plan.missing = [
      MissingLine(order: "charger", slots: ["U9", "U10"], row: "B7", says: "ADS1115", grade: "none", reason: reason)
    ]
    plan.bomLines = 4
    plan.complete = false
    return plan
  }

  private func codes(_ plan: PlanDocument) -> [Violation.Code] {
    PlanVerifier(Self.facts).violations(in: plan).map(\.code)
  }

  @Test("a plan that names them holds")
  func right() throws {
    let violations = PlanVerifier(Self.facts).violations(in: try Self.right())
    #expect(violations.isEmpty, "\(violations.map(\.message.english))")
  }

  @Test("a plan that hides one, or part of one, is refused")
  func hidden() throws {
    var plan = try Self.right()
    plan.missing = nil
    #expect(codes(plan) == [.missingMisstated])
    plan = try Self.right()
    plan.missing?[0].slots = ["U9"]
    #expect(codes(plan).contains(.missingMisstated))
    plan = try Self.right()
    plan.missing?[0].says = "another part"
    #expect(codes(plan).contains(.missingMisstated))
    plan = try Self.right()
    let title = plan.title
    plan.missing?.append(
      MissingLine(order: "charger", slots: ["U11"], row: nil, says: nil, grade: "none", reason: title))
    #expect(codes(plan) == [.missingMisstated])
    plan = try Self.right()
    plan.bomLines = 3
    #expect(codes(plan) == [.missingMisstated])
  }

  @Test("a plan that calls itself complete is refused")
  func complete() throws {
    var plan = try Self.right()
    plan.complete = true
    #expect(codes(plan) == [.completenessMisstated])
  }
}
