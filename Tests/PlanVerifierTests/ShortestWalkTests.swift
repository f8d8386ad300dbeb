import Base
import Market
import Testing

@testable import PlanVerifier

@Suite struct ShortestWalkTests {
  @Test func waysFollowAislesStairsAndCrossings() {
    let walk = ShortestWalk(DayFixture.market)
    let ground = ShortestWalk.Place.counter(Position(building: "A", floor: 1, east: 1000, north: 500))
    let upstairs = ShortestWalk.Place.counter(Position(building: "A", floor: 2, east: 500, north: 1000))
    #expect(walk.seconds(from: .node("metro"), to: ground) == 75)
    #expect(walk.seconds(from: ground, to: upstairs) == 70)
    #expect(walk.seconds(from: upstairs, to: .node("metro")) == 135)
    #expect(walk.seconds(from: ground, to: ground) == 0)
  }

  @Test func nothingLeadsToAnUnknownPlace() {
    let walk = ShortestWalk(DayFixture.market)
    #expect(walk.seconds(from: .node("metro"), to: .node("moon")) == nil)
    #expect(
      walk.seconds(from: .counter(Position(building: "B", floor: 1, east: 0, north: 0)), to: .node("metro")) == nil)
  }

  /// The graph that plans are made with and the one that checks them are two programs; they must agree.
  @Test(arguments: 1...40) func agreesWithTheWalkingGraph(seed: Int) throws {
    var random = Dice(seed: UInt64(seed))
    let buildings = ["P", "Q"].map { id in
      Building(
        id: id, english: id, chinese: id, address: "", east: 0, north: 0, closed: nil, source: "test",
        floors: (1...3).map { Floor(number: $0, width: 4000, depth: 3000, families: [], source: "test") })
    }
    func position() -> Position {
      Position(
        building: random.element(["P", "Q"]), floor: random.number(1...3), east: random.number(0...4000),
        north: random.number(0...3000))
    }
    let nodes = (0..<14).map { index in
      WalkingNode(
        id: "n\(index)", kind: .stairs, english: "", chinese: "", position: index < 10 ? position() : nil)
    }
    let links = (0..<18).map { _ in
      WalkingLink(
        from: random.element(nodes).id, to: random.element(nodes).id, length: random.number(0...9000),
        waitSeconds: random.number(0...40), source: "test")
    }
    var market = DayFixture.market
    market.nodes = nodes
    market.links = links
    market.profile.walkingSpeed = random.number(700...1500)
    let graph = try WalkingGraph(
      buildings: buildings, nodes: nodes, links: links, walkingSpeed: market.profile.walkingSpeed)
    let plain = ShortestWalk(market)
    for _ in 0..<12 {
      let start = position()
      let end = position()
      let expected = try? graph.leg(from: .position(start), to: .position(end)).seconds
      #expect(plain.seconds(from: .counter(start), to: .counter(end)) == expected, "seed \(seed)")
      let node = random.element(nodes).id
      let toNode = try? graph.leg(from: .position(start), to: .node(node)).seconds
      #expect(plain.seconds(from: .counter(start), to: .node(node)) == toNode, "seed \(seed)")
    }
  }
}

/// Draws of numbers and elements from one seed.
struct Dice {
  var source: SplitMix64

  init(seed: UInt64) { source = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { source.next() }

  mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }

  mutating func element<Element>(_ elements: [Element]) -> Element { elements[number(0...(elements.count - 1))] }
}
