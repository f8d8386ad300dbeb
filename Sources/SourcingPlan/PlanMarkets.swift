package import Market

extension PlanMarket {
  package init(_ profile: MarketProfile) {
    self.init(
      id: profile.id, name: LocalizedText(english: profile.english, chinese: profile.chinese),
      sampleNotice: profile.sampleNotice)
  }
}

extension PlanDocument {
  /// The names of all markets of the plan, that of the day first.
  package var marketNames: LocalizedText {
    let names = (markets ?? [market]).map(\.name)
    return LocalizedText(
      english: names.map(\.english).joined(separator: " + "), chinese: names.map(\.chinese).joined(separator: "＋"))
  }

  /// What is to be said of generated goods: of each market in which some are bought, once; of a plan's only market in any case, and
  /// of all where nothing is bought.
  package var sampleNotices: [LocalizedText] {
    guard let markets else { return [market.sampleNotice].compactMap(\.self) }
    let buys = lines.flatMap(\.buys)
    let generated = Set(buys.filter(\.isSample).map(\.stall))
    let used = Set((places ?? []).filter { $0.isSample || generated.contains($0.id) }.map(\.market))
    return markets.filter { buys.isEmpty || used.contains($0.id) }.compactMap(\.sampleNotice)
  }
}

extension [LocalizedText] {
  /// All of them in one; nil where there is none.
  package var joined: LocalizedText? {
    isEmpty
      ? nil
      : LocalizedText(english: map(\.english).joined(separator: " "), chinese: map(\.chinese).joined(separator: ""))
  }
}
