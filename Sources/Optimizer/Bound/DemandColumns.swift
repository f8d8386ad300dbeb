/// Gathers the demands of a relaxation from an instance's slots.
struct DemandColumns {
  let instance: Instance
  let prices: UnitPrices
  let slots: SlotDemands
  private(set) var demand: [Int32] = []
  private(set) var offerStart: [Int32] = [0]
  private(set) var offers: [Relaxation.Offer] = []
  private(set) var constant: Int64 = 0
  private let reachable: [Bool]
  private let orders: OrderPlaces
  private var countedLoss: [Bool]

  /// A demand that is met in parts is cut into so many units.
  private static let parts: Int64 = 1000

  /// One way to meet a demand: the cost and the supply of a whole demand's worth, as a share of `need` pieces.
  private struct Way {
    var place: Int32
    /// Cost of the whole demand here.
    var cost: Int64
    /// Pieces (in 1 / `SlotDemands.scale`) that can be had, and that the whole demand takes.
    var supply: Int64
    var need: Int64
  }

  /// - Parameter orders: the places at which offers are sold; by default each market's own.
  init(_ instance: Instance, _ prices: UnitPrices, at orders: OrderPlaces? = nil) {
    self.instance = instance
    self.orders = orders ?? OrderPlaces(instance)
    self.prices = prices
    slots = SlotDemands(instance)
    countedLoss = [Bool](repeating: false, count: instance.productCount)
    let earliest = instance.buyers.map(\.earliest).min() ?? 0
    let latest = instance.buyers.map(\.latest).max() ?? .max
    reachable = (0..<instance.marketCount).map { m in
      instance.isRemote[m]
        || instance.windows[Int(instance.windowStart[m])..<Int(instance.windowStart[m + 1])].contains {
          max($0.open, earliest) <= min($0.close, latest)
        }
    }
  }

  /// Products that slots without alternatives choose.
  mutating func addForced() {
    for p in 0..<instance.productCount where slots.forced[p] > 0 {
      let need = slots.forced[p]
      let exact = need == slots.mostNeeded[p]
      let terms: Terms
      switch pricing(of: p, need: need, isExact: exact) {
      case .whole(let costs):
        append(costs.map { Relaxation.Offer(place: $0.place, price: $0.cost, supply: 1) }, demand: 1)
        if !instance.singleLot[p] { addCover(p, need: need) }
        continue
      case .pieces(let found): terms = found
      }
      takeOff(terms.loss, of: p)
      let unlimited = terms.sold.allSatisfy { $0.terms.supply >= need }
      var found: [Relaxation.Offer] = []
      for (place, terms) in terms.sold {
        found.append(
          Relaxation.Offer(
            place: place,
            price: unlimited ? scaled(terms.slope, need * SlotDemands.scale) : terms.slope / UnitPrices.slopeScale,
            supply: unlimited ? 1 : Int32(clamping: min(need, terms.supply))))
      }
      append(found, demand: unlimited ? 1 : need)
    }
  }

  /// One demand for each slot with alternatives; costs of options that cannot be avoided go to the constant.
  mutating func addChoices() {
    for s in 0..<(instance.optionStart.count - 1) {
      let options = instance.options[Int(instance.optionStart[s])..<Int(instance.optionStart[s + 1])]
      let least = options.map(\.cost).min() ?? 0
      constant += prices.units(least)
      if options.count < 2 { continue }
      var ways: [Way] = []
      for option in options {
        if option.product < 0 || option.amount <= 0 {
          ways.append(Way(place: 0, cost: prices.units(option.cost - least), supply: 1, need: 1))
          continue
        }
        let need = slots.share(of: option)
        let product = Int(option.product)
        let terms: Terms
        switch pricing(of: product, need: need / SlotDemands.scale, isExact: slots.decidedAlone[product]) {
        case .whole(let costs):
          ways += costs.map {
            Way(place: $0.place, cost: prices.units(option.cost - least) + $0.cost, supply: need, need: need)
          }
          continue
        case .pieces(let found): terms = found
        }
        takeOff(terms.loss, of: product)
        for (place, terms) in terms.sold {
          ways.append(
            Way(
              place: place, cost: prices.units(option.cost - least) + scaled(terms.slope, need),
              supply: min(need, terms.supply * SlotDemands.scale), need: need))
        }
      }
      append(ways)
    }
  }

  /// `slope × pieces`, with pieces in 1 / `SlotDemands.scale`, rounded down.
  private func scaled(_ slope: Int64, _ pieces: Int64) -> Int64 {
    Int64(
      min(UnitPrices.ceiling, Int128(slope) * Int128(pieces) / Int128(UnitPrices.slopeScale * SlotDemands.scale)))
  }

  private mutating func append(_ ways: [Way]) {
    let unlimited = ways.allSatisfy { $0.supply >= $0.need }
    let parts = unlimited ? 1 : DemandColumns.parts
    append(
      ways.map {
        Relaxation.Offer(
          place: $0.place, price: $0.cost / parts,
          supply: Int32(min(parts, (parts * $0.supply + $0.need - 1) / max(1, $0.need))))
      }, demand: parts)
  }

