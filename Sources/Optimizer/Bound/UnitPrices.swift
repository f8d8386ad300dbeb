/// The least that one unit of a product costs at an offer, whatever quantity is bought: a line through the origin under the
/// true cost of buying there.
///
/// With all-units breaks the cost of quantity q is `round(q p(q)) + round(q risk)`. Of it, `min(q, need)` units are of use, so
/// that the slope is the least of `(cost + share of the line's service time) / min(q, need)`. Between two breaks that is
/// monotone on either side of `need` but for rounding, which takes half a step off the price and half a step off the risk at
/// most: the ends of each stretch are all that must be looked at.
///
/// Costs here count in units of 1 / `scale` of the instance's: the least in which a second of the cheapest buyer is a whole
/// number.
struct UnitPrices {
  /// Slopes are in 1 / `slopeScale` of a unit.
  static let slopeScale: Int64 = 1024
  /// Costs are clipped here, so that sums and multiples of them stay far from 63 bits: a bound only falls by it.
  static let ceiling: Int128 = 1 << 50

  let instance: Instance
  /// The cheapest buyer's rate.
  let rate: Int64
  /// Units of one of the instance's costs.
  let scale: Int64
  /// Units that a second of the cheapest buyer costs.
  let secondCost: Int64
  private let runners: RunnerSeconds

  /// What an offer can give towards a need, and at what slope.
  struct Terms {
    var slope: Int64
    var supply: Int64
    /// What rounding can save that the slope leaves out, to be taken off the bound once.
    var roundingLoss: Int64
  }

  init(_ instance: Instance) {
    self.instance = instance
    rate = instance.buyers.map(\.ratePerHour).min() ?? 0
    let common = rate == 0 ? 3600 : gcd(rate, 3600)
    scale = 3600 / common
    secondCost = rate / common
    runners = RunnerSeconds(instance)
  }

  /// What a purchase from offer `o` costs in time at least: its line, and its share of what fetching goods at its market takes.
  func lineCost(ofOffer o: Int) -> Int64 {
    let market = Int(instance.offers[o].market)
    let line = timeCost(instance.lineSeconds[market])
    let isFetched = instance.offers[o].readySeconds > 0 && runners.offers[market] > 0
    return isFetched ? line + fetchCost(at: market) / Int64(runners.offers[market]) : line
  }

  /// What fetching any goods at `market` costs at least; 0 where nothing is fetched.
  func fetchCost(at market: Int) -> Int64 { timeCost(runners.least[market]) }

  /// What so many seconds cost at least.
  func timeCost(_ seconds: Int32) -> Int64 { clip(Int128(secondCost) * Int128(seconds)) }

  /// A cost of the instance in units.
  func units(_ cost: Int64) -> Int64 { clip(Int128(cost) * Int128(scale)) }

  private func clip(_ cost: Int128) -> Int64 { Int64(min(cost, Self.ceiling)) }

  /// Terms of offer `o` towards at most `need` units of its product; nil when nothing can be bought there.
  ///
  /// - Parameters:
  ///   - supplyHere: what all offers of the product at the same market can give.
  ///   - alone: whether it is the product's only offer at its market.
  func terms(ofOffer o: Int, need: Int64, supplyHere: Int64, alone: Bool) -> Terms? {
    let offer = instance.offers[o]
    let multiple = max(1, Int64(offer.multiple))
    let least = roundUp(max(Int64(offer.minimum), 1), multiple)
    let most = capacity(ofOffer: o)
    if least > most || need <= 0 { return nil }
    let service = lineCost(ofOffer: o)
    let carries = alone && service >= loss(ofOffer: o)
    var best: Int64?
    let range = instance.breakRange(of: o)
    for b in range {
      let price = instance.breaks[b].unitPrice
      let low = max(least, roundUp(Int64(instance.breaks[b].from), multiple))
      let next = b + 1 < range.upperBound ? Int64(instance.breaks[b + 1].from) - 1 : most
      let high = min(most, next / multiple * multiple)
      let error = carries ? loss(price: price, risk: offer.riskPerUnit) : 0
      for quantity in [low, min(high, need / multiple * multiple), roundUp(need, multiple)]
      where quantity >= low && quantity <= high && quantity > 0 {
        let useful = min(quantity, need)
        let share =
          alone ? Int128(service) : Int128(service) * Int128(useful) / Int128(max(useful, min(need, supplyHere)))
        let pieces = Int128(quantity) * (Int128(price) + Int128(offer.riskPerUnit)) * Int128(scale)
        let cost = min(Self.ceiling, max(0, pieces + share - Int128(error)))
        let slope = Int64(clamping: cost * Int128(Self.slopeScale) / Int128(useful))
        best = min(best ?? slope, slope)
      }
    }
    guard let best else { return nil }
    return Terms(slope: best, supply: min(most, need), roundingLoss: carries ? 0 : loss(ofOffer: o))
  }

