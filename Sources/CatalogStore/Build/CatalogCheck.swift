package import Electronics
internal import GRDB
package import Market

/// What is wrong with a built catalog, beyond its files' own findings.
package enum CatalogFlaw: Sendable, Hashable {
  /// A record names one that is not there.
  case dangling(table: String, parent: String, count: Int)
  /// Breaks fall in quantity, rise in price, or start above the least quantity.
  case pricesOutOfOrder(market: String, offer: SupplyID)
  /// No market has an offer of the part.
  case withoutOffer(PartID)
  /// No way leads from the market's start to the stall's floor.
  case unreachableStall(market: String, stall: PlaceID)
  /// No way leads from the market's start to the service's place.
  case unreachableService(market: String, service: String)
  /// A walking market without a graph that can be walked.
  case brokenGraph(market: String, detail: String)
}

extension Catalog {
  /// Checks what files cannot be checked for one by one: references, prices of every offer, ways to every stall, parts that
  /// nobody sells. O(rows + ways from one start).
  package func check() throws(CatalogError) -> [CatalogFlaw] {
    var flaws = try danglingRows()
    for profile in try markets() {
      flaws += try priceFlaws(profile.id)
      if profile.kind == .walking { flaws += try wayFlaws(profile) }
    }
    return flaws + (try partsWithoutOffer().map { .withoutOffer($0) })
  }

  /// Parts that no market offers, by number and maker.
  package func partsWithoutOffer() throws(CatalogError) -> [PartID] {
    try read { database in
      let sql = """
        SELECT maker, mpn FROM part WHERE number NOT IN (SELECT part FROM offer) ORDER BY mpn, maker
        """
      return try Row.fetchAll(database, sql: sql).map { PartID(maker: $0[0], mpn: $0[1]) }
    }
  }

  private func danglingRows() throws(CatalogError) -> [CatalogFlaw] {
    try read { database in
      var counts: [[String]: Int] = [:]
      for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
        counts[[row[0], row[2]], default: 0] += 1
      }
      return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
        .dangling(table: $0.key[0], parent: $0.key[1], count: $0.value)
      }
    }
  }

  private func priceFlaws(_ market: String) throws(CatalogError) -> [CatalogFlaw] {
    try read { database in
      let sql = """
        SELECT offer.id, stall.id, condition, breaks, minimum, part.maker, part.mpn
        FROM offer CROSS JOIN stall ON stall.number = offer.stall CROSS JOIN part ON part.number = offer.part
        WHERE offer.market = (SELECT number FROM market WHERE id = ?)
        """
      var flaws: [CatalogFlaw] = []
      let rows = try Row.fetchCursor(database, sql: sql, arguments: [market])
      while let row = try rows.next() {
        let breaks = try StoredValues.breaks(row[3])
        let isOrdered = zip(breaks, breaks.dropFirst()).allSatisfy {
          $0.from < $1.from && $0.unitPrice >= $1.unitPrice
        }
        if isOrdered, let first = breaks.first, first.from <= row[4] as Int { continue }
        let id = row[0] as SupplyID? ?? "\(row[1] as String)/\(row[6] as String)@\(row[5] as String)"
        flaws.append(.pricesOutOfOrder(market: market, offer: id))
      }
      return flaws
    }
  }

  /// Floors that the start leads to; every stall and every service's place must be on one of them, or be such a node.
  private func wayFlaws(_ profile: MarketProfile) throws(CatalogError) -> [CatalogFlaw] {
    let nodes = try nodes(market: profile.id)
    guard let start = profile.defaultStart ?? nodes.first?.id else {
      return [.brokenGraph(market: profile.id, detail: "the market has no nodes")]
    }
    guard nodes.contains(where: { $0.id == start }) else {
      return [.brokenGraph(market: profile.id, detail: "there is no node `\(start)` to start from")]
    }
    let reached = ReachablePlaces(from: start, nodes: nodes, links: try links(market: profile.id))
    let stalls = try stalls(market: profile.id).filter { stall in
      stall.position.map { !reached.contains($0) } ?? false
    }
    let services = try services(market: profile.id).filter { service in
      service.place.map { !reached.nodes.contains($0) } ?? false
    }
    return stalls.map { .unreachableStall(market: profile.id, stall: $0.id) }
      + services.map { .unreachableService(market: profile.id, service: $0.id) }
  }
}

/// The nodes and floors that ways lead to from one node: over links, and across a floor between its own nodes.
struct ReachablePlaces {
  private(set) var nodes: Set<String> = []
  private var floors: Set<String> = []

  /// O(nodes + links).
  init(from start: String, nodes all: [WalkingNode], links: [WalkingLink]) {
    var neighbours: [String: [String]] = [:]
    for link in links {
      neighbours[link.from, default: []].append(link.to)
      neighbours[link.to, default: []].append(link.from)
    }
    var onFloor: [String: [String]] = [:]
    var floorOf: [String: String] = [:]
    for node in all {
      guard let position = node.position else { continue }
      floorOf[node.id] = ReachablePlaces.key(position)
      onFloor[ReachablePlaces.key(position), default: []].append(node.id)
    }
    var pending = [start]
    while let node = pending.popLast() {
      guard nodes.insert(node).inserted else { continue }
      pending += neighbours[node] ?? []
      if let floor = floorOf[node], floors.insert(floor).inserted { pending += onFloor[floor] ?? [] }
    }
  }

  func contains(_ position: Position) -> Bool { floors.contains(ReachablePlaces.key(position)) }

  private static func key(_ position: Position) -> String { "\(position.building)/\(position.floor)" }
}
