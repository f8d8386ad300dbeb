internal import Base
internal import Foundation
internal import Market
internal import SourcingPlan

extension WalkSheet.Format {
  /// Stops and walks on the earth, where the market's data have real coordinates.
  package static let geojson = Self("geojson", "stops and walks on the earth", suffix: ".geojson") {
    try $0.geographic()
  }
}

extension WalkSheet {
  /// Stops as points and walks as lines (RFC 7946), where the market's data say where on the earth its origin lies.
  ///
  /// Throws `Refusal.noCoordinates` elsewhere: metres on a plan are no places on the earth.
  func geographic() throws -> String {
    guard let map = plan.map, let origin = map.origin else { throw Refusal.noCoordinates(market: plan.market.id) }
    let street = StreetPlan(map)
    func coordinates(_ east: Int, _ north: Int) -> [Double] {
      let point = origin.moved(east: Double(east) / 100, north: Double(north) / 100)
      return [point.longitude, point.latitude].map { ($0 * 1e6).rounded() / 1e6 }
    }
    var features: [Feature] = []
    for route in map.walks {
      let line = route.legs.joined().compactMap { street.place($0) }.map { coordinates($0.east, $0.north) }
      if line.count > 1 {
        features.append(Feature(.line(line), Properties(buyer: route.buyer)))
      }
      guard let walk = plan.walks.first(where: { $0.agent.text == route.buyer }) else { continue }
      for stop in SheetStop.stops(of: walk, in: plan) {
        guard let end = route.legs.prefix(stop.number).last(where: { !$0.isEmpty })?.last,
          stop.visit.place != nil, let place = street.place(end)
        else { continue }
        features.append(
          Feature(
            .point(coordinates(place.east, place.north)),
            Properties(
              buyer: route.buyer, stop: stop.number, stall: stop.visit.stall, name: language(stop.visit.name),
              place: stop.place.map { language($0) }, arrive: "\(stop.visit.arrive)",
              isSample: stop.visit.isSample)))
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Collection(of: features, plan)), as: UTF8.self)
      + "\n"
  }

  private struct Collection: Encodable {
    var type = "FeatureCollection"
    var features: [Feature]
    /// Foreign members (RFC 7946, 6.1); absent where they say nothing.
    var states: LineStateCounts?
    var missing: [MissingLine]?
    var asked: [AskedLine]?

    init(of features: [Feature], _ plan: PlanDocument) {
      self.features = features
      states = plan.notableStates
      missing = plan.missing
      asked = plan.asked
    }
  }

  private struct Feature: Encodable {
    var type = "Feature"
    var geometry: Geometry
    var properties: Properties

    init(_ geometry: Geometry, _ properties: Properties) {
      self.geometry = geometry
      self.properties = properties
    }
  }

  private enum Geometry: Encodable {
    case point([Double])
    case line([[Double]])

    enum CodingKeys: String, CodingKey { case type, coordinates }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .point(let place):
        try container.encode("Point", forKey: .type)
        try container.encode(place, forKey: .coordinates)
      case .line(let places):
        try container.encode("LineString", forKey: .type)
        try container.encode(places, forKey: .coordinates)
      }
    }
  }

  private struct Properties: Encodable {
    var buyer: String
    var stop: Int?
    var stall: PlaceID?
    var name: String?
    var place: String?
    var arrive: String?
    var isSample: Bool?
  }
}

extension GeographicPoint {
  /// The point so many metres east and north, on the plane that touches the earth here: good to a metre within some
  /// kilometres.
  func moved(east: Double, north: Double) -> GeographicPoint {
    // Metres of a degree on a sphere of the earth's mean radius, 6,371,008.8 m.
    let degree = 6_371_008.8 * .pi / 180
    var point = self
    point.latitude += north / degree
    point.longitude += east / (degree * cos(latitude * .pi / 180))
    return point
  }
}
