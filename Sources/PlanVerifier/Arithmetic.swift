internal import Base
internal import Electronics
internal import Market

/// The verifier's own sums, in 128 bits: no step of them can overflow on values that a document can hold.
enum Arithmetic {
  /// `numerator / denominator`, rounded half up; the denominator is positive.
  static func roundedHalfUp(_ numerator: Int128, over denominator: Int128) -> Int128 {
    let doubled = 2 * numerator + denominator
    let quotient = doubled / (2 * denominator)
    return doubled < 0 && doubled % (2 * denominator) != 0 ? quotient - 1 : quotient
  }

  /// `numerator / denominator`, rounded up; both are non-negative, the denominator is positive.
  static func roundedUp(_ numerator: Int128, over denominator: Int128) -> Int128 {
    (numerator + denominator - 1) / denominator
  }

  /// The nearest fen, half up.
  static func fen(_ microYuan: Int128) -> Money {
    Money(microYuan: Int64(clamping: roundedHalfUp(microYuan, over: 10_000) * 10_000))
  }

  static func sum(_ amounts: some Sequence<Money>) -> Money {
    Money(microYuan: Int64(clamping: amounts.reduce(Int128(0)) { $0 + Int128($1.microYuan) }))
  }

  /// `base + max(minimum, ceil(base × perMille / 1000))` with
  /// `base = ceil(Σ (count × max(boards × (1000 + sparesPerMille), 1000 × minimumSets) − 1000 × pieces on hand) / 1000)`.
  static func need(of slots: [SlotFacts], boards: Int, attrition: Attrition?) -> Int {
    let thousandths = slots.reduce(Int128(0)) {
      $0 + Int128($1.count)
        * max(Int128(boards) * Int128(1000 + $1.sparesPerMille), 1000 * Int128($1.minimumSets))
        - 1000 * Int128($1.piecesOnHand)
    }
    let base = roundedUp(max(0, thousandths), over: 1000)
    guard let attrition, base > 0 else { return Int(clamping: base) }
    return Int(
      clamping: base + max(Int128(attrition.minimum), roundedUp(base * Int128(attrition.perMille), over: 1000)))
  }

  /// The unit price of the highest break that `quantity` reaches, with the invoice surcharge where one is due; nil where
  /// no break is reached.
  static func unitPrice(of offer: Offer, at stall: Stall, quantity: Int, invoice: Bool) -> Money? {
    let reached = offer.breaks.filter { $0.from <= quantity }.max { $0.from < $1.from }
    guard let reached else { return nil }
    let surcharge = invoice && !offer.taxIncluded ? stall.invoicePerMille : 0
    let price = roundedHalfUp(Int128(reached.unitPrice.microYuan) * Int128(1000 + surcharge), over: 1000)
    return Money(microYuan: Int64(clamping: price))
  }

  /// `quantity × unit price`, rounded to the fen once.
  static func amount(_ quantity: Int, at unitPrice: Money) -> Money {
    fen(Int128(quantity) * Int128(unitPrice.microYuan))
  }

  /// `quantity × riskPerUnit` to the fen, with `riskPerUnit = loss × ppm × riskPerMille / 10⁹` to the micro-yuan.
  static func risk(of quantity: Int, loss: Money, badPerMillion: Int, stallPerMille: Int) -> Money {
    let perUnit = roundedHalfUp(
      Int128(loss.microYuan) * Int128(badPerMillion) * Int128(stallPerMille), over: 1_000_000_000)
    return fen(Int128(quantity) * perUnit)
  }

  /// `rate × seconds / 3600`, to the fen.
  static func timeCost(_ ratePerHour: Money, seconds: Int) -> Money {
    fen(roundedHalfUp(Int128(ratePerHour.microYuan) * Int128(seconds), over: 36_000_000) * 10_000)
  }

  /// A service's formula over a board's work, rounded half up once, in the formula's own unit.
  static func value(of formula: ServiceFormula, boards: Int, work: WorkFacts) -> Int128 {
    let boards = Int128(boards)
    let hundredths =
      100 * (Int128(formula.base) + Int128(formula.perBoard) * boards)
      + Int128(formula.perAreaLayer) * Int128(work.area) * Int128(work.layers) * boards
      + 100 * Int128(formula.perJoint) * Int128(work.joints) * boards
      + 100 * Int128(formula.perSide) * Int128(work.sides)
    return max(Int128(formula.minimum), roundedHalfUp(hundredths, over: 100))
  }
}
