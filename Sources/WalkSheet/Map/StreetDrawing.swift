internal import Market
internal import Phrases
internal import SourcingPlan

/// The streets from above, north up: buildings, streets between them, and the walks. One unit is a metre.
struct StreetDrawing {
  let svg: String

  init(_ map: PlanMap, plan: PlanDocument, language: Language) {
    let street = StreetPlan(map)
    let routes = map.walks.map { street.route($0) }
    let visited = Set(plan.walks.flatMap(\.visits).compactMap { $0.place?.building })
    let here = map.buildings.filter { visited.contains($0.id) }
    var frame = Frame()
    for building in here { frame.take(building) }
    for point in routes.joined() { frame.take(x: point.x, y: point.y) }
    frame.grow()
    let size = max(8, frame.longest / 30)

    var drawing = Drawing()
    for part in map.streets {
      let line = [
        (x: part.from.east / 100, y: -part.from.north / 100), (x: part.to.east / 100, y: -part.to.north / 100),
      ]
      drawing.add("path", [("class", "street"), ("stroke-width", "\(size * 2 / 3)"), ("d", Drawing.path(line))])
    }
    for building in map.buildings where building.width > 0 && frame.holds(building) {
      drawing.addTitled(language(building.name)) { group in
        group.add(
          "rect",
          [
            ("class", visited.contains(building.id) ? "visited" : "block"),
            ("x", "\(building.east - building.width / 200)"), ("y", "\(-building.north - building.depth / 200)"),
            ("width", "\(building.width / 100)"), ("height", "\(building.depth / 100)"),
            ("stroke-width", "\(max(1, size / 8))"), ("rx", "\(size / 5)"),
          ])
      }
    }
    for (number, route) in routes.enumerated() where !route.isEmpty {
      drawing.add(
        "path",
        [
          ("class", number == 0 ? "route" : "route w2"), ("stroke-width", "\(max(2, size / 4))"),
          ("d", Drawing.path(route)),
        ])
    }
    for building in here {
      let name = language == .english ? building.name.english : building.name.chinese
      drawing.addLabel(
        "\(name) \(Self.stops(in: building.id, plan))", x: building.east, y: -building.north, size: size,
        within: frame.left...frame.right)
    }
    var named: Set<LocalizedText> = []
    for (walk, route) in zip(map.walks, routes) {
      guard let first = route.first, let last = route.last else { continue }
      var ends = [(first, walk.from)]
      if walk.to != walk.from { ends.append((last, walk.to)) }
      for (place, name) in ends {
        drawing.add(
          "circle",
          [
            ("class", "end"), ("cx", "\(place.x)"), ("cy", "\(place.y)"), ("r", "\(size * 2 / 3)"),
            ("stroke-width", "\(max(1, size / 6))"),
          ])
        guard named.insert(name).inserted else { continue }
        drawing.addLabel(
          language == .english ? name.english : name.chinese, x: place.x, y: place.y + size * 3 / 2, size: size,
          within: frame.left...frame.right)
      }
    }
    drawing.addNorth(x: frame.right - size * 2, y: frame.top + size * 4, size: size)
    let metres = frame.longest > 500 ? 100 : 50
    drawing.addScale(
      x: frame.left + size, y: frame.bottom - size, units: metres, label: SheetScale.label(metres: metres), size: size)
    svg = drawing.svg(
      left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top)
  }

  /// `1–7, 12`: the numbers of the stops in a building.
  private static func stops(in building: String, _ plan: PlanDocument) -> String {
    plan.walks.map { walk in
      var runs: [ClosedRange<Int>] = []
      for (index, visit) in plan.stops(of: walk).enumerated() where visit.place?.building == building {
        if let last = runs.last, last.upperBound == index {
          runs[runs.count - 1] = last.lowerBound...(index + 1)
        } else {
          runs.append((index + 1)...(index + 1))
        }
      }
      return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(
        separator: ", ")
    }.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

/// The part of the streets that is drawn, in units of the drawing.
private struct Frame {
  var left = Int.max
  var right = Int.min
  var top = Int.max
  var bottom = Int.min

  var longest: Int { max(right - left, bottom - top) }

  mutating func take(x: Int, y: Int) {
    left = min(left, x)
    right = max(right, x)
    top = min(top, y)
    bottom = max(bottom, y)
  }

  mutating func take(_ building: MapBuilding) {
    take(x: building.east - building.width / 200, y: -building.north - building.depth / 200)
    take(x: building.east + building.width / 200, y: -building.north + building.depth / 200)
  }

  /// A margin all round, and at least 200 m of street.
  mutating func grow() {
    if left > right { take(x: 0, y: 0) }
    let margin = max(25, longest / 7)
    left -= margin
    right += margin
    top -= margin
    bottom += margin
    let missing = max(0, 200 - (right - left)) / 2
    left -= missing
    right += missing
  }

  func holds(_ building: MapBuilding) -> Bool {
    building.east + building.width / 200 > left && building.east - building.width / 200 < right
      && -building.north + building.depth / 200 > top && -building.north - building.depth / 200 < bottom
  }
}
