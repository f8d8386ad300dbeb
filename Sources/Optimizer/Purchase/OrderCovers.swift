/// The ways to cover groups of slots at the markets of a plan, for the choice among them that orders ask for (`OrderKnapsack`).
///
/// A product's need is covered by one offer, or by two: at each pair of quantities that are tried where these are few, else one of them
/// takes the rest as cheaply as it can. What the plan buys now is a way too. An offer is tried at each quantity where it has few; else at
/// the ends of its price breaks, at the need, and at the quantities that come to the goods that an order lacks, or to half of them.
struct OrderCovers {
  typealias Cost = Instance.Cost

  /// Quantities of one offer that are tried one by one, combinations of a group's options, those of two offers' quantities, and covers of
  /// a group that are kept.
  private static let fewQuantities = 24
  private static let fewOptions = 16
  private static let fewPairs = 64
  private static let mostCovers = 128

  /// A way to cover a group.
  struct Cover {
    var demand = 0
    var purchases: [Solution.Purchase] = []
    /// Options of slots that differ from the present ones.
    var options: [(slot: Int, option: Int32)] = []
    /// Goods of each order, then what is used of each limit, as a negative number: of both more is better.
    var goods: [Cost]
    /// Prices, expected losses, options, the time of the lines, and what load and cash cost more where they are scarce.
    var cost: Cost = 0
    /// Whether it is what the plan has.
    var isPresent = false
  }

  /// What a whole plan has only so much of.
  enum Limit {
    /// What buyers carry.
    case load
    /// What is paid for goods.
    case cash
  }

  /// The orders that are counted, what each of them lacks, and the limits.
  private struct Orders {
    var markets: [Int]
    var short: [Cost]
    var limits: [Limit]
    var isVisited: [Bool]

    var nothing: [Cost] { Array(repeating: 0, count: markets.count + limits.count) }
  }

  private let problem: PresolvedInstance
  private var instance: Instance { problem.instance }
  private var work = 0

  init(_ problem: PresolvedInstance) { self.problem = problem }

  mutating func takeWork() -> Int {
    defer { work = 0 }
    return work
  }

  /// The covers of each group that may buy from one of the markets of `orders`, under limits of every group, with what it has now as one
  /// of them.
  mutating func groups(
    of purchases: [Solution.Purchase], _ selection: [Int32], orders markets: [Int], limits: [Limit], isVisited: [Bool]
  ) -> [[Cover]] {
    var own = [[Solution.Purchase]](repeating: [], count: instance.productCount)
    var goods = [Cost](repeating: 0, count: markets.count)
    for purchase in purchases {
      let offer = Int(purchase.offer)
      own[Int(problem.demands.productOfOffer[offer])].append(purchase)
      if let order = markets.firstIndex(of: Int(instance.offers[offer].market)) {
        goods[order] += instance.amount(of: offer, quantity: Int(purchase.quantity))
      }
    }
    let short = zip(markets, goods).map { max(0, instance.enoughGoods(at: $0) - $1) }
    let orders = Orders(markets: markets, short: short, limits: limits, isVisited: isVisited)
    return (0..<problem.demands.count).compactMap { demand in
      let touches = problem.demands.products[demand].contains { product in
        instance.offerRange(of: product).contains { markets.contains(Int(instance.offers[$0].market)) }
      }
      return touches || !limits.isEmpty ? covers(of: demand, own, selection, orders) : nil
    }
  }

  // MARK: Groups

