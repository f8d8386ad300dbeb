package import Base
package import Market

/// A plan as a document: everything that a reader, the verifier and the walk sheet need, and nothing that has to be
/// computed again to be read. Encodes as `peidan.plan/2`; keys may gain, never lose. `peidan.plan/1` is read into it (`V1`).
///
/// Amounts are decimal strings in yuan, times are local ISO 8601, durations are whole seconds. Orders, lines, purchases, agents
/// and tasks have ids, and refer to each other by them.
package struct PlanDocument: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, Codable {
    case optimal, feasible, infeasible, unknown
  }

  /// `peidan.plan/2`, or `peidan.plan/1` for a plan that was read from one.
  package var schema: String
  /// What is built; never empty.
  package var orders: [PlanOrder]
  /// The day.
  package var date: LocalDate
  package var market: PlanMarket
  /// Every market that the plan buys in, that of the day first; nil where there is only one.
  package var markets: [PlanMarket]?
  package var status: Status
  package var currency: String
  package var cost: PlanCost
  /// No plan of this model costs less.
  package var bound: Amount?
  /// `(total − bound) / total`.
  package var gap: Share?
  /// `(total − bound)` over what planning can decide; its base stands in `docs/model.md`.
  package var decidableGap: Share?
  package var lines: [PlanLine]
  /// Who walks and orders; nil in plans of versions that did not write it.
  package var agents: [PlanAgent]?
  /// Every place that the plan names; nil in plans of versions that did not write it.
  package var places: [PlanSource]?
  package var walks: [PlanWalk]
  /// Orders from places that ship.
  package var deliveries: [PlanDelivery]
  package var schedule: [ScheduleStep]
  package var services: [PlanService]
  package var baselines: [Baseline]
  package var warnings: [PlanWarning]
  /// Why nothing, or not everything, can be bought or was found, and what would do; empty where the plan is whole.
  package var conflict: [Conflict]
  package var assumptions: [Assumption]
  package var solver: SolverReport
  /// What the plan was made from, so that the verifier can judge whether it still holds.
  package var inputs: PlanInputs
  /// Whether purchases are made with a tax invoice; nil in plans of versions that did not write it.
  package var invoice: Bool?
  /// Nil where nobody walks, and in plans of versions that did not write it.
  package var map: PlanMap?
  /// Every variant of the board, this plan's own included, with what it would cost; nil where there is only one.
  package var ways: [PlanVariant]?
  /// How the market was cut for the search; nil where all of it was looked into. The bound holds for all of it either way.
  package var excerpt: PlanReduction?
  /// Fitted lines of the orders' bills of materials that the plan does not buy; nil where the specs have a slot for each.
  package var missing: [MissingLine]?
  /// What the orders need, a line an entry, and what becomes of it; nil in plans of versions that did not write it.
  package var bom: [BillLine]?
  /// Slots that are asked for on the spot; nil where none is.
  package var asked: [AskedLine]?
  /// What is taken from stock; nil where nothing is.
  package var onHand: [HandLine]?
  /// What one answer would be worth most; nil where there is nothing to ask about, and in plans of versions that did not write it.
  package var answer: PlanAnswer?
  /// Whether the document states its `footing`: not in plans of versions that did not write it, whose digests stay.
  package var statesFooting = true
  /// As the document states it; nil in plans of versions that did not write it. See `isComplete`.
  package var complete: Bool?
  /// Digests of the file that a plan of the first schema was read from, and of this document as it was read.
  var first: FirstDigest?

  struct FirstDigest: Sendable, Hashable {
    var file: String
    var document: String
  }

  package init(
    orders: [PlanOrder], date: LocalDate, market: PlanMarket, status: Status, cost: PlanCost, bound: Amount?,
    gap: Share?, decidableGap: Share?, lines: [PlanLine], agents: [PlanAgent]?, places: [PlanSource]?,
    walks: [PlanWalk], deliveries: [PlanDelivery], schedule: [ScheduleStep], services: [PlanService],
    baselines: [Baseline], warnings: [PlanWarning], conflict: [Conflict], assumptions: [Assumption],
    solver: SolverReport, inputs: PlanInputs, invoice: Bool? = nil, map: PlanMap? = nil, ways: [PlanVariant]? = nil,
    excerpt: PlanReduction? = nil, missing: [MissingLine]? = nil, bom: [BillLine]? = nil,
    asked: [AskedLine]? = nil, onHand: [HandLine]? = nil, markets: [PlanMarket]? = nil
  ) {
    self.schema = Self.currentSchema
    self.orders = orders
    self.date = date
    self.market = market
    self.status = status
    self.currency = "CNY"
    self.cost = cost
    self.bound = bound
    self.gap = gap
    self.decidableGap = decidableGap
    self.lines = lines
    self.agents = agents
    self.places = places
    self.walks = walks
    self.deliveries = deliveries
    self.schedule = schedule
    self.services = services
    self.baselines = baselines
    self.warnings = warnings
    self.conflict = conflict
    self.assumptions = assumptions
    self.solver = solver
    self.inputs = inputs
    self.invoice = invoice
    self.map = map
    self.ways = ways
    self.excerpt = excerpt
    self.missing = missing
    self.bom = bom
    self.asked = asked
    self.onHand = onHand
    self.markets = markets
    self.complete = isComplete
  }

  package static let currentSchema = "peidan.plan/2"
  package static let firstSchema = "peidan.plan/1"
}

