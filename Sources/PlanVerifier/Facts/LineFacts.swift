internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// A line of a plan beside what spec and catalog say of it.
struct LineFacts {
  /// Slots whose references the line names, in the spec's order.
  var slots: [SlotFacts]
  var part: Part?

  init(_ line: PlanLine, facts: VerifierFacts) {
    let named = Set(line.slots)
    slots = facts.board.slots.filter { !named.isDisjoint(with: $0.references) }
    part = facts.market.parts[line.part]
  }
}

extension VerifierFacts {
  /// What a purchase costs by the catalog; nil where the stall has no such offer or break.
  func terms(of buy: PlanBuy) -> (unitPrice: Money, amount: Money)? {
    market.offers[buy.offer].flatMap { $0.stall == buy.stall ? terms(of: $0, quantity: buy.quantity) : nil }
  }

  /// What so many pieces of an offer cost; nil where no break is reached.
  func terms(of offer: Offer, quantity: Int) -> (unitPrice: Money, amount: Money)? {
    guard let stall = market.stalls[offer.stall],
      let price = Arithmetic.unitPrice(of: offer, at: stall, quantity: quantity, invoice: board.invoice)
    else { return nil }
    return (price, Arithmetic.amount(quantity, at: price))
  }

  /// The expected loss of a purchase by the catalog; nil where offer or slot is unknown.
  func risk(of buy: PlanBuy, for line: LineFacts) -> Money? {
    market.offers[buy.offer].flatMap { risk(of: $0, quantity: buy.quantity, for: line) }
  }

  func risk(of offer: Offer, quantity: Int, for line: LineFacts) -> Money? {
    guard let stall = market.stalls[offer.stall], let slot = line.slots.first else { return nil }
    return Arithmetic.risk(
      of: quantity, loss: slot.policy.loss, badPerMillion: market.profile.badPartsPerMillion[offer.condition] ?? 0,
      stallPerMille: stall.riskPerMille)
  }

  func attrition(of part: Part) -> Attrition? {
    market.categories[part.category].flatMap { market.attrition[$0.handling] }
  }
}
