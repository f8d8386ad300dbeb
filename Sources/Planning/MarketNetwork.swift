internal import BoardSpec
internal import CatalogStore
internal import Market
internal import Optimizer
internal import SourcingPlan

/// The walking graph of a plan's market, between its stalls and the day's start and end.
struct MarketNetwork {
  /// Nil where nobody walks.
  private let graph: WalkingGraph?
  private let from: WalkingPoint
  private let to: WalkingPoint
  private let farStalls: Set<String>

  init(_ facts: SourcingFacts, graph: WalkingGraph?) throws(PlanningError) {
    self.graph = graph
    from = .node(facts.day.from)
    to = .node(facts.day.to)
    var far: Set<String> = []
    if let graph, let radius = facts.day.radius {
      for stall in facts.stalls.values {
        guard let position = stall.position else { continue }
        let leg: WalkingLeg
        do { leg = try graph.leg(from: from, to: .position(position)) } catch {
          throw Self.reason(error, stall: stall.id, market: facts.profile.id)
        }
        if leg.centimetres > radius * 100 { far.insert(stall.id) }
      }
    }
    farStalls = far
  }

  /// What decides which offers can be used that day.
  func filter(_ facts: SourcingFacts) throws(PlanningError) -> OfferFilter {
    // Settings that do not read as a calendar are refused when the catalog is built.
    let calendar = (try? MarketCalendar(settings: facts.profile.settings)) ?? MarketCalendar()
    return OfferFilter(
      invoice: facts.board.policy.invoice, calendar: calendar, date: facts.day.date,
      closedBuildings: Set(facts.buildings.values.filter { $0.closed != nil }.map(\.id)), finish: facts.day.finish,
      start: facts.day.start, farStalls: farStalls)
  }

  /// Seconds between the stalls, the start and the end, row-major; all zero where nobody walks. Shops that ship are ordered
  /// from where the day starts.
  func travelSeconds(_ stalls: [Stall]) throws(PlanningError) -> [Int32] {
    let places = stalls.count + 2
    guard let graph else { return [Int32](repeating: 0, count: places * places) }
    let points = stalls.map { stall in stall.position.map { WalkingPoint.position($0) } ?? from } + [from, to]
    do { return try graph.matrix(of: points) } catch {
      throw Self.reason(error, stall: "", market: "")
    }
  }

  private static func reason(_ error: WalkingGraphError, stall: String, market: String) -> PlanningError {
    switch error {
    case .unknownNode(let node): .unknownNode(node, market: market)
    default: .unreachable(stall: stall)
    }
  }
}
