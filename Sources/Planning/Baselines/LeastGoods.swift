internal import Optimizer

/// What every plan of a day pays for goods at least, as if stalls were free to reach.
///
/// Slots that share products decide together. For a group of them, with `C_p(n)` the cheapest cover of `n` pieces of product `p`,
///
///     least(group) = min over selections: Σ options' costs + Σ over products p: C_p(need of p)
///     C_p(n) ≥ min( min over offers: f(n), n pieces at the offers' least unit prices, cheapest first, as far as stock goes )
///
/// where `f(n)` buys all from one offer, minimum, multiple and breaks obeyed, and a unit price counts where its break lies below
/// `n` and within the stock. Splits may round each purchase down by half a step, which is taken off. A group of too many selections
/// counts each slot's share of its line at the least price a piece of the largest line instead.
struct LeastGoods {
  private let instance: Instance
  private let countsRisk: Bool
  private let half: Int64

  /// Selections of a group that are looked through one by one.
  private static let selectionLimit = 512

  /// - Parameter countsRisk: whether expected losses are part of the cost.
  init(_ instance: Instance, countsRisk: Bool) {
    var instance = instance
    // Lines that draw on the same goods share them in some way; each may have all of them here.
    for offer in instance.offers.indices { instance.offers[offer].stock = instance.offers[offer].stockForBound }
    // What is not asked for is not paid for either.
    if !countsRisk { for option in instance.options.indices { instance.options[option].cost = 0 } }
    if !countsRisk { for offer in instance.offers.indices { instance.offers[offer].riskPerUnit = 0 } }
    self.instance = instance
    self.countsRisk = countsRisk
    half = (instance.rounding + 1) / 2
  }

  /// The sum over all groups, or what goods cost without their risk, where rounding makes that the better bound.
  /// O(selections looked through × offers × breaks).
  var total: Int64 {
    let sum = groups.reduce(0) { $0 + least($1) }
    return countsRisk ? max(sum, LeastGoods(instance, countsRisk: false).total) : sum
  }

  /// Slots grouped so that no product is an option in two groups.
  private var groups: [[Int]] {
    var group = Array(0..<instance.slotCount)
    func root(_ slot: Int) -> Int {
      var node = slot
      while group[node] != node { node = group[node] }
      return node
    }
    var owner: [Int32: Int] = [:]
    for slot in 0..<instance.slotCount {
      for option in instance.optionRange(of: slot).map({ instance.options[$0] }) where option.product >= 0 {
        if let other = owner[option.product] {
          let (one, two) = (root(slot), root(other))
          group[max(one, two)] = min(one, two)
        } else {
          owner[option.product] = slot
        }
      }
    }
    return Dictionary(grouping: 0..<instance.slotCount, by: root).sorted { $0.key < $1.key }.map(\.value)
  }

  private func least(_ slots: [Int]) -> Int64 {
    let options = slots.map { instance.optionRange(of: $0).map { instance.options[$0] } }
    let selections = options.reduce(1) { min(Self.selectionLimit + 1, $0 * $1.count) }
    guard selections <= Self.selectionLimit else { return leastByShares(options) }
    var known: [Line: Int64?] = [:]
    var best: Int64?
    var digits = [Int](repeating: 0, count: options.count)
    for _ in 0..<selections {
      var amounts: [Int32: Int64] = [:]
      var cost: Int64? = 0
      for (slot, digit) in digits.enumerated() {
        let option = options[slot][digit]
        cost = cost.map { $0 + option.cost }
        if option.product >= 0 { amounts[option.product, default: 0] += option.amount }
      }
      for (product, amount) in amounts {
        let line = Line(product: Int(product), need: instance.need(of: Int(product), amount: amount))
        let cover = known[line] ?? self.cover(line)
        known[line] = cover
        cost = cost.flatMap { sum in cover.map { sum + $0 } }
      }
      if let cost { best = min(best ?? cost, cost) }
      for position in digits.indices {
        digits[position] += 1
        if digits[position] < options[position].count { break }
        digits[position] = 0
      }
    }
    return best ?? 0
  }

