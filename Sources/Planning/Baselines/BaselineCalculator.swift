internal import Base
internal import Market
internal import Optimizer
internal import Selection
internal import SourcingPlan

/// What the day costs when its parts are decided one after the other, by the rules of the plan itself.
struct BaselineCalculator {
  let instance: Instance
  /// What the board costs whatever is bought where.
  let fixed: Money
  let options: SolverOptions
  /// Rounds of work of each search: fixed, so that a baseline does not depend on the machine.
  var work = 10

  func all() -> [Baseline] { [cheapestOffers(), fewestStalls()] }

  /// Each slot takes the option and offers with the least goods and risk, as if stalls were free to reach; the stalls that
  /// this needs are then walked as well as the search can.
  func cheapestOffers() -> Baseline {
    let (keptOptions, keptOffers) = cheapest()
    return report(.cheapestOffers) { dayEnd in
      instance.restricted(
        keepsOffer: { keptOffers[$0] }, keepsOption: { slot, option in keptOptions[slot] == option }, dayEnd: dayEnd)
    }
  }

  /// As few stalls as serve all lines (each visit is charged more than anything else costs), then the cheapest way to
  /// buy and walk with those alone.
  func fewestStalls() -> Baseline {
    let divisor = instance.costCeiling / Self.visitCharge + 1
    let charged = instance.dividingCosts(by: divisor).restricted(
      keepsOffer: { _ in true }, keepsOption: { _, _ in true }, dayEnd: Self.endOfDay, visitCharge: Self.visitCharge)
    guard let few = search.solve(charged.instance) else { return missing(.fewestStalls) }
    let visited = Set(few.markets.map { charged.markets[Int($0)] })
    return report(.fewestStalls) { dayEnd in
      instance.restricted(
        keepsOffer: { visited.contains(instance.offers[$0].market) }, keepsOption: { _, _ in true }, dayEnd: dayEnd)
    }
  }

  private static let endOfDay: Int32 = 24 * 3600 - 1
  /// Above all other costs together once they are divided to stay below it.
  private static let visitCharge: Int64 = 1_000_000_000

  private var search: BoundedSearch { BoundedSearch(options, work: work) }

  /// Solves within the day's limits; where they do not allow it, without closing times, and says so.
  private func report(_ name: Baseline.Name, restrict: (Int32?) -> RestrictedDay) -> Baseline {
    let day = restrict(nil).instance
    if search.isCancelled { return missing(name) }
    if let solution = search.solve(day) { return baseline(name, solution, of: day, note: nil) }
    let longDay = restrict(Self.endOfDay).instance
    guard let late = search.solve(longDay) else { return missing(name) }
    let last = late.walkingThroughOrders(of: longDay).walks.map(\.returns).max() ?? 0
    let clock = "\(last / 3600):\(last / 60 % 60 < 10 ? "0" : "")\(last / 60 % 60)"
    return baseline(
      name, late, of: longDay,
      note: LocalizedText(
        english: "cannot be done within the day's limits; counted as if the stalls stayed open until \(clock)",
        chinese: "当天限制内走不完；按档口营业到 \(clock) 计算"))
  }

  private func baseline(
    _ name: Baseline.Name, _ solution: Optimizer.Solution, of day: Instance, note: LocalizedText?
  ) -> Baseline {
    let walks = solution.walkingThroughOrders(of: day).walks
    let seconds = walks.reduce(0) { $0 + Int($1.returns - $1.departs) }
    let cost = solution.cost
    let risk = solution.purchases.reduce(Money.zero) { $0 + day.risk(of: $1) }
    let paid = Money(microYuan: cost.goods + cost.time + cost.fares + cost.options)
    return Baseline(
      name: name, total: Amount(paid + risk + fixed),
      goods: Amount(Money(microYuan: solution.cost.goods)), minutes: (seconds + 59) / 60,
      stalls: solution.markets.count, note: note)
  }

  /// A baseline without figures: its search was cut short, or found nothing.
  private func missing(_ name: Baseline.Name) -> Baseline {
    Baseline(
      name: name, total: nil, goods: nil, minutes: nil, stalls: nil,
      note: search.isCancelled ? Self.interrupted : Self.notFound)
  }

  private static let interrupted = LocalizedText(
    english: "not computed: planning was interrupted", chinese: "未计算：规划被中断")
  private static let notFound = LocalizedText(
    english: "no such purchase was found, even without closing times", chinese: "即使不计营业时间也没有找到这样的采购")

  /// One option of a slot bought alone: what it costs, and from which offers.
  private struct Covered {
    var option: Int
    var cost: Int64
    var offers: [Int]
  }

  /// For each slot the option whose own need is covered for the least goods and risk, or the cheapest that goes with the
  /// others' where rules tie them, and the offers of that cover.
  private func cheapest() -> (options: [Int], offers: [Bool]) {
    let ranked = (0..<instance.slotCount).map { covers(of: $0).sorted { ($0.cost, $0.option) < ($1.cost, $1.option) } }
    var keptOptions = ranked.map { $0.first?.option ?? 0 }
    if let choices = instance.choices, !choices.allows(keptOptions) {
      let answer = choices.search { slot in
        let covered = ranked[slot].map(\.option)
        return covered + (0..<choices.optionCounts[slot]).filter { !covered.contains($0) }
      }
      if case .found(let selection) = answer { keptOptions = selection }
    }
    var keptOffers = [Bool](repeating: false, count: instance.offers.count)
    for (slot, option) in keptOptions.enumerated() {
      for offer in ranked[slot].first(where: { $0.option == option })?.offers ?? [] { keptOffers[offer] = true }
    }
    return (keptOptions, keptOffers)
  }

  /// The options of `slot` that can be bought.
  private func covers(of slot: Int) -> [Covered] {
    let options = Int(instance.optionStart[slot])..<Int(instance.optionStart[slot + 1])
    return options.enumerated().compactMap { index, option in
      let choice = instance.options[option]
      guard choice.product >= 0 else { return Covered(option: index, cost: choice.cost, offers: []) }
      let need = instance.need(of: Int(choice.product), amount: choice.amount)
      return greedyCover(product: Int(choice.product), need: need).map {
        Covered(option: index, cost: choice.cost + $0.cost, offers: $0.offers)
      }
    }
  }

  /// The cheapest single offer that has enough; where none has, offers by price until the need is met.
  private func greedyCover(product: Int, need: Int) -> (cost: Int64, offers: [Int])? {
    let range = instance.offerRange(of: product)
    let single = range.compactMap { offer in
      instance.cheapestPurchase(from: offer, covering: need, countsRisk: true).map { ($0.cost, offer) }
    }
    .min { $0 < $1 }
    if let single { return (single.0, [single.1]) }
    let byPrice = range.map { offer in
      (price: instance.breaks[Int(instance.breakStart[offer + 1]) - 1].unitPrice, offer: offer)
    }.sorted { $0 < $1 }
    var left = need
    var taken: [Int] = []
    var cost: Int64 = 0
    for (price, offer) in byPrice where left > 0 {
      taken.append(offer)
      let quantity = min(left, Int(instance.offers[offer].stock))
      cost += price * Int64(quantity)
      left -= quantity
    }
    return left > 0 ? nil : (cost, taken)
  }
}
