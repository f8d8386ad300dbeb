internal import Electronics

/// The slot of a matched line as a board spec writes it.
package enum SlotText {
  /// A part by its number; of any maker, or in any package, where these are nil.
  package static func pinned(_ mpn: String, maker: String?, package: String?) -> String {
    var entries = [("mpn", YAMLText.scalar(mpn))]
    if let maker { entries.append(("maker", YAMLText.scalar(maker))) }
    if let package { entries.append(("where", YAMLText.flow([("package", YAMLText.scalar(package))]))) }
    return YAMLText.flow(entries)
  }

  /// A part in a bill's own words; nil where they say nothing.
  package static func asked(_ words: PartWords) -> String? { words.text.map { YAMLText.flow([("ask", $0)]) } }

  /// Parts with the same value and package, and ratings that are no worse.
  static func equivalent(_ requirement: TypedRequirement) -> String { YAMLText.flow(mapping(requirement)) }

  /// Nil for a line that a person must decide on, or that is not fitted.
  static func value(of match: LineMatch) -> String? {
    let line = match.line
    guard line.isFitted else { return nil }
    guard match.grade.isCertain else {
      return match.canBeAsked ? match.words.text.map { YAMLText.flow([("ask", $0)] + extras(line)) } : nil
    }
    var entries: [(key: String, value: String)]
    if match.grade == .exact, let part = match.part, match.requirement == nil {
      entries =
        match.alternatives.isEmpty
        ? pinned(part, match.packages[part.id] ?? [])
        : [
          (
            "any",
            YAMLText.list(([part] + match.alternatives).map { YAMLText.flow(pinned($0, match.packages[$0.id] ?? [])) })
          )
        ]
    } else if let requirement = match.requirement {
      if let short = shorthand(requirement, line), extras(line).isEmpty { return short }
      entries = mapping(requirement)
    } else if !match.candidates.isEmpty {
      let parts = match.alternatives.isEmpty ? match.candidates : match.alternatives
      let alternatives = parts.map { YAMLText.flow(pinned($0, match.packages[$0.id] ?? [])) }
      entries = [("any", YAMLText.list(alternatives))]
    } else {
      return nil
    }
    return YAMLText.flow(entries + extras(line))
  }

  /// `packages` are those in which the maker sells the number; of several, the part's own is asked for.
  private static func pinned(_ part: Part, _ packages: Set<String>) -> [(key: String, value: String)] {
    var entries: [(key: String, value: String)] = [
      ("mpn", YAMLText.scalar(part.id.mpn)), ("maker", YAMLText.scalar(part.id.maker)),
    ]
    if packages.count > 1 { entries.append(("where", YAMLText.flow([("package", YAMLText.scalar(part.package))]))) }
    return entries
  }

  /// Pieces where references do not tell them, and spares where the BOM has them.
  private static func extras(_ line: BOMLine) -> [(key: String, value: String)] {
    var entries: [(key: String, value: String)] = []
    if line.references.isEmpty, line.quantity != 1 { entries.append(("count", "\(line.quantity)")) }
    if let spares = line.sparesPerMille, spares > 0 {
      let percent = spares % 10 == 0 ? "\(spares / 10)" : "\(spares / 10).\(spares % 10)"
      entries.append(("spares", "\(percent) %"))
    }
    return entries
  }

  private static let shortCategories = ["R": "resistor", "C": "capacitor", "L": "inductor", "FB": "ferrite-bead"]

  /// `10kΩ 0402 1%`; nil where the shorthand of specs cannot say it, or means something else by it.
  private static func shorthand(_ requirement: TypedRequirement, _ line: BOMLine) -> String? {
    let prefixes = Set(line.references.map { String($0.prefix { $0.isLetter }) })
    guard prefixes.count == 1, let prefix = prefixes.first, shortCategories[prefix] == requirement.category else {
      return nil
    }
    var words: [String] = []
    for condition in requirement.conditions {
      switch (condition.parameter, condition.test) {
      case (_, .equals(let value)): words.append(value.compact)
      case ("package", .anyOf(let names)):
        guard names.count == 1, (4...5).contains(names[0].count), names[0].allSatisfy(\.isDigit) else { return nil }
        words.append(names[0])
      case ("dielectric", .anyOf(let names)):
        guard names.count == 1, names[0].count == 3 else { return nil }
        words.append(names[0])
      case ("tolerance", .atMost(let share)):
        guard share.compact.hasSuffix("%") else { return nil }
        words.append(share.compact)
      case ("voltage", .atLeast(let volts)) where requirement.category == "capacitor": words.append(volts.compact)
      case ("power", .atLeast(let watts)) where requirement.category == "resistor": words.append(watts.compact)
      default: return nil
      }
    }
    return words.joined(separator: " ")
  }

  private static func mapping(_ requirement: TypedRequirement) -> [(key: String, value: String)] {
    let conditions = requirement.conditions.map { condition -> (key: String, value: String) in
      switch condition.test {
      case .equals(let value): (condition.parameter, "\(value)")
      case .atLeast(let value): (condition.parameter, "\">= \(value)\"")
      case .atMost(let value): (condition.parameter, "\"<= \(value)\"")
      case .anyOf(let words):
        (condition.parameter, words.count == 1 ? YAMLText.scalar(words[0]) : YAMLText.list(words.map(YAMLText.scalar)))
      }
    }
    return [("category", requirement.category), ("where", YAMLText.flow(conditions))]
  }
}
