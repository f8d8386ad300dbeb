/// An amount in micro-yuan. All arithmetic on money is integer arithmetic. `Limits` keep every sum of a day within 64 bits; a sum
/// of what a foreign document holds stops at their ends instead of ending the program.
package struct Money: Sendable, Hashable, Comparable, Codable, AdditiveArithmetic {
  package var microYuan: Int64

  package init(microYuan: Int64) { self.microYuan = microYuan }

  package static let zero = Money(microYuan: 0)
  /// One fen, the least amount that is paid.
  package static let fen = Money(microYuan: 10_000)

  package static func < (left: Money, right: Money) -> Bool { left.microYuan < right.microYuan }
  package static func + (left: Money, right: Money) -> Money { sum(left.microYuan, right.microYuan) }
  package static func - (left: Money, right: Money) -> Money { sum(left.microYuan, 0 - Int128(right.microYuan)) }

  private static func sum(_ left: Int64, _ right: some BinaryInteger) -> Money {
    Money(microYuan: Int64(clamping: Int128(left) + Int128(right)))
  }

  /// The nearest multiple of a fen, half up. An amount is rounded once, when it is paid.
  package var roundedToFen: Money {
    let unit = Int128(Money.fen.microYuan)
    let doubled = 2 * Int128(microYuan) + unit
    let quotient = doubled / (2 * unit) - (doubled < 0 && doubled % (2 * unit) != 0 ? 1 : 0)
    return Money(microYuan: Int64(clamping: quotient * unit))
  }
}
