package import Base
package import Electronics

/// The state of goods (成色), from best to worst. An unknown word is an error, never guessed.
package enum Condition: String, Sendable, Hashable, Codable, CaseIterable {
  /// 原装: the maker's own goods.
  case original
  /// 散新: unused, out of the maker's packing.
  case looseNew = "loose-new"
  /// 国产: a domestic equivalent under the same or a similar number.
  case domestic
  /// 翻新: refurbished.
  case refurbished
  /// 拆机: pulled from boards.
  case pulled
  /// 高仿: a copy.
  case clone
}

/// All-units discount: from `from` pieces on, every piece costs `unitPrice`.
package struct PriceBreak: Sendable, Hashable, Codable {
  package var from: Int
  package var unitPrice: Money

  package init(from: Int, unitPrice: Money) {
    self.from = from
    self.unitPrice = unitPrice
  }
}

/// A stall's terms for a part, of one packing: a reel and what is cut from one are two offers.
package struct Offer: Sendable, Hashable, Codable {
  /// Unique within its market: `SEG-2F-B114/TP4056@TOPPOWER/original`.
  package var id: SupplyID
  package var stall: PlaceID
  package var part: PartID
  package var condition: Condition
  /// Ascending in `from`, prices not rising; the first starts at or below `minimum`.
  package var breaks: [PriceBreak]
  package var minimum: Int
  package var multiple: Int
  package var stock: Int
  /// Whether tax is in the price.
  package var taxIncluded: Bool
  /// Minutes between ordering and having the goods, when a runner fetches them (调货); 0 for goods on the counter.
  package var runnerMinutes: Int
  /// ISO 8601 date on which the offer was seen, quoted or made.
  package var seen: String
  /// Where the offer comes from; `sample` for generated ones.
  package var source: String
  /// What an imported sheet says of the price; nil for the catalog's own offers.
  package var origin: PriceOrigin?
  /// The shop's own number of the article, by which it is ordered: `C16581`; nil where it has none.
  package var orderNumber: String?
  /// What the seller says of the age of the goods (批号), in the seller's words: `2338`, `23+`; nil where nothing is said.
  package var dateCode: String?
  /// The package of the article, where its maker sells the number in several; nil where the number says enough.
  package var package: String?
  /// How the goods are packed; nil where the seller does not say.
  package var packing: Packing?

  package init(
    id: SupplyID, stall: PlaceID, part: PartID, condition: Condition, breaks: [PriceBreak], minimum: Int, multiple: Int,
    stock: Int, taxIncluded: Bool, runnerMinutes: Int, seen: String, source: String, origin: PriceOrigin? = nil,
    orderNumber: String? = nil, package: String? = nil, packing: Packing? = nil, dateCode: String? = nil
  ) {
    self.id = id
    self.stall = stall
    self.part = part
    self.condition = condition
    self.breaks = breaks
    self.minimum = minimum
    self.multiple = multiple
    self.stock = stock
    self.taxIncluded = taxIncluded
    self.runnerMinutes = runnerMinutes
    self.seen = seen
    self.source = source
    self.origin = origin
    self.orderNumber = orderNumber
    self.package = package
    self.packing = packing
    self.dateCode = dateCode
  }

  /// Whether the article is a part, which its maker may sell in several packages.
  package func sells(_ part: Part) -> Bool { part.id == self.part && (package ?? part.package) == part.package }

  /// Pieces that can be bought: none where the stock is below the least quantity.
  package var salable: Int { stock < max(minimum, multiple) ? 0 : stock }

  /// What an offer of a shop's list has as its source.
  package static func source(ofList name: String) -> String { listStart + name }
  package static func isListed(source: String) -> Bool { source.hasPrefix(listStart) }
  private static let listStart = "part list "

  /// Whether a generator in this project made the offer.
  package var isSample: Bool { source == "sample" }
}

/// Dictionaries by condition are coded with the condition's word as the key.
extension Condition: CodingKeyRepresentable {}
