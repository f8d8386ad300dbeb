internal import Base
internal import Market
internal import Optimizer

/// A plan of as many slots as are found to fit one day together, where not all do.
struct PartialPlanner {
  let variant: PreparedVariant
  let options: SolverOptions
  /// Whether some slot cannot be filled at all, whatever else is bought.
  let hasGaps: Bool

  /// Rounds of work for each trial of the bisection, no more than the plan's own search was given.
  private static let work = 6

  /// The day with the slots left out, and what was found of it; without a solution where not even nothing can be bought.
  ///
  /// Slots that nothing is sold for are left empty by a search over all others. Where limits of the day forbid the whole, slots are
  /// ranked by the largest share of a limit that each takes alone, and the longest prefix that fits is found by bisection:
  /// O(log slots) searches.
  func best() throws(PlanningError) -> (run: PlanAssembler, outcome: Outcome) {
    if hasGaps {
      let day = try variant.revised(vacancy: .allowed)
      let search = VariantSearch(
        [(day.run.model.instance, day.run.fixedCost.microYuan)], options: options, isComplete: false)
      let outcome = search.run { _, _, _ in }[0]
      if outcome.solution != nil { return (day.run, outcome) }
    }
    let ranked = ranking
    let search = BoundedSearch(options, work: min(Self.work, options.workLimit ?? .max))
    var (fitting, tooMany) = (0, ranked.count)
    var best = try leavingOut(ranked[...], search)
    while tooMany - fitting > 1 && !search.isCancelled {
      let middle = (fitting + tooMany) / 2
      let trial = try leavingOut(ranked[middle...], search)
      if trial.outcome.solution == nil {
        tooMany = middle
      } else {
        (fitting, best) = (middle, trial)
      }
    }
    return best
  }

  /// What is found without some slots.
  private func leavingOut(
    _ slots: ArraySlice<Int>, _ search: BoundedSearch
  ) throws(PlanningError) -> (run: PlanAssembler, outcome: Outcome) {
    let day = try variant.revised(vacancy: .only(Set(slots)))
    let solution = search.solve(day.run.model.instance)
    return (
      day.run, Outcome(status: solution == nil ? .unknown : .feasible, solution: solution, bound: 0)
    )
  }

  /// All slots, those first that take the least of the day's limits.
  private var ranking: [Int] {
    let instance = variant.run.model.instance
    let shares = (0..<instance.slotCount).map { slot in
      instance.optionRange(of: slot).map { share(of: instance.options[$0], in: instance) }.min() ?? .infinity
    }
    return shares.indices.sorted { (shares[$0], $0) < (shares[$1], $1) }
  }

  /// The largest share of a limit that an option takes when it alone is bought, at the offer where that is least.
  private func share(of option: Instance.SlotOption, in instance: Instance) -> Double {
    guard option.product >= 0 else { return .infinity }
    let need = instance.need(of: Int(option.product), amount: option.amount)
    return instance.offerRange(of: Int(option.product)).map { offer in
      let quantity = min(need, Int(instance.offers[offer].stock))
      let unit = instance.unitPrice(of: offer, quantity: quantity)
      let cash = Double(unit) * Double(need) / Double(max(1, instance.cashLimit))
      let mass = Double(instance.productMass[Int(option.product)]) * Double(need)
      let load = mass / Double(max(1, instance.buyers.map(\.loadLimit).max() ?? 1))
      return max(cash, load, instance.dayShare(ofMarket: Int(instance.offers[offer].market)))
    }.min() ?? .infinity
  }
}

extension Instance {
  /// The share of the longest buyer's day that going to a market alone and straight back takes; infinite where the day does
  /// not allow it.
  fileprivate func dayShare(ofMarket market: Int) -> Double {
    let service = Int(setupSeconds[market]) + Int(lineSeconds[market])
    return buyers.indices.flatMap { number in
      let buyer = buyers[number]
      return windowRange(of: market).map { index -> Double in
        let begin = max(
          Int(buyer.earliest) + seconds(from: startPlace(of: number), to: market), Int(windows[index].open))
        let back = begin + service + seconds(from: market, to: endPlace(of: number))
        guard begin + service <= Int(windows[index].close), back <= Int(buyer.latest) else { return Double.infinity }
        return Double(back - Int(buyer.earliest)) / Double(max(1, buyer.latest - buyer.earliest))
      }
    }.min() ?? .infinity
  }
}
