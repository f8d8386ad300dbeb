public import Market

/// Where the walks go, as the market's own data draw it: metres on a plan, not the earth's.
public struct PlanMap: Sendable, Hashable, Codable {
  public var buildings: [MapBuilding]
  /// Floors on which somebody stops.
  public var floors: [MapFloor]
  /// Ways along the streets, from point to point, for orientation.
  public var streets: [MapStreet]
  /// The walks' legs, walk by walk; one leg more than stops, the last one leads to the end.
  public var walks: [MapWalk]
  /// Latitude and longitude of the market's origin, where its data give them: `22.5431, 114.0866`.
  public var origin: GeographicPoint?

  public init(
    buildings: [MapBuilding], floors: [MapFloor], streets: [MapStreet], walks: [MapWalk],
    origin: GeographicPoint? = nil
  ) {
    self.buildings = buildings
    self.floors = floors
    self.streets = streets
    self.walks = walks
    self.origin = origin
  }
}

/// A point of a way: on the street, or on a floor.
public struct MapPoint: Sendable, Hashable, Codable {
  /// `SEG/2` for the second floor of a building; nil on the street.
  public var floor: String?
  /// Centimetres: on a floor from its south-west corner, on the street from the market's origin.
  public var east: Int
  public var north: Int

  public init(floor: String?, east: Int, north: Int) {
    self.floor = floor
    self.east = east
    self.north = north
  }

  /// On a floor.
  public init(_ position: Position) {
    self.init(floor: "\(position.building)/\(position.floor)", east: position.east, north: position.north)
  }
}

public struct MapBuilding: Sendable, Hashable, Codable {
  public var id: String
  public var name: LocalizedText
  /// Metres of its middle from the market's origin.
  public var east: Int
  public var north: Int
  /// Centimetres, of its largest floor; 0 where the market has no floor of it.
  public var width: Int
  public var depth: Int

  public init(id: String, name: LocalizedText, east: Int, north: Int, width: Int, depth: Int) {
    self.id = id
    self.name = name
    self.east = east
    self.north = north
    self.width = width
    self.depth = depth
  }
}

public struct MapFloor: Sendable, Hashable, Codable {
  /// `SEG/2`.
  public var id: String
  public var building: String
  public var number: Int
  /// Centimetres.
  public var width: Int
  public var depth: Int
  /// Doors, stairs, escalators and lifts.
  public var landmarks: [MapLandmark]

  public init(id: String, building: String, number: Int, width: Int, depth: Int, landmarks: [MapLandmark]) {
    self.id = id
    self.building = building
    self.number = number
    self.width = width
    self.depth = depth
    self.landmarks = landmarks
  }
}

/// A way between two points of the street.
public struct MapStreet: Sendable, Hashable, Codable {
  public var from: StreetPoint
  public var to: StreetPoint

  public init(from: StreetPoint, to: StreetPoint) {
    self.from = from
    self.to = to
  }
}

public struct MapLandmark: Sendable, Hashable, Codable {
  public var kind: WalkingNode.Kind
  public var east: Int
  public var north: Int

  public init(kind: WalkingNode.Kind, east: Int, north: Int) {
    self.kind = kind
    self.east = east
    self.north = north
  }
}

public struct MapWalk: Sendable, Hashable, Codable {
  public var buyer: String
  /// Where the walk starts and ends, as a person reads it.
  public var from: LocalizedText
  public var to: LocalizedText
  public var legs: [[MapPoint]]

  public init(buyer: String, from: LocalizedText, to: LocalizedText, legs: [[MapPoint]]) {
    self.buyer = buyer
    self.from = from
    self.to = to
    self.legs = legs
  }
}
