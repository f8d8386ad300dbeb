package import Base
package import Electronics
package import Market
package import SourcingPlan

/// What a plan is held against: the orders' boards, the day and the market, as specs and catalog state them.
///
/// A plain value, so that a test can state a whole day in a few lines. `init(board:catalog:inputs:…)` fills it from a
/// board and a catalog.
package struct VerifierFacts: Sendable {
  /// `ContentDigest` of the spec file's bytes, and the digest of the catalog's content.
  package var specDigest: String
  package var catalogDigest: String
  /// What is built, an entry an order; never empty.
  package var orders: [BoardFacts]
  package var day: DayFacts
  package var market: MarketFacts

  package init(
    specDigest: String, catalogDigest: String, orders: [BoardFacts], day: DayFacts, market: MarketFacts
  ) {
    self.specDigest = specDigest
    self.catalogDigest = catalogDigest
    self.orders = orders
    self.day = day
    self.market = market
  }

  package init(
    specDigest: String, catalogDigest: String, board: BoardFacts, day: DayFacts, market: MarketFacts
  ) {
    self.init(
      specDigest: specDigest, catalogDigest: catalogDigest, orders: [board], day: day, market: market)
  }

  /// The board of the first order.
  package var board: BoardFacts {
    get { orders[0] }
    set { orders[0] = newValue }
  }

  /// The board of an order; nil where no such order is known.
  func order(_ id: OrderID) -> BoardFacts? { orders.first { $0.id == id } }

  /// An agent with the limits that hold; nil where no such agent is known.
  func agent(_ id: AgentID) -> AgentFacts? {
    day.buyers.first { $0.id == id }.map { AgentFacts($0, on: day) }
  }
}

/// What is built, and what it asks of parts and services.
package struct BoardFacts: Sendable {
  /// The order that it is built for.
  package var id: OrderID
  package var name: String
  /// What it is called; nil where that is not known.
  package var title: LocalizedText? = nil
  /// How many are built.
  package var boards: Int
  /// Whether every purchase needs a tax invoice.
  package var invoice: Bool
  /// In the spec's order.
  package var slots: [SlotFacts]
  package var work: WorkFacts
  /// Lines of the bill of materials that the spec was imported from and has no slot for.
  package var missing: [MissingFacts]
  /// Fitted lines of that bill; nil for a spec that was not imported.
  package var bomLines: Int?
  /// All lines of that bill; nil for a spec that was not imported.
  package var bill: [BillLineFacts]? = nil
  /// What the user has at hand.
  package var stock: [StockFacts] = []
  /// The variant that the plan builds, and every variant of the spec; the board alone where it has none.
  package var variant: VariantFacts
  package var variants: [VariantFacts]
  /// What the board's rules forbid about the parts that fill its slots, given by slot; nil where none does.
  package var breaches: @Sendable ([Part?]) -> [RuleBreach]

  package init(
    id: OrderID? = nil, name: String, boards: Int, invoice: Bool, slots: [SlotFacts], work: WorkFacts,
    missing: [MissingFacts] = [],
    bomLines: Int? = nil,
    variant: VariantFacts = VariantFacts(), variants: [VariantFacts] = [VariantFacts()],
    breaches: @escaping @Sendable ([Part?]) -> [RuleBreach] = { _ in [] }
  ) {
    self.id = id ?? OrderID(name)
    self.name = name
    self.boards = boards
    self.invoice = invoice
    self.slots = slots
    self.work = work
    self.missing = missing
    self.bomLines = bomLines
    self.variant = variant
    self.variants = variants
    self.breaches = breaches
  }
}

/// One variant of the board: the design that fills each group, nil for discrete parts, and what that costs once.
package struct VariantFacts: Sendable, Hashable {
  package var designs: [String: String?]
  package var oneTimeCosts: [Money]

  package init(designs: [String: String?] = [:], oneTimeCosts: [Money] = []) {
    self.designs = designs
    self.oneTimeCosts = oneTimeCosts
  }
}

