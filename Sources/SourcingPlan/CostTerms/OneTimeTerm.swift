package import Base
package import Market

/// What is spent once for the variant that is built, however many are made.
package enum OneTimeTerm: CostTerm {
  package static let id = CostTermID.oneTime
  package static let name = LocalizedText(english: "one-time costs", chinese: "一次性费用")
  package static let column = CostColumn.constant
  package static let isOptional = true

  package static func value(of spending: Spending) -> Money? {
    spending.oneTimeCosts.isEmpty ? nil : spending.oneTimeCosts.reduce(.zero, +)
  }
}

extension CostTermID {
  package static let oneTime = CostTermID(rawValue: "nre")
}
