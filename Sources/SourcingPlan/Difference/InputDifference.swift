internal import Base
package import Market

/// Something that two plans were not made from alike.
package struct InputDifference: Sendable, Hashable, Encodable {
  package var input: Input
  /// Which of several: the name of a list or sheet.
  package var name: String?
  /// As it is written, a digest in its first twelve digits; nil where a plan does not state it.
  package var before: String?
  package var after: String?

  /// The board spec, a file of the user's data, the version of Peidan, or an option of `plan` without its dashes.
  package enum Input: String, Sendable, Hashable, Encodable, CaseIterable {
    case spec, version, catalog, list, prices, quotes, closed, floors
    case boards, date, start, finish, buyers, budget, market, markets, radius
    case priceAge = "price-age"
    case sample, stock, seed
    case timeLimit = "time-limit"
    case workLimit = "work-limit"
    case gap, explain
  }

  /// Of plans that state each file of the user's data, these are compared one by one, else the catalog with all that stands beside it.
  package static func all(from before: PlanInputs, to after: PlanInputs) -> [InputDifference] {
    let facts = zip(before.facts, after.facts).compactMap { old, new in
      old.fact == new.fact ? nil : InputDifference(input: old.input, before: old.text, after: new.text)
    }
    let sources = sources(from: before, to: after)
    return facts.filter { $0.input != .catalog || sources.isEmpty } + sources
  }

  private static func sources(from before: PlanInputs, to after: PlanInputs) -> [InputDifference] {
    guard let old = before.sources, let new = after.sources else { return [] }
    func named(_ source: PlanInputSource) -> [String] { [source.kind.rawValue, source.name ?? ""] }
    let (known, found) = (old.byID(named), new.byID(named))
    return (old + new.filter { known[named($0)] == nil }).compactMap { source in
      let (was, now) = (known[named(source)]?.digest, found[named(source)]?.digest)
      return was == now
        ? nil
        : InputDifference(
          input: source.kind.input, name: source.name, before: was.map { "\($0.prefix(12))" },
          after: now.map { "\($0.prefix(12))" })
    }
  }
}

extension PlanInputSource.Kind {
  fileprivate var input: InputDifference.Input {
    switch self {
    case .catalog: .catalog
    case .list: .list
    case .prices: .prices
    case .quotes: .quotes
    case .closed: .closed
    case .floors: .floors
    }
  }
}

extension InputDifference {
  /// What differs, as it is printed: `prices szlcsc`, `--finish`.
  package var title: LocalizedText {
    let title = input.title
    guard let name else { return title }
    return LocalizedText(english: "\(title.english) \(name)", chinese: "\(title.chinese) \(name)")
  }
}

extension InputDifference.Input {
  /// An option is called by its name in both languages.
  fileprivate var title: LocalizedText {
    switch self {
    case .spec: LocalizedText(english: "board spec", chinese: "板子规格")
    case .version: LocalizedText(english: "version of peidan", chinese: "peidan 版本")
    case .catalog: LocalizedText(english: "catalog", chinese: "目录")
    case .list: LocalizedText(english: "part list", chinese: "物料清单")
    case .prices: LocalizedText(english: "price sheet", chinese: "价格表")
    case .quotes: LocalizedText(english: "sheet of quotes", chinese: "报价表")
    case .closed: LocalizedText(english: "closed stalls", chinese: "关闭的档口")
    case .floors: LocalizedText(english: "answers on floors", chinese: "楼层询价结果")
    default: LocalizedText(english: "--\(rawValue)", chinese: "--\(rawValue)")
    }
  }
}

extension PlanInputs {
  /// Each input but the files of the user's data: what tells it from others, and as a person reads it.
  fileprivate var facts: [(input: InputDifference.Input, fact: String?, text: String?)] {
    func plain(_ input: InputDifference.Input, _ text: String?) -> (InputDifference.Input, String?, String?) {
      (input, text, text)
    }
    return [
      (.spec, specDigest, "\(spec) \(specDigest.prefix(12))"), plain(.version, version),
      (.catalog, catalogDigest, "\(catalogDigest.prefix(12))"),
      plain(.boards, boards.map(String.init)), plain(.date, date.map { "\($0)" }),
      plain(.start, start.map(WeeklyHours.clock)), plain(.finish, finish.map(WeeklyHours.clock)),
      plain(.buyers, buyers.map(String.init)), plain(.budget, budget.map { "\($0)" }), plain(.market, market),
      plain(.markets, markets?.joined(separator: ",")), plain(.radius, radius.map(String.init)),
      plain(.priceAge, priceAge.map(String.init)), plain(.sample, sample.map { $0 ? "yes" : "no" }),
      plain(.stock, stock?.map(\.text).joined(separator: "; ")), plain(.seed, search.map { "\($0.seed)" }),
      plain(.timeLimit, search?.timeLimit.map { "\($0)" }), plain(.workLimit, search?.workLimit.map(String.init)),
      plain(.gap, search?.gap.map { "\($0)" }), plain(.explain, search?.comparesVariants == true ? "design" : nil),
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
