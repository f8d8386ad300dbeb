internal import Base
internal import BoardSpec
internal import Electronics
internal import Market
internal import SourcingPlan

/// Everything that one plan rests on, read from board, request and catalog once. No search has happened yet.
struct SourcingFacts {
  var board: Board
  /// The day with the request's overrides in it.
  var day: PlannedDay
  var profile: MarketProfile
  var categories: [String: PartCategory]
  var attrition: [String: Attrition]
  /// Candidates of each slot, in the order of `board.slots`, sorted by part.
  var candidates: [[Part]]
  /// Offers of every candidate in this market; of a large market those of `excerpt`.
  var offers: [PartID: [Offer]]
  /// Stalls that have any of these offers.
  var stalls: [String: Stall]
  var buildings: [String: Building]
  var services: [Service]
  var inputs: PlanInputs
  /// How a large market was cut; nil where all of it was read.
  var excerpt: MarketReduction?
}

/// The day as it is planned: the board's, with overrides applied.
struct PlannedDay {
  var boards: Int
  var date: LocalDate
  /// Seconds since midnight.
  var start: Int
  var finish: Int
  /// Nodes of the market's graph; empty where nobody walks.
  var from: String
  var to: String
  var buyers: [Buyer]
  var budget: Money?
  var radius: Int?
  /// Days after which a price is stale.
  var priceAge: Int
}

/// Slots that chose the same part under the same purchase policy share one line.
struct LineKey: Hashable {
  var part: PartID
  var policy: PurchasePolicy
}

/// What decides from which offers a slot may be served, and at what risk.
struct PurchasePolicy: Hashable {
  var conditions: Set<Condition>
  var pinned: [String]
  var banned: [String]
  var singleLot: Bool
  var loss: Money

  /// The slot's own rules where it has any, else the board's.
  init(_ slot: SlotPolicy, board: SourcingPolicy) {
    conditions = slot.conditions ?? board.conditions
    pinned = (slot.pinnedStalls.isEmpty ? board.pinnedStalls : slot.pinnedStalls).sorted()
    banned = Set(slot.bannedStalls + board.bannedStalls).sorted()
    singleLot = slot.singleLot
    loss = slot.loss ?? board.loss
  }
}
