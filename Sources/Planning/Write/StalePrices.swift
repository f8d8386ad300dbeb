internal import Base
internal import Market
internal import Optimizer
internal import SourcingPlan

/// What a plan's saving owes to prices that have expired or were seen long ago.
struct StalePrices {
  /// Purchases at a stale price that cost less than the cheapest fresh offer of the same goods, or that nobody offers at a
  /// fresh price.
  var purchases = 0
  /// What the cheapest fresh offers would cost more, goods alone, in micro-yuan.
  var more: Int64 = 0
  /// References of lines that nobody offers at a fresh price.
  var withoutFresh: [String] = []

  init(_ lines: [PlanLine], problem: PlanningProblem, model: DayModel) {
    let instance = model.instance
    let places = Dictionary(
      model.offers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for line in lines {
      for buy in line.buys where buy.isStale == true {
        guard let own = places[buy.offer] else { continue }
        let fresh = instance.offerRange(of: instance.product(of: own)).filter { !problem.isStale(model.offers[$0]) }
          .compactMap { instance.cheapestPurchase(from: $0, covering: buy.quantity, countsRisk: false)?.cost }.min()
        guard let fresh else {
          purchases += 1
          withoutFresh += line.slots
          continue
        }
        let saving = fresh - buy.amount.money.microYuan
        guard saving > 0 else { continue }
        purchases += 1
        more += saving
      }
    }
  }
}
