package import Optimizer

/// A travelling purchaser problem as TPPLIB writes it: coordinates, demands, and what each market sells.
///
/// Markets are numbered from 1; market 1 is the depot. Distances are Euclidean, truncated to integers.
package struct TravellingPurchaserProblem: Sendable, Hashable {
  package struct Offer: Sendable, Hashable {
    /// Product and market as the file numbers them.
    package var product: Int
    package var market: Int
    package var price: Int
    package var stock: Int

    package init(product: Int, market: Int, price: Int, stock: Int) {
      self.product = product
      self.market = market
      self.price = price
      self.stock = stock
    }
  }

  /// The most that goods may cost, each product at its dearest: sums of it, and fractions of them, stay exact.
  package static let mostTotal = 1_000_000_000_000_000

  package var name: String
  /// Coordinates of markets 1, 2, ….
  package var coordinates: [Point]
  /// Demand of products 1, 2, ….
  package var demands: [Int]
  package var offers: [Offer]

  package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  package init(name: String, coordinates: [Point] = [], demands: [Int] = [], offers: [Offer] = []) {
    self.name = name
    self.coordinates = coordinates
    self.demands = demands
    self.offers = offers
  }

  /// Truncated Euclidean distance between markets `first` and `second` (numbered from 1).
  package func distance(_ first: Int, _ second: Int) -> Int {
    let (a, b) = (coordinates[first - 1], coordinates[second - 1])
    let (x, y) = (a.x - b.x, a.y - b.y)
    return Int((x * x + y * y).squareRoot())
  }

  /// The problem as an instance: market `m` of the instance is market `m + 2` of the file, and goods at the depot are sold
  /// at a last market that costs nothing to go to from the start, and far more than any way from elsewhere.
  ///
  /// Complexity: O(markets² + offers log offers).
  package func instance() -> TravellingPurchaserInstance {
    var builder = InstanceBuilder()
    let always = [Instance.Window(open: 0, close: .max)]
    let sellsAtDepot = offers.contains { $0.market == 1 && $0.stock > 0 }
    var numbers = Array((1...coordinates.count).dropFirst())
    if sellsAtDepot { numbers.append(1) }
    for _ in numbers { builder.addMarket(windows: always) }
    for demand in demands {
      let product = builder.addProduct()
      builder.addSlot([.init(product: Int32(product), amount: Int64(demand))])
    }
    var kept: [Offer] = []
    for offer in offers where offer.stock > 0 {
      let market = offer.market == 1 ? numbers.count - 1 : offer.market - 2
      let stock = Int32(clamping: min(offer.stock, demands[offer.product - 1]))
      guard stock > 0 else { continue }
      builder.addOffer(
        of: offer.product - 1, .init(market: Int32(market), stock: stock),
        breaks: [.init(from: 1, unitPrice: Int64(offer.price))])
      kept.append(offer)
    }
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: .max))
    let places = numbers + [1, 1]
    var costs: [Int32] = []
    costs.reserveCapacity(places.count * places.count)
    for origin in places {
      for place in places { costs.append(Int32(clamping: distance(origin, place))) }
    }
    if sellsAtDepot {
      // Goods at the depot are bought before the tour: back there in its midst it would stop at the depot twice, which
      // truncated distances can make cheaper than the direct way.
      let (depot, start) = (numbers.count - 1, numbers.count)
      let far = Int32(clamping: 2 * Int64(costs.max() ?? 0) + 1)
      for place in places.indices where place != depot && place != start { costs[place * places.count + depot] = far }
    }
    let built = builder.build(
      travelSeconds: .init(repeating: 0, count: places.count * places.count), travelCost: costs)
    return TravellingPurchaserInstance(
      instance: built.instance, markets: numbers, offers: built.callerOffer.map { kept[Int($0)] })
  }
}

/// An instance made from a TPPLIB problem, and the way back.
package struct TravellingPurchaserInstance: Sendable {
  package var instance: Instance
  /// The file's number of each market of the instance.
  package var markets: [Int]
  /// The file's offer behind each offer of the instance.
  package var offers: [TravellingPurchaserProblem.Offer]

  /// An answer in the file's numbers.
  package struct Answer: Sendable, Hashable {
    /// Markets in order, the depot first and not repeated.
    package var tour: [Int]
    package var purchases: [Purchase]

    package struct Purchase: Sendable, Hashable {
      package var product: Int
      package var market: Int
      package var quantity: Int
    }
  }

  /// `solution` in the file's numbers.
  package func answer(_ solution: Solution) -> Answer {
    let visited = solution.walks.flatMap { $0.visits.map { markets[Int($0.market)] } }.filter { $0 != 1 }
    let purchases = solution.purchases.map { purchase in
      let offer = offers[Int(purchase.offer)]
      return Answer.Purchase(product: offer.product, market: offer.market, quantity: Int(purchase.quantity))
    }
    return Answer(tour: [1] + visited, purchases: purchases)
  }
}
