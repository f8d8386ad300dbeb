/// Buys more at a remote market, so that an order comes to its least goods or is delivered for nothing.
///
/// Each line is left as it is, or buys other quantities at the market, or all of its pieces there: of all combinations that come to
/// the goods asked for, the cheapest (a knapsack with one choice a line, by states of goods and cost of which none is worse in
/// both; Kellerer, Pferschy, Pisinger 2004, chapter 11). Where an offer has more than `fewQuantities`, of its quantities are tried
/// the ends of its price breaks, the line's whole need, and those that come to the goods asked for alone or half of them; with
/// more states than `mostStates` every other one is left out.
struct OrderTopUp {
  typealias Cost = Instance.Cost

  private static let fewQuantities = 24
  private static let mostStates = 512

  /// A line's purchases, and pieces that it needs.
  private struct Line {
    var product: Int
    var need: Int
    /// Positions in the purchases.
    var own: [Int] = []
  }

  /// A change of one line: from an offer at the market so many pieces, and the other purchases of the line kept or not.
  private struct Change {
    var line: Int
    var offer: Int32
    var quantity: Int32
    var keepsOthers: Bool
    var goods: Cost
    var cost: Cost
  }

  /// Goods at the market and cost above those that the purchases have, and the way there.
  private struct State {
    var goods: Cost
    var cost: Cost
    var before: Int32
    var change: Int32
  }

  let instance: Instance
  let productOfOffer: [Int32]
  /// What the seconds of a line cost at a market, in the search's eyes.
  let lineCost: [Cost]
  private(set) var work = 0

  init(_ instance: Instance, productOfOffer: [Int32], lineCost: [Cost]) {
    self.instance = instance
    self.productOfOffer = productOfOffer
    self.lineCost = lineCost
  }

  mutating func takeWork() -> Int {
    defer { work = 0 }
    return work
  }

  /// The goods of an order.
  func goods(_ purchases: [Solution.Purchase], at market: Int) -> Cost {
    purchases.reduce(0) { sum, purchase in
      guard Int(instance.offers[Int(purchase.offer)].market) == market else { return sum }
      return sum + instance.amount(of: Int(purchase.offer), quantity: Int(purchase.quantity))
    }
  }

  /// Changes the purchases so that the order from `market` is one that the market takes, or the cheaper one that it delivers for
  /// nothing. They stay as they are where neither is possible or of use.
  ///
  /// - Parameter selection: the option of every slot, which says what each line needs.
  ///
  /// Complexity: O(lines × changes of a line × states).
  mutating func improve(_ purchases: inout [Solution.Purchase], selection: [Int32], at market: Int) {
    let terms = instance.orderTerms[market]
    let goods = goods(purchases, at: market)
    guard goods > 0, goods < terms.minimum || instance.mayDeliverFree(market) && goods < terms.freeFrom else { return }
    let short = max(terms.minimum, instance.mayDeliverFree(market) ? terms.freeFrom : 0) - goods
    let changes = self.changes(of: purchases, selection: selection, at: market, short: short)
    let states = self.states(changes, upTo: short)
    var best = -1
    var bestCost = goods < terms.minimum ? Cost.max : 0
    for (index, state) in states.enumerated() where goods + state.goods >= terms.minimum {
      let isFree = instance.mayDeliverFree(market) && goods + state.goods >= terms.freeFrom
      let cost = state.cost - (isFree ? instance.visitCost[market] : 0)
      if cost < bestCost { (best, bestCost) = (index, cost) }
    }
    guard best > 0 else { return }
    apply(states, best, changes, to: &purchases)
  }

  // MARK: Changes

  private func lines(_ purchases: [Solution.Purchase], _ selection: [Int32]) -> [Line] {
    var amounts: [Int: Int64] = [:]
    for slot in 0..<instance.slotCount {
      let option = instance.options[instance.optionRange(of: slot).lowerBound + Int(selection[slot])]
      if option.product >= 0 { amounts[Int(option.product), default: 0] += option.amount }
    }
    var lines: [Int: Line] = [:]
    for (position, purchase) in purchases.enumerated() {
      let product = Int(productOfOffer[Int(purchase.offer)])
      let need = instance.need(of: product, amount: amounts[product, default: 0])
      lines[product, default: Line(product: product, need: need)].own.append(position)
    }
    return lines.values.sorted { $0.product < $1.product }
  }

