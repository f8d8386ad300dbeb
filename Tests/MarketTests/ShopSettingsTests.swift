import Base
import Market
import Testing

/// What settings say of shops that ship.
@Suite struct ShopSettingsTests {
  private func shops(_ values: [(String, String)]) throws -> [PlaceID: ShopSettings] {
    var settings = [
      MarketSetting(name: "walking.speed", value: "1 m/s", standing: .assumed, source: "test"),
      MarketSetting(name: "hours.default", value: "Mon-Sun 09:00-18:00", standing: .assumed, source: "test"),
    ]
    for condition in Condition.allCases {
      settings.append(
        MarketSetting(name: "risk.\(condition.rawValue)", value: "100 ppm", standing: .assumed, source: "test"))
    }
    settings += values.map { MarketSetting(name: $0.0, value: $0.1, standing: .assumed, source: "test") }
    return try MarketProfile(
      id: "post", english: "Post", chinese: "邮购", kind: .mailOrder, defaultStart: nil, sampleNotice: nil,
      settings: settings
    ).shops()
  }

  @Test func everySettingOfAShopIsRead() throws {
    let shops = try shops([
      ("shop.a.name", "A Parts"), ("shop.a.name-zh", "甲"), ("shop.a.shipping", "12.50 CNY"),
      ("shop.a.free-from", "300 CNY"),
      ("shop.a.minimum-order", "50 CNY"), ("shop.a.days", "2 d"), ("shop.a.invoice", "13 %"),
      ("shop.a.lists", "one, two"),
      ("shop.b.lists", "all"),
    ])
    #expect(shops.keys.sorted() == ["a", "b"])
    let a = try #require(shops["a"])
    #expect([a.english, a.chinese] == ["A Parts", "甲"] && a.days == 2 && a.invoicePerMille == 130)
    #expect(a.shipping == Money(microYuan: 12_500_000) && a.freeFrom == Money(microYuan: 300_000_000))
    #expect(a.minimumOrder == Money(microYuan: 50_000_000))
    #expect(a.lists?.contains("two") == true && a.lists?.contains("three") == false)
    #expect(shops["b"]?.lists?.contains("three") == true && shops["b"]?.shipping == nil)
  }

  @Test(arguments: [
    ("shop.a.shipping", "12"), ("shop.a.shipping", "-1 CNY"), ("shop.a.free-from", "much"),
    ("shop.a.minimum-order", ""),
    ("shop.a.days", "2"), ("shop.a.days", "-1 d"), ("shop.a.invoice", "101 %"), ("shop.a.invoice", "13"),
    ("shop.a.lists", ","),
    ("shop.a.colour", "red"), ("shop.a", "x"), ("shop.a.b.c", "x"),
  ])
  func whatCannotBeReadIsNamed(name: String, value: String) {
    let error = #expect(throws: MarketSettingError.self) { try shops([(name, value)]) }
    guard case .unreadable(let named, let written, let expected)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(named == name && written == value && !expected.isEmpty)
  }

  @Test func settingsGoBeforeWhatTheStallHas() {
    var stall = Stall(shop: "a", source: "file")
    (stall.shipping, stall.shippingDays, stall.minimumOrder) = (Money(microYuan: 5), 9, Money(microYuan: 7))
    var settings = ShopSettings(id: "a")
    #expect(settings.applied(to: stall) == stall)
    settings.english = "A"
    settings.shipping = Money(microYuan: 6)
    settings.freeFrom = Money(microYuan: 8)
    settings.invoicePerMille = 30
    let applied = settings.applied(to: stall)
    #expect(applied.english == "A" && applied.chinese == "A" && applied.shippingDays == 9)
    #expect(applied.minimumOrder == Money(microYuan: 7) && applied.givesInvoice && applied.invoicePerMille == 30)
    #expect(applied.shipping(forGoods: Money(microYuan: 7)) == Money(microYuan: 6))
    #expect(applied.shipping(forGoods: Money(microYuan: 8)) == .zero)
    #expect(stall.shipping(forGoods: Money(microYuan: 1_000)) == Money(microYuan: 5))
  }
}
