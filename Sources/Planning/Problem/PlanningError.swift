package import Base
package import Market

/// Why no plan could be started at all; what makes a board infeasible is no error but part of the plan.
package enum PlanningError: Error, Hashable, Sendable {
  /// The catalog has no market of this id; `known` are those that it has.
  case unknownMarket(String, known: [String])
  /// Two markets of one day are walked.
  case twoWalkedMarkets(String, String)
  /// Two markets have a stall of this id.
  case stallInTwoMarkets(PlaceID, markets: [String])
  /// The board names no node to start or end at, and the market has no default.
  case noStart(market: String)
  /// A node that the market's graph does not have.
  case unknownNode(String, market: String)
  /// The market's nodes and links do not make a graph.
  case brokenGraph(String, market: String)
  /// A setting of the market that is no holiday as it is written.
  case brokenCalendar(setting: String, value: String, market: String)
  /// The market's graph leads nowhere from the start to this stall.
  case unreachable(stall: PlaceID)
  /// A service of this kind is asked for, but the board lacks what its price needs: `pcb`, `process.joints`.
  case missing(String, for: String)
  /// No service of this kind in the market takes the order; `limits` says what they take.
  case noService(String, market: String, order: String, limits: [String])
  /// A moment of the plan that is not in the years that dates can have.
  case dateOutOfRange(String)
  /// Nobody has time between these, as 09:30.
  case finishBeforeStart(start: String, finish: String)
  /// A line of these references needs more pieces than can be reckoned with; see `Limits`.
  case tooManyPieces(Int, of: String)
  /// The dearest plan of the day costs more than can be reckoned with.
  case tooDear(most: Money)
  /// The verifier refused a plan that the optimizer made: a defect, and the plan is not shown.
  case refused([String])
}
