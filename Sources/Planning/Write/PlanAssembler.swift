internal import Base
internal import BoardSpec
internal import Market
internal import Optimizer
internal import SourcingPlan

/// One search over one day's model, and how its answer becomes a document.
struct PlanAssembler {
  var problem: PlanningProblem
  let services: ServicePlan
  var model: DayModel
  let network: MarketNetwork
  let request: PlanRequest

  /// What is spent once for this way of building the board; nil where nothing is.
  var oneTime: Money? {
    problem.order.board.oneTimeCosts.isEmpty ? nil : problem.order.board.oneTimeCosts.reduce(.zero) { $0 + $1.amount }
  }

  /// What the board costs whatever the day brings.
  var fixedCost: Money { services.total + (oneTime ?? .zero) }

  /// No plan of the whole costs less: fixed costs, and what is paid and risked for goods as if stalls were free to reach.
  var floor: Money {
    let goods = LeastGoods(model.instance, countsRisk: true).total
    return fixedCost + Money(microYuan: min(goods, problem.excerpt?.cheapest ?? .max))
  }

  /// - Parameter floor: the least floor of all variants that the plan was chosen from; nil where there is no other.
  func document(
    _ solution: Optimizer.Solution?, outcome: Outcome, status: PlanDocument.Status, baselines: [Baseline],
    conflict: [Conflict], floor: Money? = nil
  ) throws(PlanningError) -> PlanDocument {
    let writer = solution.map { PlanWriter(problem: problem, model: model, solution: $0) }
    let written = writer?.lines()
    let lineOfProduct = written?.lineOfProduct ?? [:]
    let lines = writer.map { Fallbacks($0).added(to: written?.lines ?? [], lineOfProduct: lineOfProduct) } ?? []
    let walks = try writer?.walks(lineOfProduct: lineOfProduct) ?? []
    let missing = problem.order.board.planMissing
    let isWhole = status == .optimal || status == .feasible
    let steps = try schedule(walks: walks, isKitComplete: isWhole && missing == nil)
    let cost = cost(writer: writer, lines: lines, steps: steps)
    let floor = isWhole ? floor ?? self.floor : .zero
    let bound = isWhole ? bound(outcome, floor: floor, cost: cost) : nil
    return PlanDocument(
      board: problem.order.board.name, title: problem.order.board.title, boards: problem.order.count,
      date: problem.date,
      market: PlanMarket(
        id: problem.profile.id, name: LocalizedText(english: problem.profile.english, chinese: problem.profile.chinese),
        sampleNotice: problem.profile.sampleNotice),
      status: status, cost: cost, bound: bound.map { Amount($0) },
      gap: bound.flatMap { Share(of: cost.total.money - $0, in: cost.total.money) },
      decidableGap: bound.flatMap { decidableGap(bound: $0, floor: floor, cost: cost) },
      lines: lines, walks: walks, schedule: steps,
      services: zip(services.chosen, services.amounts).map { service, amount in
        PlanService(
          id: service.id, name: LocalizedText(english: service.english, chinese: service.chinese),
          amount: Amount(amount), isPaidThatDay: startsToday(service, steps), isAssumed: service.standing == .assumed)
      },
      baselines: baselines, warnings: Warnings(problem: problem, model: model, lines: lines, walks: walks).all(),
      conflict: conflict,
      assumptions: assumptions + rates(of: lines), solver: report(outcome), inputs: problem.inputs,
      invoice: problem.order.board.policy.invoice,
      map: PlanMapWriter(problem: problem, network: network).map(of: walks), fillings: problem.order.board.planFillings,
      oneTimeCosts: problem.order.board.planOneTimeCosts, excerpt: excerpt, missing: missing,
      bomLines: problem.order.board.bill?.fittedLines)
  }

  /// How the market was cut, for the reader.
  private var excerpt: PlanReduction? {
    problem.excerpt.map {
      PlanReduction(
        stalls: problem.stalls.count, ofStalls: $0.stallsInAll,
        offers: problem.offers.values.reduce(0) { $0 + $1.count },
        ofOffers: $0.offersInAll)
    }
  }

  private func schedule(walks: [PlanWalk], isKitComplete: Bool) throws(PlanningError) -> [ScheduleStep] {
    let lastDelivery = model.stalls.isEmpty ? 0 : deliveryDays(walks: walks)
    let back = walks.map(\.finish).max() ?? LocalTime(problem.date, secondOfDay: problem.start)
    guard let kit = back?.adding(seconds: lastDelivery * 86_400) else {
      throw .dateOutOfRange(problem.date.description)
    }
    return try services.schedule(
      problem, kitComplete: kit, kitPlace: problem.agents[0].to,
      kitName: isKitComplete
        ? LocalizedText(english: "kit complete", chinese: "齐套")
        : LocalizedText(english: "kit, not complete", chinese: "未齐套"))
  }

  /// Days until the last parcel of the shops on the plan arrives; 0 where everything is carried.
  private func deliveryDays(walks: [PlanWalk]) -> Int {
    walks.flatMap(\.visits).compactMap { problem.stalls[$0.stall]?.shippingDays }.max() ?? 0
  }

  private func cost(writer: PlanWriter?, lines: [PlanLine], steps: [ScheduleStep]) -> PlanCost {
    let paidToday = zip(services.chosen, services.amounts).reduce(Money.zero) { sum, entry in
      startsToday(entry.0, steps) ? sum + entry.1 : sum
    }
    var cost =
      writer?.cost(lines: lines)
      ?? PlanCost(
        total: Amount(.zero), goods: Amount(.zero), time: Amount(.zero), fares: Amount(.zero), risk: Amount(.zero),
        services: Amount(.zero), cash: Amount(.zero))
    cost.total.money = cost.total.money + fixedCost
    cost.services.money = services.total
    cost.nre = oneTime.map { Amount($0) }
    cost.cash.money = cost.cash.money + paidToday
    return cost
  }

  /// The solver's bound with services and one-time costs, or the floor where that says more. Every term of a plan is a whole
  /// number of fen, so that the bound of a proven plan is its total.
  private func bound(_ outcome: Outcome, floor: Money, cost: PlanCost) -> Money {
    min(max(Money(microYuan: max(0, outcome.bound)) + fixedCost, floor), cost.total.money)
  }

  /// The gap as a share of what planning can decide: what the total is above the floor. At most the whole, as no bound is below
  /// the floor.
  private func decidableGap(bound: Money, floor: Money, cost: PlanCost) -> Share? {
    Share(of: cost.total.money - bound, in: cost.total.money - floor)
  }

  private func startsToday(_ service: Service, _ steps: [ScheduleStep]) -> Bool {
    steps.first { $0.place == service.id }?.start.date == problem.date
  }

  private var assumptions: [Assumption] {
    problem.profile.settings.filter { $0.standing == .assumed }
      .map { Assumption(name: $0.name, value: $0.value, why: $0.source) }
      + problem.order.board.assumptions
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
