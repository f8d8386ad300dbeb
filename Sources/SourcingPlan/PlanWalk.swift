package import Base
package import Market

/// One agent's day: when it begins, the visits on foot, and when it ends. Orders from places that ship fall into it.
package struct PlanWalk: Sendable, Hashable {
  package var agent: AgentID
  /// Times of leaving the start and reaching the end.
  package var start: LocalTime
  package var finish: LocalTime
  /// The nodes where the walk starts and ends.
  package var from: String
  package var to: String
  /// What this agent pays for goods and fares: the wallet.
  package var cash: Amount
  package var visits: [PlanVisit]

  package init(
    agent: AgentID, start: LocalTime, finish: LocalTime, from: String, to: String, cash: Amount, visits: [PlanVisit]
  ) {
    self.agent = agent
    self.start = start
    self.finish = finish
    self.from = from
    self.to = to
    self.cash = cash
    self.visits = visits
  }
}

extension PlanWalk: Codable {
  private enum CodingKeys: String, CodingKey { case agent, buyer, start, finish, from, to, cash, visits }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    agent = try container.decode(AgentID.self, forKey: .agent)
    start = try container.decode(LocalTime.self, forKey: .start)
    finish = try container.decode(LocalTime.self, forKey: .finish)
    from = try container.decode(String.self, forKey: .from)
    to = try container.decode(String.self, forKey: .to)
    cash = try container.decode(Amount.self, forKey: .cash)
    visits = try container.decode([PlanVisit].self, forKey: .visits)
    if let buyer = try container.decodeIfPresent(String.self, forKey: .buyer), buyer != agent.text {
      throw DecodingError.dataCorruptedError(
        forKey: .buyer, in: container, debugDescription: "it differs from `agent`")
    }
  }

  /// `buyer` is the agent's name, for readers of `peidan.plan/1`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(agent, forKey: .agent)
    try container.encode(agent.text, forKey: .buyer)
    try container.encode(start, forKey: .start)
    try container.encode(finish, forKey: .finish)
    try container.encode(from, forKey: .from)
    try container.encode(to, forKey: .to)
    try container.encode(cash, forKey: .cash)
    try container.encode(visits, forKey: .visits)
  }
}

/// A stop at one stall.
package struct PlanVisit: Sendable, Hashable {
  package var stall: PlaceID
  package var name: LocalizedText
  /// Building, floor and counter as a person reads them; nil where nobody walks.
  package var place: PlanPlace?
  /// `arrive ≤ begin ≤ depart`.
  package var arrive: LocalTime
  package var begin: LocalTime
  package var depart: LocalTime
  /// Seconds of walking from the stop before (or the start).
  package var walkSeconds: Int
  /// What is bought here.
  package var purchases: [PurchaseID]
  /// What was ordered here earlier and is picked up now.
  package var pickUps: [PurchaseID]
  /// What is asked for here, on a floor; nil at a stall.
  package var asks: [LineID]?
  package var isSample: Bool

  package init(
    stall: PlaceID, name: LocalizedText, place: PlanPlace?, arrive: LocalTime, begin: LocalTime, depart: LocalTime,
    walkSeconds: Int, purchases: [PurchaseID], pickUps: [PurchaseID], asks: [LineID]? = nil, isSample: Bool
  ) {
    self.asks = asks
    self.stall = stall
    self.name = name
    self.place = place
    self.arrive = arrive
    self.begin = begin
    self.depart = depart
    self.walkSeconds = walkSeconds
    self.purchases = purchases
    self.pickUps = pickUps
    self.isSample = isSample
  }
}

extension PlanVisit: Codable {
  private enum CodingKeys: String, CodingKey {
    case stall, name, place, arrive, begin, depart, walkSeconds, purchases, lines, pickUps, asks, isSample
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    stall = try container.decode(PlaceID.self, forKey: .stall)
    name = try container.decode(LocalizedText.self, forKey: .name)
    place = try container.decodeIfPresent(PlanPlace.self, forKey: .place)
    arrive = try container.decode(LocalTime.self, forKey: .arrive)
    begin = try container.decode(LocalTime.self, forKey: .begin)
    depart = try container.decode(LocalTime.self, forKey: .depart)
    walkSeconds = try container.decode(Int.self, forKey: .walkSeconds)
    purchases = try container.decode([PurchaseID].self, forKey: .purchases)
    pickUps = try container.decode([PurchaseID].self, forKey: .pickUps)
    asks = try container.decodeIfPresent([LineID].self, forKey: .asks)
    isSample = try container.decode(Bool.self, forKey: .isSample)
    if let lines = try container.decodeIfPresent([LineID].self, forKey: .lines), lines != self.lines {
      throw DecodingError.dataCorruptedError(
        forKey: .lines, in: container, debugDescription: "these are not the lines of `purchases`")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(stall, forKey: .stall)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(place, forKey: .place)
    try container.encode(arrive, forKey: .arrive)
    try container.encode(begin, forKey: .begin)
    try container.encode(depart, forKey: .depart)
    try container.encode(walkSeconds, forKey: .walkSeconds)
    try container.encode(purchases, forKey: .purchases)
    try container.encode(lines, forKey: .lines)
    try container.encode(pickUps, forKey: .pickUps)
    try container.encodeIfPresent(asks, forKey: .asks)
    try container.encode(isSample, forKey: .isSample)
  }

  /// The lines that are bought here, each once.
  package var lines: [LineID] {
    purchases.reduce(into: []) { lines, purchase in
      if lines.last != purchase.line { lines.append(purchase.line) }
    }
  }
}

/// A place in words: building in both languages, floor, counter.
package struct PlanPlace: Sendable, Hashable, Codable {
  package var building: String
  package var buildingName: LocalizedText
  package var floor: Int
  package var counter: String

  package init(building: String, buildingName: LocalizedText, floor: Int, counter: String) {
    self.building = building
    self.buildingName = buildingName
    self.floor = floor
    self.counter = counter
  }
}
