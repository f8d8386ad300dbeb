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
///
/// From there prices follow subgradients: any prices at all bound a plan by `Σ v(i) + Σ min(0, slack(s))`, since a plan gives
/// each stall that it visits `slack(s)` at most to lose (Lagrangian relaxation; Held, Wolfe, Crowder 1974,
/// doi:10.1007/BF01580223). A stall whose slack is below 0 is in that sum already, and visiting it adds nothing.
package struct StallDual {
  /// `Σ v(i)`, less what stalls lack.
  package private(set) var value: Int64 = 0
  /// `v(i)`.
  package private(set) var price: [Int64]
  /// By stall number; meaningful for stalls that some slot names. The less, the more the stall has to offer.
  package private(set) var slack: [Int64]

  /// No plan that visits `stall` costs less.
  package func floor(through stall: Int) -> Int64 { value + max(0, slack[stall]) }

  private static let rounds = 24

  /// - Parameter fixed: `f(s)` by stall number.
  ///
  /// O((rounds + steps) × stalls that the slots name).
  package init(_ slots: ReductionSlots, fixed: [Int64]) {
    slack = fixed
    price = (0..<slots.slotCount).map { slot in slots.entries(of: slot).first.map { slots.cost[$0] } ?? 0 }
    for round in 0..<Self.rounds {
      for slot in 0..<slots.slotCount { raise(slot, slots, share: Int64(Self.rounds - round)) }
    }
    value = price.reduce(0, +)
    climb(slots, fixed: fixed)
  }

  private static let steps = 200
  /// Steps without a gain after which the step shrinks and starts again from the best prices.
  private static let patience = 10

  /// Moves all prices at once along smoothed subgradients and keeps the best. O(steps × stalls that the slots name).
  private mutating func climb(_ slots: ReductionSlots, fixed: [Int64]) {
    let floor = (0..<slots.slotCount).reduce(Int64(0)) { sum, slot in
      sum + (slots.entries(of: slot).first.map { slots.cost[$0] } ?? 0)
    }
    var reach = Double(value - floor) / 10
    var best = (price: price, slack: slack)
    var direction = [Double](repeating: 0, count: slots.slotCount)
    var idle = 0
    for _ in 0..<Self.steps {
      let sum = weigh(slots, fixed: fixed)
      if sum > value {
        value = sum
        best = (price, slack)
        idle = 0
      } else {
        idle += 1
      }
      var present = sum
      if idle == Self.patience {
        idle = 0
        reach *= 0.6
        price = best.price
        present = weigh(slots, fixed: fixed)
        for slot in direction.indices { direction[slot] = 0 }
      }
      var length = 0.0
      for slot in direction.indices where !slots.entries(of: slot).isEmpty {
        direction[slot] = 0.7 * direction[slot] + Double(1 - sellers(slot, slots))
        length += direction[slot] * direction[slot]
      }
      guard length > 0, reach >= 1 else { break }
      let step = (reach + Double(value - present)) / length
      for slot in direction.indices { price[slot] += Int64((step * direction[slot]).rounded()) }
    }
    (price, slack) = best
  }

  /// Sets every stall's slack under the present prices and returns the bound that they give.
  private mutating func weigh(_ slots: ReductionSlots, fixed: [Int64]) -> Int64 {
    for stall in slack.indices { slack[stall] = fixed[stall] }
    for slot in 0..<slots.slotCount {
      for entry in slots.entries(of: slot) {
        let cost = slots.cost[entry]
        if cost >= price[slot] { break }
        slack[Int(slots.stall[entry])] -= price[slot] - cost
      }
    }
    return price.reduce(0, +) + slack.reduce(0) { $0 + min(0, $1) }
  }

  /// Stalls that would be visited under the present prices and sell the slot for less than its own.
  private func sellers(_ slot: Int, _ slots: ReductionSlots) -> Int {
    var count = 0
    for entry in slots.entries(of: slot) {
      if slots.cost[entry] >= price[slot] { break }
      if slack[Int(slots.stall[entry])] < 0 { count += 1 }
    }
    return count
  }

  private mutating func raise(_ slot: Int, _ slots: ReductionSlots, share: Int64) {
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
