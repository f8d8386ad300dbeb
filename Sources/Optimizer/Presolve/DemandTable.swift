/// What must be bought, compiled from slots, products and offers into demands, each with one entry a market.
///
/// A demand is a group of slots that share products. Four kinds are told apart, since they are priced differently:
///
/// - `best`: one offer covers it and no split is ever cheaper (but for what rounding takes off a purchase), so each market has
///   one cost and the cheapest visited market counts (unlimited supply, and most lines of a market day);
/// - `level`: flat prices with limited stock, covered in the order of price (limited supply of TPPLIB);
/// - `whole`: one product that splits may serve better (stock that does not reach, breaks below the need), so that each
///   market has a cost of covering it alone and a floor under all splits that need it (`WholeCovers`);
/// - `general`: everything else, and slots whose options are tied to others', by exact covers.
struct DemandTable: Sendable {
  typealias Cost = Instance.Cost

  enum Kind: Sendable { case best, level, whole, general }

  /// Number of demands; the columns below have one entry each.
  private(set) var count = 0
  private(set) var kind: [Kind] = []
  /// `level` only: pieces needed.
  private(set) var need: [Int32] = []
  /// Value of a demand that nothing visited covers; for `level`, that of one missing piece; for `whole` and `general`, half
  /// of it plus a share that falls as stock comes together.
  private(set) var shortage: [Cost] = []
  /// Whether nothing need be bought, at the cost in `shortage` (an option that buys nothing).
  private(set) var isOptional: [Bool] = []
  /// Slots of demand `d`.
  private(set) var slots: [[Int]] = []
  /// Products of demand `d`, ascending.
  private(set) var products: [[Int]] = []
  /// Product of each offer.
  let productOfOffer: [Int32]
  /// Entries of demand `d`: `entryStart[d]..<entryStart[d + 1]`, ascending in cost but for `general`; those of `whole` in the
  /// lesser of cost and floor.
  private(set) var entryStart: [Int32] = [0]
  private(set) var entryMarket: [Int32] = []
  /// `best` and `whole`: cost of covering the demand there; `level`: price of one piece; `general`: 0.
  private(set) var entryCost: [Cost] = []
  /// `whole`: no split costs less in which the entry's pieces are the cheapest; else 0.
  private(set) var entryFloor: [Cost] = []
  /// `best`: the option taken; `general`: unused.
  private(set) var entryOption: [Int32] = []
  /// `best` and `whole`: quantity; `level`: stock.
  private(set) var entryQuantity: [Int32] = []
  /// All but `general`: the offer.
  private(set) var entryOffer: [Int32] = []
  /// Offers of entry `e` of a `whole` or `general` demand: `entryOffers[offersStart[e]..<offersStart[e + 1]]`.
  private(set) var offersStart: [Int32] = [0]
  private(set) var entryOffers: [Int32] = []
  private let isBound: [Bool]
  /// Cost that no choice changes: slots without any product take their cheapest option.
  private(set) var constant: Cost = 0
  /// Slots that take a fixed option whatever is bought.
  private(set) var fixedSelection: [Int32]
  /// The demand of each slot, or −1 where nothing is bought for it.
  private(set) var demandOfSlot: [Int32]
  /// Slots that no set of offers covers.
  private(set) var uncoveredSlots: [Int] = []
  /// Entries at market `m`: `marketEntries[marketStart[m]..<marketStart[m + 1]]`.
  private(set) var marketStart: [Int32] = []
  private(set) var marketEntries: [Int32] = []
  private(set) var entryDemand: [Int32] = []

