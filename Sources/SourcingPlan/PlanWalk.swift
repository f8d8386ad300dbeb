package import Base
package import Market

/// One buyer's timed walk.
package struct PlanWalk: Sendable, Hashable, Codable {
  package var buyer: String
  /// Times of leaving the start and reaching the end.
  package var start: LocalTime
  package var finish: LocalTime
  /// The nodes where the walk starts and ends.
  package var from: String
  package var to: String
  /// What is paid at this buyer's counters and for fares: the wallet.
  package var cash: Amount
  package var visits: [PlanVisit]

  package init(
    buyer: String, start: LocalTime, finish: LocalTime, from: String, to: String, cash: Amount, visits: [PlanVisit]
  ) {
    self.buyer = buyer
    self.start = start
    self.finish = finish
    self.from = from
    self.to = to
    self.cash = cash
    self.visits = visits
  }
}

/// A stop at one stall.
package struct PlanVisit: Sendable, Hashable, Codable {
  package var stall: String
  package var name: LocalizedText
  /// Building, floor and counter as a person reads them; nil where nobody walks.
  package var place: PlanPlace?
  /// `arrive ≤ begin ≤ depart`.
  package var arrive: LocalTime
  package var begin: LocalTime
  package var depart: LocalTime
  /// Seconds of walking from the stop before (or the start).
  package var walkSeconds: Int
  /// Indices into the plan's `lines` that are bought here.
  package var lines: [Int]
  /// Indices into the plan's `lines` that were ordered here earlier and are picked up now.
  package var pickUps: [Int]
  package var isSample: Bool

  package init(
    stall: String, name: LocalizedText, place: PlanPlace?, arrive: LocalTime, begin: LocalTime, depart: LocalTime,
    walkSeconds: Int, lines: [Int], pickUps: [Int], isSample: Bool
  ) {
    self.stall = stall
    self.name = name
    self.place = place
    self.arrive = arrive
    self.begin = begin
    self.depart = depart
    self.walkSeconds = walkSeconds
    self.lines = lines
    self.pickUps = pickUps
    self.isSample = isSample
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
