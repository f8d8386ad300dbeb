/// An amount in micro-yuan. All arithmetic on money is integer arithmetic.
package struct Money: Sendable, Hashable, Comparable, Codable, AdditiveArithmetic {
  package var microYuan: Int64

  package init(microYuan: Int64) { self.microYuan = microYuan }

  package static let zero = Money(microYuan: 0)
  /// One fen, the least amount that is paid.
  package static let fen = Money(microYuan: 10_000)

  package static func < (left: Money, right: Money) -> Bool { left.microYuan < right.microYuan }
  package static func + (left: Money, right: Money) -> Money { Money(microYuan: left.microYuan + right.microYuan) }
  package static func - (left: Money, right: Money) -> Money { Money(microYuan: left.microYuan - right.microYuan) }

  /// The nearest multiple of a fen, half up. An amount is rounded once, when it is paid.
  package var roundedToFen: Money {
    let unit = Money.fen.microYuan
    let shifted = microYuan + unit / 2
    let floored = shifted >= 0 ? shifted / unit : (shifted - unit + 1) / unit
    return Money(microYuan: floored * unit)
  }
}
