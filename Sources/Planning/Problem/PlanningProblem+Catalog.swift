internal import Base
internal import BoardSpec
internal import CatalogStore
internal import Electronics
internal import Market
internal import SourcingPlan

extension PlanningProblem {
  /// Gathers what the board's slots can draw on. Throws `PlanningError` and `CatalogError`.
  init(_ board: Board, catalog: Catalog, request: PlanRequest, inputs: PlanInputs) throws {
    let markets = try Self.markets(request.markets ?? request.market.map { [$0] } ?? board.markets, catalog)
    let profile = markets[0]
    let market = profile.id
    let usesSample = request.usesSample ?? board.usesSample
    leavesOutSample = try !usesSample && markets.contains { try catalog.hasSample(market: $0.id) }
    let catalog = usesSample ? catalog : catalog.withoutSample()
    self.profile = profile
    others = Array(markets.dropFirst())
    do { calendar = try profile.calendar() } catch {
      guard case .unreadable(let name, let value, _) = error else { throw error }
      throw PlanningError.brokenCalendar(setting: name, value: value, market: market)
    }
    self.inputs = inputs
    guard let date = request.date ?? LocalDate(board.day.date) else {
      throw PlanningError.dateOutOfRange(board.day.date)
    }
    self.date = date
    let hasWays = try !catalog.nodeIDs(market: market).isEmpty
    hours = DayHours(
      start: request.start ?? board.day.start, finish: request.finish ?? board.day.finish,
      cutsStart: request.start != nil, cutsFinish: request.finish != nil)
    crew = try Agent.all(of: board, profile: profile, hasWays: hasWays, hours: hours, count: request.buyers)
    guard hours.start < hours.finish, let first = crew.first(where: \.hasTime) else {
      throw hours.noTime
    }
    // Where the day ends, or else its first agent.
    let home = hasWays ? profile.defaultStart : ""
    kitPlace = (profile.id == board.market && hasWays ? board.day.to : nil) ?? home ?? first.to
    budget = request.budget ?? board.policy.budget
    radius = request.radius
    priceAge = request.priceAge ?? Offer.usualPriceAge
    categories = Dictionary(uniqueKeysWithValues: try catalog.categories().map { ($0.id, $0) })
    attrition = Dictionary(uniqueKeysWithValues: try catalog.attrition().map { ($0.handling, $0) })

    var byCategory: [String: [Part]] = [:]
    let candidates = try board.slots.map { slot in
      var found: [PartID: Part] = [:]
      for requirement in slot.requirements {
        let pool: [Part]
        if let mpn = requirement.mpn {
          pool = try catalog.parts(mpn: mpn)
        } else if let category = requirement.category {
          if byCategory[category] == nil { byCategory[category] = try catalog.parts(category: category) }
          pool = byCategory[category] ?? []
        } else {
          pool = []
        }
        for part in pool where requirement.matches(part) { found[part.id] = part }
      }
      if let asked = slot.asked, let mpn = asked.mpn {
        for part in try catalog.quotedParts(mpn: mpn) where asked.isNamed(by: part.id) { found[part.id] = part }
      }
      return found.values.sorted { $0.id < $1.id }
    }
    orders = [Order(board, count: request.boards ?? board.quantity, candidates: candidates)]
    let wanted = Set(candidates.flatMap { $0.map(\.id) })
    (offers, stalls) = ([:], [:])
    buildings = Dictionary(uniqueKeysWithValues: try catalog.buildings(market: market).map { ($0.id, $0) })
    services = try catalog.services(market: market)
    try takeFromStock(board.stock + request.stock) { part in
      try markets.contains { try !catalog.offers(of: [part], market: $0.id).isEmpty }
    }
    try checkNeeds()
    if isWalked, try catalog.offerCount(of: wanted, market: market) > MarketReduction.offerLimit {
      try takeExcerpt(of: wanted, from: catalog)
      markAsked()
      try estimateAsked(from: catalog)
      return
    }
    offers = try catalog.offers(of: wanted, market: market)
    stalls = try catalog.stalls(Set(offers.values.flatMap { $0.map(\.stall) }), market: market)
    try addOtherMarkets(of: wanted, from: catalog)
    markAsked()
    try estimateAsked(from: catalog)
  }
}

extension Agent {
  /// The board's buyers, or as many as are asked for: the board's first ones, then others like its first, numbered on.
  ///
  /// - Parameter hasWays: whether the market has places that are walked between.
  fileprivate static func all(
    of board: Board, profile: MarketProfile, hasWays: Bool, hours: DayHours, count: Int?
  ) throws(PlanningError) -> [Agent] {
    // Another market than the board's has other places: its own default stands.
    let isOwn = profile.id == board.market && hasWays
    let home = hasWays ? profile.defaultStart : ""
    var agents: [Agent] = []
    for buyer in board.day.buyers(count) {
      guard let from = (isOwn ? buyer.from ?? board.day.from : nil) ?? home,
        let to = (isOwn ? buyer.to ?? board.day.to : nil) ?? home
      else { throw .noStart(market: profile.id) }
      agents.append(Agent(buyer, on: hours, from: from, to: to))
    }
    return agents
  }
}

extension Day {
  /// So many of the buyers, nil for all: behind the last one others like the first, with the next numbers that no name has.
  fileprivate func buyers(_ count: Int?) -> [Buyer] {
    guard let count, let first = buyers.first else { return buyers }
    var all = Array(buyers.prefix(count))
    var number = all.count
    while all.count < count {
      number += 1
      var next = first
      next.name = "\(first.name)\(number)"
      if !all.contains(where: { $0.name == next.name }) { all.append(next) }
    }
    return all
  }
}

extension MarketNetwork {
  /// The graph of the problem's market; none for shops that ship. Throws `PlanningError` and `CatalogError`.
  init(_ problem: PlanningProblem, catalog: Catalog) throws {
    guard problem.isWalked else {
      try self.init(problem, graph: nil)
      return
    }
    let market = problem.profile.id
    let links = try catalog.links(market: market)
    let graph: WalkingGraph
    do {
      graph = try WalkingGraph(
        buildings: Array(problem.buildings.values), nodes: try catalog.nodes(market: market),
        links: links, walkingSpeed: problem.profile.walkingSpeed)
    } catch let error as WalkingGraphError {
      throw PlanningError.brokenGraph("\(error)", market: market)
    }
    try self.init(problem, graph: graph, links: links)
  }
}
