internal import Base
internal import BoardSpec
internal import CatalogStore
internal import Market
internal import Optimizer
internal import SourcingPlan

/// The walking graph of a plan's market, between its stalls and the places where agents start and end.
struct MarketNetwork {
  /// Nil where nobody walks.
  private let graph: WalkingGraph?
  /// As `Depots` numbers those of the crew.
  private let depots: [WalkingPoint]
  /// The links between nodes whose points on the street are known.
  let streets: [MapStreet]
  /// Seconds on foot to the kit's place from each node where one of the crew ends elsewhere; empty where nobody walks.
  let secondsToKit: [String: Int]

  init(_ problem: PlanningProblem, graph: WalkingGraph?, links: [WalkingLink] = []) throws(PlanningError) {
    self.graph = graph
    let points = Dictionary(
      uniqueKeysWithValues: (graph?.nodes ?? []).compactMap { node in node.street.map { (node.id, $0) } })
    streets = links.compactMap { link in
      points[link.from].flatMap { from in points[link.to].map { MapStreet(from: from, to: $0) } }
    }
    depots = Depots(problem.crew).nodes.map { .node($0) }
    var secondsToKit: [String: Int] = [:]
    if let graph {
      for end in Set(problem.crew.map(\.to)).sorted() where end != problem.kitPlace {
        guard let leg = try? graph.leg(from: .node(end), to: .node(problem.kitPlace)) else {
          throw .brokenGraph(
            "no path leads from `\(end)` to `\(problem.kitPlace)`, where the kit comes together",
            market: problem.profile.id)
        }
        secondsToKit[end] = leg.seconds
      }
    }
    self.secondsToKit = secondsToKit
  }

  /// Stalls farther from every start than the radius.
  private func farStalls(_ problem: PlanningProblem) throws(PlanningError) -> Set<PlaceID> {
    guard let radius = problem.radius else { return [] }
    return Set(try centimetresFromStart(problem).filter { $0.value > radius * 100 }.keys)
  }

  /// The walk from the nearest start to each stall that has a position, in centimetres; nothing where nobody walks.
  func centimetresFromStart(_ problem: PlanningProblem) throws(PlanningError) -> [PlaceID: Int] {
    guard let graph else { return [:] }
    let starts = Set(problem.agents.map(\.from)).sorted()
    var distances: [PlaceID: Int] = [:]
    for stall in problem.stalls.values {
      guard let position = stall.position else { continue }
      do {
        distances[stall.id] = try starts.map { (start) throws(WalkingGraphError) in
          try graph.leg(from: .node(start), to: .position(position)).centimetres
        }.min()
      } catch {
        throw Self.reason(error, stall: stall.id, market: problem.profile.id)
      }
    }
    return distances
  }

  /// What decides which offers can be used that day.
  func filter(_ problem: PlanningProblem) throws(PlanningError) -> OfferFilter {
    OfferFilter(
      calendar: problem.calendar, date: problem.date,
      closedBuildings: Set(problem.buildings.values.filter { $0.closed != nil }.map(\.id)), finish: problem.finish,
      start: problem.start, farStalls: try farStalls(problem))
  }

  /// Seconds between the stalls and the depots, row-major; all zero where nobody walks. Nobody walks to shops that ship: they
  /// count as if they stood where the first agent starts.
  func travelSeconds(_ stalls: [Stall]) throws(PlanningError) -> [Int32] {
    let places = stalls.count + depots.count
    guard let graph else { return [Int32](repeating: 0, count: places * places) }
    let points = stalls.map { stall in stall.position.map { WalkingPoint.position($0) } ?? depots[0] } + depots
    do { return try graph.matrix(of: points) } catch {
      throw Self.reason(error, stall: "", market: "")
    }
  }

  /// The way from `start` to `end`; nil where nobody walks, or no way is known.
  func route(from start: WalkingPoint, to end: WalkingPoint) -> WalkingRoute? {
    graph.flatMap { try? $0.route(from: start, to: end) }
  }

  /// A node of the graph by its id.
  func node(_ id: String) -> WalkingNode? { graph?.nodes.first { $0.id == id } }

  /// What people call a node; its id where the graph lacks it.
  func name(of id: String) -> LocalizedText {
    node(id).map { LocalizedText(english: $0.english, chinese: $0.chinese) } ?? LocalizedText(english: id, chinese: id)
  }

  /// The nodes on a floor, in the graph's order.
  func nodes(onFloor floor: Int, of building: String) -> [WalkingNode] {
    graph?.nodes.filter { $0.position?.building == building && $0.position?.floor == floor } ?? []
  }

  private static func reason(_ error: WalkingGraphError, stall: PlaceID, market: String) -> PlanningError {
    switch error {
    case .unknownNode(let node): .unknownNode(node, market: market)
    default: .unreachable(stall: stall)
    }
  }
}
