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

  /// What the board costs whatever the day brings.
  var fixedCost: Money { CostTerms.constant(of: fixedSpending(paidToday: { _ in false })) }

  /// Services and what is spent once.
  private func fixedSpending(paidToday: (Service) -> Bool) -> Spending {
    var spending = Spending()
    spending.services = zip(services.chosen, services.amounts).map { ($1, paidToday($0)) }
    spending.oneTimeCosts = problem.order.board.oneTimeCosts.map(\.amount)
    return spending
  }

  /// The order that the board is built for.
  private var order: OrderID { problem.order.id }

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
    let (walks, deliveries) = try writer?.walks(written?.purchases ?? [:], lines: lines) ?? ([], [])
    let missing = problem.order.board.planMissing
    let asked = problem.askedLines(writer?.estimates(network) ?? [:])
    let isWhole = status == .optimal || status == .feasible
    let steps = try schedule(
      walks: walks, deliveries: deliveries, isKitComplete: isWhole && missing == nil && asked == nil)
    let cost = cost(writer: writer, lines: lines, walks: walks, deliveries: deliveries, steps: steps)
    let floor = isWhole ? floor ?? self.floor : .zero
    let bound = isWhole ? bound(outcome, floor: floor, cost: cost) : nil
    let board = problem.order.board
    return PlanDocument(
      orders: [
        PlanOrder(
          id: order, board: board.name, title: board.title, count: problem.order.count, fillings: board.planFillings,
          oneTimeCosts: board.planOneTimeCosts, bomLines: board.bill?.fittedLines)
      ], date: problem.date,
      market: PlanMarket(problem.profile),
      status: status, cost: cost, bound: bound.map { Amount($0) },
      gap: bound.flatMap { Share(of: cost.total.money - $0, in: cost.total.money) },
      decidableGap: bound.flatMap { decidableGap(bound: $0, floor: floor, cost: cost) },
      lines: lines, agents: try writer?.agents() ?? [],
      places: writer?.places(lines: lines, walks: walks, deliveries: deliveries, asked: asked ?? []) ?? [],
      walks: walks,
      deliveries: deliveries, schedule: steps,
      services: zip(services.chosen, services.amounts).map { service, amount in
        PlanService(
          id: service.id, order: order, name: LocalizedText(english: service.english, chinese: service.chinese),
          amount: Amount(amount), isPaidThatDay: startsToday(service, steps), isAssumed: service.standing == .assumed)
      },
      baselines: baselines,
      warnings: Warnings(
        problem: problem, model: model, network: network, lines: lines, walks: walks
      ).all(),
      conflict: conflict,
      assumptions: assumptions(deliveries, asked) + rates(of: lines), solver: report(outcome), inputs: problem.inputs,
      invoice: board.policy.invoice, map: PlanMapWriter(problem: problem, network: network).map(of: walks, deliveries),
      excerpt: excerpt, missing: missing, bom: problem.billLines(lines), asked: asked, onHand: problem.handLines,
      markets: problem.others.isEmpty ? nil : problem.markets.map { PlanMarket($0) })
  }

  /// How the market was cut, for the reader.
  private var excerpt: PlanReduction? {
    problem.excerpt.map {
      PlanReduction(
        stalls: problem.stalls.keys.count { $0.floor == nil }, ofStalls: $0.stallsInAll,
        offers: problem.offers.values.reduce(0) { $0 + $1.count },
        ofOffers: $0.offersInAll)
    }
  }

  private func schedule(walks: [PlanWalk], deliveries: [PlanDelivery], isKitComplete: Bool) throws(PlanningError)
    -> [ScheduleStep]
  {
    // The kit is complete when the last goods are there: carried on from where their buyer ends, or in a parcel.
    let carried = try walks.map { (walk) throws(PlanningError) in
      guard let there = walk.finish.adding(seconds: network.secondsToKit[walk.to] ?? 0) else {
        throw .dateOutOfRange(problem.date.description)
      }
      return there
    }
    guard
      let kit = (carried + deliveries.compactMap(\.ready)).max()
        ?? LocalTime(problem.date, secondOfDay: problem.hours.start)
    else {
      throw .dateOutOfRange(problem.date.description)
    }
    return try services.schedule(
      problem, kitComplete: kit, kitPlace: problem.kitPlace,
      kitName: isKitComplete
        ? LocalizedText(english: "kit complete", chinese: "齐套")
        : LocalizedText(english: "kit, not complete", chinese: "未齐套"))
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

  /// Settings without a source; those of a shop where something is ordered there, those of asking as far as something is asked for.
  private func assumptions(_ deliveries: [PlanDelivery], _ asked: [AskedLine]?) -> [Assumption] {
    let asks = (asked ?? []).filter { $0.estimate != nil }
    let shops = Set(deliveries.map(\.stall))
    var known: Set<Assumption> = []
    return problem.markets.flatMap(\.settings).filter { setting in
      setting.standing == .assumed && (MarketProfile.shop(of: setting).map(shops.contains) ?? true)
        && (!MarketProfile.isAboutAsking(setting) || asks.contains { rests($0, on: setting) })
    }
    .map { Assumption(name: $0.name, value: $0.value, why: $0.source) }.filter { known.insert($0).inserted }
      + problem.order.board.assumptions
  }

  /// Whether a line's estimate follows from a setting of asking.
  private func rests(_ line: AskedLine, on setting: MarketSetting) -> Bool {
    let words = setting.name.split(separator: ".").map(String.init)
    guard words.count > 2, let estimate = line.estimate else { return true }
    let place = estimate.place?.floor
    switch words[1] {
    case "factor": return words[2] == estimate.condition.rawValue && estimate.amount != nil
    case "at":
      return words[2] == "default"
        || place.map { ["\($0.building)", "\($0.building)/\($0.number)"].contains(words[2]) } ?? false
    case "goods": return line.name == nil && line.slots.contains { $0.prefix { $0.isLetter }.uppercased() == words[2] }
    default: return true
    }
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
