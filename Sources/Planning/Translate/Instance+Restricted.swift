internal import Market
internal import Optimizer
internal import Selection

/// A day with fewer choices, and the way back to the offers of the day it was cut from.
struct RestrictedDay {
  var instance: Instance
  /// Offer of `instance` → offer of the whole day.
  var offers: [Int32]
  /// Market of `instance` → market of the whole day.
  var markets: [Int32]
  /// Slot by slot, option of `instance` → option of the whole day.
  var options: [[Int32]]
}

extension Instance {
  /// The same day with only some offers and options; markets that have no offer left are dropped.
  ///
  /// - Parameters:
  ///   - keepsOption: slot, index of the option within it.
  ///   - dayEnd: when given, windows and buyers' days are stretched to end then.
  ///   - visitCharge: added to what every visit and every order costs.
  func restricted(
    keepsOffer: (Int) -> Bool, keepsOption: (Int, Int) -> Bool, dayEnd: Int32? = nil, visitCharge: Cost = 0
  ) -> RestrictedDay {
    let kept = offers.indices.filter(keepsOffer)
    let markets = Set(kept.map { offers[$0].market }).sorted()
    var marketOf = [Int32](repeating: -1, count: marketCount)
    for (new, old) in markets.enumerated() { marketOf[Int(old)] = Int32(new) }

    var builder = InstanceBuilder()
    for old in markets {
      var open = Array(windows[Int(windowStart[Int(old)])..<Int(windowStart[Int(old) + 1])])
      if let dayEnd, let first = open.first { open = [.init(open: first.open, close: max(dayEnd, first.open + 1))] }
      builder.addMarket(
        windows: open, setupSeconds: setupSeconds[Int(old)], lineSeconds: lineSeconds[Int(old)],
        visitCost: visitCost[Int(old)] + visitCharge, isRemote: isRemote[Int(old)],
        orderTerms: visitCharge > 0 ? orderTerms[Int(old)].charged : orderTerms[Int(old)],
        deliverySeconds: deliverySeconds[Int(old)])
    }
    for product in 0..<productCount {
      builder.addProduct(needRules[product], mass: productMass[product], singleLot: singleLot[product])
    }
    var productOf = [Int](repeating: 0, count: offers.count)
    for product in 0..<productCount {
      for offer in Int(offerStart[product])..<Int(offerStart[product + 1]) { productOf[offer] = product }
    }
    for old in kept {
      var offer = offers[old]
      offer.market = marketOf[Int(offer.market)]
      builder.addOffer(
        of: productOf[old], offer, breaks: Array(breaks[Int(breakStart[old])..<Int(breakStart[old + 1])]))
    }
    var optionMap: [[Int32]] = []
    for slot in 0..<slotCount {
      let all = Array(options[Int(optionStart[slot])..<Int(optionStart[slot + 1])])
      let indices = all.indices.filter { keepsOption(slot, $0) }
      builder.addSlot(indices.map { all[$0] })
      optionMap.append(indices.map { Int32($0) })
    }
    for buyer in buyers {
      var buyer = buyer
      if let dayEnd { buyer.latest = max(buyer.latest, dayEnd) }
      builder.addBuyer(buyer)
    }

    let places = markets.map { Int($0) } + (marketCount..<placeCount)
    var seconds: [Int32] = []
    var cost: [Int32] = []
    seconds.reserveCapacity(places.count * places.count)
    for from in places {
      for to in places {
        seconds.append(travelSeconds[from * placeCount + to])
        if !travelCost.isEmpty { cost.append(travelCost[from * placeCount + to]) }
      }
    }
    let built = builder.build(
      travelSeconds: seconds, travelCost: cost, depots: depotCount, orderer: orderer,
      cashLimit: dayEnd == nil ? cashLimit : .max, rounding: rounding)
    var day = built.instance
    day.choices = choices?.keeping(optionMap.map { $0.map(Int.init) })
    return RestrictedDay(
      instance: day, offers: built.callerOffer.map { Int32(kept[Int($0)]) }, markets: markets,
      options: optionMap)
  }
}

extension OrderTerms {
  /// The same where every order pays, as one does that is charged for being used at all.
  fileprivate var charged: OrderTerms { OrderTerms(minimum: minimum) }
}
