/// A lower bound over all stalls of a market at once, and what each stall adds to it.
///
/// Walks left out, a plan pays `f(s)` once for every stall `s` that it visits and `c(i, s)` for every slot `i` that it buys
/// there. For any prices `v(i)` of slots with
///
///     slack(s) = f(s) − Σ over i: max(0, v(i) − c(i, s))  ≥ 0        for every stall s
///
/// no plan costs less than `Σ v(i)`, and none that visits `s` less than `Σ v(i) + slack(s)`: each slot that is bought at `s`
/// pays at least `v(i)` less what it takes from `s`, and `s` has `f(s)` to give (weak duality of the uncapacitated facility
/// location problem; Erlenkotter 1978, doi:10.1287/opre.26.6.992). The prices are raised slot by slot, a share of what is left
/// at a time, so that no slot takes all.
public struct StallDual {
  /// `Σ v(i)`.
  public private(set) var value: Int64 = 0
  /// `v(i)`.
  public private(set) var price: [Int64]
  /// By stall number; meaningful for stalls that some slot names.
  public private(set) var slack: [Int64]

  private static let rounds = 24

  /// - Parameter fixed: `f(s)` by stall number.
  ///
  /// O(rounds × stalls that the slots name).
  public init(_ slots: ExcerptSlots, fixed: [Int64]) {
    slack = fixed
    price = (0..<slots.slotCount).map { slot in slots.entries(of: slot).first.map { slots.cost[$0] } ?? 0 }
    for round in 0..<Self.rounds {
      for slot in 0..<slots.slotCount { raise(slot, slots, share: Int64(Self.rounds - round)) }
    }
    value = price.reduce(0, +)
  }

  private mutating func raise(_ slot: Int, _ slots: ExcerptSlots, share: Int64) {
    let entries = slots.entries(of: slot)
    guard !entries.isEmpty else { return }
    let now = price[slot]
    var most = Int64.max
    for entry in entries {
      let cost = slots.cost[entry]
      if cost >= most { break }
      most = min(most, max(now, cost) + slack[Int(slots.stall[entry])])
    }
    let next = now + (most - now + share - 1) / share
    guard next > now else { return }
    for entry in entries {
      let cost = slots.cost[entry]
      if cost >= next { break }
      slack[Int(slots.stall[entry])] -= next - max(now, cost)
    }
    price[slot] = next
  }
}
