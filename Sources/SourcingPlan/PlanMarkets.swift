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

  /// What is to be said of generated goods: of each market that something is bought in, once; of one market in any case.
  package var sampleNotices: [LocalizedText] {
    guard let markets else { return [market.sampleNotice].compactMap(\.self) }
    let used = Set((places ?? []).map(\.market))
    return markets.filter { $0.id == market.id || used.contains($0.id) }.compactMap(\.sampleNotice)
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
