package import Electronics

extension PartRequirement {
  /// Whether a part meets the requirement: its number, maker and category where they are asked for, and all conditions. A
  /// parameter that the part does not state meets no condition.
  package func matches(_ part: Part) -> Bool {
    if let mpn, part.id.mpn != mpn { return false }
    if let maker, part.id.maker != maker { return false }
    if let category, part.category != category { return false }
    return conditions.allSatisfy { $0.holds(for: part) }
  }
}

extension ParameterCondition {
  /// Whether the part states the parameter and its value passes the test.
  package func holds(for part: Part) -> Bool {
    let value: ParameterValue? =
      switch parameter {
      case "package": .text(part.package)
      case "maker": .text(part.id.maker)
      case "mpn": .text(part.id.mpn)
      default: part.parameters[parameter]
      }
    return value.map { test.passes($0) } ?? false
  }
}

extension ParameterCondition.Test {
  /// Whether a part's value passes. Values of another kind than the test's never do.
  package func passes(_ value: ParameterValue) -> Bool {
    switch (self, value) {
    case (.equals(let wanted), _): Self.equal(wanted, value)
    case (.atLeast(let least, let strict), .quantity(let quantity)):
      quantity.dimension == least.dimension
        && (strict ? quantity.stored > least.stored : quantity.stored >= least.stored)
    case (.atLeast(let least, let strict), .range(let range)):
      range.dimension == least.dimension && (strict ? range.lower > least.stored : range.lower >= least.stored)
    case (.atMost(let most, let strict), .quantity(let quantity)):
      quantity.dimension == most.dimension && (strict ? quantity.stored < most.stored : quantity.stored <= most.stored)
    case (.atMost(let most, let strict), .range(let range)):
      range.dimension == most.dimension && (strict ? range.upper < most.stored : range.upper <= most.stored)
    case (.range(let wanted), .quantity(let quantity)): wanted.contains(quantity)
    case (.range(let wanted), .range(let range)): range.covers(wanted)
    case (.oneOf(let wanted), .list(let words)):
      wanted.allSatisfy { word in if case .text(let text) = word { words.contains(text) } else { false } }
    case (.oneOf(let wanted), _): wanted.contains { Self.equal($0, value) }
    case (.noneOf(let unwanted), _): !unwanted.contains { Self.equal($0, value) }
    default: false
    }
  }

  private static func equal(_ wanted: ParameterValue, _ value: ParameterValue) -> Bool {
    switch (wanted, value) {
    case (.quantity(let quantity), .range(let range)): range.contains(quantity)
    case (.text(let word), .list(let words)): words.contains(word)
    default: wanted == value
    }
  }
}
