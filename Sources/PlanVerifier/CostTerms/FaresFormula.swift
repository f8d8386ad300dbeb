internal import Base
internal import Market
internal import SourcingPlan

/// The delivery of each shop that ships, for each use of it, but for orders of as much goods as the shop delivers for nothing.
enum FaresFormula: TermFormula {
  static let key = "fares"
  static let name = LocalizedText(english: "fares", chinese: "路费与运费")
  static let code = Violation.Code.faresWrong

  static func value(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(facts.used(in: plan).map { charge(forUsing: $0.stall, goods: $0.goods) })
  }

  static func charge(forUsing stall: Stall, goods: Money) -> Money {
    guard let free = stall.freeFrom, stall.position == nil, goods.microYuan >= free.microYuan else {
      return stall.shipping
    }
    return .zero
  }

  static func cash(in plan: PlanDocument, against facts: VerifierFacts) -> Money { value(in: plan, against: facts) }
}
