internal import Base
internal import CatalogStore
internal import Electronics
internal import Market
internal import SourcingPlan

/// What is known of a slot that is asked for before anybody has been asked: a price, chances on floors, and what is done otherwise.
///
/// Factor and chance are those of `FloorExperience`.
///
///     unit      = list price × factor(condition)                       to the micro-yuan, half up
///     pay       = need × unit                                          to the fen; 0 without a list price
///     otherwise = max(pay, goods and delivery elsewhere + wait)        without a shop: need × list price + wait
///     chance    = chance(kind) × at(floor)                             at most 1, in millionths; or learned
///     missed    = (1 − chance) × (otherwise − pay)                     to the fen, half up
///
/// The line is expected to cost `pay + missed` where it is asked for on the floor, and `otherwise` where it is not.
struct AskEstimate {
  /// As the planner numbers slots.
  var slot: Int
  var need: Int
  var kind: AskSettings.Kind
  var condition: Condition
  /// Apiece, of so many pieces, and who says so.
  var list: (price: Money, source: String)?
  /// Per mille.
  var factor: Int
  var unitPrice: Money?
  var pay: Money
  var elsewhere: PlanEstimate.Elsewhere?
  var otherwise: Money
  /// The floors that sell such goods.
  var floors: [Floor]
  var alternates: [String]

  /// A floor that sells such goods.
  struct Floor {
    var place: PlaceID
    /// In millionths.
    var chance: Int
    /// What the chance is learned from; nil where it is the settings' own.
    var learned: PlanEstimate.Learned?
  }

  /// The lot that asking on a floor brings, as the day's offers have it.
  func offer(at place: PlaceID) -> Offer {
    Offer(
      id: "ask:\(slot)@\(place)", stall: place, part: PartID(maker: "", mpn: "ask:\(slot)"), condition: condition,
      breaks: [PriceBreak(from: 1, unitPrice: pay)], minimum: 1, multiple: 1, stock: 1, taxIncluded: true,
      runnerMinutes: 0, seen: "", source: "estimate")
  }

  /// The expected cost that a floor has not got the line.
  func missed(_ chance: Int) -> Money {
    (otherwise - pay).scaled(by: Int128(1_000_000 - chance), over: 1_000_000).roundedToFen
  }

  /// The most to pay apiece: no more than what is done otherwise costs. Rounded down, to the fen from one yuan on, else to a
  /// hundredth of it. Nil where no price is known.
  var most: Money? {
    guard list != nil || elsewhere != nil else { return nil }
    let each = otherwise.microYuan / Int64(need)
    let unit = each >= 100 * Money.fen.microYuan ? Money.fen.microYuan : 100
    return Money(microYuan: each / unit * unit)
  }
}

extension AskEstimate {
  /// - Parameters:
  ///   - prices: those of all parts that would do.
  ///   - offers: of such parts, at shops of other markets; what the line's rules forbid is passed over.
  init(
    slot: Int, need: Int, policy: PurchasePolicy, kind: AskSettings.Kind, prices: [ListPrice],
    offers: [(market: String, offer: Offer, shop: Stall)], floors: [AskedFloor], alternates: [String],
    experience: FloorExperience
  ) {
    self.slot = slot
    self.need = need
    self.kind = kind
    self.alternates = alternates
    let condition = Condition.allCases.first(where: policy.conditions.contains) ?? .original
    self.condition = condition
    let factor = experience.factor(condition)
    self.factor = factor
    let listed = prices.compactMap { price -> (price: Money, source: String)? in
      let reached = price.breaks.last { $0.from <= need } ?? price.breaks.first
      return reached.map { ($0.unitPrice, price.source) }
    }.min { ($0.price, $0.source) < ($1.price, $1.source) }
    // An amount beyond all purchases is no estimate.
    let isUsable = listed.map { $0.price.times(need).scaled(by: Int128(factor), over: 1_000) <= Self.most } ?? false
    let list = isUsable ? listed : nil
    self.list = list
    let unit = list.map { $0.price.scaled(by: Int128(factor), over: 1_000) }
    unitPrice = unit
    let pay = unit?.times(need).roundedToFen ?? .zero
    self.pay = pay
    let elsewhere = offers.compactMap { Self.order(of: need, $0.offer, at: $0.shop, in: $0.market, under: policy) }
      .min { Self.rank($0) < Self.rank($1) }
    self.elsewhere = elsewhere
    let known = elsewhere.map { $0.goods.money + $0.charge.money } ?? list?.price.times(need).roundedToFen ?? .zero
    otherwise = max(pay, known + experience.settings.wait)
    self.floors = floors.map { floor in
      let (chance, learned) = experience.chance(kind, on: floor)
      return Floor(place: floor.stall.id, chance: chance, learned: learned)
    }
  }

  private static let most = Limits.purchase.upperBound

  private static func rank(_ order: PlanEstimate.Elsewhere) -> (Money, String, PlaceID, SupplyID) {
    (order.goods.money + order.charge.money, order.market, order.stall, order.offer)
  }

  /// The cheapest order of so many pieces; nil where the rules or the offer's terms forbid it.
  private static func order(
    of need: Int, _ offer: Offer, at shop: Stall, in market: String, under policy: PurchasePolicy
  ) -> PlanEstimate.Elsewhere? {
    guard offer.excess == nil, policy.conditions.contains(offer.condition), !policy.banned.contains(shop.id),
      policy.pinned.isEmpty || policy.pinned.contains(shop.id), !policy.invoice || shop.givesInvoice,
      let quantity = offer.cheapestQuantity(
        covering: need, cost: { offer.amount(of: $0, at: shop, invoice: policy.invoice) ?? most }),
      let amount = offer.amount(of: quantity, at: shop, invoice: policy.invoice), amount <= most
    else { return nil }
    let goods = max(amount, shop.minimumOrder ?? .zero)
    return PlanEstimate.Elsewhere(
      market: market, stall: shop.id, name: LocalizedText(english: shop.english, chinese: shop.chinese),
      offer: offer.id, quantity: quantity, goods: Amount(goods), charge: Amount(shop.shipping(forGoods: goods)),
      days: shop.shippingDays)
  }
}
