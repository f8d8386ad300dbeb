internal import Base
package import Electronics
package import PriceSheets

/// A part as a distributor lists it.
package struct ListedPart: Sendable, Hashable {
  package var part: Part
  /// The distributor's own number: `C16581`.
  package var orderNumber: String
  /// The name under which the list was imported.
  package var list: String
  /// As the list words its kinds: `Resistors / Chip Resistor - Surface Mount`.
  package var kind: String
  /// `Basic`, `Preferred`, `Extended`: how an assembly house keeps it.
  package var library: String
  package var stock: Int
  /// Prices in millionths of `currency`; empty where the list has none.
  package var breaks: [ListedBreak]
  /// ISO 4217.
  package var currency: String
  /// ISO 8601 date of the list.
  package var date: String
  /// Address; empty for none.
  package var datasheet: String

  package init(
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
