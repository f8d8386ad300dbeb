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

  /// The price a piece with the invoice's surcharge, where the offer's price is without tax: half up to a micro-yuan,
  /// so that a price is always a whole number of micro-yuan. Nil below the first break, and where an invoice is asked
  /// of a stall that gives none.
  package func unitPrice(for quantity: Int, at stall: Stall, invoice: Bool) -> Money? {
    guard let price = unitPrice(for: quantity) else { return nil }
    guard invoice else { return price }
    guard stall.givesInvoice else { return nil }
    return taxIncluded ? price : price.increased(byPerMille: stall.invoicePerMille)
  }

  /// What is paid for `quantity` pieces: `quantity × unit price`, rounded to the fen once, half up.
  package func amount(of quantity: Int, at stall: Stall, invoice: Bool) -> Money? {
    unitPrice(for: quantity, at: stall, invoice: invoice).map { $0.times(quantity).roundedToFen }
  }
}

extension Money {
  /// `count` times the amount; exact. Traps where the product is beyond 9.2 · 10¹² yuan.
  package func times(_ count: Int) -> Money { Money(microYuan: microYuan * Int64(count)) }

  /// The amount and `perMille` thousandths more, half up to a micro-yuan.
  package func increased(byPerMille perMille: Int) -> Money {
    scaled(by: 1_000 + Int128(perMille), over: 1_000)
  }

  /// `amount × numerator / denominator`, half up to a micro-yuan, without overflow on the way.
  func scaled(by numerator: Int128, over denominator: Int128) -> Money {
    let doubled = Int128(microYuan) * numerator * 2 + denominator
    let divisor = denominator * 2
    let quotient = doubled / divisor
    return Money(microYuan: Int64(doubled < 0 && quotient * divisor != doubled ? quotient - 1 : quotient))
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
  /// The expected cost of bad pieces among `quantity` bought at `stall`; see `Stall.riskPerPiece`.
  package func risk(of quantity: Int, condition: Condition, at stall: Stall, loss: Money) -> Money {
    stall.riskPerPiece(badPartsPerMillion: badPartsPerMillion[condition] ?? 0, loss: loss).times(quantity)
  }
}