  /// The most that offer `o` can sell.
  func capacity(ofOffer o: Int) -> Int64 {
    let offer = instance.offers[o]
    let multiple = max(1, Int64(offer.multiple))
    return Int64(max(offer.stock, offer.stockForBound)) / multiple * multiple
  }

  /// The most that rounding can take off a purchase.
  private func loss(ofOffer o: Int) -> Int64 {
    instance.breaks[instance.breakRange(of: o)].map { loss(price: $0.unitPrice, risk: instance.offers[o].riskPerUnit) }
      .max() ?? 0
  }

  private func loss(price: Int64, risk: Int64) -> Int64 {
    let half = units(instance.rounding / 2)
    return (price % instance.rounding == 0 ? 0 : half) + (risk % instance.rounding == 0 ? 0 : half)
  }

  private func roundUp(_ quantity: Int64, _ multiple: Int64) -> Int64 {
    (max(quantity, 1) + multiple - 1) / multiple * multiple
  }

  // MARK: Whole needs

  /// What one offer asks for a whole need, and what a split over several pays there at least.
  private struct Share {
    /// The need from this offer alone, its line included; exact. Nil where it cannot meet the need.
    var alone: Int128?
    /// Nil where it is in no split: it sells no fewer than the need.
    var split: Part?

    /// With a share of every price.
    func keeping(_ kept: OrderPlaces.Share) -> Share {
      Share(
        alone: alone.map { kept.of($0) },
        split: split.map { Part(unit: kept.of($0.unit), fixed: kept.of($0.fixed), least: $0.least, most: $0.most) })
    }
  }

  /// A split pays `pieces × unit + fixed` here at least, for `least` to `most` pieces.
  private struct Part {
    var unit: Int128
    var fixed: Int128
    var least: Int128
    var most: Int128
  }

  /// The least that each of `offers` costs for exactly `need` pieces such that no plan pays less than the least of those that
  /// it buys from; nil for an offer that no plan buys from without another that meets the need alone.
  ///
  /// A purchase from one offer is priced exactly. A split in which offer o has the cheapest unit pays
  ///
  ///     need × unit_o + fixed_o + Σ over its other offers j: (pieces_j × (unit_j − unit_o) + fixed_j)
  ///
  /// at least, where `fixed` is the line's time less what rounding takes off; where o cannot sell the need, what it lacks is filled up
  /// from the cheapest units of the others that are as dear or dearer. That is taken with pieces and units of price and
  /// risk, and with the price alone, since no risk is below 0; the better of the two counts.
  ///
  /// - Parameter kept: what is left of each offer's prices (`OrderPlaces`). Where that is not all of each, what the others of a
  ///   split cost more a piece is left out.
  ///
  /// Complexity: O(offers × breaks), and O(offers²) where rounding can take off more than a line's time or stock does not reach.
  func wholeCosts(
    ofOffers offers: [Int], at kept: [OrderPlaces.Share]? = nil, need: Int64, singleLot: Bool
  ) -> [Int64?] {
    let kept = kept ?? .init(repeating: .whole, count: offers.count)
    let isWhole = kept.allSatisfy { $0 == .whole }
    func costs(risk: Bool) -> [Int64?] {
      let shares = zip(offers, kept).map { offer, kept in
        share(ofOffer: offer, need: need, singleLot: singleLot, risk: risk).keeping(kept)
      }
      return (isWhole ? floors(shares, need: need) : plainFloors(shares, need: need)).map { $0.map(clip) }
    }
    let full = costs(risk: true)
    guard secondCost == 0 else { return full }
    let priced = costs(risk: false)
    return (priced.compactMap(\.self).min() ?? 0) > (full.compactMap(\.self).min() ?? 0) ? priced : full
  }

