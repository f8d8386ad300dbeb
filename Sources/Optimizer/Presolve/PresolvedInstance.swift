/// An instance as the search sees it: demands, search legs and prices at a reference rate, shared by all lanes.
final class PresolvedInstance: Sendable {
  typealias Cost = Instance.Cost

  let instance: Instance
  let placeCount: Int
  let curves: OfferCurves
  let demands: DemandTable
  let choices: BoundChoices
  /// `placeCount × placeCount`: fare plus time at the reference rate, in steps of `legUnit`.
  let legs: [Int32]
  let legUnit: Cost
  /// Whether `legs` is symmetric, so that a stretch of a walk can be turned round at no cost inside.
  let isSymmetric: Bool
  /// Whether any seconds pass at all; without, a walk costs its fares alone.
  let isTimed: Bool
  /// Whether a leg may be longer than the way through a third place, which then is worth a stop without a purchase: where
  /// no time passes, as in TPPLIB, whose truncated distances break the triangle inequality.
  var allowsPassing: Bool { !isTimed && !instance.isTravelMetric }
  /// Cost of one hour in the search's estimates: the least rate of any buyer.
  let referenceRate: Cost
  /// Cost of a visit at each market, its setup estimated.
  let visitCost: [Cost]
  /// What the seconds of a line cost at each market.
  let lineCost: [Cost]
  /// Whether goods can be ordered from a remote market.
  let hasRemote: Bool
  /// The buyer who places orders.
  let orderer: Int
  /// Cost of leaving a demand uncovered, above any detour.
  let penalty: Cost
  /// About what goods cost at least on a day that takes time: only what is above it can be decided. Otherwise 0.
  let goodsFloor: Cost
  /// Whether some buyer can carry only so much.
  let hasLoadLimit: Bool
  /// Whether all buyers have the same terms, so that one empty walk is as good as another.
  let hasEqualBuyers: Bool
  /// Whether any market asks anything of an order.
  let hasOrderTerms: Bool
  /// Whether prices at markets with terms are not the true ones.
  let isStrained: Bool
  /// Whether every other run of the search sees other prices.
  var variesAlways: Bool { !hasEqualBuyers || hasOrderTerms }

  /// - Parameter strain: what the search thinks of scarce things beside their price; the plain evaluation of plans knows
  ///   nothing of it.
  init(_ instance: Instance, strain: Perturbation = .none) {
    self.instance = instance
    placeCount = instance.placeCount
    let rate = (instance.buyers.map(\.ratePerHour).min() ?? 0) + strain.rate(instance)
    referenceRate = rate
    hasLoadLimit = instance.buyers.contains { $0.loadLimit < .max }
    hasEqualBuyers = instance.buyers.allSatisfy { $0 == instance.buyers[0] }
    hasOrderTerms = instance.hasOrderTerms
    isStrained = strain.changesOrders
    let price = { (seconds: Int) -> Cost in Cost(seconds) * rate / 3600 }
    isTimed =
      instance.travelSeconds.contains { $0 > 0 } || instance.setupSeconds.contains { $0 > 0 }
      || instance.lineSeconds.contains { $0 > 0 } || instance.offers.contains { $0.readySeconds > 0 }
    goodsFloor = isTimed ? instance.cheapestGoods : 0
    visitCost = instance.setupSeconds.indices.map {
      price(Int(instance.setupSeconds[$0])) + (strain.delivers($0, in: instance) ? 0 : instance.visitCost[$0])
    }
    lineCost = instance.lineSeconds.map { price(Int($0)) }
    hasRemote = instance.isRemote.contains(true)
    orderer = instance.orderer
    let fixed = instance.offers.map { offer -> Cost in
      let market = Int(offer.market)
      if instance.isRemote[market] { return price(Int(instance.lineSeconds[market])) }
      // A runner's goods are waited for, or picked up on a second visit; take the cheaper guess.
      let pickUp = Int(instance.setupSeconds[market]) + 120
      return price(Int(instance.lineSeconds[market]) + min(Int(offer.readySeconds), pickUp))
    }
    curves = OfferCurves(instance, fixed: fixed, strain: strain)

    let places = instance.placeCount
    var costs = [Cost](repeating: 0, count: places * places)
    var greatest: Cost = 0
    for cell in costs.indices {
      let (row, column) = cell.quotientAndRemainder(dividingBy: places)
      if row < instance.marketCount && instance.isRemote[row] { continue }
      if column < instance.marketCount && instance.isRemote[column] { continue }
      costs[cell] =
        price(Int(instance.travelSeconds[cell])) + (instance.travelCost.isEmpty ? 0 : Cost(instance.travelCost[cell]))
      greatest = max(greatest, costs[cell])
    }
    let unit = max(1, greatest >> 28)
    legUnit = unit
    legs = costs.map { Int32($0 / unit) }
    var symmetric = true
    for row in 0..<instance.marketCount where symmetric {
      for column in 0..<row where costs[row * places + column] != costs[column * places + row] {
        symmetric = false
        break
      }
    }
    isSymmetric = symmetric

    let reachable = (0..<instance.marketCount).map { PresolvedInstance.isReachable($0, in: instance) }
    penalty = 8 * (greatest + (visitCost.max() ?? 0)) + 1_000 * instance.rounding
    choices = BoundChoices(instance, curves: curves)
    demands = DemandTable(instance, curves: curves, choices: choices, penalty: penalty, reachable: reachable)
  }

  /// Whether some buyer, going straight there and back, can be served at `market`.
  private static func isReachable(_ market: Int, in instance: Instance) -> Bool {
    let service = Int(instance.setupSeconds[market])
    if instance.isRemote[market] {
      let terms = instance.buyers[instance.orderer]
      return service <= Int(terms.latest) - Int(terms.earliest)
    }
    return instance.buyers.enumerated().contains { id, buyer in
      let arrival = Int(buyer.earliest) + instance.seconds(from: instance.startPlace(of: id), to: market)
      let latestEnd = Int(buyer.latest) - instance.seconds(from: market, to: instance.endPlace(of: id))
      return instance.windowRange(of: market).contains { index in
        let begins = max(arrival, Int(instance.windows[index].open))
        return begins + service <= min(Int(instance.windows[index].close), latestEnd)
      }
    }
  }

  /// Leg between places in cost units.
  @inline(__always)
  func leg(_ from: Int, _ to: Int) -> Cost { Cost(legs[from * placeCount + to]) * legUnit }
}
