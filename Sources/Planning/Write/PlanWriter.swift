internal import Base
internal import BoardSpec
internal import Electronics
internal import Market
internal import Optimizer
internal import SourcingPlan

/// Turns an optimizer's answer back into stalls, offers and times of day: the plan's lines and walks.
struct PlanWriter {
  let problem: PlanningProblem
  let model: DayModel
  /// With its orders written as visits.
  let solution: Optimizer.Solution

  init(problem: PlanningProblem, model: DayModel, solution: Optimizer.Solution) {
    self.problem = problem
    self.model = model
    self.solution = solution.walkingThroughOrders(of: model.instance)
  }

  /// The order that the board is built for.
  var order: OrderID { problem.order.id }

  /// The plan's lines in the order of the board's slots, for each product its line, and for each offer its purchase.
  func lines() -> (lines: [PlanLine], lineOfProduct: [Int32: Int], purchases: [Int32: PurchaseID]) {
    let slots = problem.slots
    var lines: [PlanLine] = []
    var lineOfProduct: [Int32: Int] = [:]
    var amounts: [Int64] = []
    for (slot, choice) in solution.selection.enumerated() {
      let option = model.instance.options[Int(model.instance.optionStart[slot]) + Int(choice)]
      guard option.product >= 0, Int(option.product) < model.products.count else { continue }
      let references = slots[slot].slot.references
      if let line = lineOfProduct[option.product] {
        lines[line].slots += references
        amounts[line] += option.amount
      } else {
        lineOfProduct[option.product] = lines.count
        lines.append(emptyLine(product: Int(option.product), slot: slots[slot]))
        amounts.append(option.amount)
      }
    }
    for (product, line) in lineOfProduct {
      lines[line].need = model.instance.need(of: Int(product), amount: amounts[line])
    }
    for line in lines.indices { lines[line].id = LineID(order, lines[line].slots) }
    var purchases: [Int32: PurchaseID] = [:]
    for purchase in solution.purchases {
      guard let line = lineOfProduct[Int32(model.instance.product(of: Int(purchase.offer)))] else { continue }
      let id = PurchaseID(lines[line].id, lines[line].buys.count + 1)
      purchases[purchase.offer] = id
      lines[line].buys.append(buy(purchase, id))
    }
    return (lines, lineOfProduct, purchases)
  }

  private func emptyLine(product: Int, slot: OrderSlot) -> PlanLine {
    let key = model.products[product]
    let id = key.part
    let part = slot.candidates.first { $0.id == id && $0.package == key.package }
    let category = part.flatMap { problem.categories[$0.category] }
    return PlanLine(
      order: problem.orders[slot.order].id, slots: slot.slot.references, mpn: id.mpn, maker: id.maker,
      category: part?.category ?? "",
      package: part?.package ?? "",
      name: LocalizedText(
        english: part?.english ?? category?.english ?? "", chinese: part?.chinese ?? category?.chinese ?? ""),
      need: 0, buys: [], parameters: part.map { parameters(of: $0, category) } ?? [], source: part?.source,
      dateCodeRule: PlanDateCodeRule(key.policy.dateCode, on: problem.date))
  }

  private func parameters(of part: Part, _ category: PartCategory?) -> [PlanParameter] {
    (category?.parameters ?? []).compactMap { definition in
      part.parameters[definition.name]?.printed.map {
        PlanParameter(
          id: definition.name, name: LocalizedText(english: definition.english, chinese: definition.chinese), value: $0)
      }
    }
  }

  private func buy(_ purchase: Optimizer.Solution.Purchase, _ id: PurchaseID) -> PlanBuy {
    let index = Int(purchase.offer)
    let offer = model.offers[index]
    let quantity = Int(purchase.quantity)
    return PlanBuy(
      id: id, stall: offer.stall, offer: offer.id, quantity: quantity,
      unitPrice: Amount(Money(microYuan: model.instance.unitPrice(of: index, quantity: quantity))),
      amount: Amount(Money(microYuan: model.instance.amount(of: index, quantity: quantity))),
      condition: offer.condition, risk: Amount(model.instance.risk(of: purchase)), seen: offer.seen,
      isSample: offer.isSample, breakFrom: offer.breakReached(by: quantity)?.from,
      nextBreak: nextBreak(of: index, above: quantity), source: offer.isSample ? nil : offer.source,
      price: offer.origin, isStale: problem.isStale(offer) ? true : nil, orderNumber: offer.orderNumber,
      packing: offer.packing, dateCode: offer.dateCode)
  }

