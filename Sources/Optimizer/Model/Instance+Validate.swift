internal import Selection

extension Instance {
  /// Stops the program when the columns contradict one another; for callers that made them by hand.
  ///
  /// Complexity: O(size of the instance).
  package func validate() {
    if let problem = shapeProblem() { preconditionFailure("malformed instance: \(problem)") }
  }

  /// What is wrong with the columns' shapes and ranges, or nil when they are sound.
  package func shapeProblem() -> String? {
    placeProblem() ?? orderTermsProblem() ?? productProblem() ?? slotProblem() ?? buyerProblem()
  }

  private func placeProblem() -> String? {
    let cells = placeCount * placeCount
    if travelSeconds.count != cells { return "travelSeconds has \(travelSeconds.count) cells, not \(cells)" }
    if !travelCost.isEmpty && travelCost.count != cells { return "travelCost has \(travelCost.count) cells" }
    if travelSeconds.contains(where: { $0 < 0 }) { return "a negative travel time" }
    if travelCost.contains(where: { $0 < 0 }) { return "a negative travel cost" }
    if [visitCost.count, isRemote.count, deliverySeconds.count].contains(where: { $0 != marketCount }) {
      return "market columns of wrong length"
    }
    for market in 0..<marketCount where deliverySeconds[market] < 0 || deliverySeconds[market] > 0 && !isRemote[market]
    {
      return "market \(market) delivers in \(deliverySeconds[market]) s"
    }
    if visitCost.contains(where: { $0 < 0 }) { return "a negative cost of a visit" }
    if setupSeconds.count != marketCount || lineSeconds.count != marketCount {
      return "service columns of wrong length"
    }
    if setupSeconds.contains(where: { $0 < 0 }) || lineSeconds.contains(where: { $0 < 0 }) {
      return "a negative service time"
    }
    if let problem = offsetProblem(windowStart, owners: marketCount, items: windows.count) {
      return "windowStart \(problem)"
    }
    for market in 0..<marketCount {
      var last = Int32.min
      for index in windowRange(of: market) {
        let window = windows[index]
        if window.close < window.open || window.open < last { return "windows of market \(market) out of order" }
        last = window.close
      }
    }
    return nil
  }

  private func productProblem() -> String? {
    if needRules.count != productCount || productMass.count != productCount || singleLot.count != productCount {
      return "product columns of wrong length"
    }
    if let problem = offsetProblem(offerStart, owners: productCount, items: offers.count) {
      return "offerStart \(problem)"
    }
    if let problem = offsetProblem(breakStart, owners: offers.count, items: breaks.count) {
      return "breakStart \(problem)"
    }
    for rule in needRules where rule.amountScale < 1 || rule.attritionMinimum < 0 || rule.attritionPerMille < 0 {
      return "need rule \(rule)"
    }
    if productMass.contains(where: { $0 < 0 }) { return "a negative mass" }
    for (id, offer) in offers.enumerated() {
      if offer.market < 0 || Int(offer.market) >= marketCount { return "offer \(id) at market \(offer.market)" }
      if offer.multiple < 1 || offer.minimum < 0 || offer.stock < 0 || offer.readySeconds < 0 || offer.riskPerUnit < 0 {
        return "offer \(id) with terms \(offer)"
      }
      if offer.stockForBound < offer.stock { return "offer \(id) with less stock for the bound than it has" }
      if breakRange(of: id).isEmpty { return "offer \(id) without a price" }
      var last = Int32.min
      for index in breakRange(of: id) {
        if breaks[index].from <= last || breaks[index].unitPrice < 0 { return "breaks of offer \(id) out of order" }
        last = breaks[index].from
      }
    }
    return nil
  }

  private func slotProblem() -> String? {
    if optionStart.isEmpty { return "optionStart is empty" }
    if let problem = offsetProblem(optionStart, owners: slotCount, items: options.count) {
      return "optionStart \(problem)"
    }
    for slot in 0..<slotCount where optionRange(of: slot).isEmpty { return "slot \(slot) without an option" }
    for (index, option) in options.enumerated() {
      if option.product < -1 || Int(option.product) >= productCount { return "option \(index) of \(option.product)" }
      if option.amount < 0 || option.cost < 0 { return "option \(index) is \(option)" }
    }
    if let choices, choices.optionCounts != (0..<slotCount).map({ optionRange(of: $0).count }) {
      return "choices over other slots or options"
    }
    return nil
  }

  private func buyerProblem() -> String? {
    if buyers.isEmpty { return "no buyer" }
    if !buyers.indices.contains(orderer) { return "orders of buyer \(orderer)" }
    for (id, buyer) in buyers.enumerated()
    where buyer.ratePerHour < 0 || buyer.loadLimit < 0 || buyer.latest < buyer.earliest {
      return "buyer \(id) is \(buyer)"
    }
    for (id, buyer) in buyers.enumerated() {
      let depots = 0..<Int32(depotCount)
      if !depots.contains(buyer.startDepot) || !depots.contains(buyer.endDepot) {
        return "buyer \(id) from depot \(buyer.startDepot) to \(buyer.endDepot) of \(depotCount)"
      }
    }
    if rounding < 1 { return "rounding \(rounding)" }
    return cashLimit < 0 ? "cash limit \(cashLimit)" : nil
  }

  private func offsetProblem(_ starts: [Int32], owners: Int, items: Int) -> String? {
    if starts.count != owners + 1 { return "has \(starts.count) entries for \(owners) owners" }
    if starts.first != 0 || Int(starts[owners]) != items { return "does not span \(items) items" }
    for index in 0..<owners where starts[index] > starts[index + 1] { return "falls at \(index)" }
    return nil
  }
}
