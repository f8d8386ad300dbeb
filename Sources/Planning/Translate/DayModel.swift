internal import Base
internal import BoardSpec
internal import Electronics
internal import Market
internal import Optimizer
internal import Selection
internal import SourcingPlan

/// A problem's day as an optimizer instance, with the way back from dense ids to stalls, offers and parts.
struct DayModel {
  var instance: Instance
  /// Market id → stall id.
  var stalls: [PlaceID]
  /// Product id → line; products behind these are what is asked for.
  var products: [LineKey]
  /// Product id − `products.count` → what is asked for.
  var asks: [AskEstimate]
  /// Instance offer → offer, and the unit prices used (invoice surcharge included).
  var offers: [Offer]
  /// Slot id → candidate parts, in the order of its options; the last option may be the empty one.
  var slotOptions: [[PartID?]]
  /// Slots for which no option has any usable offer, with why.
  var unsourced: [Int: [OfferFilter.Refusal: Int]]
  /// What each order's rules allow among everything that is sold.
  var selections: [BoardSelection]
  /// What they leave to decide between the slots' options: joint constraints that not every selection of them satisfies.
  var choices: ChoiceModel
}

extension DayModel {
  /// Which slots of a plan may stay empty, beside those that nothing is sold for.
  enum Vacancy {
    case none
    case allowed
    /// These stay empty, all others are filled.
    case only(Set<Int>)

    func excludes(_ slot: Int) -> Bool {
      guard case .only(let slots) = self else { return false }
      return slots.contains(slot)
    }
  }

  /// Lays the problem out as an instance. A day that leaves nobody any time is refused.
  ///
  /// - Parameters:
  ///   - travel: seconds between the stalls given, the crew's `Depots` last.
  ///   - vacancy: which slots may stay empty, at a penalty, for partial plans.
  init(
    _ problem: PlanningProblem, filter: OfferFilter, travel: ([Stall]) throws(PlanningError) -> [Int32],
    vacancy: Vacancy = .none
  ) throws(PlanningError) {
    guard !problem.agents.isEmpty else { throw problem.hours.noTime }
    var builder = InstanceBuilder()
    var collected = Collected(problem: problem, filter: filter)
    for (index, slot) in problem.slots.enumerated() { collected.add(slot, at: index, vacancy) }
    selections = collected.selections
    choices = collected.keepAllowed(ChoiceModel(joining: selections.map(\.choices)))
    choices = collected.addAsks(choices)
    let oneTime = problem.orders.flatMap(\.board.oneTimeCosts).reduce(Money.zero) { $0 + $1.amount }
    try problem.checkTotal(
      collected.lines, fixed: collected.asks.reduce(oneTime) { $0 + $1.otherwise })

    let stallIDs = Set(
      collected.usable.flatMap { $0.map(\.stall) } + collected.asks.flatMap { $0.floors.map(\.place) }
    ).sorted()
    let stallIndex = Dictionary(uniqueKeysWithValues: stallIDs.enumerated().map { ($1, $0) })
    let ordered = stallIDs.compactMap { problem.stalls[$0] }
    for stall in ordered {
      builder.addMarket(
        windows: filter.windows(of: stall).map { .init(open: Int32($0.open), close: Int32($0.close)) },
        setupSeconds: Int32(stall.setupSeconds), lineSeconds: Int32(stall.lineSeconds),
        visitCost: CostTerms.charge(forUsing: stall, goods: .zero).microYuan, isRemote: stall.position == nil,
        orderTerms: stall.orderTerms,
        deliverySeconds: Int32(stall.position == nil ? stall.shippingDays * 86_400 : 0))
    }

    var callerOffers: [Offer] = []
    for (product, key) in collected.keys.enumerated() {
      let part = collected.parts[product]
      let category = problem.categories[part.category]
      builder.addProduct(
        problem.needRule(of: part), mass: category?.milligrams ?? 0, singleLot: key.policy.singleLot)
      for offer in collected.usable[product] {
        guard let stall = problem.stalls[offer.stall], let market = stallIndex[offer.stall] else { continue }
        let risk = problem.riskPerPiece(of: offer, at: stall, under: key.policy)
        let breaks = offer.breaks(at: stall, invoice: key.policy.invoice).map {
          Instance.PriceBreak(from: Int32($0.from), unitPrice: $0.unitPrice.microYuan)
        }
        let dearest = Money(microYuan: breaks.map(\.unitPrice).max() ?? 0) + risk
        let usable = { (stock: Int) in
          Int32(Limits.usableStock(stock, cost: dearest, milligrams: category?.milligrams ?? 0))
        }
        builder.addOffer(
          of: product,
          .init(
            market: Int32(market), minimum: Int32(offer.minimum), multiple: Int32(offer.multiple),
            stock: usable(collected.stock(of: offer, for: product)), stockForBound: usable(offer.stock),
            riskPerUnit: risk.microYuan, readySeconds: Int32(offer.runnerMinutes * 60)),
          breaks: breaks)
        callerOffers.append(offer)
      }
    }
    for ask in collected.asks {
      let product = builder.addProduct(Instance.NeedRule(amountScale: 1), mass: 0, singleLot: true)
      for floor in ask.floors {
        guard let market = stallIndex[floor.place] else { continue }
        builder.addOffer(
          of: product,
          .init(
            market: Int32(market), minimum: 1, multiple: 1, stock: 1, stockForBound: 1,
            riskPerUnit: ask.missed(floor.chance).microYuan, readySeconds: 0),
          breaks: [.init(from: 1, unitPrice: ask.pay.microYuan)])
        callerOffers.append(ask.offer(at: floor.place))
      }
    }
    for options in collected.slots { builder.addSlot(options) }
    let depots = Depots(problem.crew)
    for (number, agent) in problem.crew.enumerated() where agent.hasTime {
      builder.addBuyer(
        .init(
          ratePerHour: agent.ratePerHour.microYuan, earliest: Int32(agent.start), latest: Int32(agent.finish),
          loadLimit: agent.load ?? .max, startDepot: Int32(depots.starts[number]),
          endDepot: Int32(depots.ends[number])))
    }

    let seconds = try travel(ordered)
    let built = builder.build(
      travelSeconds: seconds, depots: depots.nodes.count,
      orderer: problem.agents.orderer(longest: collected.ordering(at: ordered)),
      cashLimit: problem.budget?.microYuan ?? .max, rounding: Money.fen.microYuan)
    var day = built.instance
    // Ways through the walking graph are shortest paths, in both directions alike.
    day.isTravelMetric = true
    day.choices = choices.constraints.isEmpty ? nil : choices
    // Leaving a slot empty costs more than all else.
    let penalty = day.costCeiling
    for (place, slot) in problem.slots.enumerated() where !slot.isSettled {
      for index in day.optionRange(of: place) where day.options[index].product < 0 { day.options[index].cost = penalty }
    }
    instance = day
    stalls = stallIDs
    products = collected.keys
    asks = collected.asks
    offers = built.callerOffer.map { callerOffers[Int($0)] }
    slotOptions = collected.slotParts
    unsourced = collected.unsourced
  }
}

