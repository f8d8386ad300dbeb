import Base

@testable import Optimizer

/// Seeded days of a few stalls on foot and shops that ship, which ask for some amount of goods or deliver for nothing from some
/// amount on; small enough that every quantity can be tried.
struct MixedDay {
  var instance: Instance

  /// - Parameter asks: whether up to two lots more are asked for at stalls on foot: each to be had at a price and an expected loss, or
  ///   left at a cost, as `Planning` lays estimates out.
  init(seed: UInt64, asks: Bool = false) {
    var random = Generator(seed: seed, lane: 91)
    var builder = InstanceBuilder()
    let walked = random.below(3)
    let shops = walked == 0 ? 2 : 1 + random.below(2)
    let isTimed = random.below(3) > 0
    for _ in 0..<walked {
      builder.addMarket(
        windows: [.init(open: Int32(random.below(10)), close: 60)], setupSeconds: isTimed ? Int32(random.below(4)) : 0,
        lineSeconds: isTimed ? Int32(random.below(3)) : 0, visitCost: Int64(random.below(2) * random.below(9)))
    }
    for _ in 0..<shops {
      let terms = OrderTerms(
        minimum: random.below(2) == 0 ? Int64(10 + random.below(120)) : 0,
        freeFrom: random.below(3) > 0 ? Int64(20 + random.below(200)) : .max)
      builder.addMarket(
        windows: [], setupSeconds: isTimed ? Int32(random.below(3)) : 0,
        lineSeconds: isTimed ? Int32(random.below(3)) : 0, visitCost: Int64(random.below(50)), isRemote: true,
        orderTerms: terms, deliverySeconds: 86_400)
    }
    let markets = walked + shops
    let products = 1 + random.below(markets > 3 ? 2 : 3)
    let hasBreaks = random.below(2) == 0
    for _ in 0..<products {
      let product = builder.addProduct(
        .init(attritionMinimum: Int32(random.below(2))), mass: Int64(random.below(3)),
        singleLot: random.below(8) == 0)
      for market in 0..<markets where random.below(4) > 0 {
        var breaks = [Instance.PriceBreak(from: 1, unitPrice: Int64(8 + random.below(40)))]
        if hasBreaks && random.below(2) == 0 {
          breaks.append(.init(from: Int32(2 + random.below(4)), unitPrice: Int64(5 + random.below(30))))
        }
        builder.addOffer(
          of: product,
          .init(
            market: Int32(market), minimum: hasBreaks ? Int32(1 + random.below(3)) : 1,
            multiple: hasBreaks ? Int32(1 + random.below(2)) : 1, stock: Int32(2 + random.below(7)),
            riskPerUnit: random.below(3) == 0 ? 2 : 0),
          breaks: breaks)
      }
    }
    for product in 0..<products {
      var options = [Instance.SlotOption(product: Int32(product), amount: Int64(1 + random.below(3)))]
      if random.below(3) == 0 { options.append(.init(product: Int32(random.below(products)), amount: 1, cost: 4)) }
      if random.below(6) == 0 { options.append(.init(product: -1, amount: 0, cost: Int64(90 + random.below(200)))) }
      builder.addSlot(options)
    }
    if asks { Self.ask(at: walked, &builder, seed: seed) }
    for _ in 0..<(isTimed && random.below(4) == 0 ? 2 : 1) {
      builder.addBuyer(
        .init(
          ratePerHour: isTimed ? Int64(3600 * (1 + random.below(3))) : 0, earliest: 0,
          latest: isTimed ? Int32(30 + random.below(30)) : 60,
          loadLimit: random.below(5) == 0 ? Int64(3 + random.below(9)) : .max))
    }
    let points = (0...markets).map { _ in (random.below(6), random.below(6)) }
    let places = points + [points[markets]]
    var legs: [Int32] = []
    for origin in places {
      for place in places { legs.append(isTimed ? Int32(abs(origin.0 - place.0) + abs(origin.1 - place.1)) : 0) }
    }
    let hasFares = !isTimed || random.below(3) == 0
    instance =
      builder.build(
        travelSeconds: legs, travelCost: hasFares ? legs.map { $0 * 2 } : [],
        cashLimit: random.below(5) == 0 ? Int64(60 + random.below(300)) : .max,
        rounding: random.below(3) == 0 ? 10 : 1
      ).instance
  }

  private static func ask(at walked: Int, _ builder: inout InstanceBuilder, seed: UInt64) {
    // A generator of its own: the rest of the day is that of the same seed.
    var random = Generator(seed: seed, lane: 92)
    for _ in 0..<(1 + random.below(2)) {
      let (paid, otherwise) = (Int64(random.below(40)), Int64(random.below(60)))
      let product = builder.addProduct(singleLot: true)
      for market in 0..<walked where random.below(3) > 0 {
        builder.addOffer(
          of: product,
          .init(
            market: Int32(market), minimum: 1, multiple: 1, stock: 1,
            riskPerUnit: Int64(random.below(Int(otherwise) + 1))),
          breaks: [.init(from: 1, unitPrice: paid)])
      }
      builder.addSlot([
        .init(product: Int32(product), amount: 1, cost: 0), .init(product: -1, amount: 0, cost: paid + otherwise),
      ])
    }
  }

  /// What the days of a test must have had.
  static let allFeatures = [
    "minimum reached", "minimum missed without", "free delivery", "paid delivery", "walked and ordered", "two orders",
    "filled up",
  ]
}
