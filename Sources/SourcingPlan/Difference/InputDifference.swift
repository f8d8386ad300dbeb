internal import Base
internal import Market

/// Something that two plans were not made from alike.
package struct InputDifference: Sendable, Hashable, Encodable {
  /// What it is: `spec`, `catalog`, or an option of `plan` without its dashes.
  package var input: Input
  /// As it is written, a digest in its first twelve digits; nil where a plan does not state it.
  package var before: String?
  package var after: String?

  package enum Input: String, Sendable, Hashable, Encodable, CaseIterable {
    case spec, catalog, boards, date, start, finish, buyers, budget, market, markets, radius
    case priceAge = "price-age"
    case sample, stock
  }

  package static func all(from before: PlanInputs, to after: PlanInputs) -> [InputDifference] {
    zip(before.facts, after.facts).compactMap { old, new in
      old.fact == new.fact ? nil : InputDifference(input: old.input, before: old.text, after: new.text)
    }
  }
}

extension PlanInputs {
  /// Each input: what tells it from others, and as a person reads it.
  fileprivate var facts: [(input: InputDifference.Input, fact: String?, text: String?)] {
    func plain(_ input: InputDifference.Input, _ text: String?) -> (InputDifference.Input, String?, String?) {
      (input, text, text)
    }
    return [
      (.spec, specDigest, "\(spec) \(specDigest.prefix(12))"), (.catalog, catalogDigest, "\(catalogDigest.prefix(12))"),
      plain(.boards, boards.map(String.init)), plain(.date, date.map { "\($0)" }),
      plain(.start, start.map(WeeklyHours.clock)), plain(.finish, finish.map(WeeklyHours.clock)),
      plain(.buyers, buyers.map(String.init)), plain(.budget, budget.map { "\($0)" }), plain(.market, market),
      plain(.markets, markets?.joined(separator: ",")), plain(.radius, radius.map(String.init)),
      plain(.priceAge, priceAge.map(String.init)), plain(.sample, sample.map { $0 ? "yes" : "no" }),
      plain(.stock, stock?.map(\.text).joined(separator: "; ")),
    ]
  }
}

extension PlanStock {
  /// The item as a person reads it: `TP4056 (UMW) × 20`, `10k 0402 × 400`.
  fileprivate var text: String {
    let words = [mpn, maker.map { "(\($0))" }, value, package].compactMap(\.self)
    return "\(words.joined(separator: " ")) × \(quantity)"
  }
}
