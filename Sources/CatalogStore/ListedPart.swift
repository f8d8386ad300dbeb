public import Electronics
public import PriceSheets

/// A part as a distributor lists it.
public struct ListedPart: Sendable, Hashable {
  public var part: Part
  /// The distributor's own number: `C16581`.
  public var orderNumber: String
  /// The name under which the list was imported.
  public var list: String
  /// As the list words its kinds: `Resistors / Chip Resistor - Surface Mount`.
  public var kind: String
  /// `Basic`, `Preferred`, `Extended`: how an assembly house keeps it.
  public var library: String
  public var stock: Int
  /// Prices in millionths of `currency`; empty where the list has none.
  public var breaks: [ListedBreak]
  /// ISO 4217.
  public var currency: String
  /// ISO 8601 date of the list.
  public var date: String
  /// Address; empty for none.
  public var datasheet: String

  public init(
    part: Part, orderNumber: String, list: String, kind: String, library: String, stock: Int, breaks: [ListedBreak],
    currency: String, date: String, datasheet: String
  ) {
    self.part = part
    self.orderNumber = orderNumber
    self.list = list
    self.kind = kind
    self.library = library
    self.stock = stock
    self.breaks = breaks
    self.currency = currency
    self.date = date
    self.datasheet = datasheet
  }
}
