internal import CatalogText
internal import Electronics
internal import GRDB
internal import Market
internal import MarketSample

extension CatalogWriter {
  /// Writes one market: what stands in its files first, then its generated sample. Where both have a stall, or an offer
  /// of the same stall, part and condition, the file's holds.
  func write(_ market: MarketContent, number: Int64, of content: CatalogContent) throws {
    try write(market.profile, number)
    try write(market.buildings, number)
    try write(market.nodes, market.links, number)
    try write(market.services, number)
    let trade = try TradeWriter(self, market: number)
    for stall in market.stalls { try trade.write(stall) }
    for offer in market.offers { try trade.write(offer) }
    if let settings = market.sample {
      let sample = try MarketSample(
        profile: market.profile, settings: settings, buildings: market.buildings, parts: content.parts,
        categories: content.categories)
      try sample.generate { item in
        switch item {
        case .stall(let stall): if !trade.hasStall(stall.id) { try trade.write(stall) }
        case .offer(let offer): if !trade.isTaken(by: offer) { try trade.write(offer) }
        }
      }
    }
    count(stalls: trade.stalls, offers: trade.offers, sampleOffers: trade.sampleOffers)
  }

  private func write(_ profile: MarketProfile, _ number: Int64) throws {
    let market = try TableWriter(
      database, "market",
      "number, id, english, chinese, kind, walking_speed, default_start, notice_english, notice_chinese")
    try row(
      market,
      [
        .integer(number), .text(profile.id), .text(profile.english), .text(profile.chinese),
        .text(profile.kind.rawValue), .integer(profile.walkingSpeed), .optional(profile.defaultStart),
        .optional(profile.sampleNotice?.english), .optional(profile.sampleNotice?.chinese),
      ])
    let risk = try TableWriter(database, "market_risk", "market, condition, per_million")
    for (condition, perMillion) in profile.badPartsPerMillion.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try row(risk, [.integer(number), .text(condition.rawValue), .integer(perMillion)])
    }
    let settings = try TableWriter(database, "market_setting", "market, position, name, value, standing, source")
    for (position, setting) in profile.settings.enumerated() {
      try row(
        settings,
        [
          .integer(number), .integer(position), .text(setting.name), .text(setting.value),
          .text(setting.standing.rawValue), .text(setting.source),
        ])
    }
  }

  private func write(_ buildings: [Building], _ market: Int64) throws {
    let table = try TableWriter(
      database, "building", "market, position, id, english, chinese, address, east, north, closed, source")
    let floors = try TableWriter(
      database, "floor", "market, building, position, number, width, depth, families, source")
    for (position, building) in buildings.enumerated() {
      try row(
        table,
        [
          .integer(market), .integer(position), .text(building.id), .text(building.english), .text(building.chinese),
          .text(building.address), .integer(building.east), .integer(building.north), .optional(building.closed),
          .text(building.source),
        ])
      for (place, floor) in building.floors.enumerated() {
        try row(
          floors,
          [
            .integer(market), .integer(position), .integer(place), .integer(floor.number), .integer(floor.width),
            .integer(floor.depth), .text(StoredValues.text(words: floor.families)), .text(floor.source),
          ])
      }
    }
  }

  private func write(_ nodes: [WalkingNode], _ links: [WalkingLink], _ market: Int64) throws {
    let table = try TableWriter(
      database, "node", "market, position, id, kind, english, chinese, building, floor, east, north")
    for (position, node) in nodes.enumerated() {
      try row(
        table,
        [
          .integer(market), .integer(position), .text(node.id), .text(node.kind.rawValue), .text(node.english),
          .text(node.chinese), .optional(node.position?.building), .optional(node.position?.floor),
          .optional(node.position?.east ?? node.street?.east), .optional(node.position?.north ?? node.street?.north),
        ])
    }
    let linkTable = try TableWriter(
      database, "link", "market, position, from_node, to_node, length, wait, source")
    for (position, link) in links.enumerated() {
      try row(
        linkTable,
        [
          .integer(market), .integer(position), .text(link.from), .text(link.to), .integer(link.length),
          .integer(link.waitSeconds), .text(link.source),
        ])
    }
  }

  private func write(_ services: [Service], _ market: Int64) throws {
    let table = try TableWriter(
      database, "service",
      """
      market, position, id, kind, english, chinese, place, opening, layers_least, layers_most, largest_area,
      sides_least, sides_most, boards_least, boards_most, price, duration, standing, source
      """)
    for (position, service) in services.enumerated() {
      try row(
        table,
        [
          .integer(market), .integer(position), .text(service.id), .text(service.kind.rawValue),
          .text(service.english), .text(service.chinese), .optional(service.place),
          .integer(try number(of: service.hours)), .optional(service.layers?.lowerBound),
          .optional(service.layers?.upperBound), .optional(service.largestArea), .optional(service.sides?.lowerBound),
          .optional(service.sides?.upperBound), .optional(service.boards?.lowerBound),
          .optional(service.boards?.upperBound), .text(StoredValues.text(service.price)),
          .text(StoredValues.text(service.duration)), .text(service.standing.rawValue), .text(service.source),
        ])
    }
  }
}
