public import Electronics
public import Market

/// What a plan is held against: the board, its day and the market, as spec and catalog state them.
///
/// A plain value, so that a test can state a whole day in a few lines. `init(board:catalog:inputs:…)` fills it from a
/// board and a catalog.
public struct VerifierFacts: Sendable {
  /// FNV-1a 64 of the spec file's bytes, and the digest of the catalog's content.
  public var specDigest: String
  public var catalogDigest: String
  public var board: BoardFacts
  public var day: DayFacts
  public var market: MarketFacts

  public init(
    specDigest: String, catalogDigest: String, board: BoardFacts, day: DayFacts, market: MarketFacts
  ) {
    self.specDigest = specDigest
    self.catalogDigest = catalogDigest
    self.board = board
    self.day = day
    self.market = market
  }
}

/// What is built, and what it asks of parts and services.
public struct BoardFacts: Sendable {
  public var name: String
  /// How many are built.
  public var boards: Int
  /// Whether every purchase needs a tax invoice.
  public var invoice: Bool
  /// In the spec's order.
  public var slots: [SlotFacts]
  public var work: WorkFacts
  /// The way in which the plan builds the board, and every way that the spec leaves; the first one alone where it leaves none.
  public var way: WayFacts
  public var ways: [WayFacts]
  /// What the board's rules forbid about the parts that fill its slots, given by slot; nil where none does.
  public var breaches: @Sendable ([Part?]) -> [RuleBreach]

  public init(
    name: String, boards: Int, invoice: Bool, slots: [SlotFacts], work: WorkFacts,
    way: WayFacts = WayFacts(), ways: [WayFacts] = [WayFacts()],
    breaches: @escaping @Sendable ([Part?]) -> [RuleBreach] = { _ in [] }
  ) {
    self.name = name
    self.boards = boards
    self.invoice = invoice
    self.slots = slots
    self.work = work
    self.way = way
    self.ways = ways
    self.breaches = breaches
  }
}

/// One way to build the board: the design that fills each group, nil for discrete parts, and what that costs once.
public struct WayFacts: Sendable, Hashable {
  public var designs: [String: String?]
  public var oneTimeCosts: [Money]

  public init(designs: [String: String?] = [:], oneTimeCosts: [Money] = []) {
    self.designs = designs
    self.oneTimeCosts = oneTimeCosts
  }
}

/// A rule that a selection of parts breaks.
public struct RuleBreach: Sendable, Hashable {
  /// Of the rule: `B110`.
  public var code: String
  public var text: String

  public init(code: String, text: String) {
    self.code = code
    self.text = text
  }
}

/// One slot with the rules that hold for it, the board's own already in it.
public struct SlotFacts: Sendable {
  public var references: [String]
  /// Pieces on each board, all references together.
  public var count: Int
  /// Boards for which pieces are bought at least.
  public var minimumSets: Int
  public var sparesPerMille: Int
  public var policy: SlotPolicyFacts
  /// Whether a part meets the slot's requirements.
  public var accepts: @Sendable (Part) -> Bool

  public init(
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
public struct SlotPolicyFacts: Sendable, Hashable {
  public var conditions: Set<Condition>
  /// Only these stalls, where not empty.
  public var pinned: Set<String>
  public var banned: Set<String>
  /// All pieces from one offer.
  public var singleLot: Bool
  /// What one bad piece costs.
  public var loss: Money

  public init(
    conditions: Set<Condition>, pinned: Set<String> = [], banned: Set<String> = [], singleLot: Bool = false,
    loss: Money
  ) {
    self.conditions = conditions
    self.pinned = pinned
    self.banned = banned
    self.singleLot = singleLot
    self.loss = loss
  }
}

/// What services are asked to do.
public struct WorkFacts: Sendable {
  /// The kinds that the board pays for; a value names the service where the spec does.
  public var services: [Service.Kind: String?]
  /// Square millimetres of one bare board, rounded up.
  public var area: Int
  public var layers: Int
  public var joints: Int
  public var sides: Int

  public init(services: [Service.Kind: String?] = [:], area: Int = 0, layers: Int = 0, joints: Int = 0, sides: Int = 0)
  {
    self.services = services
    self.area = area
    self.layers = layers
    self.joints = joints
    self.sides = sides
  }
}

/// The day of the walk, with the options in it that the plan says it was made under.
public struct DayFacts: Sendable {
  public var date: LocalDate
  /// Seconds since midnight.
  public var start: Int
  public var finish: Int
  /// Nodes of the market's graph; empty where nobody walks.
  public var from: String
  public var to: String
  public var buyers: [BuyerFacts]
  /// Cash for goods and fares.
  public var budget: Money?

  public init(
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

/// Somebody who walks.
public struct BuyerFacts: Sendable {
  public var name: String
  public var ratePerHour: Money
  /// Milligrams; nil for no limit.
  public var load: Int64?

  public init(name: String, ratePerHour: Money, load: Int64? = nil) {
    self.name = name
    self.ratePerHour = ratePerHour
    self.load = load
  }
}

/// The part of the catalog that a plan can name.
public struct MarketFacts: Sendable {
  public var profile: MarketProfile
  public var buildings: [String: Building]
  public var nodes: [WalkingNode]
  public var links: [WalkingLink]
  public var stalls: [String: Stall]
  public var offers: [String: Offer]
  public var parts: [PartID: Part]
  public var categories: [String: PartCategory]
  /// By handling.
  public var attrition: [String: Attrition]
  public var services: [Service]

  public init(
    profile: MarketProfile, buildings: [String: Building], nodes: [WalkingNode], links: [WalkingLink],
    stalls: [String: Stall], offers: [String: Offer], parts: [PartID: Part], categories: [String: PartCategory],
    attrition: [String: Attrition], services: [Service]
  ) {
    self.profile = profile
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
