/// Where something is: a building's floor and a point on it, in metres east and north of the floor's south-west corner.
public struct Position: Sendable, Hashable, Codable {
  public var building: String
  /// 1 is the street floor; −1 the first basement.
  public var floor: Int
  /// Centimetres east and north of the floor's south-west corner.
  public var east: Int
  public var north: Int

  public init(building: String, floor: Int, east: Int, north: Int) {
    self.building = building
    self.floor = floor
    self.east = east
    self.north = north
  }
}

/// A span of one day, in seconds since midnight; `open < close`.
public struct OpeningHours: Sendable, Hashable, Codable {
  public var open: Int
  public var close: Int

  public init(open: Int, close: Int) {
    self.open = open
    self.close = close
  }
}

/// A point of sale.
public struct Stall: Sendable, Hashable, Codable {
  /// Unique within its market, as on its sign: `SEG-2F-B114`.
  public var id: String
  public var english: String
  public var chinese: String
  /// Nil for a shop that is not walked to (mail order).
  public var position: Position?
  /// The counter as written on the sign: `B114`.
  public var counter: String
  /// Opening hours by weekday, Monday first, seven entries; an empty entry is closed. Ascending, disjoint.
  public var hours: [[OpeningHours]]
  /// Seconds to find the stall and open the deal, once a visit.
  public var setupSeconds: Int
  /// Seconds for each line bought.
  public var lineSeconds: Int
  /// Whether the stall gives tax invoices (发票).
  public var givesInvoice: Bool
  /// Surcharge on ex-tax prices for an invoice, per mille.
  public var invoicePerMille: Int
  /// Multiplies the market's chance of a bad piece; per mille, 1,000 is the market's own.
  public var riskPerMille: Int
  /// What a delivery from here costs, for shops that ship; zero for counters.
  public var shipping: Money
  /// Days until a delivery arrives; 0 for counters.
  public var shippingDays: Int
  /// `sample` for generated ones.
  public var source: String

  public init(
    id: String, english: String, chinese: String, position: Position?, counter: String, hours: [[OpeningHours]],
    setupSeconds: Int, lineSeconds: Int, givesInvoice: Bool, invoicePerMille: Int, riskPerMille: Int = 1000,
    shipping: Money = .zero, shippingDays: Int = 0, source: String
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
    self.source = source
  }

  /// Whether a generator in this project made the stall.
  public var isSample: Bool { source == "sample" }
}
