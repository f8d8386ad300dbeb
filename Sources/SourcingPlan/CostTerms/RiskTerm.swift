package import Base
package import Market

/// The loss to expect of bad pieces: an expected cost, no cash.
package enum RiskTerm: CostTerm {
  package static let id = CostTermID.risk
  package static let name = LocalizedText(english: "risk", chinese: "风险")
  package static let column = CostColumn.pieces

  package static func value(of spending: Spending) -> Money? {
    spending.purchases.reduce(Money.zero) { $0 + $1.risk }
  }
}

extension CostTermID {
  package static let risk = CostTermID(rawValue: "risk")
}