extension DayModel {
  /// Products, their offers and the slots' options, as they are numbered.
  private struct Collected {
    let problem: PlanningProblem
    let filter: OfferFilter
    var keys: [LineKey] = []
    var parts: [Part] = []
    var usable: [[Offer]] = []
    var slots: [[Instance.SlotOption]] = []
    var slotParts: [[PartID?]] = []
    var slotChoices: [[Part]] = []
    var unsourced: [Int: [OfferFilter.Refusal: Int]] = [:]
    /// What is asked for, in the order of the slots, of floors that are open that day.
    var asks: [AskEstimate] = []
    private var productOf: [LineKey: Int] = [:]
    private var refusals: [Int: [OfferFilter.Refusal: Int]] = [:]
    /// Most pieces that each product can need, and which products draw on an offer.
    private var largestAmount: [Int64] = []
    private var sharers: [SupplyID: [Int]] = [:]

    init(problem: PlanningProblem, filter: OfferFilter) {
      self.problem = problem
      self.filter = filter
    }

    mutating func add(_ slot: OrderSlot, at index: Int, _ vacancy: Vacancy) {
      if slot.isSettled { return settle(slot, at: index) }
      let amount = slot.amount
      var options: [Instance.SlotOption] = []
      var names: [PartID?] = []
      var choices: [Part] = []
      var reasons: [OfferFilter.Refusal: Int] = [:]
      var mayStayEmpty = false
      for part in slot.candidates {
        let product = product(for: part, in: problem.orders[slot.order].id, under: slot.policy)
        guard !usable[product].isEmpty else {
          reasons.merge(refusals[product] ?? [:], uniquingKeysWith: +)
          continue
        }
        largestAmount[product] += amount
        options.append(.init(product: Int32(product), amount: amount, cost: 0))
        names.append(part.id)
        choices.append(part)
      }
      if options.isEmpty { unsourced[index] = reasons }
      if vacancy.excludes(index) { (options, names, choices) = ([], [], []) }
      if case .allowed = vacancy { mayStayEmpty = true }
      if mayStayEmpty || options.isEmpty {
        options.append(.init(product: -1, amount: 0, cost: 0))
        names.append(nil)
      }
      slots.append(options)
      slotParts.append(names)
      slotChoices.append(choices)
    }

