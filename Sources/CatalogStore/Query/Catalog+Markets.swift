internal import GRDB
package import Market

extension Catalog {
  /// Profiles of all markets with their settings, in the order of loading.
  package func markets() throws(CatalogError) -> [MarketProfile] {
    try read { database in
      let sql = """
        SELECT number, id, english, chinese, kind, walking_speed, default_start, notice_english, notice_chinese
        FROM market ORDER BY number
        """
      return try Row.fetchAll(database, sql: sql).map { row in try profile(row, database) }
    }
  }

  /// The profile of one market; nil where the catalog has none of that id.
  package func market(_ id: String) throws(CatalogError) -> MarketProfile? {
    try markets().first { $0.id == id }
  }

  /// The buildings of a market with their floors, in the order of `buildings.csv` and `floors.csv`.
  package func buildings(market: String) throws(CatalogError) -> [Building] {
    try read { database in
      let floorSQL = """
        SELECT building, number, width, depth, families, source FROM floor
        WHERE market = (SELECT number FROM market WHERE id = ?) ORDER BY building, position
        """
      var floors: [Int64: [Floor]] = [:]
      for row in try Row.fetchAll(database, sql: floorSQL, arguments: [market]) {
        floors[row[0], default: []].append(
          Floor(
            number: row[1], width: row[2], depth: row[3], families: StoredValues.words(row[4]), source: row[5]))
      }
      let sql = """
        SELECT position, id, english, chinese, address, east, north, closed, source FROM building
        WHERE market = (SELECT number FROM market WHERE id = ?) ORDER BY position
        """
      return try Row.fetchAll(database, sql: sql, arguments: [market]).map { row in
        Building(
          id: row[1], english: row[2], chinese: row[3], address: row[4], east: row[5], north: row[6], closed: row[7],
          source: row[8], floors: floors[row[0]] ?? [])
      }
    }
  }

  /// The nodes of a market's walking graph, in the order of `nodes.csv`.
  package func nodes(market: String) throws(CatalogError) -> [WalkingNode] {
    try read { database in
      let sql = """
        SELECT id, kind, english, chinese, building, floor, east, north FROM node
        WHERE market = (SELECT number FROM market WHERE id = ?) ORDER BY position
        """
      return try Row.fetchAll(database, sql: sql, arguments: [market]).map { row in
        WalkingNode(
          id: row[0], kind: try StoredValues.known(row[1]), english: row[2], chinese: row[3],
          position: Position(row: row, from: 4), street: StreetPoint(row: row, from: 4))
      }
    }
  }

  /// The links of a market's walking graph, in the order of `links.csv`.
  package func links(market: String) throws(CatalogError) -> [WalkingLink] {
    try read { database in
      let sql = """
        SELECT from_node, to_node, length, wait, source FROM link
        WHERE market = (SELECT number FROM market WHERE id = ?) ORDER BY position
        """
      return try Row.fetchAll(database, sql: sql, arguments: [market]).map { row in
        WalkingLink(from: row[0], to: row[1], length: row[2], waitSeconds: row[3], source: row[4])
      }
    }
  }

  /// The services of a market, in the order of `services.yaml`.
  package func services(market: String) throws(CatalogError) -> [Service] {
    try read { database in
      let sql = """
        SELECT id, kind, english, chinese, place, week, layers_least, layers_most, largest_area, sides_least,
          sides_most, boards_least, boards_most, price, duration, standing, source
        FROM service JOIN opening ON opening.number = service.opening
        WHERE market = (SELECT number FROM market WHERE id = ?) ORDER BY position
        """
      return try Row.fetchAll(database, sql: sql, arguments: [market]).map { row in
        Service(
          id: row[0], kind: try StoredValues.known(row[1]), english: row[2], chinese: row[3], place: row[4],
          hours: try StoredValues.week(row[5]), layers: try span(row[6], row[7]), largestArea: row[8],
          sides: try span(row[9], row[10]), boards: try span(row[11], row[12]),
          price: try StoredValues.formula(row[13]), duration: try StoredValues.formula(row[14]),
          standing: try StoredValues.known(row[15]), source: row[16])
      }
    }
  }

  /// IDs of a market's nodes, ordered; for "did you mean".
  package func nodeIDs(market: String) throws(CatalogError) -> [String] {
    try read { database in
      let sql = "SELECT id FROM node WHERE market = (SELECT number FROM market WHERE id = ?) ORDER BY id"
      return try String.fetchAll(database, sql: sql, arguments: [market])
    }
  }
}

private func profile(_ row: Row, _ database: Database) throws -> MarketProfile {
  let number: Int64 = row[0]
  let riskSQL = "SELECT condition, per_million FROM market_risk WHERE market = ?"
  var risks: [Condition: Int] = [:]
  for risk in try Row.fetchAll(database, sql: riskSQL, arguments: [number]) {
    risks[try StoredValues.known(risk[0])] = risk[1]
  }
  let settingSQL = "SELECT name, value, standing, source FROM market_setting WHERE market = ? ORDER BY position"
  let settings = try Row.fetchAll(database, sql: settingSQL, arguments: [number]).map { row in
    MarketSetting(name: row[0], value: row[1], standing: try StoredValues.known(row[2]), source: row[3])
  }
  var notice: LocalizedText?
  if let english: String = row[7], let chinese: String = row[8] {
    notice = LocalizedText(english: english, chinese: chinese)
  }
  return MarketProfile(
    id: row[1], english: row[2], chinese: row[3], kind: try StoredValues.known(row[4]), walkingSpeed: row[5],
    badPartsPerMillion: risks, defaultStart: row[6], sampleNotice: notice, settings: settings)
}

private func span(_ least: Int?, _ most: Int?) throws -> ClosedRange<Int>? {
  guard let least, let most else { return nil }
  guard least <= most else { throw StoredValues.unreadable("limits", "\(least)..\(most)") }
  return least...most
}

extension Position {
  /// Four columns from `first` on; nil where the first is.
  init?(row: Row, from first: Int) {
    guard let building: String = row[first] else { return nil }
    self.init(building: building, floor: row[first + 1], east: row[first + 2], north: row[first + 3])
  }
}

extension StreetPoint {
  /// A point without a building, from the same columns.
  init?(row: Row, from first: Int) {
    guard (row[first] as String?) == nil, let east: Int = row[first + 2], let north: Int = row[first + 3] else {
      return nil
    }
    self.init(east: east, north: north)
  }
}
