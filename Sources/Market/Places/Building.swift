/// A building of a market.
package struct Building: Sendable, Hashable, Codable {
  /// Short, upper-case: `SEG`.
  package var id: String
  package var english: String
  package var chinese: String
  package var address: String
  /// Metres east and north of the market's origin.
  package var east: Int
  package var north: Int
  /// Nil when open; otherwise since when and why it is closed.
  package var closed: String?
  package var source: String
  package var floors: [Floor]

  package init(
    id: String, english: String, chinese: String, address: String, east: Int, north: Int, closed: String?,
    source: String, floors: [Floor]
  ) {
    self.id = id
    self.english = english
    self.chinese = chinese
    self.address = address
    self.east = east
    self.north = north
    self.closed = closed
    self.source = source
    self.floors = floors
  }
}

/// One floor of a building: its size, and the families of goods that its counters sell.
package struct Floor: Sendable, Hashable, Codable {
  package var number: Int
  /// Centimetres.
  package var width: Int
  package var depth: Int
  package var families: [String]
  package var source: String

  package init(number: Int, width: Int, depth: Int, families: [String], source: String) {
    self.number = number
    self.width = width
    self.depth = depth
    self.families = families
    self.source = source
  }
}

/// A point where walks pass: a door, a landing of stairs or a lift on one floor, a street corner, a station.
package struct WalkingNode: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case door, stairs, escalator, lift, corner, crossing, station
  }

  /// Unique within its market: `SEG/door-west`, `SEG/2/lift`.
  package var id: String
  package var kind: Kind
  package var english: String
  package var chinese: String
  /// The floor and point of a node inside a building; nil on the street.
  package var position: Position?
  /// The point of a node on the street; nil inside a building, and where the market's data give none.
  package var street: StreetPoint?

  package init(
    id: String, kind: Kind, english: String, chinese: String, position: Position?, street: StreetPoint? = nil
  ) {
    self.id = id
    self.kind = kind
    self.english = english
    self.chinese = chinese
    self.position = position
    self.street = street
  }
}

/// A point of the street, in centimetres east and north of the market's origin. It is drawn; ways are measured by links.
package struct StreetPoint: Sendable, Hashable, Codable {
  package var east: Int
  package var north: Int

  package init(east: Int, north: Int) {
    self.east = east
    self.north = north
  }
}

/// A way between two nodes, walked in both directions. Nodes on one floor need no link: there, ways follow the aisles.
package struct WalkingLink: Sendable, Hashable, Codable {
  package var from: String
  package var to: String
  /// Centimetres.
  package var length: Int
  /// Seconds that the link costs beside its length: waiting for a lift, a crossing's light.
  package var waitSeconds: Int
  package var source: String

  package init(from: String, to: String, length: Int, waitSeconds: Int, source: String) {
    self.from = from
    self.to = to
    self.length = length
    self.waitSeconds = waitSeconds
    self.source = source
  }
}
