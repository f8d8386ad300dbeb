/// Prices demands that need exact covers: price breaks, minimum quantities, splits, and slots that share products.
///
/// Where the joint choices of a demand's slots are few, all are tried. Otherwise slots choose one after another, each the
/// cheapest given the others' choices, until none changes. Slots that choose the same product share its need.
struct GeneralPricer: ~Copyable {
  typealias Cost = Instance.Cost

  /// Joint choices of a demand's slots that are tried one by one.
  private static let fewCombinations = 32

  let problem: Problem
  /// Option that each slot takes, as an index into its options.
  private(set) var selection: [Int32]
  private var saved: [Int32] = []
  private var savedSlots: [Int32] = []
  private var isJournaling = false
  private var cover = Cover()
  private var work = 0
  /// Amount of each product that the slots of the current demand ask for.
  private var amount: [Int64]
  /// Visited offers of each product of the current demand, and the least cost of its need from them.
  private var held: [[Int32]]
  private var productCost: [Cost]
  private var demand = 0
  private var value: Cost = 0

  init(_ problem: Problem) {
    self.problem = problem
    selection = problem.demands.fixedSelection
    amount = .init(repeating: 0, count: problem.instance.productCount)
    held = .init(repeating: [], count: problem.instance.productCount)
    productCost = .init(repeating: 0, count: problem.instance.productCount)
  }

  mutating func begin() {
    isJournaling = true
    saved.removeAll(keepingCapacity: true)
    savedSlots.removeAll(keepingCapacity: true)
  }

  mutating func rollBack() {
    for index in savedSlots.indices.reversed() { selection[Int(savedSlots[index])] = saved[index] }
    isJournaling = false
  }

  mutating func takeWork() -> Int {
    defer { work = 0 }
    return work
  }

  /// Value of `demand` from the visited markets; at least half its shortage when they do not
  /// cover it. The demand stays current.
  mutating func price(_ demand: Int, visited: borrowing [Bool]) -> Cost {
    self.demand = demand
    gather(visited)
    settle()
    return value
  }

  /// Purchases that cover the demand last priced, appended to `purchases`.
  mutating func append(to purchases: inout [Solution.Purchase]) {
    for product in products() where need(product) > 0 {
      let offers = held[product]
      _ = cost(product, amount: amount[product], offers: offers)
      for position in offers.indices where cover.quantity(at: position) > 0 {
        purchases.append(.init(offer: offers[position], quantity: Int32(cover.quantity(at: position))))
      }
    }
  }

  /// What adding the entry's market saves, or dropping it loses, in the demand last priced.
  mutating func difference(_ entry: Int, isVisited: Bool) -> Cost {
    let demands = problem.demands
    let range = Int(demands.offersStart[entry])..<Int(demands.offersStart[entry + 1])
    let slots = demands.slots[demand]
    work &+= range.count * 4
    // Covers that change, product by product; the others stay as they are.
    var changed: [(product: Int, offers: [Int32])] = []
    for index in range {
      let offer = demands.entryOffers[index]
      let product = productOf(Int(offer))
      let position = changed.firstIndex { $0.product == product }
      var offers = position.map { changed[$0].offers } ?? held[product]
      if isVisited { offers.removeAll { $0 == offer } } else { offers.append(offer) }
      if let position { changed[position].offers = offers } else { changed.append((product, offers)) }
    }
    if slots.count == 1 {
      let other = bestOption(of: slots[0], changed: changed).cost
      return isVisited ? max(0, other - value) : max(0, value - other)
    }
    // Several slots: their choices stay, but one slot may move to what is new here.
    var fresh = value
    for change in changed where amount[change.product] > 0 {
      let cost = cost(change.product, amount: amount[change.product], offers: change.offers)
      fresh += cost - productCost[change.product]
    }
    if isVisited { return max(0, fresh - value) }
    for slot in slots {
      for index in problem.instance.optionRange(of: slot) {
        let option = problem.instance.options[index]
        guard let change = changed.first(where: { $0.product == Int(option.product) }) else { continue }
        fresh = min(fresh, value + switching(slot, to: option, offers: change.offers))
      }
    }
    return max(0, value - fresh)
  }

  // MARK: Choice

