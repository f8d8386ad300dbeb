package import Base
package import Market

/// One term of what a day costs. Everything that lists, sums or prints terms goes through `CostTerms.all`.
///
/// A new term is a file here, an entry in `CostTerms.all`, the verifier's own formula (`PlanVerifier/CostTerms`), its test and a
/// line in `docs/model.md`. That holds for what arises with each use of a stall (`uses`) and for what a board costs in any case
/// (`constant`). The other columns hold one term each, and a test says so: a purchase, its pieces and a walk are each rounded to the
/// fen by themselves, so that two terms in one column would be rounded apart in the document and together in the optimizer.
package protocol CostTerm: Sendable {
  /// Names the term in documents, for good.
  static var id: CostTermID { get }
  /// As it is printed.
  static var name: LocalizedText { get }
  /// The optimizer's column that counts it, and with that its bound and its increment.
  static var column: CostColumn { get }
  /// Whether documents state it only where it arises.
  static var isOptional: Bool { get }
  /// What a day's spending comes to, to the fen; nil where the term does not arise in it.
  static func value(of spending: Spending) -> Money?
  /// What of it is carried as cash.
  static func cash(of spending: Spending) -> Money
  /// What each use of a stall adds, an order of so much goods; only for terms counted by use.
  static func charge(forUsing stall: Stall, goods: Money) -> Money
}

extension CostTerm {
  package static var isOptional: Bool { false }
  package static func cash(of spending: Spending) -> Money { .zero }
  package static func charge(forUsing stall: Stall, goods: Money) -> Money { .zero }
}

/// How a term enters the optimizer. Its search prices increments, and its relaxation bounds, column by column.
package enum CostColumn: Sendable, Hashable {
  /// The all-units price of a purchase, rounded to the fen. One term.
  case purchases
  /// A charge for each piece, rounded to the fen with each purchase. One term: `Instance.Offer.riskPerUnit`.
  case pieces
  /// A buyer's rate for each second away, rounded to the fen with each walk. One term: `Instance.Buyer.ratePerHour`.
  case seconds
  /// A charge for each use of a stall, the sum of `charge(forUsing:)`.
  case uses
  /// Purchases of what is asked for, each a lot of its own: price and risk of an offer, cost of the option not to ask. One term.
  case asks
  /// The same whatever is bought where: added to cost and bound alike.
  case constant

  /// Whether more than one term can be counted by the column.
  package var holdsSeveral: Bool { self == .uses || self == .constant }
}

/// The id of a cost term: its key in documents.
package struct CostTermID: RawRepresentable, Sendable, Hashable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}

/// What terms are computed from.
package struct Spending: Sendable {
  /// Amount and expected loss of each purchase.
  package var purchases: [(amount: Money, risk: Money)] = []
  /// The stall of each visit and order, and the goods of an order; those of a visit change nothing.
  package var uses: [(stall: Stall, goods: Money)] = []
  /// Each line that is asked for, or weighed against it: what is paid where a floor has it, and the expected cost that it has not.
  package var asks: [(paid: Money, missed: Money)] = []
  /// Each buyer who leaves: their rate an hour, and seconds from leaving to being back.
  package var absences: [(rate: Money, seconds: Int)] = []
  package var services: [(amount: Money, isPaidThatDay: Bool)] = []
  package var oneTimeCosts: [Money] = []

  package init() {}
}

/// The registry of cost terms.
package enum CostTerms {
  /// In the order in which they are printed.
  package static let all: [any CostTerm.Type] = [
    GoodsTerm.self, AskingTerm.self, TimeTerm.self, FaresTerm.self, RiskTerm.self, ServicesTerm.self, OneTimeTerm.self,
  ]

  /// What each use of a stall adds to the cost, all terms together.
  package static func charge(
    forUsing stall: Stall, goods: Money, in registry: [any CostTerm.Type] = all
  ) -> Money {
    registry.reduce(.zero) { $0 + $1.charge(forUsing: stall, goods: goods) }
  }

  /// What a board costs whatever the day brings.
  package static func constant(of spending: Spending) -> Money {
    all.filter { $0.column == .constant }.reduce(.zero) { $0 + ($1.value(of: spending) ?? .zero) }
  }
}
