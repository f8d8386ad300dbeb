package import Market

/// Where the walks go, as the market's own data draw it: metres on a plan, not the earth's.
package struct PlanMap: Sendable, Hashable, Codable {
  package var buildings: [MapBuilding]
  /// Floors on which somebody stops.
  package var floors: [MapFloor]
  /// Ways along the streets, from point to point, for orientation.
  package var streets: [MapStreet]
  /// The walks' legs, walk by walk; one leg more than stops, the last one leads to the end.
  package var walks: [MapWalk]
  /// Latitude and longitude of the market's origin, where its data give them: `22.5431, 114.0866`.
  package var origin: GeographicPoint?

  package init(
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
package struct MapPoint: Sendable, Hashable, Codable {
  /// `SEG/2` for the second floor of a building; nil on the street.
  package var floor: String?
  /// Centimetres: on a floor from its south-west corner, on the street from the market's origin.
  package var east: Int
  package var north: Int

  package init(floor: String?, east: Int, north: Int) {
    self.floor = floor
    self.east = east
    self.north = north
  }

  /// On a floor.
  package init(_ position: Position) {
    self.init(floor: "\(position.building)/\(position.floor)", east: position.east, north: position.north)
  }
}

package struct MapBuilding: Sendable, Hashable, Codable {
  package var id: String
  package var name: LocalizedText
  /// Metres of its middle from the market's origin.
  package var east: Int
  package var north: Int
  /// Centimetres, of its largest floor; 0 where the market has no floor of it.
  package var width: Int
  package var depth: Int

  package init(id: String, name: LocalizedText, east: Int, north: Int, width: Int, depth: Int) {
    self.id = id
    self.name = name
    self.east = east
    self.north = north
    self.width = width
    self.depth = depth
  }
}

package struct MapFloor: Sendable, Hashable, Codable {
  /// `SEG/2`.
  package var id: String
  package var building: String
  package var number: Int
  /// Centimetres.
  package var width: Int
  package var depth: Int
  /// Doors, stairs, escalators and lifts.
  package var landmarks: [MapLandmark]

  package init(id: String, building: String, number: Int, width: Int, depth: Int, landmarks: [MapLandmark]) {
    self.id = id
    self.building = building
    self.number = number
    self.width = width
    self.depth = depth
    self.landmarks = landmarks
  }
}

/// A way between two points of the street.
package struct MapStreet: Sendable, Hashable, Codable {
  package var from: StreetPoint
  package var to: StreetPoint

  package init(from: StreetPoint, to: StreetPoint) {
    self.from = from
    self.to = to
  }
}

package struct MapLandmark: Sendable, Hashable, Codable {
  package var kind: WalkingNode.Kind
  package var east: Int
  package var north: Int

  package init(kind: WalkingNode.Kind, east: Int, north: Int) {
    self.kind = kind
    self.east = east
    self.north = north
  }
}

package struct MapWalk: Sendable, Hashable, Codable {
  package var buyer: String
  /// Where the walk starts and ends, as a person reads it.
  package var from: LocalizedText
  package var to: LocalizedText
  package var legs: [[MapPoint]]

  package init(buyer: String, from: LocalizedText, to: LocalizedText, legs: [[MapPoint]]) {
    self.buyer = buyer
    self.from = from
    self.to = to
    self.legs = legs
  }
}