/// A rule that a selection of parts breaks.
package struct RuleBreach: Sendable, Hashable {
  /// Of the rule: `B110`.
  package var code: String
  package var text: String

  package init(code: String, text: String) {
    self.code = code
    self.text = text
  }
}

/// A fitted line of the bill of materials without a slot, as the spec records it.
package struct MissingFacts: Sendable, Hashable {
  /// References without a slot.
  package var references: [String]
  package var row: String?
  package var says: String?
  package var grade: String

  package init(references: [String], row: String?, says: String?, grade: String) {
    self.references = references
    self.row = row
    self.says = says
    self.grade = grade
  }
}

/// One slot with the rules that hold for it, the board's own already in it.
package struct SlotFacts: Sendable {
  package var references: [String]
  /// Pieces on each board, all references together.
  package var count: Int
  /// Boards for which pieces are bought at least.
  package var minimumSets: Int
  package var sparesPerMille: Int
  package var policy: SlotPolicyFacts
  /// Whether a part meets the slot's requirements.
  package var accepts: @Sendable (Part) -> Bool
  /// How it can be served without a purchase; what the plan does not use is left out.
  package var supply = SlotSupply()
  /// Pieces that are taken from stock, where the plan buys or asks for the rest.
  package var piecesOnHand = 0

  package init(
    references: [String], count: Int, minimumSets: Int = 1, sparesPerMille: Int, policy: SlotPolicyFacts,
    accepts: @escaping @Sendable (Part) -> Bool
  ) {
    self.references = references
    self.count = count
    self.minimumSets = minimumSets
    self.sparesPerMille = sparesPerMille
    self.policy = policy
    self.accepts = accepts
  }
}

/// What may be bought for a slot and where. Slots that chose one part share a line only where these are equal.
package struct SlotPolicyFacts: Sendable, Hashable {
  package var conditions: Set<Condition>
  /// Only these stalls, where not empty.
  package var pinned: Set<PlaceID>
  package var banned: Set<PlaceID>
  /// All pieces from one offer.
  package var singleLot: Bool
  /// What one bad piece costs.
  package var loss: Money
  /// Years that goods may be old by their date code; nil for any age.
  package var dateCodeYears: Int?

  package init(
    conditions: Set<Condition>, pinned: Set<PlaceID> = [], banned: Set<PlaceID> = [], singleLot: Bool = false,
    loss: Money, dateCodeYears: Int? = nil
  ) {
    self.conditions = conditions
    self.pinned = pinned
    self.banned = banned
    self.singleLot = singleLot
    self.loss = loss
    self.dateCodeYears = dateCodeYears
  }
}

/// What services are asked to do.
package struct WorkFacts: Sendable {
  /// The kinds that the board pays for; a value names the service where the spec does.
  package var services: [Service.Kind: String?]
  /// Square millimetres of one bare board, rounded up.
  package var area: Int
  package var layers: Int
  package var joints: Int
  package var sides: Int

  package init(services: [Service.Kind: String?] = [:], area: Int = 0, layers: Int = 0, joints: Int = 0, sides: Int = 0)
  {
    self.services = services
    self.area = area
    self.layers = layers
    self.joints = joints
    self.sides = sides
  }
}

/// The day of the walk, with the options in it that the plan says it was made under.
package struct DayFacts: Sendable {
  package var date: LocalDate
  /// Seconds since midnight.
  package var start: Int
  package var finish: Int
  /// Nodes of the market's graph; empty where nobody walks.
  package var from: String
  package var to: String
  package var buyers: [BuyerFacts]
  /// Cash for goods and fares.
  package var budget: Money?
  /// Whether anybody walks: the day or a buyer has places to start and end at.
  var isWalked: Bool { !from.isEmpty || buyers.contains { $0.from?.isEmpty == false } }
  /// The node where the kit comes together: where the day ends, or else its first buyer.
  var kitPlace: String { to.isEmpty ? buyers.first?.to ?? "" : to }

  package init(
    date: LocalDate, start: Int, finish: Int, from: String, to: String, buyers: [BuyerFacts], budget: Money? = nil
  ) {
    self.date = date
    self.start = start
    self.finish = finish
    self.from = from
    self.to = to
    self.buyers = buyers
    self.budget = budget
  }
}

