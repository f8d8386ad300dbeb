public import Market

/// One buyer's timed walk.
public struct PlanWalk: Sendable, Hashable, Codable {
  public var buyer: String
  /// Times of leaving the start and reaching the end.
  public var start: LocalTime
  public var finish: LocalTime
  /// The nodes where the walk starts and ends.
  public var from: String
  public var to: String
  /// What is paid at this buyer's counters and for fares: the wallet.
  public var cash: Amount
  public var visits: [PlanVisit]

  public init(
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
public struct PlanVisit: Sendable, Hashable, Codable {
  public var stall: String
  public var name: LocalizedText
  /// Building, floor and counter as a person reads them; nil where nobody walks.
  public var place: PlanPlace?
  /// `arrive ≤ begin ≤ depart`.
  public var arrive: LocalTime
  public var begin: LocalTime
  public var depart: LocalTime
  /// Seconds of walking from the stop before (or the start).
  public var walkSeconds: Int
  /// Indices into the plan's `lines` that are bought here.
  public var lines: [Int]
  /// Indices into the plan's `lines` that were ordered here earlier and are picked up now.
  public var pickUps: [Int]
  public var isSample: Bool

  public init(
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
public struct PlanPlace: Sendable, Hashable, Codable {
  public var building: String
  public var buildingName: LocalizedText
  public var floor: Int
  public var counter: String

  public init(building: String, buildingName: LocalizedText, floor: Int, counter: String) {
    self.building = building
    self.buildingName = buildingName
    self.floor = floor
    self.counter = counter
  }
}
