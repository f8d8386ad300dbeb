package import Base
package import Market

/// What is paid for goods: all amounts.
package enum GoodsTerm: CostTerm {
  package static let id = CostTermID.goods
  package static let name = LocalizedText(english: "goods", chinese: "货款")
  package static let column = CostColumn.purchases

  package static func value(of spending: Spending) -> Money? {
    spending.purchases.reduce(Money.zero) { $0 + $1.amount }
  }

  package static func cash(of spending: Spending) -> Money { value(of: spending) ?? .zero }
}

extension CostTermID {
  package static let goods = CostTermID(rawValue: "goods")
}
