internal import Base
internal import BoardSpec
internal import Market
internal import Optimizer
internal import SourcingPlan

/// One search over one day's model, and how its answer becomes a document.
struct PlanAssembler {
  let facts: SourcingFacts
  let services: ServicePlan
  var model: DayModel
  let network: MarketNetwork
  let request: PlanRequest

  /// What the board costs whatever the day brings.
  var fixedCost: Money { CostTerms.constant(of: fixedSpending(paidToday: { _ in false })) }

  /// Services and what is spent once.
  private func fixedSpending(paidToday: (Service) -> Bool) -> Spending {
    var spending = Spending()
    spending.services = zip(services.chosen, services.amounts).map { ($1, paidToday($0)) }
    spending.oneTimeCosts = facts.board.oneTimeCosts.map(\.amount)
    return spending
  }

  /// The order that the board is built for.
  private var order: OrderID { OrderID(facts.board.name) }

  func document(
    _ solution: Optimizer.Solution?, outcome: Outcome, status: PlanDocument.Status, baselines: [Baseline],
    conflict: [Conflict]
  ) throws(PlanningError) -> PlanDocument {
    let writer = solution.map { PlanWriter(facts: facts, model: model, solution: $0) }
    let written = writer?.lines()
    let lineOfProduct = written?.lineOfProduct ?? [:]
    let lines = writer.map { Fallbacks($0).added(to: written?.lines ?? [], lineOfProduct: lineOfProduct) } ?? []
    let (walks, deliveries) = try writer?.walks(written?.purchases ?? [:], lines: lines) ?? ([], [])
    let missing = facts.board.planMissing
    let isWhole = status == .optimal || status == .feasible
    let steps = try schedule(walks: walks, deliveries: deliveries, isKitComplete: isWhole && missing == nil)
    let cost = cost(writer: writer, lines: lines, walks: walks, deliveries: deliveries, steps: steps)
    let bound = isWhole ? bound(outcome, cost: cost) : nil
    return PlanDocument(
      orders: [
        PlanOrder(
          id: order, board: facts.board.name, title: facts.board.title, count: facts.day.boards,
          fillings: facts.board.planFillings, oneTimeCosts: facts.board.planOneTimeCosts,
          bomLines: facts.board.bill?.fittedLines)
      ], date: facts.day.date,
      market: PlanMarket(
        id: facts.profile.id, name: LocalizedText(english: facts.profile.english, chinese: facts.profile.chinese),
        sampleNotice: facts.profile.sampleNotice),
      status: status, cost: cost, bound: bound.map { Amount($0) },
      gap: bound.flatMap { Share(of: cost.total.money - $0, in: cost.total.money) },
      decidableGap: bound.flatMap { decidableGap(bound: $0, cost: cost) },
      lines: lines, agents: try writer?.agents() ?? [],
      places: writer?.places(lines: lines, walks: walks, deliveries: deliveries) ?? [], walks: walks,
      deliveries: deliveries, schedule: steps,
      services: zip(services.chosen, services.amounts).map { service, amount in
        PlanService(
          id: service.id, order: order, name: LocalizedText(english: service.english, chinese: service.chinese),
          amount: Amount(amount), isPaidThatDay: startsToday(service, steps), isAssumed: service.standing == .assumed)
      },
      baselines: baselines, warnings: Warnings(facts: facts, model: model, lines: lines, walks: walks).all(),
      conflict: conflict,
      assumptions: assumptions + rates(of: lines), solver: report(outcome), inputs: facts.inputs,
      invoice: facts.board.policy.invoice,
      map: PlanMapWriter(facts: facts, network: network).map(of: walks, deliveries), excerpt: excerpt, missing: missing)
  }

  /// How the market was cut, for the reader.
  private var excerpt: PlanReduction? {
    facts.excerpt.map {
      PlanReduction(
        stalls: facts.stalls.count, ofStalls: $0.stallsInAll, offers: facts.offers.values.reduce(0) { $0 + $1.count },
        ofOffers: $0.offersInAll)
    }
  }

