internal import Market
internal import SourcingPlan

/// A floor from above, north up: its walls, landmarks, the routes along its aisles, and its stops. One unit is ten
/// centimetres.
struct FloorDrawing {
  let svg: String

  init(_ floor: MapFloor, of map: PlanMap, stops: [FloorStop]) {
    let (width, height) = (max(1, floor.width / 10), max(1, floor.depth / 10))
    let size = max(width, height) / 26
    let point = { (east: Int, north: Int) in (x: east / 10, y: height - north / 10) }
    var drawing = Drawing()
    drawing.add(
      "rect",
      [("class", "visited"), ("width", "\(width)"), ("height", "\(height)"), ("stroke-width", "\(max(2, size / 8))")])
    for (number, walk) in map.walks.enumerated() {
      let path = Self.aisles(of: walk, on: floor.id, point)
      if !path.isEmpty {
        drawing.add(
          "path",
          [("class", number == 0 ? "route" : "route w2"), ("stroke-width", "\(max(2, size / 5))"), ("d", path)])
      }
    }
    for landmark in floor.landmarks {
      let place = point(landmark.east, landmark.north)
      Self.draw(landmark.kind, at: place, size: size, in: &drawing)
    }
    let margin = size * 2
    let frame = (x: -margin...width + margin, y: -margin...height + margin)
    var seats: [(x: Int, y: Int)] = []
    for stop in stops {
      seats.append(
        Self.seat(at: point(stop.east, stop.north), radius: size * 3 / 2, beside: seats, in: frame))
    }
    // Places that no disc stands on first, so that they cover no number.
    for (stop, seat) in zip(stops, seats) where seat != point(stop.east, stop.north) {
      let place = point(stop.east, stop.north)
      drawing.add(
        "path", [("class", "route"), ("stroke-width", "\(max(1, size / 8))"), ("d", Drawing.path([place, seat]))])
      drawing.add("circle", [("class", "dot"), ("cx", "\(place.x)"), ("cy", "\(place.y)"), ("r", "\(size / 2)")])
    }
    for (stop, seat) in zip(stops, seats) {
      drawing.addDisc(x: seat.x, y: seat.y, radius: size * 3 / 2, label: stop.label)
    }
    drawing.addNorth(x: width + margin, y: margin * 2, size: size * 4 / 3)
    let metres = max(10, floor.width / 400 / 10 * 10)
    drawing.addScale(
      x: 0, y: height + margin, units: metres * 10, label: SheetScale.label(metres: metres), size: size * 4 / 3)
    svg = drawing.svg(left: -margin, top: -margin, width: width + margin * 4, height: height + margin * 7 / 2)
  }

  /// Where a stop's disc is drawn: on its place, or beside it where another disc would be covered.
  private static func seat(
    at place: (x: Int, y: Int), radius: Int, beside taken: [(x: Int, y: Int)],
    in frame: (x: ClosedRange<Int>, y: ClosedRange<Int>)
  ) -> (x: Int, y: Int) {
    let step = radius * 21 / 10
    let directions = [(0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1)]
    let seats =
      [place]
      + [1, 2].flatMap { far in
        directions.map { (x: place.x + $0.0 * step * far, y: place.y + $0.1 * step * far) }
      }
    return seats.first { seat in
      frame.x.contains(seat.x - radius) && frame.x.contains(seat.x + radius) && frame.y.contains(seat.y - radius)
        && frame.y.contains(seat.y + radius)
        && taken.allSatisfy { max(abs($0.x - seat.x), abs($0.y - seat.y)) * 20 >= radius * 39 }
    } ?? place
  }

  private static func draw(
    _ kind: WalkingNode.Kind, at place: (x: Int, y: Int), size: Int, in drawing: inout Drawing
  ) {
    let letter: String
    switch kind {
    case .stairs: letter = "S"
    case .escalator: letter = "E"
    case .lift: letter = "L"
    case .door, .corner, .crossing, .station:
      drawing.add(
        "path",
        [
          ("class", "mark"),
          (
            "d",
            "M\(place.x) \(place.y - size * 2 / 3)L\(place.x + size * 2 / 3) \(place.y + size / 2)H\(place.x - size * 2 / 3)Z"
          ),
        ])
      return
    }
    drawing.addText(
      letter,
      [
        ("class", "halo"), ("x", "\(place.x)"), ("y", "\(place.y)"), ("font-size", "\(size * 4 / 3)"),
        ("text-anchor", "middle"), ("dominant-baseline", "central"),
      ])
  }

  /// What of a walk lies on the floor, east–west first, then north–south.
  private static func aisles(
    of walk: MapWalk, on floor: String, _ point: (Int, Int) -> (x: Int, y: Int)
  ) -> String {
    var path = ""
    for leg in walk.legs {
      for (from, to) in zip(leg, leg.dropFirst()) where from.floor == floor && to.floor == floor {
        let (start, end) = (point(from.east, from.north), point(to.east, to.north))
        path += "M\(start.x) \(start.y)H\(end.x)V\(end.y)"
      }
    }
    return path
  }
}
