/// A small random generator whose numbers are the same on every platform.
///
/// Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014), doi:10.1145/2660193.2660195.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A generator of its own for item `index` of a stream named `name`, so that one item's draws never move another's.
  package init(seed: UInt64, name: String, index: Int) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.init(seed: seed ^ hash)
    state = next() &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15
    state = next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0..<bound; the bias is below bound / 2⁶⁴.
  package mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "bound \(bound) leaves no number")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  package mutating func chance(perMille: Int) -> Bool { below(1_000) < perMille }

  /// A position of `cumulative` (ascending running sums), with the chance of its share. O(log count).
  package mutating func pick(cumulative: [Int]) -> Int {
    let target = below(cumulative[cumulative.count - 1])
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
