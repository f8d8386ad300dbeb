package import Base
package import Market

/// Fabrication, placing, assembly, test; carried as cash where the work starts on the day.
package enum ServicesTerm: CostTerm {
  package static let id = CostTermID.services
  package static let name = LocalizedText(english: "services", chinese: "加工服务")
  package static let column = CostColumn.constant

  package static func value(of spending: Spending) -> Money? {
    spending.services.reduce(Money.zero) { $0 + $1.amount }
  }

  package static func cash(of spending: Spending) -> Money {
    spending.services.reduce(Money.zero) { $1.isPaidThatDay ? $0 + $1.amount : $0 }
  }
}

extension CostTermID {
  package static let services = CostTermID(rawValue: "services")
}
