internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Reads the values that several parts of a board share: texts in two languages, money, rates, times, quantities.
struct ValueReader {
  let sink: DiagnosticSink

  /// `{en: …, zh: …}`, or one text for both.
  func text(_ node: MarkedNode, _ subject: String) -> LocalizedText? {
    if node.mapping == nil { return node.word(subject, into: sink).map { LocalizedText(english: $0, chinese: $0) } }
    guard let mapping = MappingReader(node, subject, into: sink) else { return nil }
    let english = mapping.required("en")?.word("\(subject) (en)", into: sink)
    let chinese = mapping.required("zh")?.word("\(subject) (zh)", into: sink)
    mapping.finish()
    guard let english, let chinese else { return nil }
    return LocalizedText(english: english, chinese: chinese)
  }

  func money(_ node: MarkedNode, _ subject: String, in range: ClosedRange<Money>) -> Money? {
    guard let text = node.word(subject, into: sink) else { return nil }
    do {
      let money = try Money(text)
      if range.contains(money) { return money }
      if money < .zero {
        refuse(node, "`\(subject)` cannot be negative", help: nil)
      } else {
        refuse(node, "`\(subject)` must be \(range.words), not `\(text)`", help: nil)
      }
    } catch {
      switch error {
      case .otherCurrency(let currency): refuse(node, "`\(subject)` is in `\(currency)`", help: "amounts are in CNY")
      case .notMoney: refuse(node, "`\(subject)`: `\(text)` is not an amount", help: "write `12.35 CNY`")
      }
    }
    return nil
  }

  /// `60 CNY/h`.
  func hourlyRate(_ node: MarkedNode, _ subject: String) -> Money? {
    guard let text = node.word(subject, into: sink) else { return nil }
    let pieces = text.split(separator: "/").map { String($0).trimmed }
    if pieces.count == 2, ["h", "hour", "小时"].contains(pieces[1]), let money = try? Money(pieces[0]), money >= .zero {
      if Limits.hourlyRate.contains(money) { return money }
      refuse(node, "`\(subject)` must be \(Limits.hourlyRate.words) an hour, not `\(text)`", help: nil)
      return nil
    }
    refuse(node, "`\(subject)`: `\(text)` is not an hourly rate", help: "write `60 CNY/h`")
    return nil
  }

  func quantity(_ node: MarkedNode, _ subject: String, _ dimension: Dimension) -> Quantity? {
    guard let text = node.word(subject, into: sink) else { return nil }
    do { return try Quantity(parsing: text, as: dimension) } catch {
      sink.report(.quantity(error, "`\(subject)`", at: node.span))
      return nil
    }
  }

  /// A quantity that must be above zero.
  func positive(_ node: MarkedNode, _ subject: String, _ dimension: Dimension) -> Quantity? {
    guard let quantity = quantity(node, subject, dimension) else { return nil }
    if quantity.stored > 0 { return quantity }
    refuse(node, "`\(subject)` must be above zero", help: nil)
    return nil
  }

  func range(_ node: MarkedNode, _ subject: String, _ dimension: Dimension) -> QuantityRange? {
    guard let text = node.word(subject, into: sink) else { return nil }
    do { return try QuantityRange(parsing: text, as: dimension) } catch {
      sink.report(.quantity(error, "`\(subject)`", at: node.span))
      return nil
    }
  }

  /// A share of at most 10, rounded up to thousandths.
  func perMille(_ node: MarkedNode, _ subject: String) -> Int? {
    guard let share = quantity(node, subject, .ratio) else { return nil }
    guard (0...10_000_000_000).contains(share.stored) else {
      refuse(node, "`\(subject)` must lie between 0 % and 1000 %", help: nil)
      return nil
    }
    return Int((share.stored + 999_999) / 1_000_000)
  }

  /// `60 x 40 mm`, in nanometres.
  func sides(_ node: MarkedNode, _ subject: String, count: ClosedRange<Int>) -> [Quantity]? {
    guard let text = node.word(subject, into: sink) else { return nil }
    do {
      let sides = try Quantity.sides(parsing: text, count: count)
      if sides.allSatisfy({ Limits.sideNanometres.contains($0.stored) }) { return sides }
      let longest = Quantity(.length, stored: Limits.sideNanometres.upperBound)
      refuse(node, "`\(subject)` must have sides of at most \(longest), not `\(text)`", help: nil)
      return nil
    } catch {
      sink.report(.quantity(error, "`\(subject)`", at: node.span))
      return nil
    }
  }

  /// `09:30`, in seconds since midnight.
  func clock(_ node: MarkedNode, _ subject: String) -> Int? {
    guard let text = node.word(subject, into: sink) else { return nil }
    if let second = LocalTime.secondOfDay(text), second < 24 * 3600 { return second }
    refuse(node, "`\(subject)`: `\(text)` is not a time of day", help: "write `\"09:30\"`")
    return nil
  }

  func conditions(_ node: MarkedNode) -> Set<Condition>? {
    guard let list = node.list("conditions", into: sink) else { return nil }
    let words = list.compactMap { $0.choice("condition", of: Condition.self, into: sink) }
    return words.count == list.count && !words.isEmpty ? Set(words) : nil
  }

  /// `any`, `1 y`, `2 y`.
  func dateCode(_ node: MarkedNode) -> DateCodeRule? {
    guard let text = node.word("date-code", into: sink) else { return nil }
    if let rule = DateCodeRule(text.trimmed) { return rule }
    refuse(
      node, "`date-code`: `\(text)` is not an age",
      help: "write `any`, or years \(DateCodeRule.range.words) such as `2 y`")
    return nil
  }

  /// `{only: […], never: […]}`.
  func stalls(_ node: MarkedNode, in names: StallNames) throws -> (only: [PlaceID], never: [PlaceID])? {
    guard let mapping = MappingReader(node, "stalls", into: sink) else { return nil }
    defer { mapping.finish() }
    let words = { (key: String) throws -> [PlaceID] in
      try (mapping.optional(key)?.list(key, into: sink) ?? []).compactMap { node in
        guard let id = node.word("a stall", into: sink).map(PlaceID.init(_:)) else { return nil }
        let near = try names.markets.flatMap { try names.context.stallIDs(like: id, market: $0) }
        if names.markets.isEmpty || near.contains(id) { return id }
        sink.report(.unknown("stall", id.text, of: names.words, at: node.span, among: near.map(\.text)))
        return nil
      }
    }
    return (try words("only"), try words("never"))
  }

  func refuse(_ node: MarkedNode, _ message: String, help: String?) {
    sink.report(Diagnostic(SpecCodes.value, message, at: node.span, helps: help.map { [$0] } ?? []))
  }
}

/// Where stalls are looked up.
struct StallNames {
  let context: any SpecContext
  /// Markets of the catalog; empty where the board names none, so that one fault is told once.
  let markets: [String]

  var words: String {
    (markets.count == 1 ? "market " : "markets ") + markets.map { "`\($0)`" }.joined(separator: ", ")
  }
}
