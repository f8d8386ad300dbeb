/// What becomes of a line of the bill of materials. Every line is in exactly one of these states.
///
/// The raw values are those of the documents; the order is that in which counts are printed.
package enum LineState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Stock that the user states covers it.
  case onHand = "on-hand"
  /// It is bought from an offer with a price, on the walk or by mail.
  case bought
  /// It is clear what is wanted, and nobody's price for it is known: it is asked for on the spot.
  case askedFor = "asked-for"
  /// Somebody must decide: which part is meant, or what gives way where the day has no room for it.
  case toBeFoundOut = "to-be-found-out"
  /// The bill, or the user, leaves it off the board.
  case leftOut = "left-out"

  /// The state of a line whose references are in several: the one that asks most of the user.
  package static func joined(_ states: some Sequence<LineState>) -> LineState {
    let all = Set(states)
    return [.toBeFoundOut, .askedFor, .bought, .onHand].first(where: all.contains) ?? .leftOut
  }
}

/// How many lines are in each state; together they are all lines.
package struct LineStateCounts: Sendable, Hashable {
  private var counts: [LineState: Int]

  package init(_ states: some Sequence<LineState>) {
    counts = Dictionary(LineState.allCases.map { ($0, 0) }, uniquingKeysWith: +)
    for state in states { counts[state, default: 0] += 1 }
  }

  package subscript(state: LineState) -> Int {
    get { counts[state, default: 0] }
    set { counts[state] = newValue }
  }

  /// All lines.
  package var total: Int { counts.values.reduce(0, +) }
}

extension LineStateCounts: Codable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ state: LineState) { stringValue = state.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    counts = [:]
    for state in LineState.allCases { counts[state] = try container.decode(Int.self, forKey: Key(state)) }
  }

  /// Every state is written, also where it has no line.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for state in LineState.allCases { try container.encode(self[state], forKey: Key(state)) }
  }
}
