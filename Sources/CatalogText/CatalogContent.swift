public import Electronics
public import Market
public import MarketSample

/// Everything that a `Catalog/` folder says, as domain values; what a catalog database is built from.
public struct CatalogContent: Sendable, Hashable {
  public var sources: [FactSource]
  public var categories: [PartCategory]
  public var attrition: [Attrition]
  /// What foreign currencies cost, by currency.
  public var rates: [ExchangeRate]
  public var parts: [Part]
  public var designs: [DesignText]
  public var markets: [MarketContent]

  public init(
    sources: [FactSource] = [], categories: [PartCategory] = [], attrition: [Attrition] = [], parts: [Part] = [],
    designs: [DesignText] = [], markets: [MarketContent] = [], rates: [ExchangeRate] = []
  ) {
    self.sources = sources
    self.categories = categories
    self.attrition = attrition
    self.rates = rates
    self.parts = parts
    self.designs = designs
    self.markets = markets
  }
}

/// Where facts come from. Other records name its `id`, with a locator after a colon (`lcsc:C16581`).
public struct FactSource: Sendable, Hashable {
  public var id: String
  public var title: String
  public var publisher: String
  /// ISO 8601, as far as it is known: `2026-05-21`, `2015`.
  public var date: String
  /// `A` first-party, `B` trade press or seller, `C` unchecked public text, `D` derived, `assumed`.
  public var grade: String
  public var address: String

  public init(id: String, title: String, publisher: String, date: String, grade: String, address: String) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.grade = grade
    self.address = address
  }
}

/// A reference design: its file, kept whole, and what lists of designs show of it.
public struct DesignText: Sendable, Hashable {
  public var id: String
  public var name: LocalizedText
  /// What the bundle is sold as: the numbers of its chips.
  public var chipset: [String]
  /// The file's name, for messages: `mtk-2g-feature-phone.yaml`.
  public var file: String
  /// The whole YAML text.
  public var text: String

  public init(id: String, name: LocalizedText, chipset: [String], file: String, text: String) {
    self.id = id
    self.name = name
    self.chipset = chipset
    self.file = file
    self.text = text
  }
}

/// One market: its profile, its places, and the stalls, offers and services that stand in its files.
public struct MarketContent: Sendable, Hashable {
  public var profile: MarketProfile
  public var buildings: [Building]
  public var nodes: [WalkingNode]
  public var links: [WalkingLink]
  public var stalls: [Stall]
  public var offers: [Offer]
  public var services: [Service]
  /// Settings of the generator that adds sample stalls and offers; nil for a market without a sample.
  public var sample: SampleSettings?

  public init(
    profile: MarketProfile, buildings: [Building] = [], nodes: [WalkingNode] = [], links: [WalkingLink] = [],
    stalls: [Stall] = [], offers: [Offer] = [], services: [Service] = [],
    sample: SampleSettings? = nil
  ) {
    self.profile = profile
    self.buildings = buildings
    self.nodes = nodes
    self.links = links
    self.stalls = stalls
    self.offers = offers
    self.services = services
    self.sample = sample
  }
}
