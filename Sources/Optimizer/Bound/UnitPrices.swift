/// The least that one unit of a product costs at an offer, whatever quantity is bought: a line through the origin under the
/// true cost of buying there.
///
/// With all-units breaks the cost of quantity q is `round(q p(q)) + q risk`. Of it, `min(q, need)` units are of use, so that
/// the slope is the least of `(q p(q) + q risk + share of the line's service time) / min(q, need)`. Between two breaks that
/// is monotone on either side of `need`: the ends of each stretch are all that must be looked at.
struct UnitPrices {
  /// Slopes are in 1 / `scale` of the smallest unit of cost.
  static let scale: Int64 = 1024

  let instance: Instance
  /// The cheapest buyer's rate.
  let rate: Int64

  /// What an offer can give towards a need, and at what slope.
  struct Terms {
    var slope: Int64
    var supply: Int64
    /// Half a rounding step that the slope leaves out, to be taken off the bound once.
    var roundingLoss: Int64
  }

  init(_ instance: Instance) {
    self.instance = instance
    rate = instance.buyers.map(\.ratePerHour).min() ?? 0
  }

  /// What so many seconds cost at least.
  func timeCost(_ seconds: Int32) -> Int64 {
    let (high, low) = rate.multipliedFullWidth(by: Int64(seconds))
    return Int64(3600).dividingFullWidth((high, low)).quotient
  }

  /// Terms of offer `o` towards at most `need` units of its product; nil when nothing can be bought there.
  ///
  /// - Parameters:
  ///   - supplyHere: what all offers of the product at the same market can give.
  ///   - alone: whether it is the product's only offer at its market.
  ///   - wholeLot: whether a single purchase must cover the need.
  func terms(ofOffer o: Int, need: Int64, supplyHere: Int64, alone: Bool, wholeLot: Bool) -> Terms? {
    let offer = instance.offers[o]
    let multiple = max(1, Int64(offer.multiple))
    let least = roundUp(max(Int64(offer.minimum), wholeLot ? need : 1), multiple)
    let most = capacity(ofOffer: o)
    if least > most || need <= 0 { return nil }
    let service = timeCost(instance.lineSeconds[Int(offer.market)])
    let half = instance.rounding / 2
    let carries = alone && service >= half
    var best: Int64?
    let range = Int(instance.breakStart[o])..<Int(instance.breakStart[o + 1])
    for b in range {
      let price = instance.breaks[b].unitPrice
      let low = max(least, roundUp(Int64(instance.breaks[b].from), multiple))
      let next = b + 1 < range.upperBound ? Int64(instance.breaks[b + 1].from) - 1 : most
      let high = min(most, next / multiple * multiple)
      let error = price % instance.rounding == 0 || !carries ? 0 : half
      for quantity in [low, min(high, need / multiple * multiple), roundUp(need, multiple)]
      where quantity >= low && quantity <= high && quantity > 0 {
        let useful = min(quantity, need)
        let share = alone ? service : service * useful / max(useful, min(need, supplyHere))
        let cost = max(0, quantity * (price + offer.riskPerUnit) + share - error)
        let slope = floorDivide(cost, useful)
        best = min(best ?? slope, slope)
      }
    }
    guard let best else { return nil }
    let exact = instance.breaks[range].allSatisfy { $0.unitPrice % instance.rounding == 0 }
    return Terms(slope: best, supply: min(most, need), roundingLoss: exact || carries ? 0 : half)
  }

  /// The most that offer `o` can sell.
  func capacity(ofOffer o: Int) -> Int64 {
    let offer = instance.offers[o]
    let multiple = max(1, Int64(offer.multiple))
    return Int64(max(offer.stock, offer.stockForBound)) / multiple * multiple
  }

  private func floorDivide(_ cost: Int64, _ units: Int64) -> Int64 {
    units.dividingFullWidth(cost.multipliedFullWidth(by: UnitPrices.scale)).quotient
  }

  private func roundUp(_ quantity: Int64, _ multiple: Int64) -> Int64 {
    (max(quantity, 1) + multiple - 1) / multiple * multiple
  }
}
