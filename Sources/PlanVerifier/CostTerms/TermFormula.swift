internal import Base
internal import Market
internal import SourcingPlan

/// The verifier's own formula of one cost term. It shares nothing with `SourcingPlan.CostTerm` but the key in the document.
protocol TermFormula: Sendable {
  /// The key in `cost`.
  static var key: String { get }
  static var name: LocalizedText { get }
  /// What refuses a wrong amount.
  static var code: Violation.Code { get }
  static func value(in plan: PlanDocument, against facts: VerifierFacts) -> Money
  /// What of it is carried as cash.
  static func cash(in plan: PlanDocument, against facts: VerifierFacts) -> Money
  /// What each visit or order at a stall adds, an order of so much goods; only for terms that arise with each.
  static func charge(forUsing stall: Stall, goods: Money) -> Money
}

extension TermFormula {
  static func cash(in plan: PlanDocument, against facts: VerifierFacts) -> Money { .zero }
  static func charge(forUsing stall: Stall, goods: Money) -> Money { .zero }
}

enum TermFormulas {
  static let all: [any TermFormula.Type] = [
    GoodsFormula.self, AskingFormula.self, TimeFormula.self, FaresFormula.self, RiskFormula.self, ServicesFormula.self,
    OneTimeFormula.self,
  ]

  /// What each visit or order at a stall adds to the cost and to what is paid, all terms together.
  static func charge(forUsing stall: Stall, goods: Money) -> Money {
    Arithmetic.sum(all.map { $0.charge(forUsing: stall, goods: goods) })
  }
}

extension PlanCost {
  /// The term of that key.
  subscript(formula: any TermFormula.Type) -> Amount? { self[CostTermID(rawValue: formula.key)] }
}