  private mutating func covers(
    of demand: Int, _ own: [[Solution.Purchase]], _ selection: [Int32], _ orders: Orders
  ) -> [Cover] {
    let slots = problem.demands.slots[demand]
    let products = problem.demands.products[demand]
    var present = cover(of: products.flatMap { own[$0] }, orders)
    present.cost += slots.reduce(0) { $0 + instance.options[index($1, selection[$1])].cost }
    present.isPresent = true
    present.demand = demand
    var found = [present]
    for options in choices(of: slots, selection) {
      var amounts: [Int: Int64] = [:]
      var start = Cover(demand: demand, goods: orders.nothing)
      for (slot, option) in zip(slots, options) {
        let entry = instance.options[index(slot, option)]
        start.cost += entry.cost
        if option != selection[slot] { start.options.append((slot, option)) }
        if entry.product >= 0 { amounts[Int(entry.product), default: 0] += entry.amount }
      }
      var ways = [start]
      for product in products {
        let need = instance.need(of: product, amount: amounts[product, default: 0])
        if need == 0 { continue }
        let parts = covers(of: product, need: need, own[product], orders)
        ways = best(
          ways.flatMap { way in
            parts.map { part in
              var sum = way
              sum.purchases += part.purchases
              sum.cost += part.cost
              for order in sum.goods.indices { sum.goods[order] += part.goods[order] }
              return sum
            }
          })
        work += ways.count
      }
      found += ways
    }
    return best(found)
  }

  private func index(_ slot: Int, _ option: Int32) -> Int { instance.optionRange(of: slot).lowerBound + Int(option) }

  /// The options that are tried for the slots of a group: all combinations where they are few and nothing else binds them, or the present
  /// ones alone.
  private func choices(of slots: [Int], _ selection: [Int32]) -> [[Int32]] {
    let counts = slots.map { problem.choices.isBound[$0] ? 1 : instance.optionRange(of: $0).count }
    let number = counts.reduce(1) { min($0 * $1, Self.fewOptions + 1) }
    guard number <= Self.fewOptions else { return [slots.map { selection[$0] }] }
    var all: [[Int32]] = [[]]
    for (slot, count) in zip(slots, counts) {
      let options = problem.choices.isBound[slot] ? [selection[slot]] : (0..<count).map { Int32($0) }
      all = all.flatMap { start in options.map { start + [$0] } }
    }
    return all
  }

  /// Those that no other serves as well as at no greater cost, by rising cost, and the present one.
  private func best(_ covers: [Cover]) -> [Cover] {
    var kept: [Cover] = []
    let ranked = covers.indices.sorted { (covers[$0].cost, $0) < (covers[$1].cost, $1) }
    for cover in ranked.map({ covers[$0] }) {
      let isWorse = kept.contains { Self.serves($0.goods, asWellAs: cover.goods) }
      if !isWorse && kept.count < Self.mostCovers || cover.isPresent { kept.append(cover) }
    }
    return kept
  }

  /// Whether orders of goods come to as much as others, and none stands where there was none: it would pay its delivery.
  static func serves(_ goods: [Cost], asWellAs others: [Cost]) -> Bool {
    goods.indices.allSatisfy { others[$0] == 0 ? goods[$0] == 0 : goods[$0] >= others[$0] }
  }

  // MARK: Products

  private func cover(of purchases: [Solution.Purchase], _ orders: Orders) -> Cover {
    var cover = Cover(purchases: purchases, goods: orders.nothing)
    for purchase in purchases {
      let (offer, quantity) = (Int(purchase.offer), Int(purchase.quantity))
      let paid = instance.amount(of: offer, quantity: quantity)
      cover.cost += paid + instance.risk(of: offer, quantity: quantity) + problem.curves.fixed[offer]
      cover.cost += problem.curves.surcharge(quantity, of: offer, amount: paid)
      if let order = orders.markets.firstIndex(of: Int(instance.offers[offer].market)) { cover.goods[order] += paid }
      for (index, limit) in orders.limits.enumerated() {
        cover.goods[orders.markets.count + index] -= used(quantity, of: offer, paid: paid, limit)
      }
    }
    return cover
  }

  private func used(_ quantity: Int, of offer: Int, paid: Cost, _ limit: Limit) -> Cost {
    switch limit {
    case .cash: paid
    case .load:
      instance.isRemote[Int(instance.offers[offer].market)]
        ? 0 : Cost(quantity) * instance.productMass[Int(problem.demands.productOfOffer[offer])]
    }
  }

