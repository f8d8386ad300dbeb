import ArgumentParser
import Base
import CatalogStore
import Diagnostics
import Market
import Phrases
import Planning
import SourcingPlan

/// A change of a plan as it is typed: `finish=17:00`, `ban=翻新`, `price:STALL:MPN=0.42`. Whether a stall or an offer is there is asked of
/// the catalog later.
struct TypedChange {
  let text: String
  let change: PlanChange

  /// What can be changed, each with a line to copy.
  static let examples: KeyValuePairs = [
    "ban": "ban=翻新", "boards": "boards=50", "budget": "budget=2500", "buyers": "buyers=2", "date": "date=2026-12-05",
    "finish": "finish=17:00", "price": "price:SEG-2F-B015:TP4056=0.42", "radius": "radius=400", "start": "start=10:00",
  ]

  /// Throws `ValidationError` with what would be right.
  init(_ argument: String) throws {
    text = argument
    guard let sign = argument.lastIndex(of: "=") else {
      throw ValidationError("`\(argument)` is no change; \(Self.suggestion(for: argument))")
    }
    let (name, value) = (String(argument[..<sign]), String(argument[argument.index(after: sign)...]))
    if name.hasPrefix("price:") {
      change = try Self.price(name, value, argument)
      return
    }
    guard let read = Self.readers[name] else {
      throw ValidationError("`\(name)` cannot be changed; \(Self.suggestion(for: name))")
    }
    guard let found = read.change(value) else { throw ValidationError("`\(argument)`: `\(name)` takes \(read.form)") }
    change = found
  }

  /// Which of these changes is made twice, where that can be made once; nil where none is.
  static func repeated(among changes: [TypedChange]) -> String? {
    var known: Set<String> = []
    return changes.map(\.text).first { text in
      let name = String(text.prefix { $0 != "=" })
      return !known.insert(name == "ban" ? text : name).inserted
    }
  }

  /// How each value is read, and what it has to be; as the option of `plan` of that name.
  private static let readers: [String: (form: String, change: @Sendable (String) -> PlanChange?)] = [
    "boards": (
      "a number \(Limits.boards.words)", { text in whole(text, Limits.boards).map { .boards($0) } }
    ),
    "buyers": (
      "a number \(PlanRequest.buyerCounts.words)", { text in whole(text, PlanRequest.buyerCounts).map { .buyers($0) } }
    ),
    "budget": (
      "an amount \(Limits.budget.words), such as `2500`",
      { text in Amount(text).flatMap { Limits.budget.contains($0.money) ? .budget($0.money) : nil } }
    ),
    "radius": (
      "a number of metres \(Limits.radius.words)", { text in whole(text, Limits.radius).map { .radius($0) } }
    ),
    "start": ("a time such as `09:30`", { text in ClockTime(argument: text).map { .start($0.second) } }),
    "finish": ("a time such as `17:00`", { text in ClockTime(argument: text).map { .finish($0.second) } }),
    "date": ("a date such as `2026-12-04`", { text in LocalDate(text).map { .date($0) } }),
    "ban": (
      "a condition such as `翻新` or `refurbished`, or the id of a stall",
      { text in
        if text.isEmpty { return nil }
        return Condition(named: text).map { .withoutCondition($0) } ?? .withoutStall(PlaceID(text))
      }
    ),
  ]

  private static func whole(_ text: String, _ range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private static func price(_ name: String, _ value: String, _ argument: String) throws -> PlanChange {
    let parts = name.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[1].isEmpty, !parts[2].isEmpty, let amount = Amount(value),
      Limits.unitPrice.contains(amount.money)
    else {
      throw ValidationError(
        "`\(argument)`: a price is stated as `price:STALL:MPN=CNY`, \(Limits.unitPrice.words) a piece; for example "
          + "`price:SEG-2F-B015:TP4056=0.42`")
    }
    return .price(StatedPrice(stall: PlaceID(String(parts[1])), mpn: String(parts[2]), unitPrice: amount.money))
  }

  /// The nearest that can be changed, with a line to copy; all of them where none is near.
  private static func suggestion(for name: String) -> String {
    if let near = closestMatch(to: name, among: examples.map(\.key)),
      let example = examples.first(where: { $0.key == near })?.value
    {
      return "did you mean `\(near)`? For example `\(example)`"
    }
    return "these can: \(examples.map { "`\($0.value)`" }.joined(separator: ", "))"
  }
}

extension Condition {
  /// The condition of a name in a document or of the market's word for it in either language.
  init?(named word: String) {
    guard
      let found = Condition.allCases.first(where: { [$0.rawValue, $0.text.english, $0.text.chinese].contains(word) })
    else { return nil }
    self = found
  }
}