  private mutating func gather(_ visited: borrowing [Bool]) {
    let demands = problem.demands
    for product in products() {
      held[product].removeAll(keepingCapacity: true)
      amount[product] = 0
    }
    for entry in Int(demands.entryStart[demand])..<Int(demands.entryStart[demand + 1]) {
      guard visited[Int(demands.entryMarket[entry])] else { continue }
      for index in Int(demands.offersStart[entry])..<Int(demands.offersStart[entry + 1]) {
        let offer = demands.entryOffers[index]
        held[productOf(Int(offer))].append(offer)
      }
    }
  }

  /// Chooses options and sets `value`.
  private mutating func settle() {
    let slots = problem.demands.slots[demand]
    if slots.count == 1 {
      let best = bestOption(of: slots[0], changed: [])
      select(slots[0], best.option)
      let option = problem.instance.options[problem.instance.optionRange(of: slots[0]).lowerBound + best.option]
      if option.product >= 0 {
        amount[Int(option.product)] = option.amount
        productCost[Int(option.product)] = best.cost - option.cost
      }
      value = best.cost
      return
    }
    for slot in slots {
      let option = current(slot)
      if option.product >= 0 { amount[Int(option.product)] += option.amount }
    }
    for product in products() { productCost[product] = cost(product, amount: amount[product], offers: held[product]) }
    if combinations(slots) <= Self.fewCombinations {
      tryAll(slots)
    } else {
      descend(slots)
    }
    value = 0
    for slot in slots { value += current(slot).cost }
    for product in products() { value += productCost[product] }
  }

  /// Number of joint choices of the slots, or a little above the limit.
  private func combinations(_ slots: [Int]) -> Int {
    var count = 1
    for slot in slots where count <= Self.fewCombinations { count *= problem.instance.optionRange(of: slot).count }
    return count
  }

  /// Takes the best of all joint choices; the first of equal ones, in the order of options.
  private mutating func tryAll(_ slots: [Int]) {
    for slot in slots { apply(slot, 0) }
    var best = objective(slots)
    var choice = slots.map { Int(selection[$0]) }
    var digit = 0
    while digit < slots.count {
      let slot = slots[digit]
      let next = Int(selection[slot]) + 1
      if next == problem.instance.optionRange(of: slot).count {
        apply(slot, 0)
        digit += 1
        continue
      }
      apply(slot, next)
      digit = 0
      let cost = objective(slots)
      if cost < best {
        best = cost
        choice = slots.map { Int(selection[$0]) }
      }
    }
    for (index, slot) in slots.enumerated() { apply(slot, choice[index]) }
  }

  /// Lets one slot after another choose what is cheapest given the others.
  private mutating func descend(_ slots: [Int]) {
    var isChanging = true
    var rounds = 0
    while isChanging && rounds < 8 {
      isChanging = false
      rounds += 1
      for slot in slots { if improve(slot) { isChanging = true } }
      if improveTogether(slots) { isChanging = true }
    }
  }

  /// Moves one slot to a cheaper option, if there is one.
  private mutating func improve(_ slot: Int) -> Bool {
    let range = problem.instance.optionRange(of: slot)
    var best = -1
    var bestDelta: Cost = 0
    for index in range where index - range.lowerBound != Int(selection[slot]) {
      let option = problem.instance.options[index]
      let offers = option.product >= 0 ? held[Int(option.product)] : []
      let delta = switching(slot, to: option, offers: offers)
      if delta < bestDelta { (best, bestDelta) = (index - range.lowerBound, delta) }
    }
    guard best >= 0 else { return false }
    apply(slot, best)
    return true
  }

  /// Moves every slot that can take it to one product at once, where that is cheaper.
  private mutating func improveTogether(_ slots: [Int]) -> Bool {
    let before = objective(slots)
    for product in products() where !held[product].isEmpty {
      var undo: [(slot: Int, option: Int)] = []
      for slot in slots {
        let range = problem.instance.optionRange(of: slot)
        guard let index = range.first(where: { Int(problem.instance.options[$0].product) == product }),
          Int(selection[slot]) != index - range.lowerBound
        else { continue }
        undo.append((slot, Int(selection[slot])))
        apply(slot, index - range.lowerBound)
      }
      if undo.count > 1 && objective(slots) < before { return true }
      for step in undo.reversed() { apply(step.slot, step.option) }
    }
    return false
  }

