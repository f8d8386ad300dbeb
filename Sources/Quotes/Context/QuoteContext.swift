package import Base
package import Market

/// A line that sellers were asked about.
package struct WantedLine: Sendable, Hashable {
  package var mpn: String
  /// Empty where it is not known.
  package var maker: String
  /// What sellers may write in place of the number: `100nF`, `10k`; empty for parts that are known by number alone.
  package var value: String
  /// `0603`, `SOP-16`; empty where it is not known.
  package var package: String
  /// Pieces that are needed; nil where nobody said.
  package var need: Int?
  /// What lists ask for a piece, from the best break to the first; nil where no list has the part.
  package var listPrice: ClosedRange<Money>?
  /// Lines of one group are alternatives for the same need: where words mean several of them, the first stands for all.
  package var group: Int?

  package init(
    mpn: String, maker: String = "", value: String = "", package: String = "", need: Int? = nil,
    listPrice: ClosedRange<Money>? = nil, group: Int? = nil
  ) {
    self.group = group
    self.mpn = mpn
    self.maker = maker
    self.value = value
    self.package = package
    self.need = need
    self.listPrice = listPrice
  }
}

/// A part that was not asked for and that catalog or lists know.
package struct KnownPart: Sendable, Hashable {
  package var mpn: String
  package var listPrice: ClosedRange<Money>?

  package init(mpn: String, listPrice: ClosedRange<Money>? = nil) {
    self.mpn = mpn
    self.listPrice = listPrice
  }
}

/// What an answer is read against.
package struct QuoteContext: Sendable {
  /// The lines that were asked for, in the order of the ask.
  package var lines: [WantedLine]
  /// Finds a part by its number, letters' case aside; nil for numbers that nothing knows.
  package var known: @Sendable (String) -> KnownPart?
  /// Yuan a unit, by currency, where the user states rates.
  package var rates: [String: ExchangeRate]
  /// Tenths of a list's best price below which, and of its first price above which, a price is asked about.
  package var leastTenths: Int
  package var mostTenths: Int

  /// A fifth of the best list price to five times the first: between original goods at a shop and pulled ones at a counter lies a
  /// factor of two to four, and the slips that matter (a missing point, a price for ten) are a factor of ten.
  package static let usualLeastTenths = 2
  package static let usualMostTenths = 50

  package init(
    lines: [WantedLine], rates: [String: ExchangeRate] = [:], leastTenths: Int = usualLeastTenths,
    mostTenths: Int = usualMostTenths, known: @escaping @Sendable (String) -> KnownPart? = { _ in nil }
  ) {
    self.lines = lines
    self.rates = rates
    self.leastTenths = leastTenths
    self.mostTenths = mostTenths
    self.known = known
  }

  /// The prices that are taken without a question, for a part with such list prices.
  func plausible(_ list: ClosedRange<Money>) -> ClosedRange<Money> {
    let least = Int128(list.lowerBound.microYuan) * Int128(leastTenths) / 10
    let most = Int128(list.upperBound.microYuan) * Int128(mostTenths) / 10
    return Money(microYuan: Int64(clamping: least))...Money(microYuan: Int64(clamping: max(least, most)))
  }
}
