package import Base
package import Market

/// An order from a place that ships: an agent places it, and the goods come by themselves.
package struct PlanDelivery: Sendable, Hashable, Codable {
  package var stall: PlaceID
  package var name: LocalizedText
  /// Who places the order.
  package var agent: AgentID
  /// Seconds of walking to where it is placed, and when the agent is there.
  package var walkSeconds: Int
  package var arrive: LocalTime
  /// When the order is being placed.
  package var begin: LocalTime
  package var depart: LocalTime
  /// What is ordered.
  package var purchases: [PurchaseID]
  /// What the order costs beside its goods; nil in plans of versions that did not write it.
  package var charge: Amount?
  /// What its goods come to, which may make the delivery free; nil in plans of versions that did not write it.
  package var goods: Amount?
  /// The day on which the parcel is there; nil in plans of versions that did not write it.
  package var arrives: LocalDate?
  /// When its goods count as there, for the kit: so many days after the order is placed; nil in plans of versions that did not
  /// write it.
  package var ready: LocalTime?
  package var isSample: Bool

  package init(
    stall: PlaceID, name: LocalizedText, agent: AgentID, walkSeconds: Int = 0, arrive: LocalTime, begin: LocalTime,
    depart: LocalTime, purchases: [PurchaseID], charge: Amount?, goods: Amount? = nil, arrives: LocalDate?,
    ready: LocalTime? = nil, isSample: Bool
  ) {
    self.stall = stall
    self.name = name
    self.agent = agent
    self.walkSeconds = walkSeconds
    self.arrive = arrive
    self.begin = begin
    self.depart = depart
    self.purchases = purchases
    self.charge = charge
    self.goods = goods
    self.arrives = arrives
    self.ready = ready
    self.isSample = isSample
  }

  /// The order as a stop of the agent's day.
  var stop: PlanVisit {
    PlanVisit(
      stall: stall, name: name, place: nil, arrive: arrive, begin: begin, depart: depart, walkSeconds: walkSeconds,
      purchases: purchases, pickUps: [], isSample: isSample)
  }
}