  private func share(ofOffer o: Int, need: Int64, singleLot: Bool, risk: Bool) -> Share {
    let offer = instance.offers[o]
    let multiple = max(1, Int64(offer.multiple))
    let most = capacity(ofOffer: o)
    let line = Int128(lineCost(ofOffer: o))
    var found = Share()
    let range = instance.breakRange(of: o)
    for b in range {
      let price = instance.breaks[b].unitPrice
      let from = b == range.lowerBound ? 1 : Int64(instance.breaks[b].from)
      let low = roundUp(max(Int64(offer.minimum), from), multiple)
      let next = b + 1 < range.upperBound ? Int64(instance.breaks[b + 1].from) - 1 : most
      let high = min(most, next / multiple * multiple)
      if low > high { continue }
      let whole = max(low, roundUp(need, multiple))
      if whole <= high {
        let goods = rounded(Int128(whole) * Int128(price)) + rounded(Int128(whole) * Int128(offer.riskPerUnit))
        found.alone = min(found.alone ?? .max, goods * Int128(scale) + line)
      }
      if low < need && !singleLot {
        let unit = Int128(price + (risk ? offer.riskPerUnit : 0)) * Int128(scale)
        let fixed = line - Int128(loss(price: price, risk: risk ? offer.riskPerUnit : 0))
        found.split = Part(
          unit: min(found.split?.unit ?? unit, unit), fixed: min(found.split?.fixed ?? fixed, fixed),
          least: min(found.split?.least ?? Int128(low), Int128(low)), most: Int128(most))
      }
    }
    return found
  }

  private func floors(_ shares: [Share], need: Int64) -> [Int128?] {
    let parts = shares.compactMap(\.split)
    let isCarried = parts.allSatisfy { $0.fixed >= 0 }
    let leastFixed = parts.map(\.fixed).sorted().prefix(2)
    return shares.indices.map { o in
      guard let own = shares[o].split, parts.count > 1 else { return shares[o].alone }
      guard let filled = filling(shares, o, need: Int128(need)) else { return shares[o].alone }
      var floor = filled + own.fixed
      if isCarried {
        floor += own.fixed == leastFixed[0] ? leastFixed[1] : leastFixed[0]
      } else if own.most < Int128(need) {
        // Some other is in the split, with what rounding takes off it.
        let others = shares.indices.compactMap { $0 == o ? nil : shares[$0].split?.fixed }
        let least = others.min() ?? 0
        floor += least < 0 ? others.reduce(0) { $0 + min(0, $1) } : least
      } else {
        var saved: Int128 = 0
        var least: Int128?
        for (j, share) in shares.enumerated() where j != o {
          guard let part = share.split, part.unit >= own.unit else { continue }
          let more = part.least * (part.unit - own.unit) + part.fixed
          saved += min(0, more)
          least = min(least ?? more, more)
        }
        // Without another offer as dear or dearer this one is the cheapest of no split.
        guard let least else { return shares[o].alone }
        floor += saved < 0 ? saved : least
      }
      return max(0, min(shares[o].alone ?? floor, floor))
    }
  }

  /// What the units of a split cost at least in which offer `o` has the cheapest; nil where the others that are as dear or dearer cannot
  /// fill up what it lacks.
  private func filling(_ shares: [Share], _ o: Int, need: Int128) -> Int128? {
    guard let own = shares[o].split else { return nil }
    if own.most >= need { return need * own.unit }
    var left = need - own.most
    var cost = own.most * own.unit
    let others = shares.indices.compactMap { $0 == o ? nil : shares[$0].split }.filter { $0.unit >= own.unit }
    for part in others.sorted(by: { $0.unit < $1.unit }) where left > 0 {
      let pieces = min(left, part.most)
      cost += pieces * part.unit
      left -= pieces
    }
    return left > 0 ? nil : cost
  }

  /// `floors`, with `need × unit_o + fixed_o` and the least that others of a split can add: a line, or what rounding takes off.
  private func plainFloors(_ shares: [Share], need: Int64) -> [Int128?] {
    let fixed = shares.map { $0.split?.fixed }
    return shares.indices.map { o in
      guard let own = shares[o].split else { return shares[o].alone }
      let others = fixed.enumerated().compactMap { $0.offset == o ? nil : $0.element }
      guard let least = others.min() else { return shares[o].alone }
      let added = least < 0 ? others.reduce(0) { $0 + min(0, $1) } : least
      let floor = Int128(need) * own.unit + own.fixed + added
      return max(0, min(shares[o].alone ?? floor, floor))
    }
  }

  private func rounded(_ cost: Int128) -> Int128 {
    let step = Int128(instance.rounding)
    return step == 1 ? cost : (2 * cost + step) / (2 * step) * step
  }
}
