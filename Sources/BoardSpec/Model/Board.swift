public import Market

/// One product to prototype, as its spec says; a board exists only when nothing in the spec was wrong.
public struct Board: Sendable, Hashable {
  /// Lower-case, hyphenated; names the plan's files.
  public var name: String
  public var title: LocalizedText
  public var revision: String?
  /// How many are built.
  public var quantity: Int
  /// The id of a market profile.
  public var market: String
  /// The reference designs that this board takes, already merged into `slots`: the one that it extends first.
  public var designs: [ReferenceDesign]
  /// In the order of the file, those of the design first.
  public var slots: [Slot]
  public var policy: SourcingPolicy
  public var rails: [Rail]
  public var buses: [Bus]
  public var battery: Battery?
  public var enclosure: Enclosure?
  public var pcb: BareBoard?
  public var process: Process
  public var day: Day
  /// Where the product is used, as written: `CN`, `EU`.
  public var regions: [Mention]
  /// Rules that the board is let off.
  public var waivers: [Waiver]
  /// What the product must do.
  public var functions: [Mention]
  /// How the groups of its `turnkey` are filled; empty where it has none.
  public var fillings: [GroupFilling]
  /// Every way of filling them, the one without a design first; a board that is one of the ways has none itself.
  public var ways: [Board]

  public init(
    name: String, title: LocalizedText, revision: String? = nil, quantity: Int, market: String,
    designs: [ReferenceDesign] = [],
    slots: [Slot], policy: SourcingPolicy, rails: [Rail], buses: [Bus] = [], battery: Battery? = nil,
    enclosure: Enclosure? = nil, pcb: BareBoard? = nil, process: Process, day: Day, regions: [Mention] = [],
    waivers: [Waiver] = [], functions: [Mention] = [], fillings: [GroupFilling] = [], ways: [Board] = []
  ) {
    self.name = name
    self.title = title
    self.revision = revision
    self.quantity = quantity
    self.market = market
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
    self.ways = ways
  }
}