  /// Closes a demand: offers of one place become one, at its least price with their supplies added.
  private mutating func append(_ found: [Relaxation.Offer], demand units: Int64) {
    let ordered = found.sorted { ($0.place, $0.price) < ($1.place, $1.price) }
    var merged: [Relaxation.Offer] = []
    for offer in ordered {
      if let last = merged.last, last.place == offer.place {
        merged[merged.count - 1].supply = Int32(min(units, Int64(last.supply) + Int64(offer.supply)))
      } else {
        merged.append(offer)
      }
    }
    // Nothing that a whole demand costs comes near 63 bits.
    let dearest = Int64(UnitPrices.ceiling) / max(1, units)
    for index in merged.indices { merged[index].price = min(merged[index].price, dearest) }
    merged.sort { ($0.price, $0.place) < ($1.price, $1.place) }
    offers.append(contentsOf: merged)
    demand.append(Int32(clamping: units))
    offerStart.append(Int32(offers.count))
  }

  /// How a product's need is priced: as a whole at each place, or by the piece.
  private enum Pricing {
    case whole([(place: Int32, cost: Int64)])
    case pieces(Terms)
  }

  /// The whole need where it is known exactly, and either every offer meets it alone or its costs come to more than those of pieces;
  /// else pieces, which know how splits share flat prices out.
  private func pricing(of product: Int, need: Int64, isExact: Bool) -> Pricing {
    guard isExact else { return .pieces(termsByOffer(product)) }
    let costs = wholeCosts(product, need: need)
    if instance.singleLot[product] || meetsAlone(product, need: need) { return .whole(costs) }
    let terms = termsByOffer(product)
    return costs.map(\.cost).min() ?? .max > unitCost(terms, need: need) ? .whole(costs) : .pieces(terms)
  }

  /// Whether each offer of the product that can be reached has stock for its need.
  private func meetsAlone(_ product: Int, need: Int64) -> Bool {
    instance.offerRange(of: product).allSatisfy {
      !reachable[Int(instance.offers[$0].market)] || prices.capacity(ofOffer: $0) >= need
    }
  }

  /// What the need costs at least at some terms, wherever one goes.
  private func unitCost(_ terms: Terms, need: Int64) -> Int64 {
    var left = need
    var cost: Int128 = 0
    for (_, terms) in terms.sold.sorted(by: { $0.terms.slope < $1.terms.slope }) where left > 0 {
      let pieces = min(left, terms.supply)
      cost += Int128(pieces) * Int128(terms.slope / UnitPrices.slopeScale)
      left -= pieces
    }
    return Int64(clamping: cost - Int128(terms.loss))
  }

  /// A demand without a price: offers are bought from that come to the need together. Only where the stock of one does not reach.
  private mutating func addCover(_ product: Int, need: Int64) {
    let offers = instance.offerRange(of: product).filter { reachable[Int(instance.offers[$0].market)] }
    if meetsAlone(product, need: need) { return }
    append(
      offers.flatMap { offer in
        orders.places(ofMarket: Int(instance.offers[offer].market)).map { sold in
          Relaxation.Offer(
            place: sold.place, price: 0, supply: Int32(clamping: min(need, prices.capacity(ofOffer: offer))))
        }
      }, demand: need)
  }

  /// What the whole need of the product costs at least at each place, where it is known exactly (`UnitPrices.wholeCosts`).
  private func wholeCosts(_ product: Int, need: Int64) -> [(place: Int32, cost: Int64)] {
    let sold = instance.offerRange(of: product).filter { reachable[Int(instance.offers[$0].market)] }.flatMap { offer in
      orders.places(ofMarket: Int(instance.offers[offer].market)).map {
        (offer: offer, place: $0.place, share: $0.share)
      }
    }
    let costs = prices.wholeCosts(
      ofOffers: sold.map(\.offer), at: sold.map(\.share), need: need, singleLot: instance.singleLot[product])
    return zip(sold, costs).compactMap { sold, cost in cost.map { (sold.place, $0) } }
  }

  /// Terms of a product's offers by place, and what rounding takes off all of them.
  private struct Terms {
    var sold: [(place: Int32, terms: UnitPrices.Terms)] = []
    var loss: Int64 = 0
  }

  /// Terms of the product's offers at markets that open.
  private func termsByOffer(_ product: Int) -> Terms {
    let range = Int(instance.offerStart[product])..<Int(instance.offerStart[product + 1])
    let need = slots.mostNeeded[product]
    var supplyAt: [Int32: (supply: Int64, offers: Int)] = [:]
    for o in range {
      let market = instance.offers[o].market
      supplyAt[market, default: (0, 0)].supply += prices.capacity(ofOffer: o)
      supplyAt[market, default: (0, 0)].offers += 1
    }
    var found = Terms()
    for o in range {
      let market = instance.offers[o].market
      guard reachable[Int(market)], let here = supplyAt[market] else { continue }
      guard
        let terms = prices.terms(
          ofOffer: o, need: need, supplyHere: here.supply, alone: here.offers == 1)
      else { continue }
      found.loss += terms.roundingLoss
      for sold in orders.places(ofMarket: Int(market)) {
        var own = terms
        own.slope = sold.share.of(terms.slope)
        found.sold.append((sold.place, own))
      }
    }
    return found
  }

  /// Takes what rounding saves off the bound, once a product.
  private mutating func takeOff(_ loss: Int64, of product: Int) {
    if countedLoss[product] { return }
    countedLoss[product] = true
    constant -= loss
  }
}
