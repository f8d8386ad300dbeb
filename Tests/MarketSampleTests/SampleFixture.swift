import Base
import Electronics
import Market
import MarketSample

/// A market of two open buildings and one shop, with parts of three families.
struct SampleFixture {
  var settings: SampleSettings
  var buildings: [Building]
  var categories: [PartCategory]
  var parts: [Part]

  init() {
    func building(_ id: String, closed: String?, _ families: [[String]]) -> Building {
      let floors = families.enumerated().map { index, families in
        Floor(number: index + 1, width: 5_000, depth: 3_000, families: families, source: "assumed")
      }
      return Building(
        id: id, english: id, chinese: id, address: "", east: 0, north: 0, closed: closed, source: "assumed",
        floors: floors)
    }
    buildings = [
      building("SEG", closed: nil, [["ics", "passives"], ["batteries", "watches"]]),
      building("OLD", closed: "since 2019", [["ics"]]), building("NEW", closed: nil, [["ics"], ["passives"]]),
    ]
    categories = [("chip", "ic", "ics"), ("resistor", "chip-passive", "passives"), ("cell", "battery", "batteries")]
      .map { id, handling, family in
        PartCategory(
          id: id, english: id, chinese: id, handling: handling, family: family, milligrams: 1, parameters: [])
      }
    parts = (0..<60).map { SampleFixture.part($0, "IC", "chip", first: 200_000 + Int64($0) * 40_000, bestFrom: 1_000) }
    parts += (0..<40).map { SampleFixture.part($0, "R", "resistor", first: 900 + Int64($0), bestFrom: 50_000) }
    parts += (0..<6).map { SampleFixture.part($0, "CELL", "cell", first: 1_500_000, bestFrom: 100) }
    parts[59].priceLevel = nil
    settings = SampleSettings(
      seed: 42, newest: "2026-11-20", stalls: 120,
      shops: [
        SampleShop(id: "web", en: "Web shop", zh: "网店", families: ["all"], share: 900, shipping: 8_000_000, days: 2)
      ],
      families: [
        "ics": SampleFamily(
          en: "ICs", zh: "芯片", weight: 2, offers: SampleRange(10, 20),
          conditions: [.original: 600, .looseNew: 300, .pulled: 100]),
        "passives": SampleFamily(
          en: "passives", zh: "阻容", weight: 3, offers: SampleRange(10, 25), conditions: [.original: 1_000]),
        "batteries": SampleFamily(
          en: "batteries", zh: "电池", weight: 1, offers: SampleRange(2, 5),
          conditions: [.original: 700, .looseNew: 300]),
      ],
      prices: SamplePrices(
        rates: ["USD": 7_000_000], margin: SampleRange(850, 1_250), noise: SampleRange(930, 1_070),
        conditions: [.original: 1_000, .looseNew: 800, .pulled: 400], popular: ["IC0": 10]),
      stallHabits: SampleStallHabits(
        setupSeconds: SampleRange(60, 240), lineSeconds: SampleRange(20, 60), invoice: 450,
        invoiceSurcharges: [10, 30, 130], risk: SampleRange(600, 1_800), lateOpeners: 200,
        lateMinutes: SampleRange(15, 75), earlyClosers: 100, earlyMinutes: SampleRange(15, 60), sundayClosed: 400,
        agents: 200, secondFamily: 300),
      offerHabits: SampleOfferHabits(
        taxIncluded: 250, runner: 180, runnerMinutes: SampleRange(10, 40), reel: 150, reelPieces: 4_000, soldOut: 25,
        ageDays: SampleRange(0, 45)))
  }

  func sample() throws -> MarketSample {
    var profileSettings = [
      MarketSetting(name: "walking.speed", value: "1.1 m/s", standing: .assumed, source: "test"),
      MarketSetting(name: "hours.default", value: "Mon-Sun 09:30-18:30", standing: .assumed, source: "test"),
    ]
    for condition in Condition.allCases {
      profileSettings.append(
        MarketSetting(name: "risk.\(condition.rawValue)", value: "100 ppm", standing: .assumed, source: "test"))
    }
    let profile = try MarketProfile(
      id: "test", english: "Test", chinese: "测试", kind: .walking, defaultStart: nil, sampleNotice: nil,
      settings: profileSettings)
    return try MarketSample(
      profile: profile, settings: settings, buildings: buildings, parts: parts, categories: categories)
  }

  static func collect(_ sample: MarketSample) -> (stalls: [Stall], offers: [Offer]) {
    var collected: (stalls: [Stall], offers: [Offer]) = ([], [])
    sample.generate { item in
      switch item {
      case .stall(let stall): collected.stalls.append(stall)
      case .offer(let offer): collected.offers.append(offer)
      }
    }
    return collected
  }

  /// FNV-1a over every field of every stall and offer, in order.
  static func digest(_ sample: MarketSample) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ values: Any...) {
      for value in values {
        for byte in "\(value)|".utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      }
    }
    sample.generate { item in
      switch item {
      case .stall(let stall):
        add(stall.id, stall.english, stall.chinese, stall.counter, WeeklyHours.text(stall.hours), stall.setupSeconds)
        add(stall.lineSeconds, stall.givesInvoice, stall.invoicePerMille, stall.riskPerMille, stall.shipping)
        if let position = stall.position { add(position.building, position.floor, position.east, position.north) }
      case .offer(let offer):
        add(offer.id, offer.minimum, offer.multiple, offer.stock, offer.taxIncluded, offer.runnerMinutes, offer.seen)
        for priceBreak in offer.breaks { add(priceBreak.from, priceBreak.unitPrice.microYuan) }
      }
    }
    return hash
  }

  private static func part(_ number: Int, _ prefix: String, _ category: String, first: Int64, bestFrom: Int) -> Part {
    Part(
      id: PartID(maker: "Maker \(number % 7)", mpn: prefix + (number < 10 ? "0" : "") + "\(number)"),
      category: category, package: "-", parameters: [:], english: "", chinese: "", source: "test",
      priceLevel: PriceLevel(
        first: first, best: first / 2, bestFrom: bestFrom, currency: category == "cell" ? "CNY" : "USD",
        date: "2026-05-21", source: "test"))
  }
}