  private func schedule(walks: [PlanWalk], deliveries: [PlanDelivery], isKitComplete: Bool) throws(PlanningError)
    -> [ScheduleStep]
  {
    let lastDelivery = deliveryDays(deliveries)
    let back = walks.map(\.finish).max() ?? LocalTime(facts.day.date, secondOfDay: facts.day.start)
    guard let kit = back?.adding(seconds: lastDelivery * 86_400) else {
      throw .dateOutOfRange(facts.day.date.description)
    }
    return try services.schedule(
      facts, kitComplete: kit, kitPlace: facts.day.to,
      kitName: isKitComplete
        ? LocalizedText(english: "kit complete", chinese: "齐套")
        : LocalizedText(english: "kit, not complete", chinese: "未齐套"))
  }

  /// Days until the last parcel arrives; 0 where nothing is ordered.
  private func deliveryDays(_ deliveries: [PlanDelivery]) -> Int {
    deliveries.compactMap { facts.stalls[$0.stall]?.shippingDays }.max() ?? 0
  }

  private func cost(
    writer: PlanWriter?, lines: [PlanLine], walks: [PlanWalk], deliveries: [PlanDelivery], steps: [ScheduleStep]
  )
    -> PlanCost
  {
    let fixed = fixedSpending { startsToday($0, steps) }
    var spending = writer?.spending(lines: lines, walks: walks, deliveries: deliveries) ?? Spending()
    spending.services = fixed.services
    spending.oneTimeCosts = fixed.oneTimeCosts
    return PlanCost(of: spending)
  }

  /// The solver's bound with services and one-time costs. Every term of a plan is a whole number of fen, so that the bound of
  /// a proven plan is its total.
  private func bound(_ outcome: Outcome, cost: PlanCost) -> Money {
    min(Money(microYuan: max(0, outcome.bound)) + fixedCost, cost.total.money)
  }

  /// The gap as a share of what planning can decide: the total less the fixed costs and each slot's cheapest goods.
  private func decidableGap(bound: Money, cost: PlanCost) -> Share? {
    let goods = min(model.instance.cheapestGoods, facts.excerpt?.cheapest ?? .max)
    let floor = fixedCost + Money(microYuan: goods)
    let decidable = cost.total.money - floor
    return Share(of: cost.total.money - bound, in: decidable)
  }

  private func startsToday(_ service: Service, _ steps: [ScheduleStep]) -> Bool {
    steps.first { $0.place == service.id }?.start.date == facts.day.date
  }

  private var assumptions: [Assumption] {
    facts.profile.settings.filter { $0.standing == .assumed }
      .map { Assumption(name: $0.name, value: $0.value, why: $0.source) }
      + facts.board.assumptions
  }

  /// Exchange rates behind the lines' prices that are assumed.
  private func rates(of lines: [PlanLine]) -> [Assumption] {
    let used = Set(lines.flatMap(\.buys).compactMap { $0.price?.rate }).filter { $0.source.hasPrefix("assumed") }
    return used.sorted { ($0.currency, $0.date) < ($1.currency, $1.date) }.map {
      Assumption(name: "rate.\($0.currency)", value: "\($0.decimal) CNY, \($0.date)", why: $0.source)
    }
  }

  private func report(_ outcome: Outcome) -> SolverReport {
    let statistics = outcome.statistics
    let isTimed = request.search.workLimit == nil
    return SolverReport(
      threads: isTimed ? request.search.threads : nil, seed: request.search.seed,
      seconds: isTimed ? statistics.seconds : nil, secondsToFirst: isTimed ? statistics.secondsToFirst : nil,
      secondsToBest: isTimed ? statistics.secondsToBest : nil, nodes: statistics.nodes, cuts: statistics.cuts,
      moves: statistics.moves)
  }
}
