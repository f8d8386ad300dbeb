import Selection

@testable import Optimizer

/// The optimum of a day of at most eight markets and five products, by every selection, every way to buy and every tour.
///
/// It shares no code with the search or the bound, and no formula with the model (`DayFormulas`). What it leaves out can only cost more: a way to buy whose offers are a
/// part of another's, for no more money and load, stands for both, since fewer lines and fewer markets are never
/// slower, wait where they must and carry less; and a beginning that costs as much as the best plan already is not ended.
struct DayOracle {
  let instance: Instance
  let formulas: DayFormulas
  /// Whether both buyers may go to the same market, each for lines of its own; else each market is one buyer's.
  let sharesMarkets: Bool
  private(set) var best: Int64?
  private var ways: [[Int: [Way]]]
  var walks: [UInt64: [Walk]] = [:]
  private var floors: [UInt64: Int64] = [:]
  /// Whether what is carried, and where it is bought, can matter.
  private let isLoadLimited: Bool

  /// One way to buy what is needed of a product.
  private struct Way {
    /// Bit `k` for the product's `k`-th offer.
    var offers = 0
    var lots: [Lot] = []
    var goods: Int64 = 0
    var risk: Int64 = 0
    /// Load by market; with one buyer all of it in the first, as only the sum matters.
    var load = SIMD8<Int64>()

    func isWorse(than other: Way) -> Bool {
      other.offers & ~offers == 0 && other.goods <= goods && other.goods + other.risk <= goods + risk
        && all(other.load .<= load)
    }
  }

  /// What is bought of one offer.
  struct Lot {
    var product: Int
    var market: Int
    var isRemote: Bool
    var ready: Int
    var load: Int64
  }

  /// A buyer's walk: what the time and the fares cost.
  struct Walk {
    var time: Int64
    var fares: Int64
  }

  /// - Parameter known: the cost of a plan that is known already.
  init(_ instance: Instance, sharesMarkets: Bool = false, known: Int64? = nil) {
    precondition(instance.marketCount <= 8, "the walks' keys hold eight markets")
    self.instance = instance
    formulas = DayFormulas(instance)
    self.sharesMarkets = sharesMarkets
    best = known
    ways = .init(repeating: [:], count: instance.productCount)
    isLoadLimited = instance.buyers.contains { $0.loadLimit < .max }
    select([], amounts: .init(repeating: 0, count: instance.productCount), cost: 0)
  }

  private mutating func select(_ selection: [Int], amounts: [Int64], cost: Int64) {
    if selection.count == instance.slotCount {
      if let choices = instance.choices, !choices.allows(selection) { return }
      let needs = amounts.indices.map { formulas.need($0, amount: amounts[$0]) }
      let bought = needs.indices.filter { needs[$0] > 0 }.map { ways(of: $0, need: needs[$0]) }
      buy(bought.sorted { $0.count < $1.count }[...], [], goods: 0, risk: 0, options: cost)
      return
    }
    let range = instance.optionRange(of: selection.count)
    for index in range {
      let option = instance.options[index]
      var more = amounts
      if option.product >= 0 { more[Int(option.product)] += option.amount }
      select(selection + [index - range.lowerBound], amounts: more, cost: cost + option.cost)
    }
  }

  // MARK: Buying

  /// The ways to buy a need that no other stands for, by rising cost.
  private mutating func ways(of product: Int, need: Int) -> [Way] {
    if let known = ways[product][need] { return known }
    // By pieces still needed and offers, the ways that none of the same offers stands for.
    var partial: [[Int: [Way]]] = .init(repeating: [:], count: need + 1)
    partial[need][0] = [Way()]
    for (number, offer) in instance.offerRange(of: product).enumerated() {
      let terms = instance.offers[offer]
      let isRemote = instance.isRemote[Int(terms.market)]
      let mass = isLoadLimited && !isRemote ? instance.productMass[product] : 0
      let steps = instance.breakRange(of: offer).map { Int(instance.breaks[$0].from) }
      var next = partial
      for left in 1..<max(2, need + 1) {
        // More than what is missing is bought for an offer's minimum, multiple or lower price alone.
        let most = max(left, Int(terms.minimum), steps.max() ?? 0) + Int(terms.multiple)
        let quantities = (1...min(most, Int(terms.stock))).filter { formulas.canBuy($0, of: offer) }
        for (offers, list) in partial[left] where offers == 0 || !instance.singleLot[product] {
          for way in list {
            for quantity in quantities {
              var more = way
              more.offers |= 1 << number
              more.goods += formulas.paid(quantity, of: offer)
              more.risk += formulas.lost(quantity, of: offer)
              let load = Int64(quantity) * mass
              more.load[instance.buyerCount == 1 ? 0 : Int(terms.market)] += load
              more.lots.append(
                Lot(
                  product: product, market: Int(terms.market), isRemote: isRemote,
                  ready: isRemote ? 0 : Int(terms.readySeconds),
                  load: load))
              Self.add(more, to: &next[max(0, left - quantity)][more.offers, default: []])
            }
          }
        }
      }
      partial = next
    }
    let all = partial[0].values.flatMap { $0 }.sorted {
      ($0.goods + $0.risk, $0.offers.nonzeroBitCount) < ($1.goods + $1.risk, $1.offers.nonzeroBitCount)
    }
    var kept: [Way] = []
    for way in all where !kept.contains(where: { way.isWorse(than: $0) }) { kept.append(way) }
    ways[product][need] = kept
    return kept
  }

