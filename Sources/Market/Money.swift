/// An amount in micro-yuan. All arithmetic on money is integer arithmetic.
public struct Money: Sendable, Hashable, Comparable, Codable, AdditiveArithmetic {
  public var microYuan: Int64

  public init(microYuan: Int64) { self.microYuan = microYuan }

  public static let zero = Money(microYuan: 0)
  /// One fen, the least amount that is paid.
  public static let fen = Money(microYuan: 10_000)

  public static func < (left: Money, right: Money) -> Bool { left.microYuan < right.microYuan }
  public static func + (left: Money, right: Money) -> Money { Money(microYuan: left.microYuan + right.microYuan) }
  public static func - (left: Money, right: Money) -> Money { Money(microYuan: left.microYuan - right.microYuan) }

  /// The nearest multiple of a fen, half up. An amount is rounded once, when it is paid.
  public var roundedToFen: Money {
    let unit = Money.fen.microYuan
    let shifted = microYuan + unit / 2
    let floored = shifted >= 0 ? shifted / unit : (shifted - unit + 1) / unit
    return Money(microYuan: floored * unit)
  }
}
