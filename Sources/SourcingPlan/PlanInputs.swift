package import Base

/// What the plan was made from, and the options that changed the board's own settings.
package struct PlanInputs: Sendable, Hashable, Codable {
  /// The spec's file name without folders, and a digest of its bytes (SHA-256, hexadecimal).
  package var spec: String
  package var specDigest: String
  /// Digest of the catalog's content, as its database stores it.
  package var catalogDigest: String
  /// Overrides given on the command line; nil where the spec's own value holds.
  package var boards: Int?
  package var date: LocalDate?
  /// Seconds since midnight.
  package var start: Int?
  package var finish: Int?
  package var buyers: Int?
  package var budget: Amount?
  package var market: String?
  package var markets: [String]?
  package var radius: Int?
  /// Days after which a price is stale.
  package var priceAge: Int?
  /// Whether the generated sample counts.
  package var sample: Bool?
  /// What is at hand beside what the spec says; nil where nothing more is stated.
  package var stock: [PlanStock]?
  /// The version of Peidan; nil, as are the two below, in plans of versions that did not write it.
  package var version: String?
  /// Every file that `catalogDigest` is of.
  package var sources: [PlanInputSource]?
  /// How the plan was searched for.
  package var search: PlanSearch?

  package init(
    spec: String, specDigest: String, catalogDigest: String, boards: Int? = nil, date: LocalDate? = nil,
    start: Int? = nil, finish: Int? = nil, buyers: Int? = nil, budget: Amount? = nil, market: String? = nil,
    markets: [String]? = nil, radius: Int? = nil, priceAge: Int? = nil, sample: Bool? = nil, stock: [PlanStock]? = nil,
    version: String? = nil, sources: [PlanInputSource]? = nil, search: PlanSearch? = nil
  ) {
    self.spec = spec
    self.specDigest = specDigest
    self.catalogDigest = catalogDigest
    self.boards = boards
    self.date = date
    self.start = start
    self.finish = finish
    self.buyers = buyers
    self.budget = budget
    self.market = market
    self.markets = markets
    self.radius = radius
    self.priceAge = priceAge
    self.sample = sample
    self.stock = stock
    self.version = version
    self.sources = sources
    self.search = search
  }
}

/// A file of the user's data that a plan rests on.
package struct PlanInputSource: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// The catalog itself, without what stands beside it.
    case catalog
    /// An imported part list, a price sheet, the sheet of a seller's answers.
    case list, prices, quotes
    /// Stalls that were found closed.
    case closed
    /// What walks found on floors.
    case floors
  }

  package var kind: Kind
  /// The list's or sheet's name; nil where there is one of the kind.
  package var name: String?
  package var digest: String

  package init(kind: Kind, name: String? = nil, digest: String) {
    self.kind = kind
    self.name = name
    self.digest = digest
  }
}

/// How a plan was searched for. Threads are none of it: under a work limit the answer does not depend on them.
package struct PlanSearch: Sendable, Hashable, Codable {
  package var seed: UInt64
  /// Seconds; nil under a work limit.
  package var timeLimit: Double?
  package var workLimit: Int?
  /// The proven gap at which the search stopped, a fraction; nil for none.
  package var gap: Double?
  /// Whether the variants of the board were compared; nil where they were not.
  package var comparesVariants: Bool?

  package init(
    seed: UInt64, timeLimit: Double? = nil, workLimit: Int? = nil, gap: Double? = nil, comparesVariants: Bool? = nil
  ) {
    self.seed = seed
    self.timeLimit = timeLimit
    self.workLimit = workLimit
    self.gap = gap
    self.comparesVariants = comparesVariants
  }
}

/// Pieces at hand, as `--stock` states them: of a number, or of a value in a package.
package struct PlanStock: Sendable, Hashable, Codable {
  package var mpn: String?
  package var maker: String?
  package var value: String?
  package var package: String?
  package var quantity: Int

  package init(mpn: String?, maker: String?, value: String?, package: String?, quantity: Int) {
    self.mpn = mpn
    self.maker = maker
    self.value = value
    self.package = package
    self.quantity = quantity
  }
}