  /// - Parameters:
  ///   - choices: slots whose options are tied to others'.
  ///   - penalty: what leaving a demand uncovered costs beside its dearest cover; above any detour.
  ///   - reachable: markets that a walk can serve at all; offers elsewhere are left out.
  init(_ instance: Instance, curves: OfferCurves, choices: BoundChoices, penalty: Cost, reachable: [Bool]) {
    fixedSelection = choices.selection
    isBound = choices.isBound
    demandOfSlot = [Int32](repeating: -1, count: instance.slotCount)
    productOfOffer = (0..<instance.productCount).flatMap { product in
      [Int32](repeating: Int32(product), count: instance.offerRange(of: product).count)
    }
    for slots in SlotGroups(instance).groups {
      let needed = Self.products(of: slots, in: instance)
      if needed.isEmpty && !slots.contains(where: { isBound[$0] }) {
        for slot in slots { fixCheapest(slot, in: instance) }
      } else {
        compile(slots, products: needed, instance, curves: curves, penalty: penalty, reachable: reachable)
      }
    }
    index(markets: instance.marketCount)
    for (demand, slots) in slots.enumerated() {
      for slot in slots { demandOfSlot[slot] = Int32(demand) }
    }
  }

  private static func products(of slots: [Int], in instance: Instance) -> [Int] {
    var seen: Set<Int> = []
    for slot in slots {
      for index in instance.optionRange(of: slot) {
        let option = instance.options[index]
        if option.product >= 0 && option.amount > 0 { seen.insert(Int(option.product)) }
      }
    }
    return seen.sorted()
  }

  private mutating func fixCheapest(_ slot: Int, in instance: Instance) {
    let range = instance.optionRange(of: slot)
    let best = range.min { instance.options[$0].cost < instance.options[$1].cost } ?? range.lowerBound
    fixedSelection[slot] = Int32(best - range.lowerBound)
    constant += instance.options[best].cost
  }

  private mutating func index(markets: Int) {
    marketStart = [Int32](repeating: 0, count: markets + 1)
    entryDemand = [Int32](repeating: 0, count: entryMarket.count)
    for demand in 0..<count {
      for entry in Int(entryStart[demand])..<Int(entryStart[demand + 1]) { entryDemand[entry] = Int32(demand) }
    }
    for market in entryMarket { marketStart[Int(market) + 1] += 1 }
    for market in 0..<markets { marketStart[market + 1] += marketStart[market] }
    var next = marketStart
    marketEntries = [Int32](repeating: 0, count: entryMarket.count)
    for (entry, market) in entryMarket.enumerated() {
      marketEntries[Int(next[Int(market)])] = Int32(entry)
      next[Int(market)] += 1
    }
  }

  /// One way to fill a group whose slots need one product at a time.
  private struct Alternative {
    var option: Int32
    var cost: Cost
    var product: Int
    var need: Int
  }

  private struct Entry {
    var market: Int32
    var cost: Cost
    var option: Int32
    var quantity: Int32
    var offer: Int32
    var floor: Cost = 0
  }

