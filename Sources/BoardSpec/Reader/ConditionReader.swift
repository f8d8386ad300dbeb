internal import Diagnostics
internal import Electronics
internal import MarkedText

/// Reads `where:` conditions against the parameters of a category.
struct ConditionReader {
  let category: PartCategory
  let sink: DiagnosticSink

  /// Parameters that every part has.
  private static let common: [ParameterDefinition] = ["package", "maker", "mpn"].map {
    ParameterDefinition(name: $0, kind: .text, dimension: nil, english: $0, chinese: $0)
  }

  func conditions(_ node: MarkedNode) -> [ParameterCondition] {
    guard let entries = node.mapping else {
      sink.report(
        Diagnostic(TextCodes.wrongKind, "`where` must be a mapping, not \(node.kindName)", at: node.span))
      return []
    }
    return entries.compactMap { condition($0) }
  }

  private func condition(_ entry: MarkedEntry) -> ParameterCondition? {
    guard let definition = definition(of: entry.key) else {
      let known = (Self.common + category.parameters).map(\.name)
      sink.report(
        .unknown("parameter", entry.key, of: "`\(category.id)`", at: entry.keySpan, among: known))
      return nil
    }
    if let list = entry.value.sequence {
      let values = list.compactMap { item in scalar(item).flatMap { value($0, definition, at: item.span) } }
      guard values.count == list.count, !values.isEmpty else { return nil }
      let text = list.compactMap { $0.scalar?.text }.joined(separator: ", ")
      return ParameterCondition(parameter: entry.key, test: .oneOf(values), text: "[\(text)]", span: entry.value.span)
    }
    guard let text = scalar(entry.value), let test = test(text, definition, at: entry.value.span) else { return nil }
    return ParameterCondition(parameter: entry.key, test: test, text: text, span: entry.value.span)
  }

  /// A condition on a parameter by name, as the shorthand needs it.
  func condition(_ name: String, _ text: String, at span: SourceSpan) -> ParameterCondition? {
    guard let definition = definition(of: name), let test = test(text, definition, at: span) else { return nil }
    return ParameterCondition(parameter: name, test: test, text: text, span: span)
  }

  private func definition(of name: String) -> ParameterDefinition? {
    (Self.common + category.parameters).first { $0.name == name }
  }

  private func scalar(_ node: MarkedNode) -> String? { node.word("a condition", into: sink) }

  private func test(_ text: String, _ definition: ParameterDefinition, at span: SourceSpan)
    -> ParameterCondition.Test?
  {
    let text = text.trimmed
    if text.hasPrefix("not ") {
      let rest = String(text.dropFirst(4)).trimmed
      let words =
        rest.hasPrefix("[") && rest.hasSuffix("]")
        ? rest.dropFirst().dropLast().split(separator: ",").map { String($0).trimmed } : [rest]
      let values = words.compactMap { value($0, definition, at: span) }
      return values.count == words.count ? .noneOf(values) : nil
    }
    for (sign, make) in Self.comparisons where text.hasPrefix(sign) {
      guard definition.kind == .quantity || definition.kind == .range, let dimension = definition.dimension else {
        sink.report(
          Diagnostic(SpecCodes.value, "`\(definition.name)` has no order, so `\(sign)` means nothing for it", at: span))
        return nil
      }
      return quantity(String(text.dropFirst(sign.count)), dimension, definition, at: span).map(make)
    }
    let bare = text.hasPrefix("=") ? String(text.dropFirst()).trimmed : text
    guard let dimension = definition.dimension, definition.kind == .quantity || definition.kind == .range else {
      return value(bare, definition, at: span).map { .equals($0) }
    }
    if bare.contains("..") {
      do { return .range(try QuantityRange(parsing: bare, as: dimension)) } catch {
        report(error, definition, at: span)
        return nil
      }
    }
    guard let quantity = quantity(bare, dimension, definition, at: span) else { return nil }
    return bare == text ? impliedTest(quantity, definition) : .equals(.quantity(quantity))
  }

  /// A bare tolerance asks for that or better, a bare rating for that or more; everything else is equality.
  private func impliedTest(_ quantity: Quantity, _ definition: ParameterDefinition) -> ParameterCondition.Test {
    switch (category.id, definition.name) {
    case (_, "tolerance"): .atMost(quantity, strict: false)
    case ("capacitor", "voltage"), ("tantalum-capacitor", "voltage"), ("electrolytic-capacitor", "voltage"),
      ("resistor", "power"):
      .atLeast(quantity, strict: false)
    default: .equals(.quantity(quantity))
    }
  }

  private static let comparisons: [(String, @Sendable (Quantity) -> ParameterCondition.Test)] = [
    (">=", { .atLeast($0, strict: false) }), ("<=", { .atMost($0, strict: false) }),
    ("≥", { .atLeast($0, strict: false) }), ("≤", { .atMost($0, strict: false) }),
    (">", { .atLeast($0, strict: true) }), ("<", { .atMost($0, strict: true) }),
  ]

  private func value(_ text: String, _ definition: ParameterDefinition, at span: SourceSpan) -> ParameterValue? {
    switch definition.kind {
    case .text, .list: return .text(text)
    case .quantity, .range:
      guard let dimension = definition.dimension else { return nil }
      return quantity(text, dimension, definition, at: span).map { .quantity($0) }
    case .flag:
      do { return try ParameterValue(parsing: text, as: definition) } catch {
        report(error, definition, at: span)
        return nil
      }
    }
  }

  private func quantity(_ text: String, _ dimension: Dimension, _ definition: ParameterDefinition, at span: SourceSpan)
    -> Quantity?
  {
    do { return try Quantity(parsing: text.trimmed, as: dimension) } catch {
      report(error, definition, at: span)
      return nil
    }
  }

  private func report(_ error: QuantityError, _ definition: ParameterDefinition, at span: SourceSpan) {
    sink.report(.quantity(error, "`\(definition.name)`", at: span))
  }
}

extension Diagnostic {
  /// A quantity that could not be read.
  static func quantity(_ error: QuantityError, _ subject: String, at span: SourceSpan) -> Diagnostic {
    var finding = Diagnostic(SpecCodes.value, "\(subject): \(error.message)", at: span)
    finding.helps = error.help.map { [$0] } ?? []
    return finding
  }

  /// A name that is not known, with the closest one that is.
  static func unknown(
    _ kind: String, _ name: String, of owner: String? = nil, at span: SourceSpan, among known: [String]
  ) -> Diagnostic {
    let whose = owner.map { " of \($0)" } ?? ""
    var finding = Diagnostic(SpecCodes.unknownName, "unknown \(kind) `\(name)`\(whose)", at: span)
    if let meant = closestMatch(to: name, among: known) {
      finding.helps = ["did you mean `\(meant)`?"]
      finding.fixes = [FixIt(.likely, replace: span, with: meant)]
    } else if !known.isEmpty, known.count <= 20 {
      finding.helps = ["known: " + known.sorted().map { "`\($0)`" }.joined(separator: ", ")]
    }
    return finding
  }
}
