internal import Electronics

extension Part {
  /// A parameter, or one of the names that every part has.
  func fact(_ name: String) -> ParameterValue? {
    switch name {
    case "package": .text(package)
    case "category": .text(category)
    case "maker": .text(id.maker)
    case "mpn": .text(id.mpn)
    default: parameters[name]
    }
  }

  func quantity(_ name: String) -> Quantity? {
    if case .quantity(let quantity)? = parameters[name] { quantity } else { nil }
  }

  func range(_ name: String) -> QuantityRange? {
    if case .range(let range)? = parameters[name] { range } else { nil }
  }

  func text(_ name: String) -> String? {
    if case .text(let text)? = parameters[name] { text } else { nil }
  }

  func words(_ name: String) -> [String]? {
    switch parameters[name] {
    case .list(let words): words
    case .text(let word): [word]
    default: nil
    }
  }

  func flag(_ name: String) -> Bool? {
    if case .flag(let flag)? = parameters[name] { flag } else { nil }
  }

  /// A nominal value with the part's tolerance; nil where either is not stated.
  func withTolerance(_ name: String) -> QuantityRange? {
    guard let nominal = quantity(name), let tolerance = quantity("tolerance") else { return nil }
    return QuantityRange(nominal, tolerance: tolerance)
  }

  /// Whether the part's range `name` covers all of `needed`.
  func covers(_ needed: QuantityRange, _ name: String, of subject: String, verb: String = "takes") -> Judgement {
    guard let own = range(name) else { return .unknown(name) }
    return own.covers(needed) ? .holds : .broken("\(verb) `\(own)`, \(subject) is `\(needed)`")
  }
}
