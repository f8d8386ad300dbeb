extension GeneralPricer {
  /// Joint choices of a demand's slots that are tried one by one.
  private static var fewCombinations: Int { 32 }

  /// Chooses the options of slots that share products, from the amounts and product costs of the present choice.
  mutating func choose(_ slots: [Int]) {
    if combinations(slots) <= Self.fewCombinations {
      tryAll(slots)
    } else {
      descend(slots)
    }
  }

  /// Number of joint choices of the slots, or a little above the limit.
  private func combinations(_ slots: [Int]) -> Int {
    var count = 1
    for slot in slots where count <= Self.fewCombinations { count *= openOptions(of: slot).count }
    return count
  }

  /// Takes the best of all joint choices; the first of equal ones, in the order of options.
  private mutating func tryAll(_ all: [Int]) {
    let slots = all.filter { !problem.choices.isBound[$0] }
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
    if problem.choices.isBound[slot] { return false }
    let range = problem.instance.optionRange(of: slot)
    let old = current(slot)
    var saved = old.cost
    if old.product >= 0 {
      let product = Int(old.product)
      saved += productCost[product] - cost(product, amount: amount[product] - old.amount)
    }
    var best = -1
    var bestCost = saved
    for index in range where index - range.lowerBound != Int(selection[slot]) {
      let option = problem.instance.options[index]
      if option.cost >= bestCost { continue }
      let paid = option.product == old.product ? staying(option, old) + saved : joining(option)
      if paid < bestCost { (best, bestCost) = (index - range.lowerBound, paid) }
    }
    guard best >= 0 else { return false }
    apply(slot, best)
    return true
  }

  /// The cheapest option that `isAllowed` of a bound slot, from what the visited markets sell and with all other choices
  /// as they are; nil when it has it already.
  mutating func bestChoice(
    _ slot: Int, of demand: Int, visited: borrowing [Bool], isAllowed: (Int) -> Bool
  ) -> Int? {
    _ = price(demand, visited: visited)
    let range = problem.instance.optionRange(of: slot)
    let old = current(slot)
    let saved = problem.demands.slots[demand].count == 1 ? value : leaving[slot]
    var best = -1
    var bestCost = saved
    for index in range where index - range.lowerBound != Int(selection[slot]) {
      let option = problem.instance.options[index]
      if option.cost >= bestCost || option.product >= 0 && held[Int(option.product)].isEmpty { continue }
      let paid = option.product == old.product ? staying(option, old) + saved : joining(option)
      if paid < bestCost && isAllowed(index - range.lowerBound) { (best, bestCost) = (index - range.lowerBound, paid) }
    }
    return best < 0 ? nil : best
  }

  /// Change of cost when a slot goes from `old` to another option of the same product.
  private mutating func staying(_ option: Instance.SlotOption, _ old: Instance.SlotOption) -> Cost {
    guard old.product >= 0 else { return option.cost - old.cost }
    let product = Int(old.product)
    let after = cost(product, amount: amount[product] - old.amount + option.amount)
    return option.cost - old.cost + after - productCost[product]
  }

  /// Moves every slot that can take it to one product at once, where that is cheaper.
  private mutating func improveTogether(_ slots: [Int]) -> Bool {
    let before = objective(slots)
    for product in problem.demands.products[demand] where !held[product].isEmpty {
      var undo: [(slot: Int, option: Int)] = []
      for index in Int(takerStart[product])..<Int(takerStart[product + 1]) {
        let slot = Int(takers[index].slot)
        let option = Int(takers[index].option) - Int(problem.instance.optionStart[slot])
        // A slot with several options of the product stays with the first.
        guard undo.last?.slot != slot, isOpen(takers[index]), Int(current(slot).product) != product else { continue }
        undo.append((slot, Int(selection[slot])))
        apply(slot, option)
      }
      if undo.count > 1 && objective(slots) < before { return true }
      for step in undo.reversed() { apply(step.slot, step.option) }
    }
    return false
  }

  private func objective(_ slots: [Int]) -> Cost {
    var sum: Cost = 0
    for slot in slots { sum += current(slot).cost }
    for product in problem.demands.products[demand] { sum += productCost[product] }
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
      productCost[product] = cost(product, amount: amount[product])
    }
    if new.product >= 0 {
      let product = Int(new.product)
      amount[product] += new.amount
      productCost[product] = cost(product, amount: amount[product])
    }
  }
}
