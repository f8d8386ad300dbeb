package import Market

/// One product to prototype, as its spec says; a board exists only when nothing in the spec was wrong.
package struct Board: Sendable, Hashable {
  /// Lower-case, hyphenated; names the plan's files.
  package var name: String
  package var title: LocalizedText
  package var revision: String?
  /// How many are built.
  package var quantity: Int
  /// The id of a market profile: where the day is; of several markets the one that is walked.
  package var market: String
  /// Further markets whose shops ship, in the order of the file.
  package var otherMarkets: [String]
  /// The reference designs that this board takes, already merged into `slots`: the one that it extends first.
  package var designs: [ReferenceDesign]
  /// In the order of the file, those of the design first.
  package var slots: [Slot]
  package var policy: SourcingPolicy
  package var rails: [Rail]
  package var buses: [Bus]
  package var battery: Battery?
  package var enclosure: Enclosure?
  package var pcb: BareBoard?
  package var process: Process
  package var day: Day
  /// Where the product is used, as written: `CN`, `EU`.
  package var regions: [Mention]
  /// Rules that the board is let off.
  package var waivers: [Waiver]
  /// What the product must do.
  package var functions: [Mention]
  /// How the groups of its `turnkey` are filled; empty where it has none.
  package var fillings: [GroupFilling]
  /// Its variants, one for each combination of fillings, the one without a design first; a variant has none itself.
  package var variants: [Board]
  /// What the spec records of the bill of materials that it was imported from; nil for a spec written by hand.
  package var bill: ImportedBill?
  /// What the user has at hand.
  package var stock: [StockItem]
  /// Whether the generated sample of stalls counts as a market: a trial day. Otherwise its offers are left out.
  package var usesSample: Bool

  package init(
    name: String, title: LocalizedText, revision: String? = nil, quantity: Int, market: String,
    otherMarkets: [String] = [],
    designs: [ReferenceDesign] = [],
    slots: [Slot], policy: SourcingPolicy, rails: [Rail], buses: [Bus] = [], battery: Battery? = nil,
    enclosure: Enclosure? = nil, pcb: BareBoard? = nil, process: Process, day: Day, regions: [Mention] = [],
    waivers: [Waiver] = [], functions: [Mention] = [], fillings: [GroupFilling] = [], variants: [Board] = [],
    bill: ImportedBill? = nil, stock: [StockItem] = [], usesSample: Bool = false
  ) {
    self.name = name
    self.title = title
    self.revision = revision
    self.quantity = quantity
    self.market = market
    self.otherMarkets = otherMarkets
    self.designs = designs
    self.slots = slots
    self.policy = policy
    self.rails = rails
    self.buses = buses
    self.battery = battery
    self.enclosure = enclosure
    self.pcb = pcb
    self.process = process
    self.day = day
    self.regions = regions
    self.waivers = waivers
    self.functions = functions
    self.fillings = fillings
    self.variants = variants
    self.bill = bill
    self.stock = stock
    self.usesSample = usesSample
  }
}

extension Board {
  /// Every market that the board buys in, the one that is walked first.
  package var markets: [String] { [market] + otherMarkets }

  /// The same board in other markets: the first is where the day is.
  package func buying(in markets: [String]) -> Board {
    var board = self
    if let first = markets.first { (board.market, board.otherMarkets) = (first, Array(markets.dropFirst())) }
    board.variants = variants.map { $0.buying(in: markets) }
    return board
  }

  /// The same board with or without the generated sample; nil leaves what the spec says.
  package func usingSample(_ usesSample: Bool?) -> Board {
    guard let usesSample else { return self }
    var board = self
    board.usesSample = usesSample
    board.variants = variants.map { $0.usingSample(usesSample) }
    return board
  }
}
