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
  /// The reference design that this board extends, already merged into `slots`.
  public var design: String?
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
  /// What the layout of the reference design fixes; nil where the board extends none, or its design does not say.
  public var designBoard: DesignBoard?

  public init(
    name: String, title: LocalizedText, revision: String? = nil, quantity: Int, market: String, design: String? = nil,
    slots: [Slot], policy: SourcingPolicy, rails: [Rail], buses: [Bus] = [], battery: Battery? = nil,
    enclosure: Enclosure? = nil, pcb: BareBoard? = nil, process: Process, day: Day, regions: [Mention] = [],
    waivers: [Waiver] = [], designBoard: DesignBoard? = nil
  ) {
    self.name = name
    self.title = title
    self.revision = revision
    self.quantity = quantity
    self.market = market
    self.design = design
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
    self.designBoard = designBoard
  }
}
