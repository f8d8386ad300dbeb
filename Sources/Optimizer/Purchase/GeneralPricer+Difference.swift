extension GeneralPricer {
  /// What adding the entry's market saves, or dropping it loses, in the demand last priced.
  ///
  /// Exact for a demand of one slot. Where slots share products, one slot at most moves to what an added market sells, and
  /// slots whose product suffers from a dropped one stay, or all move to the best that is left for each.
  mutating func difference(_ entry: Int, isVisited: Bool) -> Cost {
    let isAlone = problem.demands.slots[demand].count == 1
    if isVisited { return isAlone ? lossAlone(entry) : lossTogether(entry) }
    return isAlone ? gainAlone(entry) : gainTogether(entry)
  }

  // MARK: Adding

  private mutating func gainAlone(_ entry: Int) -> Cost {
    var best = value
    var index = Int(problem.demands.offersStart[entry])
    let end = Int(problem.demands.offersStart[entry + 1])
    while index < end {
      let run = offersOfOneProduct(from: index, to: end)
      for taker in Int(takerStart[run.product])..<Int(takerStart[run.product + 1]) {
        guard isOpen(takers[taker]) else { continue }
        let option = problem.instance.options[Int(takers[taker].option)]
        if option.cost + leastCost(run.product, amount: option.amount, adding: index..<run.end) >= best { continue }
        best = min(best, option.cost + cost(run.product, amount: option.amount, adding: index..<run.end))
      }
      index = run.end
    }
    return value - best
  }

  private mutating func gainTogether(_ entry: Int) -> Cost {
    var stayed: Cost = 0
    var moved: Cost = 0
    var index = Int(problem.demands.offersStart[entry])
    let end = Int(problem.demands.offersStart[entry + 1])
    while index < end {
      let run = offersOfOneProduct(from: index, to: end)
      let product = run.product
      let paid = amount[product] > 0 ? productCost[product] : 0
      if amount[product] > 0, leastCost(product, amount: amount[product], adding: index..<run.end) < paid {
        stayed += min(0, cost(product, amount: amount[product], adding: index..<run.end) - paid)
      }
      for taker in Int(takerStart[product])..<Int(takerStart[product + 1]) {
        let option = problem.instance.options[Int(takers[taker].option)]
        let slot = Int(takers[taker].slot)
        guard isOpen(takers[taker]), Int(current(slot).product) != product else { continue }
        let base = option.cost - leaving[slot] - paid
        let total = amount[product] + option.amount
        if base + leastCost(product, amount: total, adding: index..<run.end) >= moved { continue }
        moved = min(moved, base + cost(product, amount: total, adding: index..<run.end))
      }
      index = run.end
    }
    return max(0, -min(stayed, moved))
  }

  /// The run of entries' offers from `index` that sell one product.
  private func offersOfOneProduct(from index: Int, to end: Int) -> (product: Int, end: Int) {
    let product = problem.demands.productOfOffer[Int(problem.demands.entryOffers[index])]
    var next = index + 1
    while next < end && problem.demands.productOfOffer[Int(problem.demands.entryOffers[next])] == product { next += 1 }
    return (Int(product), next)
  }

  /// No cover of `amount` that buys from some offer of `range` costs less; 0 while the demand is not covered, for then
  /// every step towards a cover counts.
  ///
  /// Complexity: O((held + range) × pieces).
  private func leastCost(_ product: Int, amount: Int64, adding range: Range<Int>) -> Cost {
    let need = problem.instance.need(of: product, amount: amount)
    guard need > 0, value < problem.demands.shortage[demand] / 2 else { return 0 }
    var least = Cover.unreachable
    var unit = Cost.max
    var fixed = Cost.max / 8
    var other = Cost.max / 8
    for index in range {
      let offer = Int(problem.demands.entryOffers[index])
      if let single = problem.curves.cheapest(offer, atLeast: need) { least = min(least, single.cost) }
      guard let own = problem.curves.leastUnit(offer, below: need) else { continue }
      unit = min(unit, own)
      let paid = problem.curves.fixed[offer]
      (fixed, other) = paid < fixed ? (paid, fixed) : (fixed, min(other, paid))
    }
    if unit == .max || problem.instance.singleLot[product] { return least }
    for offer in held[product] {
      guard let own = problem.curves.leastUnit(Int(offer), below: need) else { continue }
      unit = min(unit, own)
      other = min(other, problem.curves.fixed[Int(offer)])
    }
    // A split pays two fixed parts.
    if other == .max / 8 { return least }
    return min(least, Cost(need) * unit + fixed + other - problem.curves.rounding)
  }

  /// Cost of `amount` of `product` when the entries' offers in `range` are held too.
  private mutating func cost(_ product: Int, amount: Int64, adding range: Range<Int>) -> Cost {
    for index in range { held[product].append(problem.demands.entryOffers[index]) }
    defer { held[product].removeLast(range.count) }
    return cost(product, amount: amount)
  }

  // MARK: Dropping

  private mutating func lossAlone(_ entry: Int) -> Cost {
    let slot = problem.demands.slots[demand][0]
    let option = current(slot)
    guard option.product >= 0, isUsed(Int(option.product), at: entry) else { return 0 }
    let range = openOptions(of: slot)
    var best = Cost.max / 2
    // First what is known, so that few of the options that suffer need a new cover.
    for index in range where !isSold(problem.instance.options[index].product, at: entry) {
      best = min(best, optionCost[index - range.lowerBound])
    }
    for index in range where optionCost[index - range.lowerBound] < best {
      let option = problem.instance.options[index]
      guard isSold(option.product, at: entry) else { continue }
      best = min(best, option.cost + cost(Int(option.product), amount: option.amount, without: entry))
    }
    return max(0, best - value)
  }

  private mutating func lossTogether(_ entry: Int) -> Cost {
    var loss: Cost = 0
    var index = Int(problem.demands.offersStart[entry])
    let end = Int(problem.demands.offersStart[entry + 1])
    while index < end {
      let run = offersOfOneProduct(from: index, to: end)
      let product = run.product
      index = run.end
      guard amount[product] > 0, isUsed(product, at: entry) else { continue }
      let stay = cost(product, amount: amount[product], without: entry)
      var move: Cost = 0
      for taker in Int(takerStart[product])..<Int(takerStart[product + 1]) where move < stay {
        let slot = Int(takers[taker].slot)
        // Moving saves the option's own cost as well.
        if Int(selection[slot]) == Int(takers[taker].option) - Int(problem.instance.optionStart[slot]) {
          move += moving[slot] - current(slot).cost
        }
      }
      loss += max(0, min(stay, move) - productCost[product])
    }
    return loss
  }

  /// Whether the present cover of `product` buys from the entry's market; so it counts while there is no cover.
  private func isUsed(_ product: Int, at entry: Int) -> Bool {
    guard value < problem.demands.shortage[demand] / 2 else { return true }
    for index in Int(problem.demands.offersStart[entry])..<Int(problem.demands.offersStart[entry + 1])
    where used[product].contains(problem.demands.entryOffers[index]) {
      return true
    }
    return false
  }

  private func isSold(_ product: Int32, at entry: Int) -> Bool {
    for index in Int(problem.demands.offersStart[entry])..<Int(problem.demands.offersStart[entry + 1])
    where problem.demands.productOfOffer[Int(problem.demands.entryOffers[index])] == product {
      return true
    }
    return false
  }

  /// Cost of `amount` of `product` without what the entry's market sells.
  private mutating func cost(_ product: Int, amount: Int64, without entry: Int) -> Cost {
    let range = Int(problem.demands.offersStart[entry])..<Int(problem.demands.offersStart[entry + 1])
    let all = held[product]
    held[product].removeAll { problem.demands.entryOffers[range].contains($0) }
    defer { held[product] = all }
    return cost(product, amount: amount)
  }
}
