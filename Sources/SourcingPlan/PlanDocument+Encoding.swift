internal import Base

extension PlanDocument {
  /// Writes every key of the contract, `null` where a value is not known.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(board, forKey: .board)
    try container.encode(title, forKey: .title)
    try container.encode(boards, forKey: .boards)
    try container.encode(date, forKey: .date)
    try container.encode(market, forKey: .market)
    try container.encode(status, forKey: .status)
    try container.encode(currency, forKey: .currency)
    try container.encode(cost, forKey: .cost)
    try container.encode(bound, forKey: .bound)
    try container.encode(gap, forKey: .gap)
    try container.encode(decidableGap, forKey: .decidableGap)
    try container.encode(lines, forKey: .lines)
    try container.encode(walks, forKey: .walks)
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
    try container.encodeIfPresent(fillings, forKey: .fillings)
    try container.encodeIfPresent(oneTimeCosts, forKey: .oneTimeCosts)
    try container.encodeIfPresent(ways, forKey: .ways)
    try container.encodeIfPresent(excerpt, forKey: .excerpt)
    try container.encodeIfPresent(missing, forKey: .missing)
    try container.encodeIfPresent(bomLines, forKey: .bomLines)
    try container.encodeIfPresent(complete, forKey: .complete)
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
