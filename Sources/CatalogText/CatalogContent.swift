internal import Base
package import Electronics
package import Market
package import MarketSample

/// Everything that a `Catalog/` folder says, as domain values; what a catalog database is built from.
package struct CatalogContent: Sendable, Hashable {
  package var sources: [FactSource]
  package var categories: [PartCategory]
  package var attrition: [Attrition]
  /// What foreign currencies cost, by currency.
  package var rates: [ExchangeRate]
  package var parts: [Part]
  package var designs: [DesignText]
  package var markets: [MarketContent]

  package init(
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
package struct FactSource: Sendable, Hashable {
  package var id: String
  package var title: String
  package var publisher: String
  /// ISO 8601, as far as it is known: `2026-05-21`, `2015`.
  package var date: String
  /// `A` first-party, `B` trade press or seller, `C` unchecked public text, `D` derived, `assumed`.
  package var grade: String
  package var address: String

  package init(id: String, title: String, publisher: String, date: String, grade: String, address: String) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.grade = grade
    self.address = address
  }
}

/// A reference design: its file, kept whole, and what lists of designs show of it.
package struct DesignText: Sendable, Hashable {
  package var id: String
  package var name: LocalizedText
  /// What the bundle is sold as: the numbers of its chips.
  package var chipset: [String]
  /// The file's name, for messages: `mtk-2g-feature-phone.yaml`.
  package var file: String
  /// The whole YAML text.
  package var text: String

  package init(id: String, name: LocalizedText, chipset: [String], file: String, text: String) {
    self.id = id
    self.name = name
    self.chipset = chipset
    self.file = file
    self.text = text
  }
}

/// One market: its profile, its places, and the stalls, offers and services that stand in its files.
package struct MarketContent: Sendable, Hashable {
  package var profile: MarketProfile
  package var buildings: [Building]
  package var nodes: [WalkingNode]
  package var links: [WalkingLink]
  package var stalls: [Stall]
  package var offers: [Offer]
  package var services: [Service]
  /// Settings of the generator that adds sample stalls and offers; nil for a market without a sample.
  package var sample: SampleSettings?

  package init(
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
