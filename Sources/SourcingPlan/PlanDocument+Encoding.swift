internal import Base
internal import Market

extension PlanDocument: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, orders, board, title, boards, date, market, status, currency, cost, bound, gap, decidableGap, lines
    case agents, places, walks, deliveries, schedule, services, baselines, warnings, conflict, assumptions, solver
    case inputs, invoice, map, fillings, oneTimeCosts, bomLines, ways, excerpt, missing, complete
    case states, bom, asked, onHand, markets, footing, answer
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    schema = try container.decode(String.self, forKey: .schema)
    orders = try container.decode([PlanOrder].self, forKey: .orders)
    date = try container.decode(LocalDate.self, forKey: .date)
    market = try container.decode(PlanMarket.self, forKey: .market)
    status = try container.decode(Status.self, forKey: .status)
    currency = try container.decode(String.self, forKey: .currency)
    cost = try container.decode(PlanCost.self, forKey: .cost)
    bound = try container.decodeIfPresent(Amount.self, forKey: .bound)
    gap = try container.decodeIfPresent(Share.self, forKey: .gap)
    decidableGap = try container.decodeIfPresent(Share.self, forKey: .decidableGap)
    lines = try container.decode([PlanLine].self, forKey: .lines)
    agents = try container.decodeIfPresent([PlanAgent].self, forKey: .agents)
    places = try container.decodeIfPresent([PlanSource].self, forKey: .places)
    walks = try container.decode([PlanWalk].self, forKey: .walks)
    deliveries = try container.decode([PlanDelivery].self, forKey: .deliveries)
    schedule = try container.decode([ScheduleStep].self, forKey: .schedule)
    services = try container.decode([PlanService].self, forKey: .services)
    baselines = try container.decode([Baseline].self, forKey: .baselines)
    warnings = try container.decode([PlanWarning].self, forKey: .warnings)
    conflict = try container.decode([Conflict].self, forKey: .conflict)
    assumptions = try container.decode([Assumption].self, forKey: .assumptions)
    solver = try container.decode(SolverReport.self, forKey: .solver)
    inputs = try container.decode(PlanInputs.self, forKey: .inputs)
    invoice = try container.decodeIfPresent(Bool.self, forKey: .invoice)
    map = try container.decodeIfPresent(PlanMap.self, forKey: .map)
    ways = try container.decodeIfPresent([PlanVariant].self, forKey: .ways)
    excerpt = try container.decodeIfPresent(PlanReduction.self, forKey: .excerpt)
    missing = try container.decodeIfPresent([MissingLine].self, forKey: .missing)
    bom = try container.decodeIfPresent([BillLine].self, forKey: .bom)
    asked = try container.decodeIfPresent([AskedLine].self, forKey: .asked)
    onHand = try container.decodeIfPresent([HandLine].self, forKey: .onHand)
    markets = try container.decodeIfPresent([PlanMarket].self, forKey: .markets)
    answer = try container.decodeIfPresent(PlanAnswer.self, forKey: .answer)
    complete = try container.decode(Bool.self, forKey: .complete)
    guard let order = orders.first else {
      throw DecodingError.dataCorruptedError(forKey: .orders, in: container, debugDescription: "a plan has an order")
    }
    if let empty = orders.first(where: { $0.count < 1 }) {
      throw DecodingError.dataCorruptedError(
        forKey: .orders, in: container, debugDescription: "order `\(empty.id)` is of \(empty.count) boards")
    }
    if orders.count == 1 { try checkHead(of: order, in: container) }
    guard try container.decodeIfPresent(LineStateCounts.self, forKey: .states) == states else {
      throw DecodingError.dataCorruptedError(
        forKey: .states, in: container, debugDescription: "they are not the counts of `bom`")
    }
    statesFooting = container.contains(.footing)
    if let stated = try container.decodeIfPresent(PlanFooting.self, forKey: .footing), stated != footing {
      throw DecodingError.dataCorruptedError(
        forKey: .footing, in: container, debugDescription: "it is not what `lines` and `asked` rest on")
    }
  }

  /// What stands beside `orders` for readers of plans of one order must not say another thing.
  private func checkHead(of order: PlanOrder, in container: KeyedDecodingContainer<CodingKeys>) throws {
    func check<Value: Decodable & Equatable>(_ key: CodingKeys, _ value: Value?) throws {
      guard container.contains(key), try container.decodeIfPresent(Value.self, forKey: key) != value else { return }
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "it differs from what `orders[0]` says")
    }
    try check(.board, order.board)
    try check(.title, order.title)
    try check(.boards, order.count)
    try check(.fillings, order.fillings)
    try check(.oneTimeCosts, order.oneTimeCosts)
    try check(.bomLines, order.bomLines)
  }

  /// Writes every key of the contract, `null` where a value is not known; what a plan of one order says of it stands at the top as
  /// well.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.currentSchema, forKey: .schema)
    try container.encode(orders, forKey: .orders)
    if orders.count == 1, let order = orders.first {
      try container.encode(order.board, forKey: .board)
      try container.encode(order.title, forKey: .title)
      try container.encode(order.count, forKey: .boards)
      try container.encodeIfPresent(order.fillings, forKey: .fillings)
      try container.encodeIfPresent(order.oneTimeCosts, forKey: .oneTimeCosts)
      try container.encodeIfPresent(order.bomLines, forKey: .bomLines)
    }
    try container.encode(date, forKey: .date)
    try container.encode(market, forKey: .market)
    try container.encode(status, forKey: .status)
    try container.encode(currency, forKey: .currency)
    try container.encode(cost, forKey: .cost)
    try container.encode(bound, forKey: .bound)
    try container.encode(gap, forKey: .gap)
    try container.encode(decidableGap, forKey: .decidableGap)
    try container.encode(lines, forKey: .lines)
    try container.encodeIfPresent(agents, forKey: .agents)
    try container.encodeIfPresent(places, forKey: .places)
    try container.encode(walks, forKey: .walks)
    try container.encode(deliveries, forKey: .deliveries)
    try container.encode(schedule, forKey: .schedule)
    try container.encode(services, forKey: .services)
    try container.encode(baselines, forKey: .baselines)
    try container.encode(warnings, forKey: .warnings)
    try container.encode(conflict, forKey: .conflict)
    try container.encode(assumptions, forKey: .assumptions)
    try container.encode(solver, forKey: .solver)
    try container.encode(inputs, forKey: .inputs)
    try container.encodeIfPresent(invoice, forKey: .invoice)
    try container.encodeIfPresent(map, forKey: .map)
    try container.encodeIfPresent(ways, forKey: .ways)
    try container.encodeIfPresent(excerpt, forKey: .excerpt)
    try container.encodeIfPresent(missing, forKey: .missing)
    try container.encodeIfPresent(states, forKey: .states)
    try container.encodeIfPresent(bom, forKey: .bom)
    try container.encodeIfPresent(asked, forKey: .asked)
    try container.encodeIfPresent(onHand, forKey: .onHand)
    try container.encodeIfPresent(markets, forKey: .markets)
    if statesFooting { try container.encodeIfPresent(footing, forKey: .footing) }
    try container.encodeIfPresent(answer, forKey: .answer)
    try container.encode(complete ?? isComplete, forKey: .complete)
  }
}

extension Baseline {
  /// Writes every key of the contract, `null` where the baseline breaks a limit of the day.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(total, forKey: .total)
    try container.encode(goods, forKey: .goods)
    try container.encode(minutes, forKey: .minutes)
    try container.encodeIfPresent(stalls, forKey: .stalls)
    try container.encodeIfPresent(note, forKey: .note)
  }
}