  private mutating func changes(
    of purchases: [Solution.Purchase], selection: [Int32], at market: Int, short: Cost
  ) -> [[Change]] {
    let lines = lines(purchases, selection)
    var all: [[Change]] = []
    for (number, line) in lines.enumerated() {
      var found: [Change] = []
      for offer in instance.offerRange(of: line.product) where Int(instance.offers[offer].market) == market {
        let own = line.own.first { Int(purchases[$0].offer) == offer }
        let others = line.own.filter { $0 != own }
        let before = own.map { Int(purchases[$0].quantity) } ?? 0
        let paid = before > 0 ? price(offer, before) : (goods: 0, cost: 0)
        let kept = others.reduce((pieces: 0, goods: Cost(0), cost: Cost(0))) { sum, position in
          let purchase = purchases[position]
          let price = price(Int(purchase.offer), Int(purchase.quantity))
          let isHere = Int(instance.offers[Int(purchase.offer)].market) == market
          return (sum.pieces + Int(purchase.quantity), sum.goods + (isHere ? price.goods : 0), sum.cost + price.cost)
        }
        let least = max(1, line.need - kept.pieces)
        for quantity in quantities(of: offer, least: least, before: before, need: line.need, short: short) {
          let price = price(offer, quantity)
          if others.isEmpty || !instance.singleLot[line.product] && quantity < line.need {
            found.append(
              Change(
                line: number, offer: Int32(offer), quantity: Int32(quantity), keepsOthers: true,
                goods: price.goods - paid.goods, cost: price.cost - paid.cost))
          }
          if !others.isEmpty, quantity >= line.need {
            found.append(
              Change(
                line: number, offer: Int32(offer), quantity: Int32(quantity), keepsOthers: false,
                goods: price.goods - paid.goods - kept.goods, cost: price.cost - paid.cost - kept.cost))
          }
        }
      }
      work += found.count
      if !found.isEmpty { all.append(found) }
    }
    return all
  }

  private func price(_ offer: Int, _ quantity: Int) -> (goods: Cost, cost: Cost) {
    let goods = instance.amount(of: offer, quantity: quantity)
    let line = lineCost[Int(instance.offers[offer].market)]
    return (goods, goods + instance.risk(of: offer, quantity: quantity) + line)
  }

  /// Quantities other than `before` that are tried, ascending: at least `least`, as fewer pieces can cost more than many.
  private func quantities(of offer: Int, least floor: Int, before: Int, need: Int, short: Cost) -> [Int] {
    let terms = instance.offers[offer]
    let step = max(1, Int(terms.multiple))
    let least = (max(floor, Int(terms.minimum), 1) + step - 1) / step * step
    let most = Int(terms.stock) / step * step
    guard least <= most else { return [] }
    func up(_ quantity: Int) -> Int { (max(quantity, least) + step - 1) / step * step }
    // No line needs more than its need and all that is missing at its least price.
    let cheapest = instance.breakRange(of: offer).map { instance.breaks[$0].unitPrice }.min() ?? 0
    let enough = cheapest > 0 ? Int(clamping: Int64(max(before, need)) + short / cheapest + 1) : max(before, need)
    let last = min(most, up(enough))
    if (last - least) / step < Self.fewQuantities {
      return stride(from: least, through: last, by: step).filter { $0 != before }
    }
    var tried: Set<Int> = [least, up(need)]
    let paid = before > 0 ? instance.amount(of: offer, quantity: before) : 0
    for index in instance.breakRange(of: offer) {
      let entry = instance.breaks[index]
      tried.insert(up(Int(entry.from)))
      guard entry.unitPrice > 0 else { continue }
      for goods in [short, short / 2] {
        let alone = Int(clamping: (goods + paid + entry.unitPrice - 1) / entry.unitPrice)
        tried.insert(up(max(alone, Int(entry.from))))
        tried.insert(up(max(alone, need)))
      }
    }
    return tried.filter { $0 >= least && $0 <= most && $0 != before }.sorted()
  }

  // MARK: Choice

  /// States that no other is better than in goods, up to `enough`, and cost; the first changes nothing.
  private mutating func states(_ changes: [[Change]], upTo enough: Cost) -> [State] {
    var all = [State(goods: 0, cost: 0, before: -1, change: -1)]
    var open = [0]
    var number: Int32 = 0
    for line in changes {
      var next = open.map { (state: all[$0], index: $0) }
      for change in line {
        for index in open {
          next.append(
            (
              State(
                goods: all[index].goods + change.goods, cost: all[index].cost + change.cost, before: Int32(index),
                change: number), -1
            ))
        }
        number += 1
      }
      work += next.count
      // More goods than are asked for are worth no more than enough.
      next.sort {
        (-min($0.state.goods, enough), $0.state.cost, $0.state.change)
          < (-min($1.state.goods, enough), $1.state.cost, $1.state.change)
      }
      var kept: [Int] = []
      var least = Cost.max
      for entry in next where entry.state.cost < least {
        least = entry.state.cost
        if entry.index < 0 {
          kept.append(all.count)
          all.append(entry.state)
        } else {
          kept.append(entry.index)
        }
      }
      if kept.count > Self.mostStates {
        kept = kept.enumerated().filter { $0.offset % 2 == 0 || $0.element == 0 }.map(\.element)
      }
      open = kept
    }
    return all
  }

  private func apply(
    _ states: [State], _ best: Int, _ changes: [[Change]], to purchases: inout [Solution.Purchase]
  ) {
    let flat = changes.flatMap(\.self)
    var taken: [Change] = []
    var state = states[best]
    while state.change >= 0 {
      taken.append(flat[Int(state.change)])
      state = states[Int(state.before)]
    }
    for change in taken {
      let product = productOfOffer[Int(change.offer)]
      purchases.removeAll {
        $0.offer == change.offer || !change.keepsOthers && productOfOffer[Int($0.offer)] == product
      }
      purchases.append(.init(offer: change.offer, quantity: change.quantity))
    }
    purchases.sort { $0.offer < $1.offer }
  }
}
