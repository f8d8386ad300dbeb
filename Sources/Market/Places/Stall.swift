package import Base

/// Where something is: a building's floor and a point on it, in metres east and north of the floor's south-west corner.
package struct Position: Sendable, Hashable, Codable {
  package var building: String
  /// 1 is the street floor; −1 the first basement.
  package var floor: Int
  /// Centimetres east and north of the floor's south-west corner.
  package var east: Int
  package var north: Int

  package init(building: String, floor: Int, east: Int, north: Int) {
    self.building = building
    self.floor = floor
    self.east = east
    self.north = north
  }
}

/// A span of one day, in seconds since midnight; `open < close`.
package struct OpeningHours: Sendable, Hashable, Codable {
  package var open: Int
  package var close: Int

  package init(open: Int, close: Int) {
    self.open = open
    self.close = close
  }
}

extension Stall {
  /// Whether a buyer carries what is bought here; what a shop ships comes by itself.
  package var isCarried: Bool { position != nil }
}

/// A point of sale.
package struct Stall: Sendable, Hashable, Codable {
  /// Unique within its market, as on its sign: `SEG-2F-B114`.
  package var id: PlaceID
  package var english: String
  package var chinese: String
  /// Nil for a shop that is not walked to (mail order).
  package var position: Position?
  /// The counter as written on the sign: `B114`.
  package var counter: String
  /// Opening hours by weekday, Monday first, seven entries; an empty entry is closed. Ascending, disjoint.
  package var hours: [[OpeningHours]]
  /// Days on which nothing is planned here, since the user found the stall closed; nil where nobody did.
  package var closedDays: ClosedRange<LocalDate>?
  /// Seconds to find the stall and open the deal, once a visit.
  package var setupSeconds: Int
  /// Seconds for each line bought.
  package var lineSeconds: Int
  /// Whether the stall gives tax invoices (发票).
  package var givesInvoice: Bool
  /// Surcharge on ex-tax prices for an invoice, per mille.
  package var invoicePerMille: Int
  /// Multiplies the market's chance of a bad piece; per mille, 1,000 is the market's own.
  package var riskPerMille: Int
  /// What a delivery from here costs, for shops that ship; zero for counters.
  package var shipping: Money
  /// Days until a delivery arrives; 0 for counters.
  package var shippingDays: Int
  /// Goods of an order from which on its delivery costs nothing; nil where it always costs.
  package var freeFrom: Money?
  /// The least goods of an order; nil where any is taken.
  package var minimumOrder: Money?
  /// `sample` for generated ones.
  package var source: String

  package init(
    id: PlaceID, english: String, chinese: String, position: Position?, counter: String, hours: [[OpeningHours]],
    setupSeconds: Int, lineSeconds: Int, givesInvoice: Bool, invoicePerMille: Int, riskPerMille: Int = 1000,
    shipping: Money = .zero, shippingDays: Int = 0, freeFrom: Money? = nil, minimumOrder: Money? = nil, source: String
  ) {
    self.id = id
    self.english = english
    self.chinese = chinese
    self.position = position
    self.counter = counter
    self.hours = hours
    self.setupSeconds = setupSeconds
    self.lineSeconds = lineSeconds
    self.givesInvoice = givesInvoice
    self.invoicePerMille = invoicePerMille
    self.riskPerMille = riskPerMille
    self.shipping = shipping
    self.shippingDays = shippingDays
    self.freeFrom = freeFrom
    self.minimumOrder = minimumOrder
    self.source = source
  }

  /// Whether a generator in this project made the stall.
  package var isSample: Bool { source == "sample" }
}
