import Base
import Electronics
import Market
import MarketSample
import Testing

@Suite("Market sample")
struct MarketSampleTests {
  private let fixture = SampleFixture()

  @Test("the same settings make the same sample, byte by byte")
  func sampleIsFixed() throws {
    let sample = try fixture.sample()
    let digest = SampleFixture.digest(sample)
    #expect(SampleFixture.digest(try fixture.sample()) == digest)
    #expect(digest == 3_090_235_618_612_293_374)
    var reseeded = fixture
    reseeded.settings.seed += 1
    #expect(SampleFixture.digest(try reseeded.sample()) != digest)
  }

  @Test("stalls have unique ids, stand within their floors and carry the sample's label")
  func stallsAreSound() throws {
    let (stalls, _) = SampleFixture.collect(try fixture.sample())
    #expect(stalls.count == fixture.settings.stalls + fixture.settings.shops.count)
    #expect(Set(stalls.map(\.id)).count == stalls.count)
    for stall in stalls {
      #expect(stall.isSample)
      #expect(stall.hours.count == 7)
      guard let position = stall.position else { continue }
      let building = try #require(fixture.buildings.first { $0.id == position.building })
      #expect(building.closed == nil)
      let floor = try #require(building.floors.first { $0.number == position.floor })
      #expect((0...floor.width).contains(position.east) && (0...floor.depth).contains(position.north))
      for spans in stall.hours { #expect(spans.allSatisfy { $0.open < $0.close }) }
    }
  }

  @Test("offers keep the rules of offers")
  func offersAreSound() throws {
    let (stalls, offers) = SampleFixture.collect(try fixture.sample())
    let known = Set(stalls.map(\.id))
    #expect(Set(offers.map(\.id)).count == offers.count)
    for offer in offers {
      #expect(offer.isSample && known.contains(offer.stall))
      #expect(!offer.breaks.isEmpty && offer.breaks[0].from <= offer.minimum)
      for (before, after) in zip(offer.breaks, offer.breaks.dropFirst()) {
        #expect(before.from < after.from && before.unitPrice >= after.unitPrice, "\(offer)")
      }
      #expect(offer.breaks.allSatisfy { $0.unitPrice > .zero })
      #expect(offer.minimum > 0 && offer.minimum % offer.multiple == 0)
      #expect(offer.stock == 0 || offer.stock >= offer.minimum)
      #expect((0...60).contains(offer.runnerMinutes))
      #expect(("2026-10-06"..."2026-11-20").contains(offer.seen))
    }
  }

  @Test("every part with a price is offered at three counters or more, original and in stock")
  func everyPartIsOffered() throws {
    let (stalls, offers) = SampleFixture.collect(try fixture.sample())
    let counters = Set(stalls.filter { $0.position != nil }.map(\.id))
    for part in fixture.parts {
      let sure = offers.filter {
        $0.part == part.id && $0.stock > 0 && $0.condition == .original && counters.contains($0.stall)
      }
      #expect(part.priceLevel == nil ? sure.isEmpty : Set(sure.map(\.stall)).count >= 3, "\(part.id)")
    }
  }

  @Test("popular parts are offered more often than others")
  func popularPartsAreCommon() throws {
    let (_, offers) = SampleFixture.collect(try fixture.sample())
    func count(_ prefix: String) -> Int { offers.filter { $0.part.mpn.hasPrefix(prefix) }.count }
    #expect(count("IC00") > 3 * count("IC50"))
  }

  @Test("cells are never pulled or refurbished")
  func cellsAreNeverPulled() throws {
    let (_, offers) = SampleFixture.collect(try fixture.sample())
    let cells = offers.filter { $0.part.mpn.hasPrefix("CELL") }
    #expect(!cells.isEmpty)
    #expect(cells.allSatisfy { $0.condition != .pulled && $0.condition != .refurbished })
    var faulty = fixture
    faulty.settings.families["batteries"]?.conditions = [.original: 900, .pulled: 100]
    #expect(throws: MarketSampleError.reusedCells) { try faulty.sample() }
  }

  @Test("prices stay near the public level in yuan")
  func pricesFollowTheLevel() throws {
    let (_, offers) = SampleFixture.collect(try fixture.sample())
    for offer in offers where offer.condition == .original {
      let part = try #require(fixture.parts.first { $0.id == offer.part })
      let level = try #require(part.priceLevel)
      let rate: Int64 = level.currency == "CNY" ? 1 : 7
      let highest = level.first * rate * 13 / 10 * 11 / 10 + 10
      let lowest = level.best * rate * 8 / 10 * 9 / 10 - 10
      #expect(offer.breaks.allSatisfy { (lowest...highest).contains($0.unitPrice.microYuan) }, "\(offer)")
    }
  }

  @Test("a market scales without moving its habits")
  func scaling() throws {
    var large = fixture
    large.settings = fixture.settings.scaled(toStalls: 2_000, offersPerStall: 10)
    var (stalls, offers) = (0, 0)
    try large.sample().generate { item in
      switch item {
      case .stall: stalls += 1
      case .offer: offers += 1
      }
    }
    #expect(stalls == 2_001)
    #expect((14_000...26_000).contains(offers), "\(offers)")
  }

  @Test("faulty settings are named")
  func faultsAreNamed() {
    var dateless = fixture
    dateless.settings.newest = "yesterday"
    #expect(throws: MarketSampleError.newestIsNoDate("yesterday")) { try dateless.sample() }
    var unbalanced = fixture
    unbalanced.settings.families["ics"]?.conditions = [.original: 999]
    #expect(throws: MarketSampleError.conditionsOffBalance(family: "ics", total: 999)) { try unbalanced.sample() }
    var rateless = fixture
    rateless.settings.prices.rates = [:]
    #expect(throws: MarketSampleError.missingRate(currency: "USD")) { try rateless.sample() }
    var uncategorised = fixture
    uncategorised.categories = []
    #expect(throws: MarketSampleError.self) { try uncategorised.sample() }
  }
}
