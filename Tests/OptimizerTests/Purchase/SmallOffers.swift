import Base

@testable import Optimizer

/// One product that a few markets sell, one offer each, on terms of every kind, and a need of it.
struct SmallOffers {
  let instance: Instance
  let need: Int
  let isSingleLot: Bool

  /// - Parameter most: the greatest stock; pieces come in multiples where it is small, one by one where it is large.
  init(_ random: inout Generator, offers: Int, most: Int) {
    let isFine = most > 24
    var builder = InstanceBuilder()
    isSingleLot = random.below(8) == 0
    let product = builder.addProduct(singleLot: isSingleLot)
    for _ in 0..<offers {
      let market = builder.addMarket(windows: [.init(open: 0, close: 100)])
      var breaks = [Instance.PriceBreak(from: 1, unitPrice: Int64(10 + random.below(40)))]
      while random.below(2) == 0 {
        let last = breaks[breaks.count - 1]
        breaks.append(
          .init(
            from: last.from + Int32(1 + random.below(most / 2)),
            unitPrice: max(1, last.unitPrice - Int64(random.below(8)))))
      }
      builder.addOffer(
        of: product,
        .init(
          market: Int32(market), minimum: Int32(1 + random.below(2) * random.below(most / 2)),
          multiple: isFine ? 1 : Int32(1 + random.below(2) * random.below(3)), stock: Int32(1 + random.below(most)),
          riskPerUnit: Int64(random.below(3))),
        breaks: breaks)
    }
    need = 1 + random.below(most)
    builder.addSlot([.init(product: Int32(product), amount: Int64(need))])
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100))
    let cells = (offers + 2) * (offers + 2)
    instance =
      builder.build(
        travelSeconds: .init(repeating: 0, count: cells), rounding: isFine || random.below(2) == 0 ? 1 : 10
      ).instance
  }

  /// Quantities that can be bought from an offer.
  func quantities(_ offer: Int) -> [Int] {
    let terms = instance.offers[offer]
    return (1...Int(terms.stock)).filter { $0 >= Int(terms.minimum) && $0 % Int(terms.multiple) == 0 }
  }

  /// What a quantity costs, expected losses included.
  func cost(_ quantity: Int, _ offer: Int) -> Int64 {
    unitPrice(quantity, offer).amount(quantity, instance.rounding)
      + instance.offers[offer].riskPerUnit.amount(quantity, instance.rounding)
  }

  /// The price of each piece of so many.
  func unitPrice(_ quantity: Int, _ offer: Int) -> Int64 {
    let prices = instance.breaks[instance.breakRange(of: offer)]
    return prices.last { Int($0.from) <= quantity }?.unitPrice ?? 0
  }

  /// The least cost of the need from some of the offers, over all quantities; nil when they do not reach: the oracle.
  func leastCost(_ offers: [Int]) -> Int64? {
    if isSingleLot {
      return offers.flatMap { offer in quantities(offer).filter { $0 >= need }.map { cost($0, offer) } }.min()
    }
    var least = [Int64?](repeating: nil, count: need + 1)
    least[0] = 0
    for offer in offers {
      let before = least
      for (held, paid) in before.enumerated() {
        guard let paid else { continue }
        for quantity in quantities(offer) {
          let sum = min(need, held + quantity)
          least[sum] = min(least[sum] ?? .max, paid + cost(quantity, offer))
        }
      }
    }
    return least[need]
  }
}

extension Int64 {
  fileprivate func amount(_ quantity: Int, _ rounding: Int64) -> Int64 {
    let exact = self * Int64(quantity)
    return (exact + rounding / 2) / rounding * rounding
  }
}
