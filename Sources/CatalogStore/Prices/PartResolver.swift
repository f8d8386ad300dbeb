internal import Electronics
internal import GRDB

/// Which part a row of a sheet means: the catalog's own parts by number and by order number, then those of imported lists.
struct PartResolver {
  enum Answer {
    /// A part that catalog or lists know; `isRenamed` where the row calls it something else.
    case known(PartID, isRenamed: Bool)
    /// The row names a part that neither knows.
    case unknown(PartID)
    /// Several makers make that number; the row names none.
    case ambiguous([String])
    /// Nothing but an order number, which neither knows.
    case nothing
  }

  private let catalog: Catalog
  private var byNumber: [String: [PartID]] = [:]
  private var byOrderNumber: [String: PartID] = [:]

  init(_ catalog: Catalog) throws(CatalogError) {
    self.catalog = catalog
    let rows = try catalog.read { database in
      try Row.fetchAll(database, sql: "SELECT maker, mpn, source FROM part").map { row in
        (PartID(maker: row[0], mpn: row[1]), row[2] as String)
      }
    }
    for (id, source) in rows {
      byNumber[id.mpn.lowercased(), default: []].append(id)
      if source.hasPrefix("lcsc:") { byOrderNumber[source.dropFirst(5).uppercased()] = id }
    }
  }

  func part(maker: String, mpn: String, orderNumber: String) throws(CatalogError) -> Answer {
    if !mpn.isEmpty {
      let makers = byNumber[mpn.lowercased()] ?? []
      if let same = makers.first(where: { $0.maker.lowercased() == maker.lowercased() }) {
        return .known(same, isRenamed: false)
      }
    }
    if !orderNumber.isEmpty, let own = byOrderNumber[orderNumber.uppercased()] {
      return .known(own, isRenamed: own.maker != maker || own.mpn != mpn)
    }
    // A list names its parts as a sheet of the same distributor does.
    if !mpn.isEmpty, !maker.isEmpty { return .unknown(PartID(maker: maker, mpn: mpn)) }
    if !orderNumber.isEmpty, let listed = try catalog.listed(orderNumber: orderNumber) {
      return .known(listed.part.id, isRenamed: !mpn.isEmpty && listed.part.id.mpn != mpn)
    }
    guard !mpn.isEmpty else { return .nothing }
    let ids = try catalog.parts(mpn: mpn).map(\.id)
    switch ids.count {
    case 0: return .unknown(PartID(maker: "-", mpn: mpn))
    case 1: return .known(ids[0], isRenamed: false)
    default: return .ambiguous(ids.map(\.maker))
    }
  }

  /// Whether an imported list has the part.
  func isListed(_ id: PartID) throws(CatalogError) -> Bool {
    for list in catalog.lists where try list.part(id) != nil { return true }
    return false
  }
}
