/// Where a walk starts, stops or ends: a named node, or a point on a floor (a stall).
package enum WalkingPoint: Sendable, Hashable {
  /// The id of a `WalkingNode`.
  case node(String)
  case position(Position)
}

/// What walking from one point to another takes.
package struct WalkingLeg: Sendable, Hashable {
  /// Whole seconds, waits included, rounded up once for the whole leg.
  package var seconds: Int
  /// Centimetres walked along that way.
  package var centimetres: Int

  package init(seconds: Int, centimetres: Int) {
    self.seconds = seconds
    self.centimetres = centimetres
  }
}

/// A way through the market, for the walk sheet.
package struct WalkingRoute: Sendable, Hashable {
  /// A node that the way passes, and what it took to get there from the start of the way.
  package struct Step: Sendable, Hashable {
    package var node: WalkingNode
    package var fromStart: WalkingLeg

    package init(node: WalkingNode, fromStart: WalkingLeg) {
      self.node = node
      self.fromStart = fromStart
    }
  }

  /// The whole way.
  package var leg: WalkingLeg
  /// The nodes passed, in order; empty when both ends are on one floor and the way follows its aisles.
  package var steps: [Step]

  package init(leg: WalkingLeg, steps: [Step]) {
    self.leg = leg
    self.steps = steps
  }
}

/// Why a graph cannot be built, or a way not be found.
package enum WalkingGraphError: Error, Sendable, Hashable {
  case walkingSpeedOutOfRange(millimetresPerSecond: Int)
  case repeatedBuilding(String)
  case repeatedFloor(building: String, floor: Int)
  case repeatedNode(String)
  /// A link or a query names a node that the market does not have.
  case unknownNode(String)
  /// A node or a query lies on a floor that the market does not have.
  case unknownFloor(building: String, floor: Int)
  /// A node or a query lies beyond the walls of its floor.
  case outsideFloor(Position)
  /// A length is negative or above `WalkingGraph.longestLink`, or a wait negative or above `WalkingGraph.longestWait`.
  case linkOutOfRange(from: String, to: String)
  /// No way leads from one point to the other.
  case unreachable(from: WalkingPoint, to: WalkingPoint)
}
