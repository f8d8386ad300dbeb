import Base
import Market
import Testing

@Suite("Where a seller stands, in words")
struct CounterPlaceTests {
  private static func building(
    _ id: String, _ english: String, _ chinese: String, _ floors: [Int], closed: String? = nil
  )
    -> Building
  {
    Building(
      id: id, english: english, chinese: chinese, address: "", east: 0, north: 0, closed: closed, source: "test",
      floors: floors.map { Floor(number: $0, width: 8_000, depth: 6_000, families: ["ics"], source: "test") })
  }

  private static let buildings = [
    building("SEG", "SEG Plaza", "赛格广场", [-1, 1, 2, 10]),
    building("SEGPARK", "SEG Plaza Park", "赛格科技园", [1]), building("HQW1", "Huaqiang World 1", "华强电子世界", [1, 2]),
    building("OLD", "Old Hall", "旧市场", [1], closed: "2020"),
  ]

  @Test("counters and floors are read as people write them")
  func read() {
    let said: [(String, String, Int, String)] = [
      ("SEG-1F-B114", "SEG", 1, "B114"), ("seg-2f-b114", "SEG", 2, "b114"), ("SEG/10/7", "SEG", 10, "7"),
      ("SEG 1F", "SEG", 1, ""), ("floor:SEG/1", "SEG", 1, ""), ("floor:SEG/-1", "SEG", -1, ""),
      ("SEG-B1-A001", "SEG", -1, "A001"), ("SEG B1", "SEG", -1, ""), ("赛格广场1楼 Z917", "SEG", 1, "Z917"),
      ("赛格广场 负1楼 A001柜", "SEG", -1, "A001"), ("赛格广场2层B114档口", "SEG", 2, "B114"), ("赛格科1楼3", "SEGPARK", 1, "3"),
      ("SEG Plaza, floor 2, counter B114", "SEG", 2, "B114"), ("SEG Plaza, basement 1", "SEG", -1, ""),
      ("SEG Plaza Park, floor 1", "SEGPARK", 1, ""), ("SEGPARK-1F-3", "SEGPARK", 1, "3"),
      ("华强1楼8号", "HQW1", 1, "8"), ("Huaqiang World 1 2F 5", "HQW1", 2, "5"), (" HQW1-2 ", "HQW1", 2, ""),
    ]
    for (text, building, floor, counter) in said {
      let place = CounterPlace(text, in: Self.buildings)
      #expect(place == CounterPlace(building: building, floor: floor, counter: counter), "\(text)")
    }
  }

  @Test("what names no floor of an open building is none")
  func none() {
    let said = [
      "", "SEG", "SEG-3F-1", "SEG-0", "赛格", "赛格1楼", "HQW1-B1", "OLD-1F", "NANSHAN-1F", "SEG-B114", "SEGX-1F",
      "Shenzhen", "1F",
      "SEG-100F", "SEG-1F2",
    ]
    for text in said where CounterPlace(text, in: Self.buildings) != nil { Issue.record("\(text)") }
  }

  @Test("a sheet's shop stands in the middle of its floor, in the hours of its building")
  func stall() throws {
    let profile = MarketProfile(
      id: "m", english: "", chinese: "", kind: .walking, walkingSpeed: 1_000, badPartsPerMillion: [:],
      defaultStart: "SEG", sampleNotice: nil,
      settings: [
        MarketSetting(name: "hours.default", value: "Mon-Sun 10:00-18:00", standing: .assumed, source: "test"),
        MarketSetting(name: "hours.HQW1", value: "Mon-Sun 09:00-17:00", standing: .assumed, source: "test"),
      ])
    var shop = Stall(shop: "li", source: "price sheet quotes-li")
    shop.shipping = Money(microYuan: 5_000_000)
    let place = CounterPlace(building: "HQW1", floor: 2, counter: "5")
    let stall = try #require(try Stall(shop, at: place, of: profile, buildings: Self.buildings))
    #expect(stall.position == Position(building: "HQW1", floor: 2, east: 4_000, north: 3_000) && stall.counter == "5")
    #expect(stall.hours[0] == [OpeningHours(open: 9 * 3_600, close: 17 * 3_600)] && stall.shipping == .zero)
    #expect(stall.id == "li" && stall.source == shop.source && stall.shippingDays == 0)
    let nowhere = CounterPlace(building: "HQW1", floor: 9, counter: "")
    #expect(try Stall(shop, at: nowhere, of: profile, buildings: Self.buildings) == nil)
  }
}
