import Foundation
import Market
import Phrases
import SourcingPlan
import Testing

@testable import WalkSheet

/// What is drawn stands where the market's data have it.
@Suite struct MapTests {
  /// Rows of a table of the bundled market by column; names hold commas, the columns asked for here do not.
  private static func table(_ name: String) throws -> [[String: String]] {
    let root = SheetFixture.folder.deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Catalog/markets/huaqiangbei/\(name)")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let header = cells(String(lines[0]))
    return lines.dropFirst().map { line in
      Dictionary(zip(header, cells(String(line))), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private static func number(_ row: [String: String], _ column: String) throws -> Int {
    try #require(row[column].flatMap { Int($0) }, "\(column) of \(row)")
  }

  private func map() throws -> PlanMap { try #require(SheetFixture.plan(of: "esp32-sensor").map) }

  @Test func buildingsAndFloorsStandWhereTheMarketsTablesHaveThem() throws {
    let map = try map()
    let buildings = try Self.table("buildings.csv")
    for building in map.buildings {
      let row = try #require(buildings.first { $0["id"] == building.id }, "\(building.id)")
      #expect(try building.east == Self.number(row, "east_m"), "\(building.id)")
      #expect(try building.north == Self.number(row, "north_m"), "\(building.id)")
    }
    let floors = try Self.table("floors.csv")
    let nodes = try Self.table("nodes.csv")
    for floor in map.floors {
      let row = try #require(
        floors.first { $0["building"] == floor.building && $0["floor"] == "\(floor.number)" }, "\(floor.id)")
      #expect(try floor.width == 100 * Self.number(row, "width_m"))
      #expect(try floor.depth == 100 * Self.number(row, "depth_m"))
      let own = nodes.filter { $0["building"] == floor.building && $0["floor"] == "\(floor.number)" }
      let told = try own.map { node in
        [node["kind"] ?? "", "\(try Self.number(node, "east_m"))", "\(try Self.number(node, "north_m"))"]
      }
      let drawn = floor.landmarks.map { ["\($0.kind.rawValue)", "\($0.east / 100)", "\($0.north / 100)"] }
      #expect(Set(drawn) == Set(told), "\(floor.id)")
    }
  }

  @Test func aFloorsStopsAreDrawnAtTheEndsOfTheirLegsWithNorthUp() throws {
    let plan = try SheetFixture.plan(of: "esp32-sensor")
    let map = try map()
    var drawn = 0
    for floor in map.floors {
      let stops = FloorStop.all(on: floor, of: map, in: plan)
      let svg = FloorDrawing(floor, of: map, stops: stops).svg
      for stop in stops {
        drawn += 1
        #expect((0...floor.width).contains(stop.east) && (0...floor.depth).contains(stop.north), "\(floor.id)")
        let disc = "<circle class=\"dot\" cx=\"\(stop.east / 10)\" cy=\"\(floor.depth / 10 - stop.north / 10)\""
        #expect(svg.contains(disc), "stop \(stop.label) on \(floor.id)")
      }
      #expect(svg.contains(">N</text>"))
    }
    #expect(drawn == plan.walks.flatMap(\.visits).count, "every stop is on a floor")
  }

  @Test(arguments: ["feature-phone", "esp32-sensor", "usb-charger"])
  func noStopsNumberIsCovered(_ board: String) throws {
    let plan = try SheetFixture.plan(of: board)
    let map = try #require(plan.map)
    for floor in map.floors {
      let svg = FloorDrawing(floor, of: map, stops: FloorStop.all(on: floor, of: map, in: plan)).svg
      let discs = svg.matches(of: /<circle class="dot" cx="(-?\d+)" cy="(-?\d+)" r="(\d+)"\/><text class="dotnumber"/)
        .compactMap { match -> (x: Double, y: Double, r: Double)? in
          guard let x = Double(match.1), let y = Double(match.2), let r = Double(match.3) else { return nil }
          return (x, y, r)
        }
      #expect(!discs.isEmpty, "\(floor.id)")
      for (index, disc) in discs.enumerated() {
        for other in discs[..<index] {
          let gap = ((disc.x - other.x) * (disc.x - other.x) + (disc.y - other.y) * (disc.y - other.y)).squareRoot()
          #expect(gap >= 1.9 * disc.r, "\(floor.id): \(disc) and \(other)")
        }
      }
    }
  }

  @Test func streetsAreDrawnWithBuildingsAtTheirPlaces() throws {
    let plan = try SheetFixture.plan(of: "esp32-sensor")
    let map = try map()
    let svg = StreetDrawing(map, plan: plan, language: .english).svg
    for id in Set(plan.walks.flatMap(\.visits).compactMap { $0.place?.building }) {
      let building = try #require(map.buildings.first { $0.id == id })
      let corner =
        "x=\"\(building.east - building.width / 200)\" y=\"\(-building.north - building.depth / 200)\" "
        + "width=\"\(building.width / 100)\""
      #expect(svg.contains("<rect class=\"visited\" \(corner)"), "\(id)")
    }
  }
}
