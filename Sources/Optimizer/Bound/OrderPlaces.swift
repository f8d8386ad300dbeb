/// The places of a relaxation for remote markets that ask something of orders.
///
/// An order of goods g either pays its delivery f, and g is at least the market's minimum, or pays nothing, and g is at least T as
/// well: two places, of which a plan uses one. Of a way to be charged that asks for goods L it is known that `g ≥ L`, so that for
/// any share λ from 0 to 1
///
///     charge + cost ≥ charge + λ L + (cost − λ g) ≥ charge + λ L + (1 − λ) cost
///
/// where `cost` is all that is paid there for goods, risk and lines, of which g is a part. So a place is charged `λ L` more and
/// keeps the share 1 − λ of its prices; λ is the multiplier of `g ≥ L`, of the eighths the one for which the demands alone, as if
/// markets were free to reach, cost most.
struct OrderPlaces {
  /// What is left of a price, in eighths.
  struct Share: Hashable {
    static let parts: Int64 = 8
    static let whole = Share(eighths: parts)

    var eighths: Int64

    /// Rounded down; a share of less than nothing is not more than nothing.
    func of(_ price: Int64) -> Int64 { self == .whole ? price : Int64(of(Int128(price))) }

    func of(_ price: Int128) -> Int128 {
      if self == .whole { return price }
      let parts = Int128(Self.parts)
      let product = price * Int128(eighths)
      return product < 0 ? (product - parts + 1) / parts : product / parts
    }
  }

  /// Markets with a second place, behind those of all markets, for orders that are delivered for nothing.
  let free: [Int32]
  /// What using a place costs beside its seconds, by place; 0 at the depot.
  private(set) var charge: [Int64] = []
  /// What is left of the prices at each place.
  private var share: [Share] = []
  private let markets: Int
  private let secondPlace: [Int: Int32]
  /// Whether any market asks anything of an order.
  let hasTerms: Bool

  /// Each market's own place.
  init(_ instance: Instance) {
    markets = instance.marketCount
    (free, secondPlace, hasTerms) = ([], [:], false)
  }

  /// The places of all ways to be charged, with the multipliers that suit some demands.
  ///
  /// Complexity: O(offers of the demands), where no market asks anything O(markets).
  init(_ instance: Instance, _ prices: UnitPrices, _ demands: DemandColumns) {
    markets = instance.marketCount
    free = instance.freePlaces
    secondPlace = Dictionary(
      uniqueKeysWithValues: free.enumerated().map { (Int($1), Int32(instance.marketCount + 1 + $0)) })
    hasTerms = instance.hasOrderTerms
    charge = [0] + instance.visitCost.map { prices.units($0) } + free.map { _ in 0 }
    guard hasTerms else { return }
    share = [Share](repeating: .whole, count: charge.count)
    for place in 1..<charge.count {
      let terms = instance.orderTerms[market(place)]
      let least = place > markets ? max(terms.minimum, terms.freeFrom) : terms.minimum
      guard least > 0 else { continue }
      let goods = prices.units(least)
      share[place] = Self.share(at: Int32(market(place) + 1), goods: goods, demands)
      charge[place] += goods / Share.parts * (Share.parts - share[place].eighths)
    }
  }

  /// The market of a place other than the depot.
  func market(_ place: Int) -> Int { place <= markets ? place - 1 : Int(free[place - markets - 1]) }

  /// The places at which the offers of a market are sold, and what is left of their prices there.
  func places(ofMarket market: Int) -> [(place: Int32, share: Share)] {
    let own = Int32(market + 1)
    guard hasTerms else { return [(own, .whole)] }
    guard let second = secondPlace[market] else { return [(own, share[Int(own)])] }
    return [(own, share[Int(own)]), (second, share[Int(second)])]
  }

  /// 1 − λ for which the demands, each at its cheapest place, and the goods of an order from `place` cost most.
  private static func share(at place: Int32, goods: Int64, _ demands: DemandColumns) -> Share {
    var best = (cost: Int128(-1), share: Share.whole)
    for eighths in stride(from: Share.parts, through: 0, by: -1) {
      var sum = Int128(goods) * Int128(Share.parts - eighths)
      for demand in demands.demand.indices {
        let own = demands.offers[Int(demands.offerStart[demand])..<Int(demands.offerStart[demand + 1])]
        let least = own.map { Int128($0.price) * Int128($0.place == place ? eighths : Share.parts) }.min() ?? 0
        sum += least * Int128(demands.demand[demand])
      }
      if sum > best.cost { best = (sum, Share(eighths: eighths)) }
    }
    return best.share
  }
}

extension Instance {
  /// Markets that have a second place in the relaxation, for orders that are delivered for nothing; ascending.
  var freePlaces: [Int32] { (0..<marketCount).filter(mayDeliverFree).map { Int32($0) } }

  /// The market of a place of the relaxation: place `i + 1` is market `i`, behind them come `freePlaces`. Nil for the depot.
  func market(ofPlace place: Int32) -> Int32? {
    if place < 1 { return nil }
    if place <= marketCount { return place - 1 }
    return freePlaces[Int(place) - marketCount - 1]
  }
}
