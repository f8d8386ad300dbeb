import Base
import Market
import Testing

@Suite("Settings of asking on floors")
struct AskSettingsTests {
  private static var settings: [MarketSetting] {
    var values = [
      ("ask.minutes", "6 min"), ("ask.setup", "3 min"), ("ask.wait", "40 CNY"), ("ask.at.default", "80 %"),
      ("ask.at.SEG", "100 %"), ("ask.at.SEG/2", "12.5 %"), ("ask.goods.U", "ics | power-ics"),
      ("hours.default", "Mon-Sun 09:30-18:30"), ("hours.SEG", "Mon-Sat 10:00-18:00"),
    ]
    values += AskSettings.Kind.allCases.map { ("ask.chance.\($0.rawValue)", "55 %") }
    values += Condition.allCases.map { ("ask.factor.\($0.rawValue)", "115 %") }
    return values.map { MarketSetting(name: $0.0, value: $0.1, standing: .assumed, source: "test") }
  }

  private func profile(_ settings: [MarketSetting]) -> MarketProfile {
    MarketProfile(
      id: "m", english: "", chinese: "", kind: .walking, walkingSpeed: 1_000, badPartsPerMillion: [:],
      defaultStart: nil,
      sampleNotice: nil, settings: settings)
  }

  @Test("figures are read in per mille, seconds and money, the nearest place's first")
  func read() throws {
    let asking = try #require(try profile(Self.settings).asking())
    #expect(asking.lineSeconds == 360 && asking.setupSeconds == 180 && asking.wait == Money(yuan: 40))
    #expect(asking.chances[.listed] == 550 && asking.factors[.pulled] == 1_150)
    #expect(asking.perMille(building: "SEG", floor: 2) == 125)
    #expect(asking.perMille(building: "SEG", floor: 3) == 1_000 && asking.perMille(building: "HQW1", floor: 1) == 800)
    #expect(asking.families(ofReference: "U12") == ["ics", "power-ics"] && asking.families(ofReference: "K1").isEmpty)
  }

  @Test("a market without such settings is not asked in")
  func none() throws {
    let bare = Self.settings.filter { !MarketProfile.isAboutAsking($0) }
    #expect(try profile(bare).asking() == nil)
    #expect(try AskedFloor.all(of: profile(bare), buildings: [Self.building()]).isEmpty)
  }

  @Test("what is missing is named", arguments: settings.map(\.name).filter { $0.hasPrefix("ask.") })
  func missing(name: String) {
    let left = profile(Self.settings.filter { $0.name != name })
    if ["ask.at.SEG", "ask.at.SEG/2", "ask.goods.U"].contains(name) {
      #expect(throws: Never.self) { try left.asking() }
    } else {
      #expect(throws: MarketSettingError.missing(name: name)) { try left.asking() }
    }
  }

  @Test(
    "what cannot be read is named",
    arguments: [
      ("ask.minutes", "6"), ("ask.minutes", "-6 min"), ("ask.minutes", "1441 min"), ("ask.setup", "3 h"),
      ("ask.wait", "40"), ("ask.wait", "-1 CNY"), ("ask.chance.value", "101 %"), ("ask.chance.value", "0.55"),
      ("ask.chance.never", "5 %"), ("ask.factor.new", "5 %"), ("ask.factor.clone", "x %"), ("ask.at.", "5 %"),
      ("ask.goods.u", "ics"), ("ask.goods.X", ""), ("ask.wages", "1 CNY"), ("ask.", "1"),
    ])
  func unreadable(name: String, value: String) {
    let setting = MarketSetting(name: name, value: value, standing: .assumed, source: "test")
    #expect {
      try profile(Self.settings.filter { $0.name != name } + [setting]).asking()
    } throws: { error in
      guard case .unreadable(name, value, let expected)? = error as? MarketSettingError else { return false }
      return !expected.isEmpty
    }
  }

  private static func building(closed: String? = nil) -> Building {
    Building(
      id: "SEG", english: "SEG Plaza", chinese: "赛格", address: "", east: 0, north: 0, closed: closed, source: "test",
      floors: [
        .init(number: 2, width: 8_000, depth: 6_000, families: ["ics"], source: "test"),
        .init(number: 4, width: 8_000, depth: 6_000, families: [], source: "test"),
      ])
  }

  @Test("floors that sell something are places in their middle, with the hours of their building")
  func floors() throws {
    let floors = try AskedFloor.all(of: profile(Self.settings), buildings: [Self.building()])
    #expect(floors.map(\.stall.id) == ["floor:SEG/2"] && floors[0].families == ["ics"] && floors[0].perMille == 125)
    #expect(floors[0].stall.position == Position(building: "SEG", floor: 2, east: 4_000, north: 3_000))
    #expect(WeeklyHours.text(floors[0].stall.hours) == "Mon-Sat 10:00-18:00" && !floors[0].stall.isSample)
    #expect(try AskedFloor.all(of: profile(Self.settings), buildings: [Self.building(closed: "rebuilt")]).isEmpty)
  }

  @Test("an id says building and floor, and a stall's is none")
  func ids() {
    #expect(
      PlaceID(building: "B", floor: -1).floor.map { "\($0.building) \($0.number)" } == "B -1")
    for id: PlaceID in ["SEG-2F-B1", "floor:SEG", "floor:SEG/x", "floor:A/B/1"] { #expect(id.floor == nil) }
  }
}
