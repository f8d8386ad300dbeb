/// A small, fast random generator, seeded by (seed, lane), so that every lane has a sequence of its own.
///
/// xoshiro256** by Blackman and Vigna (2018), seeded through SplitMix64; doi:10.1145/3460772.
package struct Generator: RandomNumberGenerator, Sendable {
  @usableFromInline package var a: UInt64
  @usableFromInline package var b: UInt64
  @usableFromInline package var c: UInt64
  @usableFromInline package var d: UInt64

  package init(seed: UInt64, lane: Int) {
    var source = SplitMix64(seed: seed &+ UInt64(lane) &* 0xd134_2543_de82_ef95)
    (a, b, c, d) = (source.next(), source.next(), source.next(), source.next())
  }

  @inlinable @inline(__always)
  package mutating func next() -> UInt64 {
    let scrambled = b &* 5
    let result = ((scrambled << 7) | (scrambled >> 57)) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 45) | (d >> 19)
    return result
  }

  /// A number in `0..<bound`, by multiplication; the bias is below `bound / 2⁶⁴`.
  @inlinable @inline(__always)
  package mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// A number in [0, 1).
  @inlinable @inline(__always)
  package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
