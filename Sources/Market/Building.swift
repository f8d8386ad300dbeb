/// A building of a market.
public struct Building: Sendable, Hashable, Codable {
  /// Short, upper-case: `SEG`.
  public var id: String
  public var english: String
  public var chinese: String
  public var address: String
  /// Metres east and north of the market's origin.
  public var east: Int
  public var north: Int
  /// Nil when open; otherwise since when and why it is closed.
  public var closed: String?
  public var source: String
  public var floors: [Floor]

  public init(
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
public struct Floor: Sendable, Hashable, Codable {
  public var number: Int
  /// Centimetres.
  public var width: Int
  public var depth: Int
  public var families: [String]
  public var source: String

  public init(number: Int, width: Int, depth: Int, families: [String], source: String) {
    self.number = number
    self.width = width
    self.depth = depth
    self.families = families
    self.source = source
  }
}

/// A point where walks pass: a door, a landing of stairs or a lift on one floor, a street corner, a station.
public struct WalkingNode: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case door, stairs, escalator, lift, corner, crossing, station
  }

  /// Unique within its market: `SEG/door-west`, `SEG/2/lift`.
  public var id: String
  public var kind: Kind
  public var english: String
  public var chinese: String
  /// The floor and point of a node inside a building; nil on the street.
  public var position: Position?
  /// The point of a node on the street; nil inside a building, and where the market's data give none.
  public var street: StreetPoint?

  public init(
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
public struct StreetPoint: Sendable, Hashable, Codable {
  public var east: Int
  public var north: Int

  public init(east: Int, north: Int) {
    self.east = east
    self.north = north
  }
}

/// A way between two nodes, walked in both directions. Nodes on one floor need no link: there, ways follow the aisles.
public struct WalkingLink: Sendable, Hashable, Codable {
  public var from: String
  public var to: String
  /// Centimetres.
  public var length: Int
  /// Seconds that the link costs beside its length: waiting for a lift, a crossing's light.
  public var waitSeconds: Int
  public var source: String

  public init(from: String, to: String, length: Int, waitSeconds: Int, source: String) {
    self.from = from
    self.to = to
    self.length = length
    self.waitSeconds = waitSeconds
    self.source = source
  }
}