/// Somebody who walks and orders. Limits that are nil are the day's; own ones are those that hold under the plan's options.
package struct BuyerFacts: Sendable {
  package var id: AgentID
  package var ratePerHour: Money
  /// Milligrams; nil for no limit.
  package var load: Int64?
  /// Seconds since midnight.
  package var start: Int?
  package var finish: Int?
  /// Nodes of the market's graph.
  package var from: String?
  package var to: String?

  package init(
    name: AgentID, ratePerHour: Money, load: Int64? = nil, start: Int? = nil, finish: Int? = nil, from: String? = nil,
    to: String? = nil
  ) {
    self.id = name
    self.ratePerHour = ratePerHour
    self.load = load
    self.start = start
    self.finish = finish
    self.from = from
    self.to = to
  }
}

/// An agent's limits, those of the day in it.
struct AgentFacts {
  var id: AgentID
  var ratePerHour: Money
  var load: Int64?
  var start: Int
  var finish: Int
  var from: String
  var to: String

  init(_ buyer: BuyerFacts, on day: DayFacts) {
    id = buyer.id
    ratePerHour = buyer.ratePerHour
    load = buyer.load
    start = buyer.start ?? day.start
    finish = buyer.finish ?? day.finish
    from = buyer.from ?? day.from
    to = buyer.to ?? day.to
  }
}

/// The part of the catalog that a plan can name.
package struct MarketFacts: Sendable {
  /// The market of the day.
  package var profile: MarketProfile
  /// Further markets, and which stalls are theirs.
  package var others: [MarketProfile]
  package var marketOfStall: [PlaceID: String]
  /// The market's holidays.
  package var calendar: MarketCalendar
  package var buildings: [String: Building]
  package var nodes: [WalkingNode]
  package var links: [WalkingLink]
  package var stalls: [PlaceID: Stall]
  package var offers: [SupplyID: Offer]
  package var parts: [PartID: Part]
  /// Further packages in which makers sell numbers of `parts`.
  package var packages: [PartID: [Part]]
  package var categories: [String: PartCategory]
  /// By handling.
  package var attrition: [String: Attrition]
  package var services: [Service]
  /// How one asks on the market's floors; nil where its settings do not say.
  package var asking: AskSettings? = nil
  /// Whether the generated sample counts; where it does not, `offers` has no more of it than the plan names.
  package var usesSample = true
  /// Families of goods by floor; each such place is among `stalls`.
  package var floorFamilies: [PlaceID: [String]] = [:]
  /// What the user's walks found there; `addFloors` takes it in.
  var floorAnswers: [FloorAnswer] = []

  package init(
    profile: MarketProfile, buildings: [String: Building], nodes: [WalkingNode], links: [WalkingLink],
    stalls: [PlaceID: Stall], offers: [SupplyID: Offer], parts: [PartID: Part], categories: [String: PartCategory],
    attrition: [String: Attrition], services: [Service], calendar: MarketCalendar = MarketCalendar(),
    others: [MarketProfile] = [], marketOfStall: [PlaceID: String] = [:], packages: [PartID: [Part]] = [:]
  ) {
    self.others = others
    self.marketOfStall = marketOfStall
    self.packages = packages
    self.profile = profile
    self.calendar = calendar
    self.buildings = buildings
    self.nodes = nodes
    self.links = links
    self.stalls = stalls
    self.offers = offers
    self.parts = parts
    self.categories = categories
    self.attrition = attrition
    self.services = services
  }
}
