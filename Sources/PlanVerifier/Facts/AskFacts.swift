internal import Base
package import CatalogStore
package import Electronics
package import Market
internal import SourcingPlan

/// What catalog and lists know of a slot that is asked for on a floor.
package struct AskFacts: Sendable {
  package var kind: AskSettings.Kind
  /// Families of goods among which it is looked for.
  package var families: Set<String>
  /// What lists ask for parts that fit.
  package var prices: [ListPrice]
  /// Who ships a part that fits, in markets that the plan does not buy in.
  package var elsewhere: [(market: String, offer: Offer, shop: Stall)]
  /// Numbers of the parts that fit.
  package var numbers: Set<String>
  /// Pieces of attrition are in the need of the part that loses most.
  package var attrition: [Attrition?]

  package init(
    kind: AskSettings.Kind, families: Set<String>, prices: [ListPrice] = [],
    elsewhere: [(market: String, offer: Offer, shop: Stall)] = [], numbers: Set<String> = [],
    attrition: [Attrition?] = []
  ) {
    self.kind = kind
    self.families = families
    self.prices = prices
    self.elsewhere = elsewhere
    self.numbers = numbers
    self.attrition = attrition
  }
}

/// The figures of a line that is asked for, worked out again. `docs/model.md` has the formulas.
struct AskFigures {
  var condition: Condition
  /// Of all prices known the lowest that so many pieces reach.
  var list: (price: Money, source: String)?
  var factorPerMille: Int
  var unitPrice: Money?
  /// What is paid for all pieces; nothing where no price is known.
  var paid: Money
  /// Goods and delivery of the cheapest shop.
  var elsewhere: Money?
  var otherwise: Money
  var most: Money?
  /// In millionths; nil where it is asked for on no floor that is known.
  var chance: Int?
  var expected: Money
}

extension VerifierFacts {
  /// The slot of a line that is asked for, with what the plan takes from stock for it.
  func slot(of line: AskedLine, in plan: PlanDocument) -> SlotFacts? {
    order(line.order)?.slots.first { $0.references == line.slots }?.served(by: plan, line.order)
  }

  /// What the line costs by catalog and settings, at the floor that the plan names; nil where nothing is known of asking for it.
  func figures(of line: AskedLine, in plan: PlanDocument) -> AskFigures? {
    guard let settings = market.asking, let board = order(line.order), let slot = slot(of: line, in: plan),
      let known = slot.supply.asking, line.need > 0
    else { return nil }
    let order: [Condition] = [.original, .looseNew, .domestic, .refurbished, .pulled, .clone]
    let condition = order.first { slot.policy.conditions.contains($0) } ?? .original
    let factor = market.factor(of: condition)
    let need = Int128(line.need)
    let ceiling = Int128(Limits.purchase.upperBound.microYuan)
    var list: (price: Money, source: String)?
    for price in known.prices {
      let reached = price.breaks.filter { $0.from <= line.need }.max { $0.from < $1.from } ?? price.breaks.first
      guard let unit = reached?.unitPrice else { continue }
      if let best = list, (best.price, best.source) <= (unit, price.source) { continue }
      list = (unit, price.source)
    }
    if let found = list, need * Int128(found.price.microYuan) * Int128(factor) / 1_000 > ceiling { list = nil }
    let unit = list.map {
      Money(
        microYuan: Int64(clamping: Arithmetic.roundedHalfUp(Int128($0.price.microYuan) * Int128(factor), over: 1_000)))
    }
    let paid = unit.map { Arithmetic.fen(need * Int128($0.microYuan)) } ?? .zero
    let elsewhere = known.elsewhere.compactMap { cost(of: line.need, $0.offer, at: $0.shop, slot.policy, board) }
      .map { Arithmetic.sum([$0.goods, $0.charge]) }.min()
    let source = elsewhere ?? list.map { Arithmetic.fen(need * Int128($0.price.microYuan)) } ?? .zero
    let otherwise = max(paid, Arithmetic.sum([source, settings.wait]))
    var most: Money?
    if list != nil || elsewhere != nil {
      let each = otherwise.microYuan / Int64(line.need)
      most = Money(microYuan: each >= 1_000_000 ? each / 10_000 * 10_000 : each / 100 * 100)
    }
    let chance = line.estimate?.place.flatMap { market.chance(of: known.kind, on: $0) }
    let left = Int128(otherwise.microYuan) - Int128(paid.microYuan)
    let missed = chance.map {
      Arithmetic.fen(Arithmetic.roundedHalfUp(left * Int128(1_000_000 - $0), over: 1_000_000))
    }
    return AskFigures(
      condition: condition, list: list, factorPerMille: factor, unitPrice: unit, paid: paid, elsewhere: elsewhere,
      otherwise: otherwise, most: most, chance: chance,
      expected: missed.map { Arithmetic.sum([paid, $0]) } ?? otherwise)
  }

  /// What an order of enough pieces costs; nil where the line's rules or the offer's terms forbid it.
  func cost(
    of need: Int, _ offer: Offer, at shop: Stall, _ policy: SlotPolicyFacts, _ board: BoardFacts
  ) -> (goods: Money, charge: Money, quantity: Int)? {
    guard policy.conditions.contains(offer.condition), !policy.banned.contains(shop.id),
      policy.pinned.isEmpty || policy.pinned.contains(shop.id), shop.givesInvoice || !board.invoice
    else { return nil }
    var best: (goods: Money, charge: Money, quantity: Int)?
    for floor in [need, offer.minimum] + offer.breaks.map(\.from) where floor >= need || floor == offer.minimum {
      let step = Int128(max(1, offer.multiple))
      let least = Arithmetic.roundedUp(Int128(max(need, offer.minimum, floor)), over: step) * step
      guard least <= Int128(offer.stock) else { continue }
      let quantity = Int(least)
      guard let unit = Arithmetic.unitPrice(of: offer, at: shop, quantity: quantity, invoice: board.invoice) else {
        continue
      }
      let amount = Arithmetic.amount(quantity, at: unit)
      guard amount <= Limits.purchase.upperBound else { continue }
      let goods = max(amount, shop.minimumOrder ?? .zero)
      let found = (goods, FaresFormula.charge(forUsing: shop, goods: goods), quantity)
      if best.map({ (goods, quantity) < ($0.goods, $0.quantity) }) ?? true { best = found }
    }
    return best
  }

  /// What is paid for what is asked for at a visit, if it is there.
  func asked(at visit: PlanVisit, in plan: PlanDocument) -> Money {
    let lines = plan.estimates
    return Arithmetic.sum((visit.asks ?? []).compactMap { lines[$0].flatMap { figures(of: $0, in: plan)?.paid } })
  }
}
