extension WalkingGraph {
  /// What walking from one point to another takes.
  ///
  /// O(nodes on the one floor × nodes on the other).
  package func leg(from start: WalkingPoint, to end: WalkingPoint) throws(WalkingGraphError) -> WalkingLeg {
    let way = best(try approach(start), try approach(end))
    guard way.cost.isReachable else { throw .unreachable(from: start, to: end) }
    return way.cost.leg(speed: walkingSpeed)
  }

  /// The way from one point to another, with the nodes that it passes. Among equally short ways the choice is fixed.
  package func route(from start: WalkingPoint, to end: WalkingPoint) throws(WalkingGraphError) -> WalkingRoute {
    let departure = try approach(start)
    let arrival = try approach(end)
    let way = best(departure, arrival)
    guard way.cost.isReachable else { throw .unreachable(from: start, to: end) }
    guard let through = way.through, let passed = ways.nodes(from: through.first, to: through.last) else {
      return WalkingRoute(leg: way.cost.leg(speed: walkingSpeed), steps: [])
    }
    let first = departure.doors.first { $0.number == through.first }?.cost ?? .zero
    let steps = passed.map { number in
      let cost = first + costs[through.first * nodes.count + number]
      return WalkingRoute.Step(node: nodes[number], fromStart: cost.leg(speed: walkingSpeed))
    }
    return WalkingRoute(leg: way.cost.leg(speed: walkingSpeed), steps: steps)
  }

  /// Walking seconds between all pairs of points: `points.count × points.count`, row-major, symmetric.
  ///
  /// O(points × nodes on their floors + points² × nodes on one floor).
  package func matrix(of points: [WalkingPoint]) throws(WalkingGraphError) -> [Int32] {
    var approaches: [Approach] = []
    approaches.reserveCapacity(points.count)
    for point in points { approaches.append(try approach(point)) }
    // Floors numbered densely: with thousands of points a dictionary look-up for each pair is most of the work.
    var floorNumbers: [FloorKey: Int] = [:]
    var floorOf: [Int?] = []
    for approach in approaches {
      guard let key = approach.floorKey else {
        floorOf.append(nil)
        continue
      }
      let number = floorNumbers[key] ?? floorNumbers.count
      floorNumbers[key] = number
      floorOf.append(number)
    }
    var seconds = [Int32](repeating: 0, count: points.count * points.count)
    for (row, start) in approaches.enumerated() {
      var reach = [[WalkingCost]](repeating: [], count: floorNumbers.count)
      for column in points.indices.dropFirst(row + 1) {
        let end = approaches[column]
        var least = directCost(start, end)
        if let floor = floorOf[column] {
          if reach[floor].isEmpty { reach[floor] = end.doors.map { cost(from: start, toNode: $0.number) } }
          for index in end.doors.indices { least = min(least, reach[floor][index] + end.doors[index].cost) }
        } else {
          for door in end.doors { least = min(least, cost(from: start, toNode: door.number) + door.cost) }
        }
        guard least.isReachable else { throw .unreachable(from: points[row], to: points[column]) }
        let whole = Int32(clamping: least.seconds(speed: walkingSpeed))
        seconds[row * points.count + column] = whole
        seconds[column * points.count + row] = whole
      }
    }
    return seconds
  }
}

extension WalkingGraph {
  /// A point as queries see it: the nodes from which it is walked to without passing others, and what that costs.
  private struct Approach {
    /// Nil for a node, which is its own only door.
    var position: Position?
    var doors: [(number: Int, cost: WalkingCost)]

    var floorKey: FloorKey? { position.map { FloorKey(building: $0.building, floor: $0.floor) } }
  }

  private func approach(_ point: WalkingPoint) throws(WalkingGraphError) -> Approach {
    switch point {
    case .node(let id):
      guard let number = numbers[id] else { throw .unknownNode(id) }
      return Approach(position: nil, doors: [(number, .zero)])
    case .position(let position):
      guard let floor = floors[FloorKey(building: position.building, floor: position.floor)] else {
        throw .unknownFloor(building: position.building, floor: position.floor)
      }
      guard floor.contains(position) else { throw .outsideFloor(position) }
      var doors: [(number: Int, cost: WalkingCost)] = []
      doors.reserveCapacity(floor.nodes.count)
      for node in floor.nodes {
        doors.append((node.number, position.aisleCost(to: node.position, speed: walkingSpeed)))
      }
      return Approach(position: position, doors: doors)
    }
  }

  /// Along the aisles, where both points are on one floor.
  private func directCost(_ start: Approach, _ end: Approach) -> WalkingCost {
    guard let from = start.position, let to = end.position, from.building == to.building, from.floor == to.floor else {
      return .unreachable
    }
    return from.aisleCost(to: to, speed: walkingSpeed)
  }

  private func cost(from start: Approach, toNode number: Int) -> WalkingCost {
    var least = WalkingCost.unreachable
    for door in start.doors { least = min(least, door.cost + costs[door.number * nodes.count + number]) }
    return least
  }

  private func best(
    _ start: Approach, _ end: Approach
  ) -> (cost: WalkingCost, through: (first: Int, last: Int)?) {
    var least = directCost(start, end)
    var through: (first: Int, last: Int)?
    for from in start.doors {
      for to in end.doors {
        let candidate = from.cost + costs[from.number * nodes.count + to.number] + to.cost
        if candidate < least {
          least = candidate
          through = (from.number, to.number)
        }
      }
    }
    return (least, through)
  }
}
