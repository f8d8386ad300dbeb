package import Base

/// Someone who answers: a stall of the catalog, or a contact of the user's own.
package struct Seller: Sendable, Hashable {
  /// Letters, figures, hyphens and underscores.
  package var id: String
  package var name: String
  /// How to reach them: `wechat:li88`.
  package var contact: String
  /// Families of goods that they sell; none for all.
  package var goods: [String]
  /// The id of a market; empty where none is stated.
  package var market: String
  /// The id of a stall of the market, or words such as `新亚洲 2C048`.
  package var place: String
  /// What a delivery from them costs, and the days that it takes.
  package var shipping: Money
  package var shippingDays: Int
  /// The most lines that one message to them asks; nil where the user does not say.
  package var linesPerAsk: Int?

  package init(
    id: String, name: String = "", contact: String = "", goods: [String] = [], market: String = "", place: String = "",
    shipping: Money = .zero, shippingDays: Int = 1, linesPerAsk: Int? = nil
  ) {
    self.id = id
    self.name = name.isEmpty ? id : name
    self.contact = contact
    self.goods = goods
    self.market = market
    self.place = place
    self.shipping = shipping
    self.shippingDays = shippingDays
    self.linesPerAsk = linesPerAsk
  }
}
