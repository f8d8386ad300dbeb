import Market
import Testing

@Suite("Walking graph")
struct WalkingGraphTests {
  @Test("legs equal Floyd and Warshall's on random markets", arguments: 0..<40)
  func legsEqualTheOracle(seed: Int) throws {
    let market = RandomMarket(seed: seed)
    let graph = try market.graph()
    let oracle = market.shortestEfforts()
    for (row, start) in market.points.enumerated() {
      for (column, end) in market.points.enumerated() {
        let expected = oracle[row][column].map { ($0 + market.speed - 1) / market.speed }
        if let expected {
          #expect(try graph.leg(from: start, to: end).seconds == expected, "\(start) to \(end)")
        } else {
          #expect(throws: WalkingGraphError.unreachable(from: start, to: end)) { try graph.leg(from: start, to: end) }
        }
      }
    }
  }

  @Test("a matrix holds the legs, symmetric with a zero diagonal", arguments: 0..<20)
  func matrixHoldsLegs(seed: Int) throws {
    let market = RandomMarket(seed: seed, isConnected: true)
    let graph = try market.graph()
    let matrix = try graph.matrix(of: market.points)
    let count = market.points.count
    for row in 0..<count {
      for column in 0..<count {
        let leg = try graph.leg(from: market.points[row], to: market.points[column])
        #expect(Int(matrix[row * count + column]) == leg.seconds)
      }
      #expect(matrix[row * count + row] == 0)
    }
  }

  @Test("whole seconds keep the triangle inequality", arguments: 0..<20)
  func secondsAreAMetric(seed: Int) throws {
    let market = RandomMarket(seed: seed, isConnected: true)
    let matrix = try market.graph().matrix(of: market.points)
    let count = market.points.count
    for a in 0..<count {
      for b in 0..<count {
        for c in 0..<count {
          #expect(matrix[a * count + c] <= matrix[a * count + b] + matrix[b * count + c])
        }
      }
    }
  }

  @Test("a route's steps follow each other and end at the leg's cost", arguments: 0..<20)
  func routesFollowTheirSteps(seed: Int) throws {
    let market = RandomMarket(seed: seed, isConnected: true)
    let graph = try market.graph()
    for start in market.points {
      for end in market.points {
        let route = try graph.route(from: start, to: end)
        #expect(try route.leg == graph.leg(from: start, to: end))
        var before = WalkingLeg(seconds: 0, centimetres: 0)
        for step in route.steps {
          #expect(try step.fromStart.seconds == graph.leg(from: start, to: .node(step.node.id)).seconds)
          #expect(step.fromStart.centimetres >= before.centimetres)
          before = step.fromStart
        }
        #expect(before.seconds <= route.leg.seconds)
      }
    }
  }

  @Test("a lift's wait counts as time and not as length")
  func waitsAreTime() throws {
    let graph = try WalkingGraph(
      buildings: [tower], nodes: lifts,
      links: [WalkingLink(from: "T/1/lift", to: "T/2/lift", length: 500, waitSeconds: 45, source: "assumed")],
      walkingSpeed: 1_000)
    let start = WalkingPoint.position(Position(building: "T", floor: 1, east: 300, north: 0))
    let end = WalkingPoint.position(Position(building: "T", floor: 2, east: 0, north: 101))
    #expect(try graph.leg(from: start, to: end) == WalkingLeg(seconds: 55, centimetres: 901))
    #expect(try graph.route(from: start, to: end).steps.map(\.node.id) == ["T/1/lift", "T/2/lift"])
  }

  @Test("what does not exist is named")
  func unknownThingsAreNamed() throws {
    let graph = try WalkingGraph(buildings: [tower], nodes: lifts, links: [], walkingSpeed: 1_000)
    let here = WalkingPoint.node("T/1/lift")
    #expect(throws: WalkingGraphError.unknownNode("T/9/lift")) { try graph.leg(from: here, to: .node("T/9/lift")) }
    let high = Position(building: "T", floor: 9, east: 0, north: 0)
    #expect(throws: WalkingGraphError.unknownFloor(building: "T", floor: 9)) {
      try graph.leg(from: here, to: .position(high))
    }
    let outside = Position(building: "T", floor: 1, east: 1_001, north: 0)
    #expect(throws: WalkingGraphError.outsideFloor(outside)) { try graph.leg(from: here, to: .position(outside)) }
    #expect(throws: WalkingGraphError.unreachable(from: here, to: .node("T/2/lift"))) {
      try graph.matrix(of: [here, .node("T/2/lift")])
    }
  }

  @Test("faulty markets are refused")
  func faultyMarketsAreRefused() {
    func build(_ buildings: [Building], _ nodes: [WalkingNode], _ links: [WalkingLink], speed: Int = 1_000) throws {
      _ = try WalkingGraph(buildings: buildings, nodes: nodes, links: links, walkingSpeed: speed)
    }
    func link(_ to: String, length: Int = 1, wait: Int = 0) -> WalkingLink {
      WalkingLink(from: "T/1/lift", to: to, length: length, waitSeconds: wait, source: "assumed")
    }
    #expect(throws: WalkingGraphError.repeatedBuilding("T")) { try build([tower, tower], [], []) }
    #expect(throws: WalkingGraphError.repeatedNode("T/1/lift")) { try build([tower], lifts + lifts, []) }
    #expect(throws: WalkingGraphError.unknownNode("X")) { try build([tower], lifts, [link("X")]) }
    #expect(throws: WalkingGraphError.unknownFloor(building: "T", floor: 1)) { try build([], lifts, []) }
    #expect(throws: WalkingGraphError.linkOutOfRange(from: "T/1/lift", to: "T/2/lift")) {
      try build([tower], lifts, [link("T/2/lift", length: -1)])
    }
    #expect(throws: WalkingGraphError.linkOutOfRange(from: "T/1/lift", to: "T/2/lift")) {
      try build([tower], lifts, [link("T/2/lift", wait: 3_601)])
    }
    #expect(throws: WalkingGraphError.walkingSpeedOutOfRange(millimetresPerSecond: 0)) {
      try build([tower], lifts, [], speed: 0)
    }
  }

  private let tower = Building(
    id: "T", english: "Tower", chinese: "大厦", address: "", east: 0, north: 0, closed: nil, source: "assumed",
    floors: [1, 2].map { Floor(number: $0, width: 1_000, depth: 1_000, families: [], source: "assumed") })

  private let lifts = [1, 2].map { floor in
    WalkingNode(
      id: "T/\(floor)/lift", kind: .lift, english: "lift", chinese: "电梯",
      position: Position(building: "T", floor: floor, east: 0, north: 0))
  }
}
