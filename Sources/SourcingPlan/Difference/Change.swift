package import Base

/// What a value is in an earlier plan and in a later one; nil where a plan has none.
package struct Change<Value: Sendable & Hashable & Encodable>: Sendable, Hashable, Encodable {
  package var before: Value?
  package var after: Value?

  package init(_ before: Value?, _ after: Value?) {
    self.before = before
    self.after = after
  }

  package var isNone: Bool { before == after }
}

/// An amount in an earlier plan and in a later one; zero where a plan has none.
package struct AmountChange: Sendable, Hashable {
  package var before: Amount
  package var after: Amount

  package init(_ before: Money, _ after: Money) {
    self.before = Amount(before)
    self.after = Amount(after)
  }

  /// `after − before`.
  package var difference: Amount { Amount(after.money - before.money) }
  package var isNone: Bool { before == after }
}

extension AmountChange: Encodable {
  private enum CodingKeys: CodingKey { case before, after, difference }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(before, forKey: .before)
    try container.encode(after, forKey: .after)
    try container.encode(difference, forKey: .difference)
  }
}
