internal import Base

/// The cost by term: `total` is the sum of the terms, `cash` what of them is carried on the day.
///
/// Encodes as an object with a key for each term beside `total` and `cash`.
package struct PlanCost: Sendable, Hashable {
  package var total: Amount
  package var cash: Amount
  private var terms: [CostTermID: Amount]

  /// What a day's spending comes to in each of `registry`.
  package init(of spending: Spending, in registry: [any CostTerm.Type] = CostTerms.all) {
    terms = [:]
    for term in registry { terms[term.id] = term.value(of: spending).map { Amount($0) } }
    total = Amount(terms.values.reduce(.zero) { $0 + $1.money })
    cash = Amount(registry.reduce(.zero) { $0 + $1.cash(of: spending) })
  }

  /// A term's amount; nil where the plan does not state it.
  package subscript(term: CostTermID) -> Amount? {
    get { terms[term] }
    set { terms[term] = newValue }
  }
}

extension PlanCost: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init(_ term: any CostTerm.Type) { stringValue = term.id.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    static let total = Key("total")
    static let cash = Key("cash")
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    total = try container.decode(Amount.self, forKey: .total)
    cash = try container.decode(Amount.self, forKey: .cash)
    terms = [:]
    for term in CostTerms.all {
      terms[term.id] =
        term.isOptional
        ? try container.decodeIfPresent(Amount.self, forKey: Key(term))
        : try container.decode(Amount.self, forKey: Key(term))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(total, forKey: .total)
    try container.encode(cash, forKey: .cash)
    for (term, amount) in terms { try container.encode(amount, forKey: Key(term.rawValue)) }
  }
}
