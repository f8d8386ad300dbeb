package import Base
package import Market

/// A plan as a document: everything that a reader, the verifier and the walk sheet need, and nothing that has to be
/// computed again to be read. Encodes as `peidan.plan/1`; keys may gain, never lose.
///
/// Amounts are decimal strings in yuan, times are local ISO 8601, durations are whole seconds.
package struct PlanDocument: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Hashable, Codable {
    case optimal, feasible, infeasible, unknown
  }

  package var schema: String
  /// The board's name.
  package var board: String
  package var title: LocalizedText
  /// How many boards are built.
  package var boards: Int
  /// The day.
  package var date: LocalDate
  package var market: PlanMarket
  package var status: Status
  package var currency: String
  package var cost: PlanCost
  /// No plan of this model costs less.
  package var bound: Amount?
  /// `(total − bound) / total`.
  package var gap: Share?
  /// `(total − bound)` over what is left of the total above the sum of each line's cheapest goods and the services.
  package var decidableGap: Share?
  package var lines: [PlanLine]
  package var walks: [PlanWalk]
  package var schedule: [ScheduleStep]
  package var services: [PlanService]
  package var baselines: [Baseline]
  package var warnings: [PlanWarning]
  /// Why nothing, or not everything, can be bought; empty unless infeasible.
  package var conflict: [Conflict]
  package var assumptions: [Assumption]
  package var solver: SolverReport
  /// What the plan was made from, so that the verifier can tell whether it still holds.
  package var inputs: PlanInputs
  /// Whether purchases are made with a tax invoice; nil in plans of versions that did not write it.
  package var invoice: Bool?
  /// Nil where nobody walks, and in plans of versions that did not write it.
  package var map: PlanMap?
  /// How the groups of the board's `turnkey` are filled; nil where it has none.
  package var fillings: [PlanFilling]?
  /// What is spent once for building the board in this way; nil where nothing is.
  package var oneTimeCosts: [PlanOneTimeCost]?
  /// Every way to build the board, this plan's own included, with what it would cost; nil where there is only one.
  package var ways: [PlanVariant]?
  /// How the market was cut for the search; nil where all of it was looked into. The bound holds for all of it either way.
  package var excerpt: PlanReduction?
  /// Fitted lines of the board's bill of materials that the plan does not buy; nil where the spec has a slot for each.
  package var missing: [MissingLine]?
  /// Fitted lines of the bill; nil for a spec that was not imported.
  package var bomLines: Int?
  /// As the document states it; nil in plans of versions that did not write it. See `isComplete`.
  package var complete: Bool?

  package init(
    board: String, title: LocalizedText, boards: Int, date: LocalDate, market: PlanMarket, status: Status,
    cost: PlanCost, bound: Amount?, gap: Share?, decidableGap: Share?, lines: [PlanLine], walks: [PlanWalk],
    schedule: [ScheduleStep], services: [PlanService], baselines: [Baseline], warnings: [PlanWarning],
    conflict: [Conflict], assumptions: [Assumption], solver: SolverReport, inputs: PlanInputs,
    invoice: Bool? = nil, map: PlanMap? = nil, fillings: [PlanFilling]? = nil,
    oneTimeCosts: [PlanOneTimeCost]? = nil, ways: [PlanVariant]? = nil, excerpt: PlanReduction? = nil,
    missing: [MissingLine]? = nil, bomLines: Int? = nil
  ) {
    self.schema = Self.currentSchema
    self.board = board
    self.title = title
    self.boards = boards
    self.date = date
    self.market = market
    self.status = status
    self.currency = "CNY"
    self.cost = cost
    self.bound = bound
    self.gap = gap
    self.decidableGap = decidableGap
    self.lines = lines
    self.walks = walks
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
    self.fillings = fillings
    self.oneTimeCosts = oneTimeCosts
    self.ways = ways
    self.excerpt = excerpt
    self.missing = missing
    self.bomLines = bomLines
    self.complete = isComplete
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, board, title, boards, date, market, status, currency, cost, bound, gap, decidableGap, lines, walks
    case schedule, services, baselines, warnings, conflict, assumptions, solver, inputs, invoice, map
    case fillings, oneTimeCosts, ways, excerpt, missing, bomLines, complete
  }

  package static let currentSchema = "peidan.plan/1"
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
