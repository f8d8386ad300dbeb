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
  /// Hashes of the numbers and makers of imported lists: a search a row would take longer than all else. Read when first asked.
  private var listed: Set<Int>?
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
  mutating func isListed(_ id: PartID) throws(CatalogError) -> Bool {
    if catalog.lists.isEmpty { return false }
    if listed == nil {
      var known: Set<Int> = []
      for list in catalog.lists { known.formUnion(try list.partHashes()) }
      listed = known
    }
    return listed?.contains(PartHash.of(maker: id.maker, mpn: id.mpn)) ?? false
  }
}

/// A hash of a maker and its number for this run only.
enum PartHash {
  static func of(maker: String, mpn: String) -> Int {
    var (maker, mpn) = (maker, mpn)
    return maker.withUTF8 { maker in mpn.withUTF8 { mpn in of(maker: .init(maker), mpn: .init(mpn)) } }
  }

  static func of(maker: UnsafeRawBufferPointer, mpn: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: maker)
    hasher.combine(0 as UInt8)
    hasher.combine(bytes: mpn)
    return hasher.finalize()
  }
}

extension PartList {
  /// The hashes of all its parts. O(parts).
  fileprivate func partHashes() throws(CatalogError) -> Set<Int> {
    let count = parts
    return try scan { database in
      var hashes = Set<Int>(minimumCapacity: count)
      let statement = try database.makeStatement(sql: "SELECT maker, mpn FROM part")
      try RawRows.forEach(statement, database) { row in
        hashes.insert(PartHash.of(maker: .init(row.bytes(0)), mpn: .init(row.bytes(1))))
      }
      return hashes
    }
  }
}