  /// So many pieces of a product.
  private struct Line: Hashable {
    var product: Int
    var need: Int
  }

  /// No cover of the line costs less; nil where its offers do not reach.
  private func cover(_ line: Line) -> Int64? {
    guard line.need > 0 else { return 0 }
    let range = instance.offerRange(of: line.product)
    let single = range.compactMap { instance.cheapestPurchase(from: $0, covering: line.need, countsRisk: true)?.cost }
      .min()
    return [single, split(line)].compactMap(\.self).min()
  }

  /// No cover by several offers costs less; nil where they do not reach together.
  private func split(_ line: Line) -> Int64? {
    guard !instance.singleLot[line.product] else { return nil }
    var left = Int64(line.need)
    var cost: Int64 = 0
    var loss: Int64 = 0
    let units = instance.offerRange(of: line.product).compactMap { offer in
      leastUnit(offer, below: line.need).map { (price: $0, stock: Int64(instance.offers[offer].stock)) }
    }.sorted { $0 < $1 }
    for unit in units where left > 0 {
      let taken = min(left, unit.stock)
      cost += taken * unit.price
      left -= taken
    }
    for offer in instance.offerRange(of: line.product) { loss += roundingLoss(offer) }
    return left > 0 ? nil : max(0, cost - loss)
  }

  /// The least price of one of fewer than `need` pieces, expected loss included; nil where the offer sells no fewer.
  private func leastUnit(_ offer: Int, below need: Int) -> Int64? {
    let terms = instance.offers[offer]
    guard Int(max(terms.minimum, terms.multiple)) < need else { return nil }
    let reached = instance.breakRange(of: offer).enumerated().filter { position, index in
      position == 0 || Int(instance.breaks[index].from) < need && instance.breaks[index].from <= terms.stock
    }
    return reached.map { instance.breaks[$0.element].unitPrice }.min().map { $0 + terms.riskPerUnit }
  }

  /// What rounding may take off a purchase.
  private func roundingLoss(_ offer: Int) -> Int64 {
    let isExact = instance.breakRange(of: offer).allSatisfy { instance.breaks[$0].unitPrice % instance.rounding == 0 }
    let isRiskExact = instance.offers[offer].riskPerUnit % instance.rounding == 0
    return (isExact ? 0 : half) + (isRiskExact ? 0 : half)
  }

  /// The sum over slots of the least share of a line, whatever other slots are on it.
  private func leastByShares(_ options: [[Instance.SlotOption]]) -> Int64 {
    var most: [Int32: Int64] = [:]
    for option in options.flatMap(\.self) where option.product >= 0 {
      most[option.product, default: 0] += option.amount
    }
    var unit: [Int32: Double?] = [:]
    for (product, amount) in most {
      let need = instance.need(of: Int(product), amount: amount)
      unit[product] = instance.offerRange(of: Int(product)).compactMap { leastUsefulUnit($0, need: need) }.min()
    }
    return options.reduce(0) { sum, choices in
      let least = choices.compactMap { option -> Int64? in
        guard option.product >= 0 else { return option.cost }
        guard let price = unit[option.product] ?? nil else { return nil }
        let pieces = Double(option.amount) / Double(instance.needRules[Int(option.product)].amountScale)
        let loss = instance.offerRange(of: Int(option.product)).reduce(0) { $0 + roundingLoss($1) }
        // A millionth less, for what a double rounds.
        return max(0, option.cost + Int64(pieces * price * 0.999999) - loss)
      }.min()
      return sum + (least ?? 0)
    }
  }

  /// The least that one needed piece costs at an offer, of a line of at most `need`; nil where its stock reaches no break.
  private func leastUsefulUnit(_ offer: Int, need: Int) -> Double? {
    let terms = instance.offers[offer]
    return instance.breakRange(of: offer).compactMap { index -> Double? in
      let from = max(instance.breaks[index].from, terms.minimum)
      guard from <= terms.stock else { return nil }
      let price = Double(instance.breaks[index].unitPrice + terms.riskPerUnit)
      return price * max(1, Double(from) / Double(max(1, need)))
    }.min()
  }
}