  private func objective(_ slots: [Int]) -> Cost {
    var sum: Cost = 0
    for slot in slots { sum += current(slot).cost }
    for product in products() { sum += productCost[product] }
    return sum
  }

  private mutating func apply(_ slot: Int, _ choice: Int) {
    guard Int(selection[slot]) != choice else { return }
    let old = current(slot)
    select(slot, choice)
    let new = current(slot)
    if old.product >= 0 {
      let product = Int(old.product)
      amount[product] -= old.amount
      productCost[product] = cost(product, amount: amount[product], offers: held[product])
    }
    if new.product >= 0 {
      let product = Int(new.product)
      amount[product] += new.amount
      productCost[product] = cost(product, amount: amount[product], offers: held[product])
    }
  }

  /// Change of the value when `slot` takes `option` and its product is bought from `offers`.
  private mutating func switching(_ slot: Int, to option: Instance.SlotOption, offers: [Int32]) -> Cost {
    let old = current(slot)
    var delta = option.cost - old.cost
    if old.product == option.product {
      guard old.product >= 0 else { return delta }
      let product = Int(old.product)
      let after = cost(product, amount: amount[product] - old.amount + option.amount, offers: offers)
      return delta + after - productCost[product]
    }
    if old.product >= 0 {
      let product = Int(old.product)
      let after = cost(product, amount: amount[product] - old.amount, offers: held[product])
      delta += after - productCost[product]
    }
    if option.product >= 0 {
      let product = Int(option.product)
      let before = amount[product] > 0 ? productCost[product] : 0
      let after = cost(product, amount: amount[product] + option.amount, offers: offers)
      delta += after - before
    }
    return delta
  }

  /// The cheapest option of a demand's only slot.
  private mutating func bestOption(
    of slot: Int, changed: [(product: Int, offers: [Int32])]
  ) -> (option: Int, cost: Cost) {
    let range = problem.instance.optionRange(of: slot)
    var best = (option: 0, cost: Cost.max / 2)
    for index in range {
      let option = problem.instance.options[index]
      var cost = option.cost
      if option.product >= 0 {
        let product = Int(option.product)
        if let change = changed.first(where: { $0.product == product }) {
          cost += self.cost(product, amount: option.amount, offers: change.offers)
        } else {
          cost += self.cost(product, amount: option.amount, offers: held[product])
        }
      }
      if cost < best.cost { best = (index - range.lowerBound, cost) }
    }
    return best
  }

  private mutating func cost(_ product: Int, amount: Int64, offers: [Int32]) -> Cost {
    let need = problem.instance.need(of: product, amount: amount)
    guard need > 0 else { return 0 }
    work &+= 4 + 4 * offers.count
    let isSingle = problem.instance.singleLot[product]
    let cost = cover.cost(need: need, candidates: offers, singleLot: isSingle, curves: problem.curves)
    if cost < Cover.unreachable { return cost }
    // A step towards a cover is worth something, so that two stalls that only together suffice are found.
    var stock = 0
    for offer in offers {
      let most = problem.curves.most(Int(offer))
      stock = isSingle ? max(stock, most) : stock + most
    }
    let half = problem.demands.shortage[demand] / 2
    return half + Cost(Double(half) * Double(max(0, need - stock)) / Double(need))
  }

  private func need(_ product: Int) -> Int { problem.instance.need(of: product, amount: amount[product]) }

  private func current(_ slot: Int) -> Instance.SlotOption {
    problem.instance.options[Int(problem.instance.optionStart[slot]) + Int(selection[slot])]
  }

  private mutating func select(_ slot: Int, _ choice: Int) {
    guard Int(selection[slot]) != choice else { return }
    if isJournaling {
      savedSlots.append(Int32(slot))
      saved.append(selection[slot])
    }
    selection[slot] = Int32(choice)
  }

  private func products() -> [Int] { problem.demands.products[demand] }

  private func productOf(_ offer: Int) -> Int { Int(problem.demands.productOfOffer[offer]) }
}
