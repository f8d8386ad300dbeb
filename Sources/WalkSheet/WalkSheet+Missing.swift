internal import Market
internal import Phrases
internal import SourcingPlan

/// A line that the plan does not buy: one to be found out, or one that is asked for on the spot.
struct UnboughtLine {
  var slots: [String]
  /// What the bill, or the catalog, calls the part.
  var part: String
  var maker = ""
  var package = ""
  /// Pieces; nil where nobody knows what is wanted.
  var need: Int?
  var reason: LocalizedText
  /// The oldest date code that is taken; nil where any is.
  var oldestCode: String?
  /// The word for its state.
  var state: SheetPhrase
  /// All of it in a line.
  var text: LocalizedText
}

extension WalkSheet {
  /// That lines are not bought; nil where none is missing or asked for.
  var incomplete: LocalizedText? {
    var sentences: [LocalizedText] = []
    if let missing = plan.missing, !missing.isEmpty {
      sentences.append(PlanPhrase.notComplete(missing: missing.count, of: plan.bomLines).text)
    }
    if let asked = plan.asked, !asked.isEmpty { sentences.append(PlanPhrase.asked(asked.count).text) }
    guard let first = sentences.first else { return nil }
    return sentences.dropFirst().reduce(first) { joined, next in
      LocalizedText(english: "\(joined.english) \(next.english)", chinese: joined.chinese + next.chinese)
    }
  }

  /// How many lines are in each state; nil where that says nothing, as each slot of a spec written by hand is bought.
  var states: LocalizedText? {
    plan.notableStates.map { counts in
      PlanPhrase.lineStates(
        onHand: counts[.onHand], bought: counts[.bought], askedFor: counts[.askedFor],
        toBeFoundOut: counts[.toBeFoundOut], leftOut: counts[.leftOut]
      ).text
    }
  }

  /// What the plan does not buy, what is to be found out first.
  var unbought: [UnboughtLine] {
    (plan.missing ?? []).map {
      UnboughtLine(slots: $0.slots, part: $0.says ?? "", reason: $0.reason, state: .missing, text: $0.text)
    }
      + (plan.asked ?? []).map { line in
        UnboughtLine(
          slots: line.slots, part: line.mpn ?? line.value ?? line.description ?? line.name?.english ?? "",
          maker: line.maker ?? "", package: line.package ?? "", need: line.need, reason: line.reason,
          oldestCode: line.dateCodeRule?.oldest, state: .askedFor,
          text: line.estimate?.place == nil ? line.advice(in: plan) : line.text)
      }
  }
}
