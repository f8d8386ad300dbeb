import Base
import Electronics
import Market
import PlanVerifier
import SourcingPlan

/// The day of `DayFixture` with a second market whose shop ships, and the one right plan for both, worked out by hand.
///
/// Chargers and resistors are ordered from P-1, with 13 % for the invoice: 22 × 0.3955 = 8.70 and 92 × 0.00565 = 0.52, together
/// 9.22 yuan, from 9.00 on delivered for nothing; orders are taken from 5.00 on. The order takes 60 s and 10 s a line, from 09:56:25
/// at the metro; then 135 s to A-2-07, which opens at 10:00, 110 s and a runner's 900 s there, 135 s back: 10:19:05, 1,360 s away.
/// The parcel is there two days after the order, at 09:57:45.
///
/// Without resistors at P-1 the order comes to 8.70 and pays its delivery of 8.00; A-2-07 has 100 of them for 0.40, 20 s more there:
/// 8.00 − 0.12 + 0.24 of risk + 0.33 of time. Without chargers 0.52 is left, which P-1 does not take.
enum MixedFixture {
  static var facts: VerifierFacts {
    var facts = DayFixture.facts
    facts.market.others = [
      MarketProfile(
        id: "post", english: "By post", chinese: "邮购", kind: .mailOrder, walkingSpeed: 1000,
        badPartsPerMillion: [.original: 300, .looseNew: 4000, .refurbished: 50_000], defaultStart: nil,
        sampleNotice: LocalizedText(english: "shops made up", chinese: "网店虚构"), settings: [])
    ]
    facts.market.marketOfStall = ["P-1": "post", "P-2": "post"]
    for (id, least, free) in [("P-1", 5, 9), ("P-2", 20, 1_000)] as [(PlaceID, Int64, Int64)] {
      var shop = Stall(shop: id, source: "setting shop.\(id)")
      (shop.english, shop.chinese) = ("Shop \(id)", "\(id)网店")
      (shop.shipping, shop.shippingDays) = (Money(microYuan: 8_000_000), 2)
      (shop.minimumOrder, shop.freeFrom) = (Money(microYuan: least * 1_000_000), Money(microYuan: free * 1_000_000))
      (shop.givesInvoice, shop.invoicePerMille) = (true, 130)
      facts.market.stalls[id] = shop
      for (number, part, price) in [
        ("C100", DayFixture.charger, 350_000), ("C200", DayFixture.resistor, 5_000),
        ("C300", DayFixture.otherCharger, 100_000),
      ] as [(String, PartID, Int64)] {
        let offer = offer("\(id)/\(number)", at: id, part, price, number)
        facts.market.offers[offer.id] = offer
      }
    }
    // The charger also comes in a package that the board has no room for.
    var wide = offer("P-1/C101", at: "P-1", DayFixture.charger, 300_000, "C101")
    wide.package = "SOP-16"
    facts.market.offers[wide.id] = wide
    // Connectors are to be at most two years old, on a day of week 49 of 2026.
    facts.board.slots[2].policy.dateCodeYears = 2
    facts.market.offers["A-2-07/J"]?.dateCode = "2501"
    for code in ["2448", "24+", "2700"] {
      var old = facts.market.offers["A-2-07/J"]!
      (old.id, old.dateCode) = ("A-2-07/J/\(code)", code)
      facts.market.offers[old.id] = old
    }
    return facts
  }

  private static func offer(
    _ id: SupplyID, at shop: PlaceID, _ part: PartID, _ price: Int64, _ number: String
  ) -> Offer {
    Offer(
      id: id, stall: shop, part: part, condition: .original,
      breaks: [PriceBreak(from: 1, unitPrice: Money(microYuan: price))], minimum: 1, multiple: 1, stock: 5_000,
      taxIncluded: false, runnerMinutes: 0, seen: "2026-11-20", source: "part list parts",
      origin: PriceOrigin(
        sheet: "parts", basis: .quoted,
        rate: ExchangeRate(currency: "USD", microYuan: 7_100_000, date: "2026-05-21", source: "assumed")),
      orderNumber: number)
  }
}
