package import Base

extension Offer {
  /// The highest break that `quantity` pieces reach; nil below the first one.
  package func breakReached(by quantity: Int) -> PriceBreak? { breaks.last { $0.from <= quantity } }

  /// The price a piece when `quantity` pieces are bought: that of the highest break reached; nil below the first break.
  package func unitPrice(for quantity: Int) -> Money? { breakReached(by: quantity)?.unitPrice }

  /// Whether `quantity` pieces can be bought: a positive multiple of `multiple`, at least `minimum`, at most `stock`.
  package func accepts(_ quantity: Int) -> Bool {
    quantity > 0 && quantity >= minimum && quantity <= stock && quantity % max(1, multiple) == 0
      && unitPrice(for: quantity) != nil
  }

  /// The least quantity that can be bought and is at least `need`; nil when the stock does not hold it.
  package func leastQuantity(covering need: Int) -> Int? {
    let step = max(1, multiple)
    let floor = max(need, minimum, breaks.first?.from ?? 1, 1)
    let (rounded, overflow) = ((floor - 1) / step + 1).multipliedReportingOverflow(by: step)
    return !overflow && accepts(rounded) ? rounded : nil
  }

  /// The cheapest quantity that is at least `need`, the least of equally cheap ones; nil where the stock does not hold any.
  ///
  /// A dearer break may be passed over by buying more: beside the least quantity only the least ones at higher breaks can be
  /// cheapest, since within a break the cost rises with the quantity.
  ///
  /// - Parameters:
  ///   - stock: of the offer's own, what may be used; all where nil.
  ///   - cost: what a quantity costs; does not fall while the unit price stays.
  ///
  /// Complexity: O(breaks).
  package func cheapestQuantity<Cost: Comparable>(
    covering need: Int, stock left: Int? = nil, cost: (Int) -> Cost
  ) -> Int? {
    var terms = self
    terms.stock = min(stock, left ?? stock)
    let floors = [need] + breaks.map(\.from).filter { $0 > need }
    let quantities = floors.compactMap { terms.leastQuantity(covering: $0) }
    return quantities.map { (cost: cost($0), quantity: $0) }.min { ($0.cost, $0.quantity) < ($1.cost, $1.quantity) }?
      .quantity
  }

  /// The breaks as they are paid at `stall`, with its surcharge where an invoice is asked for and the price is without tax.
  package func breaks(at stall: Stall, invoice: Bool) -> [PriceBreak] {
    guard invoice, !taxIncluded else { return breaks }
    return breaks.map {
      PriceBreak(from: $0.from, unitPrice: $0.unitPrice.increased(byPerMille: stall.invoicePerMille))
    }
  }

  /// The price a piece with the invoice's surcharge, where the offer's price is without tax: half up to a micro-yuan,
  /// so that a price is always a whole number of micro-yuan. Nil below the first break, and where an invoice is asked
  /// of a stall that gives none.
  package func unitPrice(for quantity: Int, at stall: Stall, invoice: Bool) -> Money? {
    if invoice, !stall.givesInvoice { return nil }
    return breaks(at: stall, invoice: invoice).last { $0.from <= quantity }?.unitPrice
  }

  /// What is paid for `quantity` pieces: `quantity × unit price`, rounded to the fen once, half up.
  package func amount(of quantity: Int, at stall: Stall, invoice: Bool) -> Money? {
    unitPrice(for: quantity, at: stall, invoice: invoice).map { $0.times(quantity).roundedToFen }
  }
}

extension Money {
  /// `count` times the amount; exact up to 9.2 · 10¹² yuan, where it stops.
  package func times(_ count: Int) -> Money { Money(microYuan: Int64(clamping: Int128(microYuan) * Int128(count))) }

  /// The amount and `perMille` thousandths more, half up to a micro-yuan.
  package func increased(byPerMille perMille: Int) -> Money {
    scaled(by: 1_000 + Int128(perMille), over: 1_000)
  }

  /// `amount × numerator / denominator`, half up to a micro-yuan, without overflow on the way; at most what 64 bits hold.
  package func scaled(by numerator: Int128, over denominator: Int128) -> Money {
    let doubled = Int128(microYuan) * numerator * 2 + denominator
    let divisor = denominator * 2
    let quotient = doubled / divisor
    return Money(microYuan: Int64(clamping: doubled < 0 && quotient * divisor != doubled ? quotient - 1 : quotient))
  }
}

extension Stall {
  /// The expected cost of a bad piece, a piece bought here: `P(bad | condition) × stall's factor × loss`, which is
  /// `ppm × perMille × loss / 10⁹`, half up to a micro-yuan. A line's risk is its quantity times this, exactly.
  package func riskPerPiece(badPartsPerMillion: Int, loss: Money) -> Money {
    loss.scaled(by: Int128(badPartsPerMillion) * Int128(riskPerMille), over: 1_000_000_000)
  }
}

extension MarketProfile {
  /// The expected cost of a bad piece of `offer`, a piece bought at `stall`; see `Stall.riskPerPiece`.
  package func riskPerPiece(of offer: Offer, at stall: Stall, loss: Money) -> Money {
    stall.riskPerPiece(badPartsPerMillion: badPartsPerMillion[offer.condition] ?? 0, loss: loss)
  }
}
