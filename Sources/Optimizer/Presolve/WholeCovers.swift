/// The offers of a demand for one product whose cheapest cover is a single offer unless a bound says that a split may be
/// cheaper.
///
/// A cover of several offers pays the fixed parts of two at least, and no piece below the cheapest of theirs: none whose
/// cheapest pieces are those of offer `o` costs less than
///
///     floor_o = need × unit_o + fixed_o + (least fixed part of any offer) − 2 × loss
///
/// where `unit_o` is the least price at which `o` sells fewer than the need, and `loss` what rounding takes off a purchase at most.
struct WholeCovers {
  typealias Cost = Instance.Cost

  struct Entry {
    var market: Int32
    var offer: Int32
    /// Cost of covering the need here alone; `Cover.unreachable` where stock does not reach.
    var cost: Cost
    var floor: Cost
    var quantity: Int32
  }

  /// By the lesser of cost and floor.
  private(set) var entries: [Entry] = []

  /// Nil for demands of another kind: several products or options, one lot, markets with several offers.
  init?(
    _ slots: [Int], products: [Int], isBound: [Bool], _ byMarket: [Int32: [Int32]], _ instance: Instance,
    _ curves: OfferCurves
  ) {
    guard products.count == 1, !instance.singleLot[products[0]], byMarket.values.allSatisfy({ $0.count == 1 }),
      slots.allSatisfy({ !isBound[$0] && instance.optionRange(of: $0).count == 1 })
    else { return nil }
    let amount = slots.reduce(Int64(0)) { $0 + instance.options[instance.optionRange(of: $1).lowerBound].amount }
    let charges = slots.reduce(Cost(0)) { $0 + instance.options[instance.optionRange(of: $1).lowerBound].cost }
    let need = instance.need(of: products[0], amount: amount)
    let offers = byMarket.values.map { Int($0[0]) }
    let leastFixed = offers.map { curves.fixed[$0] }.min() ?? 0
    for offer in offers {
      let single = curves.cheapest(offer, atLeast: need)
      let unit = curves.leastUnit(offer, below: need)
      let floor = unit.map { Cost(need) * $0 + curves.fixed[offer] + leastFixed - 2 * curves.loss + charges }
      entries.append(
        Entry(
          market: instance.offers[offer].market, offer: Int32(offer),
          cost: single.map { $0.cost + charges } ?? Cover.unreachable, floor: floor ?? Cover.unreachable,
          quantity: Int32(single?.quantity ?? 0)))
    }
    entries.sort { (min($0.cost, $0.floor), $0.market) < (min($1.cost, $1.floor), $1.market) }
  }
}