  private func nextBreak(of offer: Int, above quantity: Int) -> NextBreak? {
    let terms = model.instance.offers[offer]
    let multiple = max(1, Int(terms.multiple))
    guard
      let next = model.instance.breakRange(of: offer).map({ Int(model.instance.breaks[$0].from) })
        .first(where: { $0 > quantity })
    else { return nil }
    let reaching = (next + multiple - 1) / multiple * multiple
    guard reaching <= Int(terms.stock) else { return nil }
    return NextBreak(
      quantity: reaching,
      unitPrice: Amount(Money(microYuan: model.instance.unitPrice(of: offer, quantity: reaching))),
      amount: Amount(Money(microYuan: model.instance.amount(of: offer, quantity: reaching))))
  }

  /// One walk for each buyer who leaves or orders, and the orders from places that ship.
  ///
  /// - Parameter purchases: ids by offer; `lines` tells in which order they are bought.
  func walks(_ purchases: [Int32: PurchaseID], lines: [PlanLine]) throws(PlanningError) -> (
    walks: [PlanWalk], deliveries: [PlanDelivery]
  ) {
    let rank = Dictionary(
      lines.flatMap(\.buys).enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func ids(_ offers: [Int32]) -> [PurchaseID] {
      offers.compactMap { purchases[$0] }.sorted { rank[$0, default: 0] < rank[$1, default: 0] }
    }
    var walks: [PlanWalk] = []
    var deliveries: [PlanDelivery] = []
    for (buyer, walk) in solution.walks.enumerated() where !walk.visits.isEmpty {
      let agent = problem.agents[buyer].id
      var visits: [PlanVisit] = []
      var place = model.instance.startPlace(of: buyer)
      var cash: Int64 = 0
      for visit in walk.visits {
        let market = Int(visit.market)
        let goods = visit.offers.reduce(0) { $0 + amount(of: $1) }
        cash += model.instance.fare(from: place, to: market) + goods
        cash += model.instance.deliveryCharge(at: market, goods: goods)
        let stop = try stop(
          visit, walkSeconds: model.instance.seconds(from: place, to: market), purchases: ids(visit.offers),
          pickUps: ids(visit.pickUps), asks: asks(visit.offers))
        if model.instance.isRemote[market] {
          deliveries.append(
            delivery(
              stop, by: agent, goods: Money(microYuan: goods), ready: try time(visit.ready(in: model.instance))))
        } else {
          visits.append(stop)
        }
        place = market
      }
      cash += model.instance.fare(from: place, to: model.instance.endPlace(of: buyer))
      walks.append(
        PlanWalk(
          agent: agent, start: try time(walk.departs), finish: try time(walk.returns),
          from: problem.agents[buyer].from, to: problem.agents[buyer].to, cash: Amount(Money(microYuan: cash)),
          visits: visits))
    }
    return (walks, deliveries)
  }

  /// What an agent does at a place that ships is an order.
  private func delivery(_ stop: PlanVisit, by agent: AgentID, goods: Money, ready: LocalTime) -> PlanDelivery {
    let stall = problem.stalls[stop.stall]
    return PlanDelivery(
      stall: stop.stall, name: stop.name, agent: agent, walkSeconds: stop.walkSeconds, arrive: stop.arrive,
      begin: stop.begin, depart: stop.depart, purchases: stop.purchases,
      charge: stall.map { Amount($0.shipping(forGoods: goods)) }, goods: Amount(goods),
      arrives: ready.date, ready: ready, isSample: stop.isSample)
  }

  /// Every buyer of the day, with the limits that hold for them.
  func agents() throws(PlanningError) -> [PlanAgent] {
    var agents: [PlanAgent] = []
    for agent in problem.agents {
      agents.append(
        PlanAgent(
          id: agent.id, from: agent.from, to: agent.to, start: try time(Int32(agent.start)),
          finish: try time(Int32(agent.finish)), rate: Amount(agent.ratePerHour),
          load: agent.load.map { Int($0 / 1000) }))
    }
    return agents
  }

  /// The places that a plan names, by id.
  func places(
    lines: [PlanLine], walks: [PlanWalk], deliveries: [PlanDelivery], asked: [AskedLine]
  ) -> [PlanSource] {
    let ids = Set(walks.flatMap(\.visits).map(\.stall)).union(deliveries.map(\.stall))
      .union(lines.compactMap { $0.fallback?.stall }).union(asked.flatMap { $0.estimate?.next ?? [] })
    return ids.sorted().compactMap { id in
      problem.stalls[id].map { stall in
        PlanSource(
          id: id, name: LocalizedText(english: stall.english, chinese: stall.chinese),
          market: problem.market(of: id).id,
          position: place(of: id),
          delivery: stall.position == nil ? .init(stall) : nil,
          isSample: stall.isSample)
      }
    }
  }

  private func amount(of offer: Int32) -> Int64 {
    guard let purchase = solution.purchases.first(where: { $0.offer == offer }) else { return 0 }
    return model.instance.amount(of: Int(offer), quantity: Int(purchase.quantity))
  }

  /// Building, floor and counter of a stall as a person reads them; nil for a shop that ships.
  func place(of stall: PlaceID) -> PlanPlace? {
    problem.stalls[stall]?.position.map { position in
      let building = problem.buildings[position.building]
      return PlanPlace(
        building: position.building,
        buildingName: LocalizedText(
          english: building?.english ?? position.building, chinese: building?.chinese ?? position.building),
        floor: position.floor, counter: problem.stalls[stall]?.counter ?? "")
    }
  }

  private func stop(
    _ visit: Optimizer.Solution.Visit, walkSeconds: Int, purchases: [PurchaseID], pickUps: [PurchaseID], asks: [LineID]?
  ) throws(PlanningError) -> PlanVisit {
    let id = model.stalls[Int(visit.market)]
    let stall = problem.stalls[id]
    return PlanVisit(
      stall: id, name: LocalizedText(english: stall?.english ?? id.text, chinese: stall?.chinese ?? id.text),
      place: place(of: id),
      arrive: try time(visit.arrives), begin: try time(visit.begins), depart: try time(visit.leaves),
      walkSeconds: walkSeconds, purchases: purchases, pickUps: pickUps, asks: asks, isSample: stall?.isSample ?? false)
  }

  private func time(_ second: Int32) throws(PlanningError) -> LocalTime {
    guard let time = LocalTime(problem.date, secondOfDay: Int(second)) else {
      throw .dateOutOfRange(problem.date.description)
    }
    return time
  }

  /// What the day's walks and purchases spend.
  func spending(lines: [PlanLine], walks: [PlanWalk], deliveries: [PlanDelivery]) -> Spending {
    let rates = Dictionary(problem.agents.map { ($0.id.text, $0.ratePerHour) }, uniquingKeysWith: { first, _ in first })
    var spending = Spending()
    spending.purchases = lines.flatMap(\.buys).map { ($0.amount.money, $0.risk.money) }
    spending.asks = askSpending
    spending.uses =
      walks.flatMap(\.visits).compactMap { problem.stalls[$0.stall].map { ($0, .zero) } }
      + deliveries.compactMap { order in problem.stalls[order.stall].map { ($0, order.goods?.money ?? .zero) } }
    spending.absences = walks.map { (rates[$0.agent.text] ?? .zero, $0.finish.seconds(since: $0.start)) }
    return spending
  }
}

extension ParameterValue {
  /// As people read it; nil for a flag that is off.
  var printed: String? {
    switch self {
    case .quantity(let quantity): quantity.description
    case .range(let range): range.description
    case .text(let text): text
    case .list(let words): words.joined(separator: ", ")
    case .flag(let isOn): isOn ? "✓" : nil
    }
  }
}
