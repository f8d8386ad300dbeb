/// What each offer costs as a function of the quantity, cut into the pieces on which the unit price is constant.
///
/// The cost of buying `q > 0` pieces of offer `o` is
///
///     f_o(q) = round(q × unitPrice_o(q)) + round(q × risk_o) + fixed_o
///
/// where `fixed_o` prices the seconds that a line takes at the counter, and those that a runner needs, at the search's
/// reference rate. Within a piece `f_o` rises with `q`, so the cheapest quantity that reaches a need is the least one of
/// some piece.
struct OfferCurves: Sendable {
  typealias Cost = Instance.Cost

  struct Piece: Sendable {
    /// Least and greatest quantity of the piece that obey minimum, multiple and stock.
    var low: Int32
    var high: Int32
    var unitPrice: Cost
  }

  /// Pieces of offer `o`: `pieces[pieceStart[o]..<pieceStart[o + 1]]`, ascending; none when nothing can be bought.
  private(set) var pieceStart: [Int32] = [0]
  private(set) var pieces: [Piece] = []
  private(set) var multiple: [Int32] = []
  private(set) var risk: [Cost] = []
  private(set) var fixed: [Cost] = []
  let rounding: Cost
  /// The most by which rounding makes one purchase cheaper than its pieces: half a step for the price where some price is
  /// no multiple of `rounding`, and half a step for the risk.
  let loss: Cost
  /// What a piece of each offer, and a quarter of a yuan, cost more where load or cash is scarce.
  private let loadSurcharge: [Cost]
  private let cashQuarters: Cost

  init(_ instance: Instance, fixed: [Cost], strain: Perturbation = .none) {
    rounding = instance.rounding
    let step = instance.rounding
    loss =
      (instance.breaks.contains { $0.unitPrice % step != 0 } ? step / 2 : 0)
      + (instance.offers.contains { $0.riskPerUnit % step != 0 } ? step / 2 : 0)
    self.fixed = fixed
    let products = (0..<instance.productCount).flatMap { product in
      [Int](repeating: product, count: instance.offerRange(of: product).count)
    }
    let prices = instance.breaks.reduce(0.0) { $0 + Double($1.unitPrice) } / Double(max(1, instance.breaks.count))
    let masses = instance.productMass.reduce(0.0) { $0 + Double($1) } / Double(max(1, instance.productCount))
    let massPrice = masses > 0 ? prices / masses : 0
    let load = instance.buyers.map(\.loadLimit).max() ?? .max
    let isClosed = (0..<instance.marketCount).map { strain.closes($0, in: instance) || !instance.canFill($0) }
    let loadPrice = strain.loadPrice(massPrice)
    cashQuarters = strain.cashQuarters
    var loadSurcharge: [Cost] = []
    for (id, offer) in instance.offers.enumerated() {
      // One buyer carries the whole of a purchase.
      let mass = instance.isRemote[Int(offer.market)] ? 0 : instance.productMass[products[id]]
      let stock = mass == 0 ? offer.stock : Int32(clamping: min(Int64(offer.stock), load / mass))
      let range = instance.breakRange(of: id)
      let step = Int(offer.multiple)
      let carried = loadPrice > 0 ? Cost(Double(mass) * loadPrice) : 0
      loadSurcharge.append(carried)
      for index in range where !isClosed[Int(offer.market)] {
        let isFirst = index == range.lowerBound
        let from = max(isFirst ? 1 : Int(instance.breaks[index].from), Int(offer.minimum), 1)
        let next = index + 1 < range.upperBound ? Int(instance.breaks[index + 1].from) - 1 : Int(Int32.max)
        let low = (from + step - 1) / step * step
        let high = min(next, Int(stock)) / step * step
        guard low <= high else { continue }
        let price = instance.breaks[index].unitPrice
        let surcharge =
          strain.discount(unitPrice: price, market: Int(offer.market), in: instance) + carried + price * cashQuarters
          / 4
        pieces.append(Piece(low: Int32(low), high: Int32(high), unitPrice: price + surcharge))
      }
      pieceStart.append(Int32(pieces.count))
      multiple.append(offer.multiple)
      risk.append(offer.riskPerUnit)
    }
    self.loadSurcharge = loadSurcharge
  }

  /// What a purchase for `amount` costs more where load or cash is scarce.
  func surcharge(_ quantity: Int, of offer: Int, amount: Cost) -> Cost {
    Cost(quantity) * loadSurcharge[offer] + amount * cashQuarters / 4
  }

  /// Whether anything can be bought from `offer`.
  func isUsable(_ offer: Int) -> Bool { pieceStart[offer] < pieceStart[offer + 1] }

  /// Most that can be bought from `offer`.
  func most(_ offer: Int) -> Int {
    isUsable(offer) ? Int(pieces[Int(pieceStart[offer + 1]) - 1].high) : 0
  }

  /// No unit of `offer` costs less, before `fixed` and rounding, when fewer than `need` are bought; nil when it sells no
  /// fewer. What a split buys from one offer is always fewer, for otherwise that offer alone would do.
  ///
  /// Complexity: O(pieces of the offer).
  func leastUnit(_ offer: Int, below need: Int) -> Cost? {
    var least: Cost?
    for index in Int(pieceStart[offer])..<Int(pieceStart[offer + 1]) where Int(pieces[index].low) < need {
      least = min(least ?? .max, pieces[index].unitPrice)
    }
    return least.map { $0 + risk[offer] }
  }

  /// Cost of `quantity` of `offer` in `piece`.
  @inline(__always)
  func cost(_ quantity: Int, of offer: Int, in piece: Piece) -> Cost {
    var amount = Cost(quantity) * piece.unitPrice
    var lost = Cost(quantity) * risk[offer]
    if rounding > 1 {
      amount = (amount + rounding / 2) / rounding * rounding
      lost = (lost + rounding / 2) / rounding * rounding
    }
    return amount + lost + fixed[offer]
  }

  /// The cheapest quantity of `offer` that is at least `need`, buying more where that reaches a cheaper break; nil when
  /// stock does not reach. Complexity: O(pieces of the offer).
  func cheapest(_ offer: Int, atLeast need: Int) -> (cost: Cost, quantity: Int)? {
    var best: (cost: Cost, quantity: Int)?
    let step = Int(multiple[offer])
    for index in Int(pieceStart[offer])..<Int(pieceStart[offer + 1]) {
      let piece = pieces[index]
      guard Int(piece.high) >= need else { continue }
      let quantity = max(Int(piece.low), (need + step - 1) / step * step)
      guard quantity <= Int(piece.high) else { continue }
      let cost = cost(quantity, of: offer, in: piece)
      if best == nil || cost < best!.cost { best = (cost, quantity) }
    }
    return best
  }
}
