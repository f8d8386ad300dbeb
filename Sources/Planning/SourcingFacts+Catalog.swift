internal import Base
internal import BoardSpec
internal import CatalogStore
internal import Electronics
internal import Market
internal import SourcingPlan

extension SourcingFacts {
  /// Gathers what the board's slots can draw on. Throws `PlanningError` and `CatalogError`.
  init(_ board: Board, catalog: Catalog, request: PlanRequest, inputs: PlanInputs) throws {
    let market = request.market ?? board.market
    guard let profile = try catalog.market(market) else {
      throw PlanningError.unknownMarket(market, known: try catalog.markets().map(\.id))
    }
    self.board = board
    self.profile = profile
    self.inputs = inputs
    day = try PlannedDay(board, profile: profile, request: request)
    categories = Dictionary(uniqueKeysWithValues: try catalog.categories().map { ($0.id, $0) })
    attrition = Dictionary(uniqueKeysWithValues: try catalog.attrition().map { ($0.handling, $0) })

    var byCategory: [String: [Part]] = [:]
    candidates = try board.slots.map { slot in
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
      return found.values.sorted { $0.id < $1.id }
    }
    let wanted = Set(candidates.flatMap { $0.map(\.id) })
    (offers, stalls) = ([:], [:])
    buildings = Dictionary(uniqueKeysWithValues: try catalog.buildings(market: market).map { ($0.id, $0) })
    services = try catalog.services(market: market)
    try checkNeeds()
    if profile.kind == .walking, try catalog.offerCount(of: wanted, market: market) > MarketReduction.offerLimit {
      try takeExcerpt(of: wanted, from: catalog)
      return
    }
    offers = try catalog.offers(of: wanted, market: market)
    stalls = try catalog.stalls(Set(offers.values.flatMap { $0.map(\.stall) }), market: market)
  }
}

extension PlannedDay {
  init(_ board: Board, profile: MarketProfile, request: PlanRequest) throws(PlanningError) {
    boards = request.boards ?? board.quantity
    guard let date = request.date ?? LocalDate(board.day.date) else { throw .dateOutOfRange(board.day.date) }
    self.date = date
    start = request.start ?? board.day.start
    finish = request.finish ?? board.day.finish
    guard start < finish else { throw .finishBeforeStart }
    // Another market than the board's has other places: its own default stands.
    let isOwn = profile.id == board.market
    let home = profile.kind == .mailOrder ? "" : profile.defaultStart
    guard let from = (isOwn ? board.day.from : nil) ?? home, let to = (isOwn ? board.day.to : nil) ?? home else {
      throw .noStart(market: profile.id)
    }
    self.from = from
    self.to = to
    buyers = board.day.buyers
    if let count = request.buyers, let first = board.day.buyers.first {
      buyers = (0..<count).map { number in
        number < board.day.buyers.count
          ? board.day.buyers[number]
          : Buyer(name: "\(first.name)\(number + 1)", ratePerHour: first.ratePerHour, load: first.load)
      }
    }
    budget = request.budget ?? board.policy.budget
    radius = request.radius
    priceAge = request.priceAge ?? Offer.usualPriceAge
  }
}

extension MarketNetwork {
  /// The graph of the facts' market; none for shops that ship. Throws `PlanningError` and `CatalogError`.
  init(_ facts: SourcingFacts, catalog: Catalog) throws {
    guard facts.profile.kind == .walking else {
      try self.init(facts, graph: nil)
      return
    }
    let market = facts.profile.id
    let links = try catalog.links(market: market)
    let graph: WalkingGraph
    do {
      graph = try WalkingGraph(
        buildings: Array(facts.buildings.values), nodes: try catalog.nodes(market: market),
        links: links, walkingSpeed: facts.profile.walkingSpeed)
    } catch let error as WalkingGraphError {
      throw PlanningError.brokenGraph("\(error)", market: market)
    }
    try self.init(facts, graph: graph, links: links)
  }
}
