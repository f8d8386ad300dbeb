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

  /// What is to be said of generated goods: once of each market of which the plan names a generated stall or buys at a generated price.
  package var sampleNotices: [LocalizedText] {
    let generated = Set(lines.flatMap(\.buys).filter(\.isSample).map(\.stall))
    guard let markets else {
      let isNamed =
        walks.flatMap(\.visits).contains(where: \.isSample) || deliveries.contains(where: \.isSample)
        || lines.contains { $0.fallback?.isSample == true }
      return isNamed || !generated.isEmpty ? [market.sampleNotice].compactMap(\.self) : []
    }
    let used = Set((places ?? []).filter { $0.isSample || generated.contains($0.id) }.map(\.market))
    return markets.filter { used.contains($0.id) }.compactMap(\.sampleNotice)
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
