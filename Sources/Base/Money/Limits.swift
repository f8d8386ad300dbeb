/// The ranges in which numbers of the input must lie. Every reader (catalog, boards, price sheets, options, plans) checks
/// against them and reports what lies outside; whatever is behind the readers may rely on them.
///
/// They are far beyond any real purchase, and such that sums of a day fit into 64 bits, in micro-yuan and milligrams:
///
///     one purchase   goods       pieces × unit price  ≤ purchase = 10¹⁵
///                    risk        pieces × loss × factor ≤ purchase (the stock that counts is cut to it: `usableStock`)
///                    mass        pieces × mass        ≤ shipment = 10¹³
///     one day        Σ purchases                      ≤ dayTotal = 10¹⁸   (`dayTotal` is checked before a search)
///                    time        rate × seconds × 9 buyers ≤ 10¹¹ × 86,400 × 9 < 10¹⁷
///                    deliveries  shipping × stalls    ≤ 10¹¹ × 10⁶ = 10¹⁷
///                    charges     oneTimeCost × 16 designs < 10¹⁷
///     together       < 1.4 · 10¹⁸; twice that, as rounding half up needs it, is below 2⁶³ ≈ 9.2 · 10¹⁸
///
/// Quantities and what rounds them up (`minimum`, `multiple`, breaks) are at most 10⁹ each, so that the sum of two fits into
/// 32 bits.
package enum Limits {
  // MARK: Money

  /// Yuan a piece, before the surcharge of an invoice.
  package static let unitPrice = Money.zero...Money(yuan: 1_000_000)
  /// Units of any currency a piece.
  package static let foreignPrice = Money.zero...Money(yuan: 1_000_000_000)
  /// Yuan for a unit of a foreign currency.
  package static let exchangeRate = Money(microYuan: 1)...Money(yuan: 1_000)
  /// What is paid at once for the least quantity of a break.
  package static let purchase = Money.zero...Money(yuan: 1_000_000_000)
  /// What a delivery costs.
  package static let shipping = Money.zero...Money(yuan: 100_000)
  /// What a buyer costs an hour.
  package static let hourlyRate = Money.zero...Money(yuan: 100_000)
  /// What a bad piece costs.
  package static let loss = Money.zero...Money(yuan: 1_000_000)
  /// Cash of a day.
  package static let budget = Money.fen...Money(yuan: 1_000_000_000)
  /// What a design, a tool or a term of a service's price costs.
  package static let oneTimeCost = Money.zero...Money(yuan: 1_000_000)
  /// Everything that a day can cost.
  package static let dayTotal = Money.zero...Money(yuan: 1_000_000_000_000)

  // MARK: Quantities

  /// Pieces: least quantities, multiples, breaks.
  package static let pieces = 1...1_000_000_000
  package static let stock = 0...1_000_000_000
  /// Boards of an order, and equal parts of a line on one board.
  package static let boards = 1...1_000_000
  /// Slots of a board.
  package static let slots = 0...10_000
  package static let joints = 1...1_000_000
  /// Milligrams a piece.
  package static let mass: ClosedRange<Int64> = 0...100_000_000
  /// Milligrams that a buyer carries.
  package static let load: ClosedRange<Int64> = 1...1_000_000_000
  /// Milligrams of one purchase.
  package static let shipment: Int64 = 10_000_000_000_000

  /// Signs of a date code, as sellers write it.
  package static let dateCodeLength = 1...40

  // MARK: Shares

  /// Thousandths of the market's risk that a stall has: a hundredfold at most.
  package static let riskPerMille = 0...100_000
  /// Thousandths of the price that an invoice adds.
  package static let invoicePerMille = 0...1_000

  // MARK: Time

  /// Seconds at a stall, for one visit or one line.
  package static let stallSeconds = 0...86_400
  /// Minutes until a runner is back.
  package static let runnerMinutes = 0...1_440
  package static let shippingDays = 0...365
  /// Days after which a price is stale.
  package static let priceAge = 0...3_650
  /// Milliseconds of a service's work, or of one term of it: about ten years.
  package static let serviceMilliseconds: ClosedRange<Int64> = 0...315_360_000_000

  // MARK: Places

  /// Metres of walking from the start.
  package static let radius = 1...100_000
  /// Metres from a market's origin to a building.
  package static let buildingMetres: ClosedRange<Int64> = -1_000_000...1_000_000
  /// Centimetres of a floor's side, and of a point on it.
  package static let floorCentimetres: ClosedRange<Int64> = 1...1_000_000
  package static let pointCentimetres: ClosedRange<Int64> = 0...1_000_000
  /// Centimetres from a market's origin to a point on the street.
  package static let streetCentimetres: ClosedRange<Int64> = -100_000_000...100_000_000

  // MARK: Boards

  /// Nanometres of a side of a board, a part or an enclosure: the area of the largest is below 2⁶³ square nanometres.
  package static let sideNanometres: ClosedRange<Int64> = 1...2_000_000_000
  /// Square millimetres of a board that a service takes.
  package static let boardArea = 1...4_000_000
  package static let layers = 1...64

  /// Pieces of a stock that a plan may count on, so that no purchase of them exceeds what sums can hold: `stock`, or as many
  /// as `purchase` pays and `shipment` weighs.
  ///
  /// - Parameters:
  ///   - cost: of a piece at its dearest, its risk included.
  ///   - milligrams: of a piece.
  package static func usableStock(_ stock: Int, cost: Money, milligrams: Int64) -> Int {
    min(
      stock, self.stock.upperBound, Int(purchase.upperBound.microYuan / max(1, cost.microYuan)),
      Int(shipment / max(1, milligrams)))
  }
}

extension Money {
  /// Whole yuan.
  package init(yuan: Int64) { self.init(microYuan: yuan * 1_000_000) }
}

extension ClosedRange where Bound == Money {
  /// `from 0.00 to 1000000.00 CNY`.
  package var words: String { "from \(lowerBound.decimal) to \(upperBound.decimal) CNY" }
}

extension ClosedRange where Bound: FixedWidthInteger {
  /// `from 1 to 1000000`.
  package var words: String { "from \(lowerBound) to \(upperBound)" }

  /// Of numbers that are stored in `10^-digits`: `from 0 to 100`.
  package func words(digits: Int) -> String {
    let (least, most) = (Int64(lowerBound), Int64(upperBound))
    return
      "from \(DecimalText.text(least, digits: digits, least: 0)) to \(DecimalText.text(most, digits: digits, least: 0))"
  }
}
