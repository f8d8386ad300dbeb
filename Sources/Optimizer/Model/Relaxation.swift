/// A travelling purchaser problem whose optimum is never above that of the `Instance` it was made from.
///
/// For a TPPLIB instance it is the problem itself. For a market day, opening hours, loads, budget, minimum quantities and
/// price breaks are replaced by the least they can cost: every offer has one price per unit of a demand's need, walking is
/// paid at the cheapest buyer's rate, and several buyers are one (merging two walks never costs more where travel obeys
/// the triangle inequality, which `init(_:)` enforces by taking shortest paths).
///
///     min Σ_(i,j) distance_ij x_ij + Σ_i visitCost_i y_i + Σ_k Σ_offers price_ki q_ki + constant
///     s.t. Σ_i q_ki = demand_k,  0 ≤ q_ki ≤ supply_ki y_i,  x a tour through place 0 and every i with y_i = 1
///
/// Every cost here counts in units of 1 / `grid.scale` of the instance's, so that a second of walking is a whole number of
/// them; `grid` says what a bound in these units means for the day.
///
/// Place 0 is the depot (start and end in one: `distance` between depot and market `i` is to-and-from split in two where
/// they differ); place `i + 1` is market `i`, and behind them stand further places of
/// remote markets (`OrderPlaces`). Distances are symmetric.
package struct Relaxation: Sendable {
  package var placeCount: Int
  /// `placeCount × placeCount`, row-major, symmetric, zero diagonal.
  package var distance: [Int64]
  /// Cost of visiting a place at all, `placeCount` entries, entry 0 is zero.
  package var visitCost: [Int64]
  /// Demands `0..<demandCount`, in units that `offers` share.
  package var demand: [Int32]
  /// Offers of demand `k`: `offers[offerStart[k]..<offerStart[k + 1]]`, at most one a place, ascending in price.
  package var offerStart: [Int32]
  package var offers: [Offer]
  package var constant: Int64
  package var grid: CostGrid

  package struct Offer: Sendable, Hashable {
    package var place: Int32
    /// Price of one unit of the demand.
    package var price: Int64
    package var supply: Int32

    package init(place: Int32, price: Int64, supply: Int32) {
      self.place = place
      self.price = price
      self.supply = supply
    }
  }

  /// A relaxation from its columns.
  ///
  /// - Precondition: `distance` is square and symmetric, every demand's offers ascend in price, and no price, distance or
  ///   visit cost is negative.
  package init(
    placeCount: Int, distance: [Int64], visitCost: [Int64], demand: [Int32], offerStart: [Int32], offers: [Offer],
    constant: Int64 = 0, grid: CostGrid = CostGrid()
  ) {
    precondition(distance.count == placeCount * placeCount, "\(distance.count) distances for \(placeCount) places")
    precondition(visitCost.count == placeCount, "\(visitCost.count) visit costs for \(placeCount) places")
    precondition(offerStart.count == demand.count + 1, "\(offerStart.count) offer starts for \(demand.count) demands")
    self.placeCount = placeCount
    self.distance = distance
    self.visitCost = visitCost
    self.demand = demand
    self.offerStart = offerStart
    self.offers = offers
    self.constant = constant
    self.grid = grid
  }

  package var demandCount: Int { demand.count }

  /// Positions in `offers` that belong to demand `k`.
  @inlinable
  package func offerRange(_ k: Int) -> Range<Int> { Int(offerStart[k])..<Int(offerStart[k + 1]) }
}