  private mutating func compile(
    _ group: [Int], products needed: [Int], _ instance: Instance, curves: OfferCurves, penalty: Cost, reachable: [Bool]
  ) {
    let usable = { (offer: Int) in curves.isUsable(offer) && reachable[Int(instance.offers[offer].market)] }
    var alternatives: [Alternative] = []
    var free: Cost?
    var isSimple = true
    if group.contains(where: { isBound[$0] }) {
      isSimple = false
    } else if let slot = group.first, group.count == 1 {
      let range = instance.optionRange(of: slot)
      for index in range {
        let option = instance.options[index]
        let need = option.product < 0 ? 0 : instance.need(of: Int(option.product), amount: option.amount)
        if need == 0 {
          free = min(free ?? .max, option.cost)
        } else {
          alternatives.append(
            .init(option: Int32(index - range.lowerBound), cost: option.cost, product: Int(option.product), need: need))
        }
      }
    } else if group.allSatisfy({ instance.optionRange(of: $0).count == 1 }) && needed.count == 1 {
      let chosen = group.map { instance.options[instance.optionRange(of: $0).lowerBound] }
      let need = instance.need(of: needed[0], amount: chosen.reduce(0) { $0 + $1.amount })
      alternatives = [.init(option: 0, cost: chosen.reduce(0) { $0 + $1.cost }, product: needed[0], need: need)]
    } else {
      isSimple = false
    }
    isOptional.append(free != nil)
    slots.append(group)
    products.append(needed)
    defer { count += 1 }

    if isSimple, let entries = Self.levelEntries(alternatives, free: free, instance, curves: curves, usable: usable) {
      let dearest = entries.last?.cost ?? 0
      appendHead(.level, need: alternatives[0].need, shortage: dearest + penalty)
      constant += alternatives[0].cost
      append(entries)
      if entries.reduce(0, { $0 + Int($1.quantity) }) < alternatives[0].need { uncoveredSlots += group }
      return
    }
    if isSimple, let entries = Self.bestEntries(alternatives, instance, curves: curves, usable: usable) {
      let dearest = entries.last?.cost ?? 0
      appendHead(.best, need: 0, shortage: free ?? dearest + penalty)
      append(entries.filter { $0.cost < free ?? .max })
      if entries.isEmpty && free == nil { uncoveredSlots += group }
      return
    }
    compileGeneral(group, products: needed, instance, curves: curves, penalty: penalty, usable: usable)
  }

  private mutating func compileGeneral(
    _ group: [Int], products needed: [Int], _ instance: Instance, curves: OfferCurves, penalty: Cost,
    usable: (Int) -> Bool
  ) {
    var byMarket: [Int32: [Int32]] = [:]
    var dearest: Cost = 0
    for product in needed {
      for offer in instance.offerRange(of: product) where usable(offer) {
        byMarket[instance.offers[offer].market, default: []].append(Int32(offer))
        if let single = curves.cheapest(offer, atLeast: 1) { dearest = max(dearest, single.cost) }
      }
    }
    var most: Int64 = 0
    for slot in group {
      for index in instance.optionRange(of: slot) where instance.options[index].product >= 0 {
        let option = instance.options[index]
        most = max(most, Int64(instance.need(of: Int(option.product), amount: option.amount)))
      }
    }
    // Above twice what all slots together can cost.
    let slots = Int64(group.count)
    let options = group.reduce(Cost(0)) { sum, slot in
      sum + (instance.optionRange(of: slot).map { instance.options[$0].cost }.max() ?? 0)
    }
    let goods = dearest.multipliedSaturating(by: max(1, most)).multipliedSaturating(by: 2 * slots)
    let ceiling = goods + options.multipliedSaturating(by: 2)
    appendHead(.general, need: 0, shortage: min(2 * penalty * slots + ceiling, .max / 1024))
    if let whole = WholeCovers(group, products: needed, isBound: isBound, byMarket, instance, curves) {
      kind[count] = .whole
      for entry in whole.entries {
        append(
          .init(
            market: entry.market, cost: entry.cost, option: 0, quantity: entry.quantity, offer: entry.offer,
            floor: entry.floor),
          offers: [entry.offer])
      }
      byMarket.removeAll()
    }
    for market in byMarket.keys.sorted() {
      append(.init(market: market, cost: 0, option: 0, quantity: 0, offer: -1), offers: byMarket[market] ?? [])
    }
    entryStart.append(Int32(entryMarket.count))
    uncoveredSlots += group.filter { slot in
      !instance.optionRange(of: slot).contains { index in
        let option = instance.options[index]
        guard option.product >= 0 else { return true }
        let product = Int(option.product)
        let need = instance.need(of: product, amount: option.amount)
        let offers = instance.offerRange(of: product).filter(usable)
        let stock =
          instance.singleLot[product]
          ? offers.map(curves.most).max() ?? 0 : offers.reduce(0) { $0 + curves.most($1) }
        return stock >= need
      }
    }
  }

  private mutating func appendHead(_ demandKind: Kind, need pieces: Int, shortage cost: Cost) {
    kind.append(demandKind)
    need.append(Int32(pieces))
    shortage.append(cost)
  }

