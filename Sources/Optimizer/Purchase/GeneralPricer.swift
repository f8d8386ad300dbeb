/// Prices demands that need exact covers: price breaks, minimum quantities, splits, and slots that share products.
///
/// Where the joint choices of a demand's slots are few, all are tried. Otherwise slots choose one after another, each the
/// cheapest given the others' choices, until none changes. Slots that choose the same product share its need. A bound slot
/// keeps the option that the search has given it.
struct GeneralPricer: ~Copyable {
  typealias Cost = Instance.Cost

  let problem: PresolvedInstance
  /// Option that each slot takes, as an index into its options.
  private(set) var selection: [Int32]
  private var saved: [Int32] = []
  private var savedSlots: [Int32] = []
  private var isJournaling = false
  private var cover = Cover()
  private var work = 0
  /// Amount of each product that the slots of the current demand ask for.
  var amount: [Int64]
  /// Visited offers of each product of the current demand, and the least cost of its need from them.
  var held: [[Int32]]
  var productCost: [Cost]
  /// Offers that the cover behind `productCost` buys from.
  var used: [[Int32]]
  /// Cost of each option of a demand's only slot.
  var optionCost: [Cost] = []
  /// What each slot saves by leaving its product to the others, and the least that going elsewhere then costs.
  var leaving: [Cost]
  var moving: [Cost]
  private(set) var demand = 0
  private(set) var value: Cost = 0
  /// Options that take each product: `takers[takerStart[p]..<takerStart[p + 1]]`.
  let takerStart: [Int32]
  let takers: [Taker]

  /// One option of one slot, by its position in the instance's options.
  struct Taker: Sendable {
    var slot: Int32
    var option: Int32
  }

  init(_ problem: PresolvedInstance) {
    self.problem = problem
    selection = problem.demands.fixedSelection
    let products = problem.instance.productCount
    amount = .init(repeating: 0, count: products)
    held = .init(repeating: [], count: products)
    used = .init(repeating: [], count: products)
    productCost = .init(repeating: 0, count: products)
    leaving = .init(repeating: 0, count: problem.instance.slotCount)
    moving = .init(repeating: 0, count: problem.instance.slotCount)
    (takerStart, takers) = Self.takers(problem.instance)
  }

  private static func takers(_ instance: Instance) -> (start: [Int32], takers: [Taker]) {
    var ofProduct = [[Taker]](repeating: [], count: instance.productCount)
    for slot in 0..<instance.slotCount {
      for index in instance.optionRange(of: slot) where instance.options[index].product >= 0 {
        ofProduct[Int(instance.options[index].product)].append(.init(slot: Int32(slot), option: Int32(index)))
      }
    }
    var start: [Int32] = [0]
    for takers in ofProduct { start.append(start[start.count - 1] + Int32(takers.count)) }
    return (start, ofProduct.flatMap { $0 })
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
    for product in problem.demands.products[demand] where need(product) > 0 {
      _ = cost(product, amount: amount[product])
      for position in held[product].indices where cover.quantity(at: position) > 0 {
        purchases.append(.init(offer: held[product][position], quantity: Int32(cover.quantity(at: position))))
      }
    }
  }

  // MARK: Settling

  private mutating func gather(_ visited: borrowing [Bool]) {
    for product in problem.demands.products[demand] {
      held[product].removeAll(keepingCapacity: true)
      amount[product] = 0
      productCost[product] = 0
    }
    for entry in Int(problem.demands.entryStart[demand])..<Int(problem.demands.entryStart[demand + 1]) {
      guard visited[Int(problem.demands.entryMarket[entry])] else { continue }
      for index in Int(problem.demands.offersStart[entry])..<Int(problem.demands.offersStart[entry + 1]) {
        let offer = problem.demands.entryOffers[index]
        held[Int(problem.demands.productOfOffer[Int(offer)])].append(offer)
      }
    }
  }

  /// Chooses options and sets `value`.
  private mutating func settle() {
    if problem.demands.slots[demand].count == 1 {
      settleAlone(problem.demands.slots[demand][0])
    } else {
      settleTogether(problem.demands.slots[demand])
    }
  }

