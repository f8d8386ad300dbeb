internal import Base

/// A small, fast random generator, seeded by (seed, lane), so that every lane has a sequence of its own.
///
/// It lives beside the loops that call it: what another module declares is not inlined into them.
///
/// xoshiro256** by Blackman and Vigna (2018), seeded through SplitMix64; doi:10.1145/3460772.
struct Generator: RandomNumberGenerator, Sendable {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  init(seed: UInt64, lane: Int) {
    var source = SplitMix64(seed: seed &+ UInt64(lane) &* 0xd134_2543_de82_ef95)
    (a, b, c, d) = (source.next(), source.next(), source.next(), source.next())
  }

  @inline(__always)
  mutating func next() -> UInt64 {
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
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// A number in [0, 1).
  @inline(__always)
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
