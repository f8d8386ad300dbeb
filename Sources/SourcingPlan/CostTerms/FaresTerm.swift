package import Base
package import Market

/// What each use of a stall costs: the delivery of a shop that ships, unless the order is large enough for a free one. It is the
/// only term that falls away so: the optimizer waives all that it charges for an order at once.
package enum FaresTerm: CostTerm {
  package static let id = CostTermID.fares
  package static let name = LocalizedText(english: "fares", chinese: "路费与运费")
  package static let column = CostColumn.uses

  package static func value(of spending: Spending) -> Money? {
    spending.uses.reduce(Money.zero) { $0 + charge(forUsing: $1.stall, goods: $1.goods) }
  }

  package static func cash(of spending: Spending) -> Money { value(of: spending) ?? .zero }

  package static func charge(forUsing stall: Stall, goods: Money) -> Money { stall.shipping(forGoods: goods) }
}

extension CostTermID {
  package static let fares = CostTermID(rawValue: "fares")
}
