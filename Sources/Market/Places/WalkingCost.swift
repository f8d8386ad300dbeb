/// The cost of a way: its effort first, its length to break ties, in one integer that adds and compares as the pair does.
///
/// Effort is in millimetres of walking: the length plus what could be walked while waiting (`wait × speed`). It is an
/// exact integer, so it is a metric; seconds are `⌈effort / speed⌉`, and since `⌈x + y⌉ ≤ ⌈x⌉ + ⌈y⌉`, rounded seconds keep
/// the triangle inequality.
///
/// The upper bits hold the effort, the lower 31 the length in centimetres. A length is at most a tenth of its effort, so
/// the lower part of a sum of a few reachable ways never carries into the upper.
struct WalkingCost: Comparable, Sendable {
  var packed: Int64

  static let zero = WalkingCost(packed: 0)
  /// No way. Three of these add up without overflow; a way of more than 2²⁹ mm of effort (530 km) counts as none.
  static let unreachable = WalkingCost(packed: 1 << 60)

  init(packed: Int64) { self.packed = packed }

  init(centimetres: Int, waitSeconds: Int = 0, speed: Int) {
    packed = Int64(centimetres * 10 + waitSeconds * speed) << 31 | Int64(centimetres)
  }

  var isReachable: Bool { packed < WalkingCost.unreachable.packed }
  var effort: Int { Int(packed >> 31) }
  var centimetres: Int { Int(packed & 0x7FFF_FFFF) }

  func seconds(speed: Int) -> Int { (effort + speed - 1) / speed }

  func leg(speed: Int) -> WalkingLeg { WalkingLeg(seconds: seconds(speed: speed), centimetres: centimetres) }

  static func < (left: WalkingCost, right: WalkingCost) -> Bool { left.packed < right.packed }
  static func + (left: WalkingCost, right: WalkingCost) -> WalkingCost {
    WalkingCost(packed: left.packed + right.packed)
  }
}
