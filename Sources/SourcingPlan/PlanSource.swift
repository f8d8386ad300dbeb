package import Market

/// A place that goods come from: it has a position, or a delivery, or both.
package struct PlanSource: Sendable, Hashable, Codable {
  /// The stall's id.
  package var id: PlaceID
  package var name: LocalizedText
  package var market: String
  /// Nil for a place that nobody walks to.
  package var position: PlanPlace?
  /// Nil for a place that does not ship.
  package var delivery: Delivery?
  package var isSample: Bool

  /// How goods come from a place that ships.
  package struct Delivery: Sendable, Hashable, Codable {
    /// What an order costs beside its goods.
    package var charge: Amount
    /// Days from the order to the parcel.
    package var days: Int
    /// Goods of an order from which on its delivery costs nothing, and the least goods of one; nil where the shop has no such rule.
    package var freeFrom: Amount?
    package var minimumOrder: Amount?

    package init(charge: Amount, days: Int, freeFrom: Amount? = nil, minimumOrder: Amount? = nil) {
      self.charge = charge
      self.days = days
      self.freeFrom = freeFrom
      self.minimumOrder = minimumOrder
    }

    /// As a shop that ships has it.
    package init(_ shop: Stall) {
      self.init(
        charge: Amount(shop.shipping), days: shop.shippingDays, freeFrom: shop.freeFrom.map { Amount($0) },
        minimumOrder: shop.minimumOrder.map { Amount($0) })
    }
  }

  package init(
    id: PlaceID, name: LocalizedText, market: String, position: PlanPlace?, delivery: Delivery?, isSample: Bool
  ) {
    self.id = id
    self.name = name
    self.market = market
    self.position = position
    self.delivery = delivery
    self.isSample = isSample
  }
}
