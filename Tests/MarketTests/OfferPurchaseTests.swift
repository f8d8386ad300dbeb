import Base
import Electronics
import Market
import Testing

@Suite("Purchases")
struct OfferPurchaseTests {
  @Test("quantities and prices equal the plain rules", arguments: 0..<60)
  func quantitiesEqualTheRules(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 1)
    let offer = randomOffer(&random)
    func isAllowed(_ quantity: Int) -> Bool {
      quantity >= 1 && quantity % offer.multiple == 0 && quantity >= offer.minimum && quantity <= offer.stock
    }
    for quantity in -2...(offer.stock + 2) {
      #expect(offer.accepts(quantity) == isAllowed(quantity), "\(quantity) of \(offer)")
      var price: Money?
      for priceBreak in offer.breaks where quantity >= priceBreak.from { price = priceBreak.unitPrice }
      #expect(offer.unitPrice(for: quantity) == price)
      let least = (max(0, quantity)...(offer.stock + 2)).first(where: isAllowed)
      #expect(offer.leastQuantity(covering: quantity) == least, "\(quantity) of \(offer)")
    }
  }

  @Test("the cheapest quantity is that of all quantities looked at", arguments: 0..<80)
  func cheapestEqualsEnumeration(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 500)
    var offer = randomOffer(&random)
    // Some breaks so cheap that more pieces cost less.
    for index in offer.breaks.indices.dropFirst() where Bool.random(using: &random) {
      offer.breaks[index].unitPrice = Money(microYuan: offer.breaks[index - 1].unitPrice.microYuan / 3)
    }
    let need = Int.random(in: 0...offer.stock + 2, using: &random)
    let left = Bool.random(using: &random) ? nil : Int.random(in: -1...offer.stock + 5, using: &random)
    let amount = { (quantity: Int) -> Int64 in
      var price: Int64 = 0
      for entry in offer.breaks where entry.from <= quantity { price = entry.unitPrice.microYuan }
      return Int64(quantity) * price
    }
    var best: (cost: Int64, quantity: Int)?
    let most = min(offer.stock, left ?? offer.stock)
    for quantity in stride(from: max(1, need), through: max(0, most), by: 1) {
      guard quantity % offer.multiple == 0, quantity >= offer.minimum, quantity >= offer.breaks[0].from else {
        continue
      }
      if best == nil || amount(quantity) < best!.cost { best = (amount(quantity), quantity) }
    }
    #expect(offer.cheapestQuantity(covering: need, stock: left, cost: amount) == best?.quantity, "\(need) of \(offer)")
  }

  @Test("an amount is rounded to the fen once, after quantity and surcharge", arguments: 0..<60)
  func amountsRoundOnce(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 1)
    let offer = randomOffer(&random)
    let stall = stall(invoicePerMille: Int.random(in: 0...200, using: &random), givesInvoice: true)
    let quantity = offer.breaks[0].from + Int.random(in: 0...100, using: &random)
    let price = try #require(offer.unitPrice(for: quantity)).microYuan
    let surcharged = offer.taxIncluded ? price : (price * Int64(1_000 + stall.invoicePerMille) + 500) / 1_000
    let plain = (price * Int64(quantity) + 5_000) / 10_000 * 10_000
    let withInvoice = (surcharged * Int64(quantity) + 5_000) / 10_000 * 10_000
    #expect(offer.amount(of: quantity, at: stall, invoice: false) == Money(microYuan: plain))
    #expect(offer.amount(of: quantity, at: stall, invoice: true) == Money(microYuan: withInvoice))
  }

  @Test("a stall without invoices sells nothing on an invoice")
  func noInvoiceNoPrice() {
    var random = SplitMix64(seed: 1)
    let offer = randomOffer(&random)
    let stall = stall(invoicePerMille: 30, givesInvoice: false)
    #expect(offer.amount(of: 1_000, at: stall, invoice: true) == nil)
    #expect(offer.amount(of: 1_000, at: stall, invoice: false) != nil)
  }

  @Test("risk is chance, factor and loss, half up to a micro-yuan a piece")
  func riskIsExact() {
    var stall = stall(invoicePerMille: 0, givesInvoice: false)
    stall.riskPerMille = 1_500
    let loss = Money(microYuan: 20_000_000)
    // 300 ppm × 1.5 × 20 yuan = 9,000 micro-yuan.
    #expect(stall.riskPerPiece(badPartsPerMillion: 300, loss: loss).microYuan == 9_000)
    stall.riskPerMille = 1
    #expect(stall.riskPerPiece(badPartsPerMillion: 25, loss: loss).microYuan == 1)
    #expect(stall.riskPerPiece(badPartsPerMillion: 24, loss: loss).microYuan == 0)
  }

  @Test("surcharges and negative amounts round half up")
  func halvesRoundUp() {
    #expect(Money(microYuan: 1_234).increased(byPerMille: 130).microYuan == 1_394)
    #expect(Money(microYuan: 50).increased(byPerMille: 10).microYuan == 51)
    #expect(Money(microYuan: -50).increased(byPerMille: 10).microYuan == -50)
    #expect(Money(microYuan: -60).increased(byPerMille: 10).microYuan == -61)
  }

  private func stall(invoicePerMille: Int, givesInvoice: Bool) -> Stall {
    Stall(
      id: "S", english: "", chinese: "", position: nil, counter: "", hours: WeeklyHours.allDay, setupSeconds: 0,
      lineSeconds: 0, givesInvoice: givesInvoice, invoicePerMille: invoicePerMille, source: "test")
  }

  private func randomOffer(_ random: inout SplitMix64) -> Offer {
    let minimum = Int.random(in: 1...20, using: &random)
    var from = Int.random(in: 1...minimum, using: &random)
    var price = Int64.random(in: 2_000...3_000_000, using: &random)
    var breaks: [PriceBreak] = []
    for _ in 0..<3 {
      breaks.append(PriceBreak(from: from, unitPrice: Money(microYuan: price)))
      from += Int.random(in: 1...30, using: &random)
      price -= Int64.random(in: 0...600, using: &random)
    }
    return Offer(
      id: "O", stall: "S", part: PartID(maker: "M", mpn: "P"), condition: .original, breaks: breaks, minimum: minimum,
      multiple: Int.random(in: 1...12, using: &random), stock: Int.random(in: 0...150, using: &random),
      taxIncluded: Bool.random(using: &random), runnerMinutes: 0, seen: "2026-11-01", source: "test")
  }
}
