internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market
internal import MarketSample
internal import Platform

/// What is known of one market while its files are read.
struct MarketNames {
  var folder: String
  var hours: [[OpeningHours]] = WeeklyHours.allDay
  var buildings: [String: SourceSpan] = [:]
  var floors: [String: SourceSpan] = [:]
  var nodes: [String: SourceSpan] = [:]
  var stalls: [PlaceID: SourceSpan] = [:]

  static func floor(_ building: String, _ number: Int) -> String { "\(building)/\(number)" }
}

extension CatalogReader {
  func readMarket(_ folder: String, parts: [Part], categories: [PartCategory]) -> MarketContent? {
    var market = MarketNames(folder: "markets/\(folder)")
    let profile = readProfile(market.folder)
    if let hours = try? profile?.defaultHours() { market.hours = hours }
    let buildings = readBuildings(&market)
    let nodes = readNodes(&market)
    let links = readLinks(market)
    let services = readServices(market)
    let stalls = readStalls(&market)
    let sample = readSample(market)
    guard let profile else { return nil }
    if let start = profile.defaultStart, market.nodes[start] == nil, let text = texts.last {
      report(
        CatalogCodes.dangling, "market `\(profile.id)` starts at the unknown node `\(start)`", at: text.span(0..<0))
    }
    var content = MarketContent(
      profile: profile, buildings: buildings, nodes: nodes, links: links, stalls: stalls, services: services,
      sample: sample)
    let sampleStalls = self.sampleStalls(content, parts: parts, categories: categories)
    content.offers = readOffers(market, sampleStalls: sampleStalls)
    return content
  }

  private func readProfile(_ folder: String) -> MarketProfile? {
    let path = "\(folder)/market.yaml"
    guard let root = root(path, schema: "peidan.market/1"), let node = root.required("market"),
      let reader = MappingReader(node, "market", into: sink)
    else { return nil }
    let id = reader.required("id")?.word("id", into: sink)
    let name = reader.required("name").flatMap { localized($0, "name") }
    let kind = reader.required("kind").flatMap { marketKind($0) }
    let start = reader.optional("start")?.word("start", into: sink)
    let notice = reader.optional("notice").flatMap { localized($0, "notice") }
    reader.finish()
    let settings = (root.optional("settings")?.mapping ?? []).compactMap(setting)
    root.finish()
    guard let id, let name, let kind else { return nil }
    if id != folder.split(separator: "/").last.map(String.init) {
      report(CatalogCodes.value, "market `\(id)` stands in the folder `\(folder)`", at: node.span)
    }
    if let zone = settings.first(where: { $0.name == "time.zone" })?.value, !MarketClock.hasZone(zone) {
      report(
        CatalogCodes.value, "`time.zone` is `\(zone)`, which the time zone database does not have", at: reader.span,
        help: "`\(MarketProfile.usualTimeZone)`")
      return nil
    }
    do {
      return try MarketProfile(
        id: id, english: name.english, chinese: name.chinese, kind: kind, defaultStart: start, sampleNotice: notice,
        settings: settings)
    } catch {
      report(CatalogCodes.value, words(of: error), at: reader.span)
      return nil
    }
  }

  private func marketKind(_ node: MarkedNode) -> MarketProfile.Kind? {
    guard let word = node.word("kind", into: sink) else { return nil }
    if let kind = MarketProfile.Kind(rawValue: word) { return kind }
    report(CatalogCodes.value, "unknown kind `\(word)`", at: node.span, help: "one of `walking`, `mail-order`")
    return nil
  }

  private func setting(_ entry: MarkedEntry) -> MarketSetting? {
    guard let reader = MappingReader(entry.value, "setting `\(entry.key)`", into: sink) else { return nil }
    let value = reader.required("value")?.word("value", into: sink)
    let standing = reader.required("standing").flatMap { self.standing($0) }
    let source = reader.required("source")
    reader.finish()
    guard let value, let standing, let source, let text = source.word("source", into: sink) else { return nil }
    if standing == .sourced, !isSource(text, at: source.span) { return nil }
    return MarketSetting(name: entry.key, value: value, standing: standing, source: text)
  }

  func standing(_ node: MarkedNode) -> MarketSetting.Standing? {
    guard let word = node.word("standing", into: sink) else { return nil }
    if let standing = MarketSetting.Standing(rawValue: word) { return standing }
    report(CatalogCodes.value, "unknown standing `\(word)`", at: node.span, help: "one of `sourced`, `assumed`")
    return nil
  }

  private func words(of error: MarketSettingError) -> String {
    switch error {
    case .missing(let name): "setting `\(name)` is missing"
    case .repeated(let name): "setting `\(name)` is given twice"
    case .unreadable(let name, let value, let expected): "setting `\(name)` is `\(value)`, not like `\(expected)`"
    }
  }

