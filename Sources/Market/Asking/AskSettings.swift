package import Base

/// What a market's settings say of asking around on its floors: `ask.NAME`, each with its standing like every setting.
///
/// A market that has none of them is not asked in: `MarketProfile.asking` is nil.
package struct AskSettings: Sendable, Hashable {
  /// How sure it is what a seller is asked for, from which the chance to find it follows.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A value in a package: whatever maker's part does.
    case value
    /// A number that the catalog or an imported list knows.
    case listed
    /// A number that neither knows.
    case unlisted
  }

  /// `minutes`: of asking for one line, several counters of a floor together; in seconds.
  package var lineSeconds: Int
  /// `setup`: to find one's way on a floor, once a visit; in seconds.
  package var setupSeconds: Int
  /// `wait`: what it is worth to have a line that day rather than by a parcel.
  package var wait: Money
  /// `chance.KIND`: per mille, that somebody on a floor that sells such goods has the line.
  package var chances: [Kind: Int]
  /// `factor.CONDITION`: the price at a counter against the list price, per mille.
  package var factors: [Condition: Int]
  /// `at.default`, `at.BUILDING`, `at.BUILDING/FLOOR`: how the chances are there, per mille of `chances`.
  package var places: [String: Int]
  /// `goods.LETTERS`: families of goods that a reference's letters stand for, for parts that no catalog knows.
  package var families: [String: [String]]
  /// `weight`: how many of one's own asks a setting is worth; nil where nothing is learned from them.
  package var weight: Int?

  package init(
    lineSeconds: Int, setupSeconds: Int, wait: Money, chances: [Kind: Int], factors: [Condition: Int],
    places: [String: Int], families: [String: [String]], weight: Int? = nil
  ) {
    self.lineSeconds = lineSeconds
    self.setupSeconds = setupSeconds
    self.wait = wait
    self.chances = chances
    self.factors = factors
    self.places = places
    self.families = families
    self.weight = weight
  }

  /// Shares of a list price, in per mille: a hundredfold at most.
  package static let factorRange = 0...100_000
  /// Asks that a setting is worth.
  package static let weightRange = 1...1_000
}

extension MarketProfile {
  /// How floors of the market are asked in; nil where its settings do not say.
  ///
  /// - Throws: `.missing` where they say a part of it only, `.unreadable` for a value that is not what its name asks for, or a name
  ///   that nothing has.
  package func asking() throws(MarketSettingError) -> AskSettings? {
    let own = settings.filter { Self.isAboutAsking($0) }
    guard !own.isEmpty else { return nil }
    var asking = AskSettings(
      lineSeconds: -1, setupSeconds: -1, wait: Money(microYuan: -1), chances: [:], factors: [:], places: [:],
      families: [:])
    for setting in own { try asking.take(setting) }
    if asking.lineSeconds < 0 { throw .missing(name: "ask.minutes") }
    if asking.setupSeconds < 0 { throw .missing(name: "ask.setup") }
    if asking.wait < .zero { throw .missing(name: "ask.wait") }
    for kind in AskSettings.Kind.allCases where asking.chances[kind] == nil {
      throw .missing(name: "ask.chance.\(kind.rawValue)")
    }
    for condition in Condition.allCases where asking.factors[condition] == nil {
      throw .missing(name: "ask.factor.\(condition.rawValue)")
    }
    if asking.places["default"] == nil { throw .missing(name: "ask.at.default") }
    return asking
  }

  /// Whether a setting is about asking on floors, which not every plan does.
  package static func isAboutAsking(_ setting: MarketSetting) -> Bool { setting.name.hasPrefix("ask.") }
}

extension AskSettings {
  fileprivate mutating func take(_ setting: MarketSetting) throws(MarketSettingError) {
    let words = setting.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    func refuse(_ expected: String) -> MarketSettingError {
      .unreadable(name: setting.name, value: setting.value, expected: expected)
    }
    func minutes() throws(MarketSettingError) -> Int {
      guard let number = Self.number(setting.value, unit: "min"), Limits.stallSeconds.contains(Int(number) * 60) else {
        throw refuse("6 min, from 0 to 1440")
      }
      return Int(number) * 60
    }
    func share(_ range: ClosedRange<Int>) throws(MarketSettingError) -> Int {
      guard let perMille = Self.number(setting.value, unit: "%", digits: 1), range.contains(Int(perMille)) else {
        throw refuse("55 %, from 0 to \(range.upperBound / 10)")
      }
      return Int(perMille)
    }
    let rest = words.dropFirst(2).joined(separator: ".")
    switch (words.count > 1 ? words[1] : "", rest) {
    case ("minutes", ""): lineSeconds = try minutes()
    case ("weight", ""):
      guard let count = Self.number(setting.value, unit: "asks"), Self.weightRange.contains(Int(count)) else {
        throw refuse("10 asks, from \(Self.weightRange.lowerBound) to \(Self.weightRange.upperBound)")
      }
      weight = Int(count)
    case ("setup", ""): setupSeconds = try minutes()
    case ("wait", ""):
      guard let amount = try? Money(setting.value), Limits.shipping.contains(amount) else {
        throw refuse("40 CNY, \(Limits.shipping.words)")
      }
      wait = amount
    case ("chance", let word):
      guard let kind = Kind(rawValue: word) else { throw refuse(Self.names) }
      chances[kind] = try share(0...1_000)
    case ("factor", let word):
      guard let condition = Condition(rawValue: word) else { throw refuse(Self.names) }
      factors[condition] = try share(Self.factorRange)
    case ("at", let place) where !place.isEmpty: places[place] = try share(0...10_000)
    case ("goods", let letters) where !letters.isEmpty && letters.allSatisfy { $0.isASCII && $0.isUppercase }:
      let names = setting.value.split(separator: "|").map { String($0.filter { $0 != " " }) }
      guard !names.isEmpty else { throw refuse("families of goods with `|` between them") }
      families[letters] = names
    default: throw refuse(Self.names)
    }
  }

  private static let names =
    "`ask.` and `minutes`, `setup`, `wait`, `weight`, `chance.value`, `chance.listed`, `chance.unlisted`, `factor.CONDITION`, "
    + "`at.default`, `at.BUILDING`, `at.BUILDING/FLOOR` or `goods.LETTERS`"

  /// A number from 0 in units of `10^-digits`, before a unit.
  private static func number(_ text: String, unit: String, digits: Int = 0) -> Int64? {
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == unit, let value = DecimalText.scaled(words[0], digits: digits),
      (0...1_000_000).contains(value)
    else { return nil }
    return value
  }
}

extension AskSettings {
  /// Families of goods that a reference such as `U5` stands for; none where its letters are not known.
  package func families(ofReference reference: String) -> [String] {
    families[String(reference.prefix { $0.isLetter }).uppercased()] ?? []
  }

  /// How the chances are on a floor, per mille: as the floor's own setting says, else its building's, else the default.
  package func perMille(building: String, floor: Int) -> Int {
    places["\(building)/\(floor)"] ?? places[building] ?? places["default"] ?? 0
  }
}
