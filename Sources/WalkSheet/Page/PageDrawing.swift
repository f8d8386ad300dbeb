internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// A map as the page's template sees it.
struct PageDrawing: PageValue {
  struct Stop: PageValue {
    var id: String
    var number: String
    var name: PageWords
  }

  var id: String
  var title: PageWords
  var name: String
  var smallerName: String
  var largerName: String
  var placesName: String
  /// Made and escaped by `StreetDrawing` and `FloorDrawing`.
  var svg: String
  var hasStops: Bool
  var stops: [Stop]
}

extension PageDrawing {
  /// The streets with the walks.
  init(streetOf map: PlanMap, in sheet: WalkSheet) {
    self.init(
      id: "street", title: SheetPhrase.street.text,
      svg: StreetDrawing(map, plan: sheet.plan, language: sheet.language).svg,
      stops: [], language: sheet.language)
  }

  /// One floor with its stops.
  init(floor index: Int, of map: PlanMap, in sheet: WalkSheet) {
    let floor = map.floors[index]
    let building = map.buildings.first { $0.id == floor.building }?.name
    let stops = FloorStop.all(on: floor, of: map, in: sheet.plan)
    self.init(
      id: "floor-\(index + 1)",
      title: SheetPhrase.floorPlan(
        building: building ?? LocalizedText(english: floor.building, chinese: floor.building), floor: floor.number
      ).text,
      svg: FloorDrawing(floor, of: map, stops: stops).svg,
      stops: stops.map { stop in
        Stop(
          id: PageStop.id(walk: stop.walk, number: stop.number), number: stop.label,
          name: PageWords(stop.name, sheet.language))
      }, language: sheet.language)
  }

  private init(id: String, title: LocalizedText, svg: String, stops: [Stop], language: Language) {
    let name = language(title)
    self.init(
      id: id, title: PageWords(title, language), name: "\(language(SheetPhrase.map)): \(name)",
      smallerName: "\(language(SheetPhrase.zoomOut)): \(name)", largerName: "\(language(SheetPhrase.zoomIn)): \(name)",
      placesName: "\(language(SheetPhrase.onThisFloor)): \(name)", svg: svg, hasStops: !stops.isEmpty, stops: stops)
  }
}

/// A stop on a floor's map.
struct FloorStop {
  var walk: Int
  /// 1 for the walk's first.
  var number: Int
  /// `7`, or `A7` where several people walk.
  var label: String
  var name: LocalizedText
  var east: Int
  var north: Int

  /// The stops on a floor, walk by walk: each is where its leg ends.
  static func all(on floor: MapFloor, of map: PlanMap, in plan: PlanDocument) -> [FloorStop] {
    plan.walks.enumerated().flatMap { index, walk -> [FloorStop] in
      guard let route = map.walks.first(where: { $0.buyer == walk.agent.text }) else { return [] }
      let visits = plan.stops(of: walk)
      return visits.indices.compactMap { position in
        guard route.legs.indices.contains(position),
          let place = visits[position].place, "\(place.building)/\(place.floor)" == floor.id,
          // A stop at the place of the one before has no leg of its own.
          let point = route.legs[...position].last(where: { !$0.isEmpty })?.last, point.floor == floor.id
        else { return nil }
        return FloorStop(
          walk: index, number: position + 1,
          label: plan.walks.count > 1 ? "\(walk.agent)\(position + 1)" : "\(position + 1)",
          name: visits[position].name, east: point.east, north: point.north)
      }
    }
  }
}
