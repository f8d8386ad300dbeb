/// What each slot asks of each product it may choose, such that the parts asked for by several slots never add up to more
/// than the product's true need.
///
/// A product that is chosen by slots without alternatives only is needed in full, and exactly. Where slots with alternatives
/// may join in, `need(Σ a) ≥ max((1 + ρ) Σ a, Σ a + minimum)` is split among them: in proportion, or with the minimum on the
/// slots that always choose it.
struct SlotDemands {
  /// Shares are in 1 / `scale` pieces.
  static let scale: Int64 = 1024

  /// Pieces of a product needed when everything that can choose it does.
  private(set) var mostNeeded: [Int64]
  /// Pieces that slots without alternatives need in any case.
  private(set) var forced: [Int64]
  /// Whether a single slot decides about the product, so that its need is known exactly once it is chosen.
  private(set) var decidedAlone: [Bool]
  private let share: [Int64]
  private let rules: [Instance.NeedRule]

  init(_ instance: Instance) {
    let count = instance.productCount
    var always = [Int64](repeating: 0, count: count)
    var sometimes = [Int64](repeating: 0, count: count)
    var slots = [Int](repeating: 0, count: count)
    var lastSlot = [Int](repeating: -1, count: count)
    for s in 0..<(instance.optionStart.count - 1) {
      let range = Int(instance.optionStart[s])..<Int(instance.optionStart[s + 1])
      for option in instance.options[range] where option.product >= 0 && option.amount > 0 {
        let product = Int(option.product)
        let largest = instance.options[range].filter { $0.product == option.product }.map(\.amount).max() ?? 0
        if lastSlot[product] == s {
          // The same product in several amounts: its need is not known from the slot's choice of it alone.
          slots[product] += 1
          continue
        }
        lastSlot[product] = s
        slots[product] += 1
        if range.count == 1 { always[product] += option.amount } else { sometimes[product] += largest }
      }
    }
    let rules = instance.needRules
    self.rules = rules
    mostNeeded = (0..<count).map { SlotDemands.need(always[$0] + sometimes[$0], rules[$0]) }
    decidedAlone = slots.map { $0 == 1 }
    forced = [Int64](repeating: 0, count: count)
    var share = [Int64](repeating: SlotDemands.scale, count: count)
    for p in 0..<count {
      let proportional = SlotDemands.scale + SlotDemands.scale * Int64(rules[p].attritionPerMille) / 1000
      if sometimes[p] == 0 {
        forced[p] = mostNeeded[p]
      } else if always[p] > 0 {
        let inProportion = always[p] * proportional / rules[p].amountScale / SlotDemands.scale
        let withMinimum = always[p] / rules[p].amountScale + Int64(rules[p].attritionMinimum)
        forced[p] = max(inProportion, withMinimum)
        share[p] = inProportion >= withMinimum ? proportional : SlotDemands.scale
      } else {
        let spread = Int64(rules[p].attritionMinimum) * SlotDemands.scale * rules[p].amountScale / max(1, sometimes[p])
        share[p] = max(proportional, SlotDemands.scale + spread)
      }
    }
    self.share = share
  }

  /// What an option of a slot with alternatives asks for, in 1 / `scale` pieces.
  func share(of option: Instance.SlotOption) -> Int64 {
    let product = Int(option.product)
    if decidedAlone[product] { return SlotDemands.need(option.amount, rules[product]) * SlotDemands.scale }
    return option.amount * share[product] / rules[product].amountScale
  }

  /// `NeedRule` in formula.
  static func need(_ amount: Int64, _ rule: Instance.NeedRule) -> Int64 {
    if amount <= 0 { return 0 }
    let base = (amount + rule.amountScale - 1) / rule.amountScale
    return base + max(Int64(rule.attritionMinimum), (base * Int64(rule.attritionPerMille) + 999) / 1000)
  }
}
