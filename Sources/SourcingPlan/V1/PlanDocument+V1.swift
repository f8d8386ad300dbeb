internal import Base
internal import Market

extension PlanDocument {
  /// The same plan in this schema: its board is the one order, and what it says by position it says by id.
  init(_ old: PlanDocumentV1) {
    let order = OrderID(old.board)
    let lines = old.lines.map { PlanLine($0, of: order) }
    self.init(
      orders: [
        PlanOrder(
          id: order, board: old.board, title: old.title, count: old.boards, fillings: old.fillings,
          oneTimeCosts: old.oneTimeCosts, bomLines: old.bomLines)
      ],
      date: old.date, market: old.market, status: old.status, cost: old.cost, bound: old.bound, gap: old.gap,
      decidableGap: old.decidableGap, lines: lines, agents: nil, places: nil,
      walks: old.walks.map { PlanWalk($0, lines) },
      deliveries: old.walks.flatMap { walk in
        walk.visits.filter { $0.place == nil }.map { PlanDelivery($0, by: AgentID(walk.buyer), lines) }
      },
      schedule: ScheduleStep.steps(old.schedule, of: order), services: old.services, baselines: old.baselines,
      warnings: old.warnings, conflict: old.conflict, assumptions: old.assumptions, solver: old.solver,
      inputs: old.inputs, invoice: old.invoice, map: old.map, ways: old.ways, excerpt: old.excerpt,
      missing: old.missing.map { missing in missing.map { MissingLine($0, of: order) } })
    schema = Self.firstSchema
    currency = old.currency
    complete = old.complete
    statesFooting = false
  }
}

extension PlanLine {
  fileprivate init(_ old: PlanDocumentV1.Line, of order: OrderID) {
    self.init(
      order: order, slots: old.slots, mpn: old.mpn, maker: old.maker, category: old.category, package: old.package,
      name: old.name, need: old.need, buys: [], fallback: old.fallback, parameters: old.parameters,
      source: old.source)
    buys = old.buys.enumerated().map { index, buy in
      PlanBuy(
        id: PurchaseID(id, index + 1), stall: buy.stall, offer: buy.offer, quantity: buy.quantity,
        unitPrice: buy.unitPrice, amount: buy.amount, condition: buy.condition, risk: buy.risk, seen: buy.seen,
        isSample: buy.isSample, breakFrom: buy.breakFrom, nextBreak: buy.nextBreak, source: buy.source,
        price: buy.price, isStale: buy.isStale)
    }
  }

  /// The purchases of lines at a stall, by the lines' positions; one that names no purchase where there is none.
  fileprivate static func purchases(_ positions: [Int], at stall: PlaceID, in lines: [PlanLine]) -> [PurchaseID] {
    positions.flatMap { position -> [PurchaseID] in
      guard lines.indices.contains(position) else { return [PurchaseID("line \(position)#0")] }
      let found = lines[position].buys.filter { $0.stall == stall }.map(\.id)
      return found.isEmpty ? [PurchaseID(lines[position].id, 0)] : found
    }
  }
}

extension PlanWalk {
  fileprivate init(_ old: PlanDocumentV1.Walk, _ lines: [PlanLine]) {
    self.init(
      agent: AgentID(old.buyer), start: old.start, finish: old.finish, from: old.from, to: old.to, cash: old.cash,
      visits: old.visits.filter { $0.place != nil }.map { visit in
        PlanVisit(
          stall: visit.stall, name: visit.name, place: visit.place, arrive: visit.arrive, begin: visit.begin,
          depart: visit.depart, walkSeconds: visit.walkSeconds,
          purchases: PlanLine.purchases(visit.lines, at: visit.stall, in: lines),
          pickUps: PlanLine.purchases(visit.pickUps, at: visit.stall, in: lines), isSample: visit.isSample)
      })
  }
}

extension PlanDelivery {
  fileprivate init(_ old: PlanDocumentV1.Visit, by agent: AgentID, _ lines: [PlanLine]) {
    self.init(
      stall: old.stall, name: old.name, agent: agent, walkSeconds: old.walkSeconds, arrive: old.arrive,
      begin: old.begin, depart: old.depart, purchases: PlanLine.purchases(old.lines, at: old.stall, in: lines),
      charge: nil, arrives: nil, isSample: old.isSample)
  }
}

extension ScheduleStep {
  /// The steps with the precedence that a plan's schedule always had: boards, stencil and kit come before what follows, one after the
  /// other.
  fileprivate static func steps(_ old: [PlanDocumentV1.Step], of order: OrderID) -> [ScheduleStep] {
    let first = ["pcb", "stencil", "kit"]
    var before = old.map(\.step).filter(first.contains).map { TaskID(order, $0) }
    return old.map { step in
      let isFirst = first.contains(step.step)
      defer { if !isFirst { before = [TaskID(order, step.step)] } }
      return ScheduleStep(
        order: order, step: step.step, place: step.place, name: step.name, start: step.start, finish: step.finish,
        after: isFirst ? [] : before)
    }
  }
}

extension MissingLine {
  fileprivate init(_ old: PlanDocumentV1.Missing, of order: OrderID) {
    self.init(
      order: order, slots: old.slots, row: old.row, says: old.says, grade: old.grade, reason: old.reason)
  }
}
