internal import Market
internal import SourcingPlan

/// Points of a plan's map on the plane of the streets.
struct StreetPlan {
  private let buildings: [String: MapBuilding]
  private let floors: [String: MapFloor]

  init(_ map: PlanMap) {
    buildings = Dictionary(map.buildings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    floors = Dictionary(map.floors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Centimetres east and north of the market's origin; nil for a floor of an unknown building. A floor's middle is its
  /// building's.
  func place(_ point: MapPoint) -> (east: Int, north: Int)? {
    guard let floor = point.floor else { return (point.east, point.north) }
    guard let building = buildings[String(floor.prefix { $0 != "/" })] else { return nil }
    let (width, depth) = floors[floor].map { ($0.width, $0.depth) } ?? (building.width, building.depth)
    return (building.east * 100 + point.east - width / 2, building.north * 100 + point.north - depth / 2)
  }

  /// A whole walk as a line in metres, y southwards; between a door and the street it turns at a right angle.
  func route(_ walk: MapWalk) -> [(x: Int, y: Int)] {
    var line: [(x: Int, y: Int)] = []
    var before: MapPoint?
    for point in walk.legs.joined() {
      guard let place = place(point) else { continue }
      let next = (x: place.east / 100, y: -place.north / 100)
      if let last = line.last, let from = before, (from.floor == nil) != (point.floor == nil) {
        // Out of a door one walks straight ahead first; towards a door one comes the same way.
        line.append(from.floor == nil ? (x: next.x, y: last.y) : (x: last.x, y: next.y))
      }
      if line.last.map({ $0 != next }) ?? true { line.append(next) }
      before = point
    }
    return line
  }
}
