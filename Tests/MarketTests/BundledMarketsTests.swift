import Foundation
import Market
import Testing

@Suite("Bundled markets")
struct BundledMarketsTests {
  @Test(
    "every floor of every walked market is reached, and seconds are a metric",
    arguments: ["huaqiangbei", "zhongguancun"])
  func everyFloorIsReached(market: String) throws {
    let data = try MarketFiles(market)
    let graph = try WalkingGraph(
      buildings: data.buildings, nodes: data.nodes, links: data.links, walkingSpeed: 1_100)
    var points = data.nodes.prefix(40).map { WalkingPoint.node($0.id) }
    for building in data.buildings {
      for floor in building.floors {
        let middle = Position(
          building: building.id, floor: floor.number, east: floor.width / 2, north: floor.depth / 3)
        points.append(.position(middle))
      }
    }
    let matrix = try graph.matrix(of: points)
    let count = points.count
    var isMetric = true
    for a in 0..<count {
      for b in 0..<count {
        let first = matrix[a * count + b]
        for c in stride(from: 0, to: count, by: 3) where matrix[a * count + c] > first + matrix[b * count + c] {
          isMetric = false
        }
      }
    }
    #expect(isMetric)
    #expect(matrix.max() ?? 0 < 3_600, "an hour's walk within a district")
  }

  @Test("Huaqiangbei has the 45 buildings of the map, Gaokede closed and without floors")
  func huaqiangbeiHasItsBuildings() throws {
    let data = try MarketFiles("huaqiangbei")
    #expect(data.buildings.count == 45)
    #expect(data.buildings.filter { $0.closed != nil }.map(\.id) == ["GAOKEDE"])
    #expect(data.buildings.filter { $0.floors.isEmpty }.map(\.id) == ["GAOKEDE"])
    #expect(data.nodes.contains { $0.id == "metro-huaqiang-road-a" })
  }
}

/// The bundled CSV files of one market, read without ceremony.
private struct MarketFiles {
  var buildings: [Building] = []
  var nodes: [WalkingNode] = []
  var links: [WalkingLink] = []

  init(_ market: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Catalog/markets/\(market)")
    func rows(_ name: String) throws -> [[String]] {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { MarketFiles.fields($0) }
    }
    let floors = try rows("floors.csv")
    for row in try rows("buildings.csv") {
      let own = try floors.filter { $0[0] == row[0] }.map { floor in
        Floor(
          number: try #require(Int(floor[1])), width: 100 * (try #require(Int(floor[2]))),
          depth: 100 * (try #require(Int(floor[3]))), families: floor[4].split(separator: "|").map(String.init),
          source: floor[5])
      }
      buildings.append(
        Building(
          id: row[0], english: row[1], chinese: row[2], address: row[3], east: try #require(Int(row[4])),
          north: try #require(Int(row[5])), closed: row[6].isEmpty ? nil : row[6], source: row[7], floors: own))
    }
    for row in try rows("nodes.csv") {
      var position: Position?
      if !row[4].isEmpty {
        position = Position(
          building: row[4], floor: try #require(Int(row[5])), east: 100 * (try #require(Int(row[6]))),
          north: 100 * (try #require(Int(row[7]))))
      }
      nodes.append(
        WalkingNode(
          id: row[0], kind: try #require(WalkingNode.Kind(rawValue: row[1])), english: row[2], chinese: row[3],
          position: position))
    }
    for row in try rows("links.csv") {
      links.append(
        WalkingLink(
          from: row[0], to: row[1], length: 100 * (try #require(Int(row[2]))),
          waitSeconds: try #require(Int(row[3])), source: row[4]))
    }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