  private mutating func covers(of product: Int, need: Int, _ own: [Solution.Purchase], _ orders: Orders) -> [Cover] {
    let offers = instance.offerRange(of: product).filter {
      problem.curves.isUsable($0) && orders.isVisited[Int(instance.offers[$0].market)]
    }
    let tried = offers.map { offer in
      let before = own.first { Int($0.offer) == offer }.map { Int($0.quantity) } ?? 0
      return quantities(of: offer, need: need, before: before, orders).map {
        Solution.Purchase(offer: Int32(offer), quantity: Int32($0))
      }
    }
    var found = tried.flatMap(\.self).filter { $0.quantity >= need }.map { cover(of: [$0], orders) }
    if !instance.singleLot[product] {
      for (index, first) in tried.enumerated() {
        for (other, second) in tried.enumerated() where other != index {
          if first.count * second.count <= Self.fewPairs {
            // Either order of the two is the same pair.
            if other > index { found += pairs(first, second, need: need, orders) }
          } else {
            found += first.filter { $0.quantity < need }.compactMap { purchase in
              cheapest(offers[other], atLeast: need - Int(purchase.quantity)).map { cover(of: [purchase, $0], orders) }
            }
          }
        }
      }
    }
    work += found.count
    return best(found)
  }

  private func pairs(
    _ first: [Solution.Purchase], _ second: [Solution.Purchase], need: Int, _ orders: Orders
  ) -> [Cover] {
    first.flatMap { one in
      second.filter { Int(one.quantity) + Int($0.quantity) >= need }.map { cover(of: [one, $0], orders) }
    }
  }

  /// The cheapest quantity that is at least `need`, at true prices.
  private func cheapest(_ offer: Int, atLeast need: Int) -> Solution.Purchase? {
    let curves = problem.curves
    let step = Int(curves.multiple[offer])
    var best: (cost: Cost, quantity: Int)?
    for index in Int(curves.pieceStart[offer])..<Int(curves.pieceStart[offer + 1]) {
      let piece = curves.pieces[index]
      let quantity = max(Int(piece.low), (need + step - 1) / step * step)
      guard quantity <= Int(piece.high) else { continue }
      let cost = instance.amount(of: offer, quantity: quantity) + instance.risk(of: offer, quantity: quantity)
      if cost < best?.cost ?? .max { best = (cost, quantity) }
    }
    return best.map { Solution.Purchase(offer: Int32(offer), quantity: Int32($0.quantity)) }
  }

  /// Quantities of an offer that are tried, ascending.
  private func quantities(of offer: Int, need: Int, before: Int, _ orders: Orders) -> [Int] {
    let terms = instance.offers[offer]
    let step = max(1, Int(terms.multiple))
    let least = (max(1, Int(terms.minimum)) + step - 1) / step * step
    let most = problem.curves.most(offer)
    guard least <= most else { return [] }
    func up(_ quantity: Int) -> Int { (max(quantity, least) + step - 1) / step * step }
    let short = orders.markets.firstIndex(of: Int(terms.market)).map { orders.short[$0] } ?? 0
    if (most - least) / step < Self.fewQuantities { return Array(stride(from: least, through: most, by: step)) }
    // No line needs more than its need and all that is missing at its least price.
    let range = instance.breakRange(of: offer)
    let cheapest = range.map { instance.breaks[$0].unitPrice }.min() ?? 0
    let greatest = range.map { Int(instance.breaks[$0].from) }.max() ?? 0
    let enough = cheapest > 0 ? Int(clamping: Int64(max(before, need)) + short / cheapest + 1) : max(before, need)
    let last = min(most, max(up(enough), up(greatest)))
    if (last - least) / step < Self.fewQuantities { return Array(stride(from: least, through: last, by: step)) }
    var tried: Set<Int> = [least, up(need)]
    if before > 0 { tried.insert(before) }
    let paid = before > 0 ? instance.amount(of: offer, quantity: before) : 0
    for index in range {
      let entry = instance.breaks[index]
      tried.insert(up(Int(entry.from)))
      guard entry.unitPrice > 0, short > 0 else { continue }
      for goods in [short, short / 2] {
        let alone = Int(clamping: (goods + paid + entry.unitPrice - 1) / entry.unitPrice)
        tried.insert(up(max(alone, Int(entry.from))))
        tried.insert(up(max(alone, need)))
      }
    }
    return tried.filter { $0 >= least && $0 <= most }.sorted()
  }
}