  private mutating func append(_ entries: [Entry]) {
    for entry in entries { append(entry, offers: []) }
    entryStart.append(Int32(entryMarket.count))
  }

  private mutating func append(_ entry: Entry, offers: [Int32]) {
    entryMarket.append(entry.market)
    entryCost.append(entry.cost)
    entryFloor.append(entry.floor)
    entryOption.append(entry.option)
    entryQuantity.append(entry.quantity)
    entryOffer.append(entry.offer)
    entryOffers += offers
    offersStart.append(Int32(entryOffers.count))
  }

  /// Entries by rising price when the demand is one product at flat prices with limited stock; nil otherwise.
  private static func levelEntries(
    _ alternatives: [Alternative], free: Cost?, _ instance: Instance, curves: OfferCurves, usable: (Int) -> Bool
  ) -> [Entry]? {
    guard alternatives.count == 1, free == nil, let only = alternatives.first, !instance.singleLot[only.product] else {
      return nil
    }
    var entries: [Entry] = []
    var markets: Set<Int32> = []
    var isLimited = false
    for offer in instance.offerRange(of: only.product) where usable(offer) {
      let range = Int(curves.pieceStart[offer])..<Int(curves.pieceStart[offer + 1])
      guard let piece = range.count == 1 ? curves.pieces[range.lowerBound] : nil, piece.low == 1,
        curves.multiple[offer] == 1, curves.fixed[offer] == 0,
        piece.unitPrice % instance.rounding == 0, curves.risk[offer] % instance.rounding == 0,
        markets.insert(instance.offers[offer].market).inserted
      else { return nil }
      let stock = min(Int(piece.high), only.need)
      isLimited = isLimited || stock < only.need
      entries.append(
        .init(
          market: instance.offers[offer].market, cost: piece.unitPrice + curves.risk[offer], option: only.option,
          quantity: Int32(stock), offer: Int32(offer)))
    }
    guard isLimited else { return nil }
    return entries.sorted { ($0.cost, $0.market) < ($1.cost, $1.market) }
  }

  /// One entry a market by rising cost when a single offer always covers the demand best; nil otherwise.
  ///
  /// A split pays a second fixed part and buys from each offer less than the need; where no offer's cover is dearer than
  /// the need at its cheapest unit price for so few by more than that, no split can win.
  private static func bestEntries(
    _ alternatives: [Alternative], _ instance: Instance, curves: OfferCurves, usable: (Int) -> Bool
  ) -> [Entry]? {
    var byMarket: [Int32: Entry] = [:]
    for alternative in alternatives {
      let offers = instance.offerRange(of: alternative.product).filter(usable)
      let leastFixed = offers.map { curves.fixed[$0] }.min() ?? 0
      let slack = max(0, leastFixed - 4 * curves.loss)
      for offer in offers {
        guard let single = curves.cheapest(offer, atLeast: alternative.need) else {
          if instance.singleLot[alternative.product] { continue }
          return nil
        }
        if !instance.singleLot[alternative.product],
          let unit = curves.leastUnit(offer, below: alternative.need),
          single.cost > Cost(alternative.need) * unit + curves.fixed[offer] + slack + curves.loss
        {
          return nil
        }
        let entry = Entry(
          market: instance.offers[offer].market, cost: single.cost + alternative.cost, option: alternative.option,
          quantity: Int32(single.quantity), offer: Int32(offer))
        if let known = byMarket[entry.market], (known.cost, known.offer) <= (entry.cost, entry.offer) { continue }
        byMarket[entry.market] = entry
      }
    }
    return byMarket.values.sorted { ($0.cost, $0.market) < ($1.cost, $1.market) }
  }
}

extension Int64 {
  /// Product, or a quarter of the greatest number where it would be above that.
  func multipliedSaturating(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow || product > .max / 4 ? .max / 4 : product
  }
}
