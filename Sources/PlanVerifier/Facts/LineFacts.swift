internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// A line of a plan beside what spec and catalog say of it.
struct LineFacts {
  /// The board of the line's order; nil where no such order is known.
  var board: BoardFacts?
  /// Slots whose references the line names, in the spec's order.
  var slots: [SlotFacts]
  var part: Part?

  init(_ line: PlanLine, of plan: PlanDocument, facts: VerifierFacts) {
    let named = Set(line.slots)
    board = facts.order(line.order)
    slots = (board?.slots ?? []).filter { !named.isDisjoint(with: $0.references) }.map {
      $0.served(by: plan, line.order)
    }
    part = facts.market.part(of: line)
  }
}

extension SlotFacts {
  /// The slot with what a plan takes from stock for it; `StateCheck` holds that against the stock.
  func served(by plan: PlanDocument, _ order: OrderID) -> SlotFacts {
    guard let taken = plan.onHand?.first(where: { $0.order == order && $0.slots == references }) else { return self }
    var slot = self
    slot.piecesOnHand = taken.pieces
    return slot
  }
}

extension VerifierFacts {
  /// What a purchase costs by the catalog; nil where the stall has no such offer or break.
  func terms(of buy: PlanBuy, for order: OrderID) -> (unitPrice: Money, amount: Money)? {
    market.offers[buy.offer].flatMap { $0.stall == buy.stall ? terms(of: $0, quantity: buy.quantity, for: order) : nil }
  }

  /// What so many pieces of an offer cost; nil where no break is reached.
  func terms(of offer: Offer, quantity: Int, for order: OrderID) -> (unitPrice: Money, amount: Money)? {
    guard let stall = market.stalls[offer.stall], let board = self.order(order),
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
      of: quantity, loss: slot.policy.loss,
      badPerMillion: market.profile(ofStall: stall.id).badPartsPerMillion[offer.condition] ?? 0,
      stallPerMille: stall.riskPerMille)
  }

  /// Pieces that the build needs of a line's part; nil for an order or a part that is not known.
  func need(of line: LineFacts) -> Int? {
    guard let board = line.board, let part = line.part else { return nil }
    return Arithmetic.need(of: line.slots, boards: board.boards, attrition: attrition(of: part))
  }

  func attrition(of part: Part) -> Attrition? {
    market.categories[part.category].flatMap { market.attrition[$0.handling] }
  }
}
