package import Base
package import BoardSpec
internal import Market

/// What a caller asks of a plan beside the board itself: overrides of the board's own settings, and limits of the search.
package struct PlanRequest: Sendable {
  /// Overrides; nil keeps the board's own value.
  package var boards: Int?
  package var date: LocalDate?
  /// Seconds since midnight.
  package var start: Int?
  package var finish: Int?
  package var buyers: Int?
  package var budget: Money?
  package var market: String?
  /// Several markets, of which one may be walked.
  package var markets: [String]?
  /// Only stalls within this many metres of walking from the start.
  package var radius: Int?
  /// Days after which a price is stale; nil is `Offer.usualPriceAge`.
  package var priceAge: Int?
  /// Whether the generated sample counts.
  package var usesSample: Bool?
  /// What is at hand beside what the spec says.
  package var stock: [StockItem]

  package var search: SearchLimits

  /// How many buyers may be asked for.
  package static let buyerCounts = 1...9

  package init(
    boards: Int? = nil, date: LocalDate? = nil, start: Int? = nil, finish: Int? = nil, buyers: Int? = nil,
    budget: Money? = nil, market: String? = nil, markets: [String]? = nil, radius: Int? = nil,
    priceAge: Int? = nil, usesSample: Bool? = nil, stock: [StockItem] = [], search: SearchLimits = SearchLimits()
  ) {
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
    self.usesSample = usesSample
    self.stock = stock
    self.search = search
  }
}

/// How long and how hard to search.
package struct SearchLimits: Sendable {
  package var threads: Int
  package var seed: UInt64
  /// Seconds from the start of the search; without it and without `workLimit` the search ends at `gap`.
  package var timeLimit: Double?
  /// Deterministic units of work; the same answer for any number of threads.
  package var workLimit: Int?
  /// The search stops once the proven gap is at most this fraction of the cost.
  package var gap: Double
  /// Whether every way to build the board is searched in full, so that what they cost can be compared.
  package var comparesVariants: Bool
  /// Whether the plan is set beside what the day would cost unplanned, which takes searches of its own.
  package var computesBaselines: Bool

  package init(
    threads: Int = 2, seed: UInt64 = 1, timeLimit: Double? = 10, workLimit: Int? = nil, gap: Double = 0,
    comparesVariants: Bool = false, computesBaselines: Bool = true
  ) {
    self.threads = threads
    self.seed = seed
    self.timeLimit = timeLimit
    self.workLimit = workLimit
    self.gap = gap
    self.comparesVariants = comparesVariants
    self.computesBaselines = computesBaselines
  }
}