  private mutating func settleAlone(_ slot: Int) {
    let range = openOptions(of: slot)
    optionCost.removeAll(keepingCapacity: true)
    var best = (index: range.lowerBound, cost: Cost.max / 2)
    for index in range {
      let option = problem.instance.options[index]
      var cost = option.cost
      if option.product >= 0 { cost += self.cost(Int(option.product), amount: option.amount) }
      optionCost.append(cost)
      if cost < best.cost { best = (index, cost) }
    }
    select(slot, best.index - Int(problem.instance.optionStart[slot]))
    value = best.cost
    let option = problem.instance.options[best.index]
    guard option.product >= 0 else { return }
    let product = Int(option.product)
    amount[product] = option.amount
    productCost[product] = best.cost - option.cost
    noteUsed(product)
  }

  private mutating func settleTogether(_ slots: [Int]) {
    for slot in slots {
      let option = current(slot)
      if option.product >= 0 { amount[Int(option.product)] += option.amount }
    }
    let products = problem.demands.products[demand]
    for product in products { productCost[product] = cost(product, amount: amount[product]) }
    choose(slots)
    value = 0
    for slot in slots { value += current(slot).cost }
    for product in products {
      value += productCost[product]
      noteUsed(product)
    }
    for slot in slots { weigh(slot) }
  }

  private mutating func noteUsed(_ product: Int) {
    used[product].removeAll(keepingCapacity: true)
    guard amount[product] > 0, !held[product].isEmpty else { return }
    _ = cost(product, amount: amount[product])
    for position in held[product].indices where cover.quantity(at: position) > 0 {
      used[product].append(held[product][position])
    }
  }

  /// Sets `leaving` and `moving` of a slot that shares its demand.
  private mutating func weigh(_ slot: Int) {
    let old = current(slot)
    leaving[slot] = old.cost
    if old.product >= 0 {
      let product = Int(old.product)
      leaving[slot] += productCost[product] - cost(product, amount: amount[product] - old.amount)
    }
    var least = Cost.max / 4
    for index in openOptions(of: slot) {
      let option = problem.instance.options[index]
      guard option.product != old.product, option.product < 0 || !held[Int(option.product)].isEmpty else { continue }
      least = min(least, joining(option))
    }
    moving[slot] = least
  }

  // MARK: Parts of the cost

  /// What a slot pays for taking `option` beside what its product's other takers already pay.
  mutating func joining(_ option: Instance.SlotOption) -> Cost {
    guard option.product >= 0 else { return option.cost }
    let product = Int(option.product)
    let before = amount[product] > 0 ? productCost[product] : 0
    return option.cost + cost(product, amount: amount[product] + option.amount) - before
  }

  /// The least cost of `amount` of `product` from `held`.
  mutating func cost(_ product: Int, amount: Int64) -> Cost {
    let need = problem.instance.need(of: product, amount: amount)
    guard need > 0 else { return 0 }
    guard !held[product].isEmpty else { return problem.demands.shortage[demand] }
    let isSingle = problem.instance.singleLot[product]
    let cost = cover.cost(need: need, candidates: held[product], singleLot: isSingle, curves: problem.curves)
    work &+= 4 + 4 * held[product].count + 4 * cover.nodes
    if cost < Cover.unreachable { return cost }
    // A step towards a cover is worth something, so that two stalls that only together suffice are found.
    var stock = 0
    for offer in held[product] {
      let most = problem.curves.most(Int(offer))
      stock = isSingle ? max(stock, most) : stock + most
    }
    let half = problem.demands.shortage[demand] / 2
    return half + Cost(Double(half) * Double(max(0, need - stock)) / Double(need))
  }

  /// Options that `slot` may take as things stand: positions in the instance's options.
  func openOptions(of slot: Int) -> Range<Int> {
    guard problem.choices.isBound[slot] else { return problem.instance.optionRange(of: slot) }
    let index = Int(problem.instance.optionStart[slot]) + Int(selection[slot])
    return index..<(index + 1)
  }

  /// Whether the slot of `taker` may take its option as things stand.
  func isOpen(_ taker: Taker) -> Bool { openOptions(of: Int(taker.slot)).contains(Int(taker.option)) }

  func need(_ product: Int) -> Int { problem.instance.need(of: product, amount: amount[product]) }

  func current(_ slot: Int) -> Instance.SlotOption {
    problem.instance.options[Int(problem.instance.optionStart[slot]) + Int(selection[slot])]
  }

  mutating func select(_ slot: Int, _ choice: Int) {
    guard Int(selection[slot]) != choice else { return }
    if isJournaling {
      savedSlots.append(Int32(slot))
      saved.append(selection[slot])
    }
    selection[slot] = Int32(choice)
  }
}