    /// A slot that is filled without a purchase: its only option is empty and costs nothing. The part at hand, where it is known,
    /// counts for the rules.
    private mutating func settle(_ slot: OrderSlot, at index: Int) {
      if var ask = problem.estimates[index] {
        ask.floors = ask.floors.filter { [ask] floor in
          problem.stalls[floor.place].map {
            filter.refusal(of: ask.offer(at: floor.place), at: $0, under: slot.policy) == nil
          } ?? false
        }
        if !ask.floors.isEmpty { asks.append(ask) }
      }
      slots.append([.init(product: -1, amount: 0, cost: 0)])
      slotParts.append([slot.partOnHand?.id])
      slotChoices.append([slot.partOnHand].compactMap(\.self))
    }

    /// Gives each slot that is asked for a product of its own, of which a lot is to be had on any of its floors, beside the option not
    /// to ask, which costs what is done otherwise. Rules take the two for one.
    mutating func addAsks(_ choices: ChoiceModel) -> ChoiceModel {
      guard !asks.isEmpty else { return choices }
      var kept = choices.optionCounts.map { Array(0..<$0) }
      for (number, ask) in asks.enumerated() {
        kept[ask.slot] = [0, 0]
        slots[ask.slot] = [
          .init(product: Int32(keys.count + number), amount: 1, cost: 0),
          .init(product: -1, amount: 0, cost: ask.otherwise.microYuan),
        ]
        slotParts[ask.slot] = [nil, nil]
      }
      return choices.keeping(kept)
    }

    /// Each order's rules over the options as they are now.
    var selections: [BoardSelection] {
      var first = 0
      return problem.orders.map { order in
        let own = first..<first + order.board.slots.count
        first = own.upperBound
        return BoardSelection(
          RuledBoard(order.board, candidates: order.candidates), options: Array(slotChoices[own]),
          mayStayEmpty: Set(
            own.filter { slots[$0].count > slotChoices[$0].count }.map { $0 - own.lowerBound }))
      }
    }

    /// Drops options that no allowed selection takes, and returns what is left to decide. Where no selection is allowed at all,
    /// everything stays and the model says so.
    mutating func keepAllowed(_ choices: ChoiceModel) -> ChoiceModel {
      guard let residual = choices.residual() else { return choices }
      for (slot, open) in residual.open.enumerated() {
        slots[slot] = open.map { slots[slot][$0] }
        slotParts[slot] = open.map { slotParts[slot][$0] }
      }
      return residual.model
    }

    private mutating func product(for part: Part, in order: OrderID, under policy: PurchasePolicy) -> Int {
      let key = LineKey(order: order, part: part.id, package: part.package, policy: policy)
      if let known = productOf[key] { return known }
      let product = keys.count
      productOf[key] = product
      keys.append(key)
      parts.append(part)
      largestAmount.append(0)
      var good: [Offer] = []
      for offer in problem.offers[part.id] ?? [] where offer.sells(part) {
        guard let stall = problem.stalls[offer.stall] else { continue }
        if let refusal = filter.refusal(of: offer, at: stall, under: policy) {
          refusals[product, default: [:]][refusal, default: 0] += 1
        } else {
          good.append(offer)
          sharers[offer.id, default: []].append(product)
        }
      }
      usable.append(good)
      return product
    }

    /// What every line can need at most, and where it can be bought.
    var lines: [(need: Int, offers: [(offer: Offer, risk: Money)])] {
      keys.indices.map { product in
        (
          problem.need(of: parts[product], amount: largestAmount[product]),
          usable[product].compactMap { offer in
            problem.stalls[offer.stall].map {
              (offer, problem.riskPerPiece(of: offer, at: $0, under: keys[product].policy))
            }
          }
        )
      }
    }

    /// Seconds that all orders from shops that ship take at most.
    func ordering(at stalls: [Stall]) -> Int {
      var products: [PlaceID: Int] = [:]
      for offers in usable { for stall in Set(offers.map(\.stall)) { products[stall, default: 0] += 1 } }
      return stalls.filter { $0.position == nil }.reduce(0) { sum, stall in
        sum + stall.setupSeconds + min(products[stall.id, default: 0], slots.count) * stall.lineSeconds
      }
    }

    /// Stock that `product` may count on. Lines that share an offer's goods (the same part under two policies) divide
    /// them beforehand: each before this one keeps what it can need at most.
    func stock(of offer: Offer, for product: Int) -> Int {
      var left = offer.stock
      for other in sharers[offer.id] ?? [] where other < product {
        left -= problem.need(of: parts[other], amount: largestAmount[other])
      }
      return max(0, left)
    }
  }
}

extension [Agent] {
  /// Who places the orders from shops that ship: of those whose hours hold orders of `longest` seconds the one whose hour costs
  /// least; where nobody's do, of those with the longest hours. The first of equal ones.
  func orderer(longest: Int) -> Int? {
    let most = map { $0.finish - $0.start }.max() ?? 0
    return indices.filter { self[$0].finish - self[$0].start >= Swift.min(longest, most) }
      .min { (self[$0].ratePerHour, $0) < (self[$1].ratePerHour, $1) }
  }
}