/// What a plan of one order says of it. A plan of several has these of each order.
extension PlanDocument {
  package var title: LocalizedText {
    get { orders[0].title }
    set { orders[0].title = newValue }
  }
  /// Names the plan's files.
  package var board: String { orders.map(\.board).joined(separator: "+") }
  /// Boards of all orders.
  package var boards: Int { orders.reduce(0) { $0 + $1.count } }
  package var fillings: [PlanFilling]? {
    get { orders[0].fillings }
    set { orders[0].fillings = newValue }
  }
  package var oneTimeCosts: [PlanOneTimeCost]? {
    get { orders[0].oneTimeCosts }
    set { orders[0].oneTimeCosts = newValue }
  }
  package var bomLines: Int? {
    get {
      let known = orders.compactMap(\.bomLines)
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    set { orders[0].bomLines = newValue }
  }
}

extension PlanDocument {
  /// How many lines are in each state; nil in plans of versions that did not write it.
  package var states: LineStateCounts? { bom.map { LineStateCounts($0.map(\.state)) } }

  /// The counts, where they tell more than that each slot of a spec written by hand is bought.
  package var notableStates: LineStateCounts? {
    states.flatMap { bomLines != nil || $0[.bought] < $0.total ? $0 : nil }
  }
}

/// The part of a large market that a plan was searched in.
package struct PlanReduction: Sendable, Hashable, Codable {
  /// Stalls that were looked into, of those that sell anything of use, and their offers.
  package var stalls: Int
  package var ofStalls: Int
  package var offers: Int
  package var ofOffers: Int

  package init(stalls: Int, ofStalls: Int, offers: Int, ofOffers: Int) {
    self.stalls = stalls
    self.ofStalls = ofStalls
    self.offers = offers
    self.ofOffers = ofOffers
  }
}

/// The market of a plan, as it is shown.
package struct PlanMarket: Sendable, Hashable, Codable {
  package var id: String
  package var name: LocalizedText
  /// Set when stalls or offers in it are a generated sample.
  package var sampleNotice: LocalizedText?

  package init(id: String, name: LocalizedText, sampleNotice: LocalizedText?) {
    self.id = id
    self.name = name
    self.sampleNotice = sampleNotice
  }
}

/// Money in a document: a decimal string in yuan with two digits, or with up to six where a unit price needs them.
package struct Amount: Sendable, Hashable, Comparable {
  package var money: Money

  package init(_ money: Money) { self.money = money }

  package static func < (left: Amount, right: Amount) -> Bool { left.money < right.money }
}
