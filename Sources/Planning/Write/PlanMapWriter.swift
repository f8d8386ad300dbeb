internal import Base
internal import Market
internal import SourcingPlan

/// Draws the walks of a plan on the market's own data.
struct PlanMapWriter {
  let problem: PlanningProblem
  let network: MarketNetwork

  /// Nil where nobody visits a stall.
  func map(of walks: [PlanWalk], _ deliveries: [PlanDelivery]) -> PlanMap? {
    guard walks.contains(where: { !$0.visits.isEmpty }) else { return nil }
    let stalls = walks.flatMap(\.visits).map(\.stall)
    let floors = Set(stalls.compactMap { problem.stalls[$0]?.position }.map { FloorID($0) }).sorted()
    return PlanMap(
      buildings: problem.buildings.values.sorted { $0.id < $1.id }.map(building),
      floors: floors.compactMap(floor), streets: network.streets, walks: walks.map { walk($0, deliveries) },
      origin: problem.profile.settings.first { $0.name == "map.origin" }.flatMap { GeographicPoint($0.value) })
  }

  private struct FloorID: Hashable, Comparable {
    var building: String
    var number: Int

    init(_ position: Position) {
      building = position.building
      number = position.floor
    }

    static func < (left: FloorID, right: FloorID) -> Bool {
      (left.building, left.number) < (right.building, right.number)
    }
  }

  private func building(_ building: Building) -> MapBuilding {
    MapBuilding(
      id: building.id, name: LocalizedText(english: building.english, chinese: building.chinese), east: building.east,
      north: building.north, width: building.floors.map(\.width).max() ?? 0,
      depth: building.floors.map(\.depth).max() ?? 0)
  }

  private func floor(_ id: FloorID) -> MapFloor? {
    guard let floor = problem.buildings[id.building]?.floors.first(where: { $0.number == id.number }) else {
      return nil
    }
    let landmarks = network.nodes(onFloor: id.number, of: id.building).compactMap { node in
      node.position.map { MapLandmark(kind: node.kind, east: $0.east, north: $0.north) }
    }
    return MapFloor(
      id: "\(id.building)/\(id.number)", building: id.building, number: id.number, width: floor.width,
      depth: floor.depth, landmarks: landmarks)
  }

  private func walk(_ walk: PlanWalk, _ deliveries: [PlanDelivery]) -> MapWalk {
    var legs: [[MapPoint]] = []
    var here = WalkingPoint.node(walk.from)
    for visit in walk.stops(with: deliveries) {
      // An order at a shop that ships is placed from wherever the buyer stands.
      let there = problem.stalls[visit.stall]?.position.map { WalkingPoint.position($0) } ?? here
      legs.append(leg(from: here, to: there))
      here = there
    }
    legs.append(leg(from: here, to: .node(walk.to)))
    return MapWalk(buyer: walk.agent.text, from: network.name(of: walk.from), to: network.name(of: walk.to), legs: legs)
  }

  /// The points of a way; nodes that the market's data give no point are passed unseen.
  private func leg(from start: WalkingPoint, to end: WalkingPoint) -> [MapPoint] {
    guard start != end else { return [] }
    let passed = network.route(from: start, to: end)?.steps.map(\.node) ?? []
    var points = [point(start)] + passed.map(point) + [point(end)]
    points = points.enumerated().filter { $0.offset == 0 || points[$0.offset - 1] != $0.element }.map(\.element)
    return points.compactMap(\.self)
  }

  private func point(_ place: WalkingPoint) -> MapPoint? {
    switch place {
    case .position(let position): MapPoint(position)
    case .node(let id): network.node(id).flatMap(point)
    }
  }

  private func point(_ node: WalkingNode) -> MapPoint? {
    node.position.map { MapPoint($0) } ?? node.street.map { MapPoint(floor: nil, east: $0.east, north: $0.north) }
  }
}
