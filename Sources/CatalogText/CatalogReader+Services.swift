internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

extension CatalogReader {
  func readServices(_ market: MarketNames) -> [Service] {
    guard let root = root("\(market.folder)/services.yaml", schema: "peidan.services/1", isRequired: false) else {
      return []
    }
    let services = (root.required("services")?.mapping ?? []).compactMap { service($0, market) }
    root.finish()
    return services
  }

  private func service(_ entry: MarkedEntry, _ market: MarketNames) -> Service? {
    guard let reader = MappingReader(entry.value, "service `\(entry.key)`", into: sink) else { return nil }
    let kind = reader.required("kind")?.choice("kind", of: Service.Kind.self, into: sink)
    let name = reader.required("name").flatMap { localized($0, "name") }
    let place = reader.optional("place")
    let hours = reader.required("hours").flatMap { node in
      node.word("hours", into: sink).flatMap { self.hours($0, at: node.span) }
    }
    let limits = reader.optional("limits").flatMap { self.limits($0) } ?? Bounds()
    let price = reader.required("price").flatMap { formula($0, "price", term: amount) }
    let duration = reader.required("duration").flatMap { formula($0, "duration", term: milliseconds) }
    let standing = reader.required("standing").flatMap { self.standing($0) }
    let source = reader.required("source")
    reader.finish()
    guard let kind, let name, let hours, let price, let duration, let standing, let source,
      let sourceText = source.word("source", into: sink)
    else { return nil }
    if standing == .sourced, !isSource(sourceText, at: source.span) { return nil }
    var node: String?
    if let place, let word = place.word("place", into: sink) {
      guard reference(word, to: "node", among: market.nodes.keys, at: place.span) else { return nil }
      node = word
    }
    return Service(
      id: entry.key, kind: kind, english: name.english, chinese: name.chinese, place: node, hours: hours,
      layers: limits.layers, largestArea: limits.area, sides: limits.sides, boards: limits.boards, price: price,
      duration: duration, standing: standing, source: sourceText)
  }

  private struct Bounds {
    var layers: ClosedRange<Int>?
    var area: Int?
    var sides: ClosedRange<Int>?
    var boards: ClosedRange<Int>?
  }

  private func limits(_ node: MarkedNode) -> Bounds? {
    guard let reader = MappingReader(node, "limits", into: sink) else { return nil }
    let limits = Bounds(
      layers: reader.optional("layers").flatMap { span($0, "layers", in: Limits.layers) },
      area: reader.optional("area").flatMap { squareMillimetres($0) },
      sides: reader.optional("sides").flatMap { span($0, "sides", in: 1...2) },
      boards: reader.optional("boards").flatMap { span($0, "boards", in: Limits.boards) })
    reader.finish()
    return limits
  }

  /// `1..2`, or one number.
  func span(_ node: MarkedNode, _ subject: String, in range: ClosedRange<Int>) -> ClosedRange<Int>? {
    guard let text = node.word(subject, into: sink) else { return nil }
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
      ends.count == 1 || text.contains("..")
    else {
      report(CatalogCodes.value, "`\(subject)` must be a range like `1..2`, not `\(text)`", at: node.span)
      return nil
    }
    guard range.contains(first), range.contains(last) else {
      report(CatalogCodes.value, "`\(subject)` must lie \(range.words), not be `\(text)`", at: node.span)
      return nil
    }
    return first...last
  }

  private func squareMillimetres(_ node: MarkedNode) -> Int? {
    guard let text = node.word("area", into: sink) else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == "mm2" || words[1] == "mm²", let area = Int(words[0]), area > 0 else {
      report(CatalogCodes.value, "`area` must be like `90000 mm2`, not `\(text)`", at: node.span)
      return nil
    }
    guard Limits.boardArea.contains(area) else {
      report(CatalogCodes.value, "`area` must be \(Limits.boardArea.words) mm2, not `\(text)`", at: node.span)
      return nil
    }
    return area
  }

  private func formula(
    _ node: MarkedNode, _ subject: String, term: (MarkedNode, String) -> Int64?
  ) -> ServiceFormula? {
    guard let reader = MappingReader(node, subject, into: sink) else { return nil }
    var isGood = true
    func value(_ key: String) -> Int64 {
      guard let node = reader.optional(key) else { return 0 }
      if let value = term(node, key) { return value }
      isGood = false
      return 0
    }
    let formula = ServiceFormula(
      minimum: value("minimum"), base: value("base"), perBoard: value("per_board"),
      perAreaLayer: value("per_area_layer"), perJoint: value("per_joint"), perSide: value("per_side"))
    reader.finish()
    return isGood ? formula : nil
  }

  /// Micro-yuan.
  private func amount(_ node: MarkedNode, _ subject: String) -> Int64? {
    guard let text = node.word(subject, into: sink) else { return nil }
    do {
      let money = try Money(text)
      if Limits.oneTimeCost.contains(money) { return money.microYuan }
      report(CatalogCodes.value, "`\(subject)` must be \(Limits.oneTimeCost.words), not `\(text)`", at: node.span)
      return nil
    } catch MoneyError.otherCurrency(let currency) {
      report(CatalogCodes.value, "`\(subject)` is in \(currency); amounts of a market are in yuan", at: node.span)
      return nil
    } catch {}
    report(CatalogCodes.value, "`\(subject)` must be like `12.35 CNY`, not `\(text)`", at: node.span)
    return nil
  }

  private func milliseconds(_ node: MarkedNode, _ subject: String) -> Int64? {
    guard let milliseconds = quantity(node, subject, .time).map({ $0.stored / 1_000_000 }) else { return nil }
    guard Limits.serviceMilliseconds.contains(milliseconds) else {
      let most = Limits.serviceMilliseconds.upperBound / 86_400_000
      report(CatalogCodes.value, "`\(subject)` must be from 0 to \(most) d", at: node.span)
      return nil
    }
    return milliseconds
  }
}
