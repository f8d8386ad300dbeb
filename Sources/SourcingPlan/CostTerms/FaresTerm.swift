package import Base
package import Market

/// What each use of a stall costs: the delivery of a shop that ships.
package enum FaresTerm: CostTerm {
  package static let id = CostTermID.fares
  package static let name = LocalizedText(english: "fares", chinese: "路费与运费")
  package static let column = CostColumn.uses

  package static func value(of spending: Spending) -> Money? {
    spending.uses.reduce(Money.zero) { $0 + charge(forUsing: $1) }
  }

  package static func cash(of spending: Spending) -> Money { value(of: spending) ?? .zero }

  package static func charge(forUsing stall: Stall) -> Money { stall.shipping }
}

extension CostTermID {
  package static let fares = CostTermID(rawValue: "fares")
}