  private static func add(_ way: Way, to list: inout [Way]) {
    if list.contains(where: { way.isWorse(than: $0) }) { return }
    list.removeAll { $0.isWorse(than: way) }
    list.append(way)
  }

  private mutating func buy(_ products: ArraySlice<[Way]>, _ lots: [Lot], goods: Int64, risk: Int64, options: Int64) {
    guard let ways = products.first else {
      walk(lots, goods: goods, others: risk + options)
      return
    }
    let rest = products.dropFirst()
    var least: Int64 = 0
    for later in rest {
      guard let first = later.first else { return }
      least += first.goods + first.risk
    }
    for way in ways {
      let spent = goods + way.goods + risk + way.risk + options
      if let best, spent + least >= best { break }
      let more = lots + way.lots
      if let best, spent + least + floor(more) >= best { continue }
      buy(rest, more, goods: goods + way.goods, risk: risk + way.risk, options: options)
    }
  }

  // MARK: Walking

  /// What orders from remote markets cost, and the seconds that they take of the buyer who places them.
  private func orders(_ lots: [Lot]) -> (fares: Int64, seconds: Int) {
    var orders = (fares: Int64(0), seconds: 0)
    for market in 0..<instance.marketCount {
      let lines = lots.count { $0.isRemote && $0.market == market }
      if lines == 0 { continue }
      orders.fares += instance.visitCost[market]
      orders.seconds += Int(instance.setupSeconds[market]) + lines * Int(instance.lineSeconds[market])
    }
    return orders
  }

  /// Lots that go to one buyer together.
  private func groups(_ all: [Lot]) -> [[Lot]] {
    let lots = all.filter { !$0.isRemote }
    if sharesMarkets {
      // What is bought of a product at one market goes to one buyer.
      let lines = Dictionary(grouping: lots) { [$0.product, $0.market] }
      return lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
    return (0..<instance.marketCount).map { market in lots.filter { $0.market == market } }.filter { !$0.isEmpty }
  }

  /// What the walks for `lots` cost at least, load and cash not looked at; impossible ones as much as half of everything.
  private mutating func floor(_ lots: [Lot]) -> Int64 {
    let key = Self.key(0, lots)
    if !sharesMarkets, let known = floors[key] { return known }
    let far = Int64.max / 4
    var least = far
    let groups = groups(lots)
    let (fares, ordering) = orders(lots)
    let orderer = instance.orderer
    for code in 0..<(instance.buyerCount == 2 ? 1 << groups.count : 1) {
      var sum: Int64 = 0
      for buyer in 0..<instance.buyerCount where sum < least {
        let own = groups.indices.filter { (code >> $0) & 1 == buyer }.flatMap { groups[$0] }
        sum += walks(buyer, own, ordering: buyer == orderer ? ordering : 0).map { $0.time + $0.fares }.min() ?? far
      }
      least = min(least, sum + fares)
    }
    floors[key] = least
    return least
  }

  private mutating func walk(_ lots: [Lot], goods: Int64, others: Int64) {
    let groups = groups(lots)
    let (fares, ordering) = orders(lots)
    let orderer = instance.orderer
    for code in 0..<(instance.buyerCount == 2 ? 1 << groups.count : 1) {
      var choices = [Walk(time: 0, fares: fares)]
      for buyer in 0..<instance.buyerCount {
        let own = groups.indices.filter { (code >> $0) & 1 == buyer }.flatMap { groups[$0] }
        if own.reduce(0, { $0 + $1.load }) > instance.buyers[buyer].loadLimit {
          choices = []
          break
        }
        let walks = walks(buyer, own, ordering: buyer == orderer ? ordering : 0)
        choices = choices.flatMap { choice in
          walks.map { Walk(time: choice.time + $0.time, fares: choice.fares + $0.fares) }
        }
      }
      for choice in choices where goods + choice.fares <= instance.cashLimit {
        best = min(best ?? .max, goods + others + choice.time + choice.fares)
      }
    }
  }

  /// Lines and the last runner of each market, and the buyer: all that a walk depends on.
  static func key(_ buyer: Int, _ lots: [Lot], ordering: Int = 0) -> UInt64 {
    var lines = [UInt64](repeating: 0, count: 8)
    var ready = [UInt64](repeating: 0, count: 8)
    for lot in lots {
      lines[lot.market] += 1
      ready[lot.market] = max(ready[lot.market], UInt64(lot.ready))
    }
    precondition(ordering < 128, "beyond the key")
    var key = UInt64(2 * ordering + buyer)
    for market in 0..<8 {
      precondition(lines[market] < 8 && ready[market] < 16, "beyond the key")
      key = key << 7 | lines[market] << 4 | ready[market]
    }
    return key
  }
}
