extension Instance {
  package var placeCount: Int { marketCount + depotCount }
  package var offerCount: Int { offers.count }
  package var slotCount: Int { optionStart.count - 1 }
  package var buyerCount: Int { buyers.count }
  /// Index of the place that the walk of `buyer` leaves from.
  package func startPlace(of buyer: Int) -> Int { marketCount + Int(buyers[buyer].startDepot) }
  /// Index of the place that the walk of `buyer` ends at.
  package func endPlace(of buyer: Int) -> Int { marketCount + Int(buyers[buyer].endDepot) }
  /// Seconds that an order of so many lines from the remote `market` takes.
  package func orderSeconds(at market: Int, lines: Int) -> Int {
    Int(setupSeconds[market]) + lines * Int(lineSeconds[market])
  }

  /// The offers of `product`, as a range of offer ids.
  package func offerRange(of product: Int) -> Range<Int> {
    Int(offerStart[product])..<Int(offerStart[product + 1])
  }

  /// The options of `slot`, as a range of indices into `options`.
  package func optionRange(of slot: Int) -> Range<Int> {
    Int(optionStart[slot])..<Int(optionStart[slot + 1])
  }

  /// The price breaks of `offer`, as a range of indices into `breaks`.
  package func breakRange(of offer: Int) -> Range<Int> {
    Int(breakStart[offer])..<Int(breakStart[offer + 1])
  }

  /// The opening windows of `market`.
  package func windowRange(of market: Int) -> Range<Int> {
    Int(windowStart[market])..<Int(windowStart[market + 1])
  }

  /// Pieces of `product` that must be bought when the options that chose it add up to `amount`; 0 for none.
  package func need(of product: Int, amount: Int64) -> Int { needRules[product].pieces(for: amount) }

  /// The product that `offer` sells. O(log products).
  package func product(of offer: Int) -> Int {
    var low = 0
    var high = productCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(offerStart[middle]) <= offer { low = middle } else { high = middle }
    }
    return low
  }

  /// Price of one piece when `quantity` are bought from `offer`: that of the highest break reached, or of the lowest
  /// break where none is.
  package func unitPrice(of offer: Int, quantity: Int) -> Cost {
    let range = breakRange(of: offer)
    var price = breaks[range.lowerBound].unitPrice
    for index in range.dropFirst() {
      if Int(breaks[index].from) > quantity { break }
      price = breaks[index].unitPrice
    }
    return price
  }

  /// What is paid for `quantity` pieces of `offer`: `round(quantity × unitPrice)`.
  package func amount(of offer: Int, quantity: Int) -> Cost {
    rounded(Cost(quantity) * unitPrice(of: offer, quantity: quantity))
  }

  /// The expected loss on `quantity` pieces of `offer`: `round(quantity × riskPerUnit)`.
  package func risk(of offer: Int, quantity: Int) -> Cost { rounded(Cost(quantity) * offers[offer].riskPerUnit) }

  /// Whether `quantity` obeys the offer's minimum, multiple and stock.
  package func allows(_ quantity: Int, of offer: Int) -> Bool {
    let terms = offers[offer]
    return quantity >= max(1, Int(terms.minimum)) && quantity <= Int(terms.stock)
      && quantity % Int(terms.multiple) == 0
  }

  /// Half up to a multiple of `rounding`.
  package func rounded(_ cost: Cost) -> Cost {
    guard rounding > 1 else { return cost }
    return (2 * cost + rounding).flooredDivision(by: 2 * rounding) * rounding
  }

  /// Cost of `seconds` away for `buyer`: `round(rate × seconds / 3600)`, half up, rounded once.
  package func timeCost(of buyer: Int, seconds: Int) -> Cost {
    let numerator = buyers[buyer].ratePerHour * Cost(seconds)
    return (2 * numerator + 3600 * rounding).flooredDivision(by: 7200 * rounding) * rounding
  }

  /// Seconds of walking from place to place.
  package func seconds(from origin: Int, to place: Int) -> Int {
    Int(travelSeconds[origin * placeCount + place])
  }

  /// Fare or distance from place to place; 0 where legs are free.
  package func fare(from origin: Int, to place: Int) -> Cost {
    travelCost.isEmpty ? 0 : Cost(travelCost[origin * placeCount + place])
  }
}

extension Instance.NeedRule {
  /// Pieces that must be bought for an amount of positions; 0 for none. The verifier has a formula of its own.
  ///
  ///     base = ceil(amount / amountScale);  need = base + max(attritionMinimum, ceil(base × attritionPerMille / 1000))
  package func pieces(for amount: Int64) -> Int {
    guard amount > 0 else { return 0 }
    let base = Int((amount - 1) / amountScale + 1)
    return base + max(Int(attritionMinimum), (base * Int(attritionPerMille) + 999) / 1000)
  }
}

extension Int64 {
  /// Quotient rounded towards −∞; `divisor` is positive.
  func flooredDivision(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
