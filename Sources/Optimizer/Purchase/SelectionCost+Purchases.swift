extension SelectionCost {
  /// The option of every slot and the purchases that the present value stands for; what is not covered is left out.
  ///
  /// Complexity: O(demands × reach) and the covers of general demands.
  mutating func purchases() -> (selection: [Int32], purchases: [Solution.Purchase]) {
    let demands = problem.demands
    var selection = general.selection
    var purchases: [Solution.Purchase] = []
    for demand in 0..<demands.count {
      let range = Int(demands.entryStart[demand])..<Int(demands.entryStart[demand + 1])
      switch demands.kind[demand] {
      case .best:
        if let entry = range.first(where: { visited[Int(demands.entryMarket[$0])] }) {
          for slot in demands.slots[demand] { selection[slot] = demands.entryOption[entry] }
          purchases.append(.init(offer: demands.entryOffer[entry], quantity: demands.entryQuantity[entry]))
        } else if demands.isOptional[demand], let slot = demands.slots[demand].first {
          selection[slot] = freeOption(of: slot)
        }
      case .level:
        var left = demands.need[demand]
        for entry in range where left > 0 && visited[Int(demands.entryMarket[entry])] {
          let take = min(left, demands.entryQuantity[entry])
          purchases.append(.init(offer: demands.entryOffer[entry], quantity: take))
          left -= take
        }
      case .whole, .general:
        if demands.kind[demand] == .whole {
          let price = wholePrice(demand)
          if price.best >= 0 && price.floor >= price.value {
            purchases.append(
              .init(offer: demands.entryOffer[price.best], quantity: demands.entryQuantity[price.best]))
            continue
          }
        }
        _ = general.price(demand, visited: visited)
        general.append(to: &purchases)
        for slot in demands.slots[demand] { selection[slot] = general.selection[slot] }
      }
    }
    purchases.sort { $0.offer < $1.offer }
    return (selection, purchases)
  }

  /// The cheapest option of `slot` that buys nothing.
  private func freeOption(of slot: Int) -> Int32 {
    let range = problem.instance.optionRange(of: slot)
    let free = range.filter { index in
      let option = problem.instance.options[index]
      return option.product < 0 || problem.instance.need(of: Int(option.product), amount: option.amount) == 0
    }
    let best = free.min { problem.instance.options[$0].cost < problem.instance.options[$1].cost }
    return Int32((best ?? range.lowerBound) - range.lowerBound)
  }
}