  private func readBuildings(_ market: inout MarketNames) -> [Building] {
    let columns = ["id", "name_en", "name_zh", "address", "east_m", "north_m", "closed", "source"]
    var buildings: [Building] = []
    var indexes: [String: Int] = [:]
    for row in rows("\(market.folder)/buildings.csv", columns.map { CSVReader.Column($0) }, isRequired: false) {
      guard let id = required(row, "id"), let english = required(row, "name_en"),
        let chinese = required(row, "name_zh"), let east = decimal(row, "east_m", digits: 0, in: Limits.buildingMetres),
        let north = decimal(row, "north_m", digits: 0, in: Limits.buildingMetres), let source = source(row),
        claim(id, in: &market.buildings, as: "building `\(id)`", at: row["id"]?.span ?? row.span)
      else { continue }
      indexes[id] = buildings.count
      let closed = row.text("closed")
      buildings.append(
        Building(
          id: id, english: english, chinese: chinese, address: row.text("address"), east: Int(east), north: Int(north),
          closed: closed.isEmpty ? nil : closed, source: source, floors: []))
    }
    let floorColumns = ["building", "floor", "width_m", "depth_m", "families", "source"]
    for row in rows("\(market.folder)/floors.csv", floorColumns.map { CSVReader.Column($0) }, isRequired: false) {
      guard let building = required(row, "building"), let cell = row["building"],
        reference(building, to: "building", among: market.buildings.keys, at: cell.span),
        let index = indexes[building], let number = integer(row, "floor", -20...200),
        let width = centimetres(row, "width_m", in: Limits.floorCentimetres),
        let depth = centimetres(row, "depth_m", in: Limits.floorCentimetres),
        let source = source(row),
        claim(
          MarketNames.floor(building, number), in: &market.floors, as: "floor \(number) of `\(building)`", at: row.span)
      else { continue }
      let families = row.text("families").split(separator: "|").map { String($0).trimmingBlanks }
      for family in families {
        _ = reference(family, to: "family", among: names.families, at: row["families"]?.span ?? row.span)
      }
      buildings[index].floors.append(
        Floor(number: number, width: width, depth: depth, families: families, source: source))
    }
    return buildings
  }

  private func readNodes(_ market: inout MarketNames) -> [WalkingNode] {
    let columns = ["id", "kind", "name_en", "name_zh", "building", "floor", "east_m", "north_m"]
    var nodes: [WalkingNode] = []
    for row in rows("\(market.folder)/nodes.csv", columns.map { CSVReader.Column($0) }, isRequired: false) {
      guard let id = required(row, "id"), let kind = choice(row, "kind", of: WalkingNode.Kind.self),
        let place = position(row, market),
        claim(id, in: &market.nodes, as: "node `\(id)`", at: row["id"]?.span ?? row.span)
      else { continue }
      nodes.append(
        WalkingNode(
          id: id, kind: kind, english: row.text("name_en"), chinese: row.text("name_zh"), position: place.position,
          street: place.position == nil ? street(row) : nil))
    }
    return nodes
  }

  /// The point of a node on the street; nil where the row gives none.
  private func street(_ row: CSVRow) -> StreetPoint? {
    guard !row.text("east_m").isEmpty || !row.text("north_m").isEmpty,
      let east = centimetres(row, "east_m", in: Limits.streetCentimetres),
      let north = centimetres(row, "north_m", in: Limits.streetCentimetres)
    else { return nil }
    return StreetPoint(east: east, north: north)
  }

  private func readLinks(_ market: MarketNames) -> [WalkingLink] {
    let columns = ["from", "to", "metres", "wait_s", "source"].map { CSVReader.Column($0) }
    var links: [WalkingLink] = []
    for row in rows("\(market.folder)/links.csv", columns, isRequired: false) {
      guard let from = required(row, "from"), let to = required(row, "to"), let start = row["from"],
        let end = row["to"],
        reference(from, to: "node", among: market.nodes.keys, at: start.span),
        reference(to, to: "node", among: market.nodes.keys, at: end.span),
        let metres = centimetres(row, "metres", in: 0...Int64(WalkingGraph.longestLink)),
        let wait = integer(row, "wait_s", 0...WalkingGraph.longestWait, absent: 0), let source = source(row)
      else { continue }
      links.append(WalkingLink(from: from, to: to, length: metres, waitSeconds: wait, source: source))
    }
    return links
  }

  /// Building, floor and point of a row; all four empty, or a point without a floor, is no position (the street, a shop
  /// that ships). Nil when they are wrong.
  func position(_ row: CSVRow, _ market: MarketNames) -> (position: Position?, row: Void)? {
    let building = row.text("building")
    if building.isEmpty {
      if row.text("floor").isEmpty { return (nil, ()) }
      report(CatalogCodes.value, "a floor without a building", at: row["floor"]?.span ?? row.span)
      return nil
    }
    guard let cell = row["building"], reference(building, to: "building", among: market.buildings.keys, at: cell.span),
      let floor = integer(row, "floor", -20...200),
      reference(
        MarketNames.floor(building, floor), to: "floor", among: market.floors.keys, at: row["floor"]?.span ?? cell.span),
      let east = centimetres(row, "east_m", in: Limits.pointCentimetres),
      let north = centimetres(row, "north_m", in: Limits.pointCentimetres)
    else { return nil }
    return (Position(building: building, floor: floor, east: east, north: north), ())
  }
}
