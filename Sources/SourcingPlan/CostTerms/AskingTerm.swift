package import Base
package import Market

/// What lines that are asked for are expected to cost: the price if a floor has them, what is done otherwise if not.
package enum AskingTerm: CostTerm {
  package static let id = CostTermID.asking
  package static let name = LocalizedText(english: "asked for (expected)", chinese: "现场询价（预计）")
  package static let column = CostColumn.asks
  package static let isOptional = true

  package static func value(of spending: Spending) -> Money? {
    spending.asks.isEmpty ? nil : spending.asks.reduce(Money.zero) { $0 + $1.paid + $1.missed }
  }

  package static func cash(of spending: Spending) -> Money { spending.asks.reduce(Money.zero) { $0 + $1.paid } }
}

extension CostTermID {
  package static let asking = CostTermID(rawValue: "asking")
}
