internal import Base
package import Market

/// What is to be bought, paid, visited or waited for otherwise in one plan than in another.
///
/// Orders and lines are compared by id and references, purchases by stall and offer, stops by their order in each agent's day, tasks by
/// id. Whether two plans are proven equally well, and what they were made from, stands beside: it is no difference of the day.
///
/// The amounts add up: `money.total` differs by the sum over `money.terms`, and goods, risk and what is asked for differ by the sums
/// over `lines`, as far as each plan's own sums are right.
package struct PlanDifference: Sendable, Hashable {
  package static let schema = "peidan.diff/1"

  package var boards: [BoardDifference]
  package var money: MoneyDifference
  package var lines: [LineDifference]
  package var walks: [WalkDifference]
  /// Minutes that all agents are away, rounded up.
  package var minutes: Change<Int>
  package var dates: DateDifference
  /// How far each plan is proven.
  package var proof: Change<PlanProof>
  /// What was different about what the plans were made from.
  package var inputs: [InputDifference]

  /// Complexity: O(slots + stops²) of both plans, where stops are those of an agent.
  package init(from before: PlanDocument, to after: PlanDocument) {
    boards = BoardDifference.all(from: before, to: after)
    money = MoneyDifference(from: before.cost, to: after.cost)
    lines = LineDifference.all(from: before, to: after)
    walks = WalkDifference.all(from: before, to: after)
    minutes = Change(before.minutesAway, after.minutesAway)
    dates = DateDifference(from: before, to: after)
    proof = Change(PlanProof(before), PlanProof(after))
    inputs = InputDifference.all(from: before.inputs, to: after.inputs)
  }

  /// Whether the two days are the same.
  package var isEmpty: Bool {
    boards.isEmpty && money.isNone && lines.isEmpty && walks.isEmpty && dates.isNone
  }
}

extension PlanDifference: Encodable {
  private enum CodingKeys: CodingKey {
    case schema, differs, boards, money, lines, walks, minutes, dates, proof, inputs
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(!isEmpty, forKey: .differs)
    try container.encode(boards, forKey: .boards)
    try container.encode(money, forKey: .money)
    try container.encode(lines, forKey: .lines)
    try container.encode(walks, forKey: .walks)
    try container.encode(minutes, forKey: .minutes)
    try container.encode(dates, forKey: .dates)
    try container.encode(proof, forKey: .proof)
    try container.encode(inputs, forKey: .inputs)
  }
}

/// Another number of a board; none where a plan does not build it.
package struct BoardDifference: Sendable, Hashable, Encodable {
  package var order: OrderID
  package var title: LocalizedText
  package var count: Change<Int>

  static func all(from before: PlanDocument, to after: PlanDocument) -> [BoardDifference] {
    let (old, new) = (before.orders.byID(\.id), after.orders.byID(\.id))
    return (before.orders + after.orders.filter { old[$0.id] == nil }).compactMap { order in
      let count = Change(old[order.id]?.count, new[order.id]?.count)
      return count.isNone ? nil : BoardDifference(order: order.id, title: order.title, count: count)
    }
  }
}

/// How far a plan is proven.
package struct PlanProof: Sendable, Hashable, Encodable {
  package var status: PlanDocument.Status
  package var bound: Amount?
  package var gap: Share?

  init(_ plan: PlanDocument) { (status, bound, gap) = (plan.status, plan.bound, plan.gap) }
}

/// The cost of two plans, term by term.
package struct MoneyDifference: Sendable, Hashable {
  package var total: AmountChange
  package var cash: AmountChange
  /// Those that a plan states, in the order in which they are printed.
  package var terms: [(term: any CostTerm.Type, amount: AmountChange)] {
    CostTerms.all.compactMap { term in amounts[term.id].map { (term, $0) } }
  }
  private var amounts: [CostTermID: AmountChange]

  init(from before: PlanCost, to after: PlanCost) {
    total = AmountChange(before.total.money, after.total.money)
    cash = AmountChange(before.cash.money, after.cash.money)
    amounts = [:]
    for term in CostTerms.all {
      let (old, new) = (before[term.id], after[term.id])
      guard old != nil || new != nil else { continue }
      amounts[term.id] = AmountChange(old?.money ?? .zero, new?.money ?? .zero)
    }
  }

  package subscript(term: CostTermID) -> AmountChange? { amounts[term] }

  package var isNone: Bool { total.isNone && cash.isNone && amounts.values.allSatisfy(\.isNone) }
}

extension MoneyDifference: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Keyed as `PlanCost` is.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(total, forKey: Key("total"))
    try container.encode(cash, forKey: Key("cash"))
    for (term, amount) in amounts { try container.encode(amount, forKey: Key(term.rawValue)) }
  }
}

extension PlanDocument {
  /// Minutes that all agents are away, rounded up.
  package var minutesAway: Int { (walks.reduce(0) { $0 + $1.finish.seconds(since: $1.start) } + 59) / 60 }
}

extension Sequence {
  /// The elements by an id, of equal ids the first.
  func byID<Key: Hashable>(_ id: (Element) -> Key) -> [Key: Element] {
    Dictionary(map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
