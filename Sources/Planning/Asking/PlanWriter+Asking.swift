internal import Base
internal import BoardSpec
internal import Market
internal import Optimizer
internal import SourcingPlan

/// What of an answer is asked for on floors.
extension PlanWriter {
  /// What an offer asks for; nil where it is bought.
  func ask(of offer: Int32) -> AskEstimate? {
    let number = model.instance.product(of: Int(offer)) - model.products.count
    return number < 0 ? nil : model.asks[number]
  }

  /// Where each line is asked for: its floor with the chance there, by slot; nil for one that is not.
  private var choices: [(ask: AskEstimate, floor: AskEstimate.Floor?)] {
    let places = solution.purchases.reduce(into: [Int: PlaceID]()) { places, purchase in
      if let ask = ask(of: purchase.offer) { places[ask.slot] = model.offers[Int(purchase.offer)].stall }
    }
    return model.asks.map { ask in (ask, ask.floors.first { $0.place == places[ask.slot] }) }
  }

  /// What is asked for at a visit, in the order of the slots; nil where nothing is.
  func asks(_ offers: [Int32]) -> [LineID]? {
    let slots = offers.compactMap { ask(of: $0)?.slot }.sorted()
    return slots.isEmpty ? nil : slots.map(lineID)
  }

  private func lineID(_ slot: Int) -> LineID {
    LineID(problem.orders[problem.slots[slot].order].id, problem.slots[slot].slot.references)
  }

  /// What each line that is asked for, or weighed against it, is expected to pay and to miss.
  var askSpending: [(paid: Money, missed: Money)] {
    choices.map { ask, floor in
      floor.map { (ask.pay, ask.missed($0.chance)) } ?? (.zero, ask.otherwise)
    }
  }

  /// What the plan says of each line, by slot.
  func estimates(_ network: MarketNetwork) -> [Int: PlanEstimate] {
    let visited = solution.walks.map { walk in walk.visits.map { model.stalls[Int($0.market)] } }
    return choices.reduce(into: [:]) { estimates, choice in
      let (ask, floor) = choice
      estimates[ask.slot] = PlanEstimate(
        line: lineID(ask.slot), place: floor?.place, kind: ask.kind, learned: floor?.learned,
        condition: ask.condition,
        listPrice: ask.list.map { Amount($0.price) },
        listSource: ask.list?.source, factor: Share(millionths: ask.factor * 1_000),
        unitPrice: ask.unitPrice.map { Amount($0) }, amount: ask.unitPrice.map { _ in Amount(ask.pay) },
        chance: floor.map { Share(millionths: $0.chance) },
        minutes: (floor.flatMap { problem.stalls[$0.place]?.lineSeconds } ?? 0) / 60, most: ask.most.map { Amount($0) },
        elsewhere: ask.elsewhere, otherwise: Amount(ask.otherwise),
        expected: Amount(floor.map { ask.pay + ask.missed($0.chance) } ?? ask.otherwise),
        next: floor.map { next(after: $0.place, among: ask.floors.map(\.place), visited, network) } ?? [],
        alternates: ask.alternates)
    }
  }

  private static let nextFloors = 2

  /// Where to ask next: floors that the same walk visits later, in its order, then those with the shortest way.
  private func next(
    after place: PlaceID, among floors: [PlaceID], _ visited: [[PlaceID]], _ network: MarketNetwork
  ) -> [PlaceID] {
    let others = Set(floors).subtracting([place])
    let walk = visited.first { $0.contains(place) } ?? []
    let later = walk.drop { $0 != place }.filter(others.contains)
    guard later.count < Self.nextFloors, let here = problem.stalls[place]?.position else {
      return Array(later.prefix(Self.nextFloors))
    }
    let near = others.subtracting(later).compactMap { floor -> (seconds: Int, place: PlaceID)? in
      guard let there = problem.stalls[floor]?.position,
        let route = network.route(from: .position(here), to: .position(there))
      else { return nil }
      return (route.leg.seconds, floor)
    }.sorted { $0 < $1 }
    return Array((later + near.map(\.place)).prefix(Self.nextFloors))
  }
}
