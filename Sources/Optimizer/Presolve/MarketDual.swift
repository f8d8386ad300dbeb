/// A lower bound over more markets than an instance could hold, and what each market adds to it: by it `Planning` leaves out
/// markets before an instance is built, and states what is proven about plans that visit them.
///
/// Walks left out, a plan pays `f(m)` once for every market `m` that it visits and `c(i, m)` for every slot `i` that it buys
/// there. For any prices `v(i)` of slots with
///
///     slack(m) = f(m) − Σ over i: max(0, v(i) − c(i, m))  ≥ 0        for every market m
///
/// no plan costs less than `Σ v(i)`, and none that visits `m` less than `Σ v(i) + slack(m)`: the reduced costs taken from
/// market `m` sum to at most `f(m)` (weak duality of the uncapacitated facility location problem; Erlenkotter 1978,
/// doi:10.1287/opre.26.6.992). The prices are raised slot by slot, a share of what is left at a time, so that no slot takes
/// all.
///
/// From there prices follow subgradients: any prices at all bound a plan by `Σ v(i) + Σ min(0, slack(m))`, since no market
/// takes more off a plan than its slack is below 0 (Lagrangian relaxation; Held, Wolfe, Crowder 1974,
/// doi:10.1007/BF01580223). A market whose slack is below 0 is in that sum already, and visiting it adds nothing.
///
/// `DualAscent` bounds an instance with limited supply and legs in a few passes; here supply is unlimited, legs are left out,
/// and the time goes into many passes over few numbers.
package struct MarketDual {
  /// `Σ v(i)`, less what markets lack.
  package private(set) var value: Int64 = 0
  /// `v(i)`.
  package private(set) var price: [Int64]
  /// By market; meaningful for markets that some slot names. The less, the more the market has to offer.
  package private(set) var slack: [Int64]

  /// No plan that visits `market` costs less.
  package func floor(through market: Int) -> Int64 { value + max(0, slack[market]) }

  /// No plan that visits a market which `costs` names and `kept` does not hold costs less; nil where there is no such market.
  package func floor(outside kept: Set<Int32>, _ costs: MarketCosts) -> Int64? {
    Set(costs.market).subtracting(kept).map { floor(through: Int($0)) }.min()
  }

  private static let rounds = 24

  /// - Parameter fixed: `f(m)` by market.
  ///
  /// Complexity: O((rounds + steps) × entries).
  package init(_ costs: MarketCosts, fixed: [Int64]) {
    slack = fixed
    price = (0..<costs.slotCount).map { slot in costs.entries(of: slot).first.map { costs.cost[$0] } ?? 0 }
    for round in 0..<Self.rounds {
      for slot in 0..<costs.slotCount { raise(slot, costs, share: Int64(Self.rounds - round)) }
    }
    value = price.reduce(0, +)
    climb(costs, fixed: fixed)
  }

  private static let steps = 200
  /// Steps without a gain after which the step shrinks and starts again from the best prices.
  private static let stepsWithoutGain = 10

  /// Moves all prices at once along smoothed subgradients and keeps the best. Complexity: O(steps × entries).
  private mutating func climb(_ costs: MarketCosts, fixed: [Int64]) {
    let floor = (0..<costs.slotCount).reduce(Int64(0)) { sum, slot in
      sum + (costs.entries(of: slot).first.map { costs.cost[$0] } ?? 0)
    }
    var reach = Double(value - floor) / 10
    var best = (price: price, slack: slack)
    var direction = [Double](repeating: 0, count: costs.slotCount)
    var idle = 0
    for _ in 0..<Self.steps {
      let sum = weigh(costs, fixed: fixed)
      if sum > value {
        value = sum
        best = (price, slack)
        idle = 0
      } else {
        idle += 1
      }
      var present = sum
      if idle == Self.stepsWithoutGain {
        idle = 0
        reach *= 0.6
        price = best.price
        present = weigh(costs, fixed: fixed)
        for slot in direction.indices { direction[slot] = 0 }
      }
      var length = 0.0
      for slot in direction.indices where !costs.entries(of: slot).isEmpty {
        direction[slot] = 0.7 * direction[slot] + Double(1 - sellers(slot, costs))
        length += direction[slot] * direction[slot]
      }
      guard length > 0, reach >= 1 else { break }
      let step = (reach + Double(value - present)) / length
      for slot in direction.indices { price[slot] += Int64((step * direction[slot]).rounded()) }
    }
    (price, slack) = best
  }

  /// Sets every market's slack under the present prices and returns the bound that they give.
  private mutating func weigh(_ costs: MarketCosts, fixed: [Int64]) -> Int64 {
    for market in slack.indices { slack[market] = fixed[market] }
    for slot in 0..<costs.slotCount {
      for entry in costs.entries(of: slot) {
        let cost = costs.cost[entry]
        if cost >= price[slot] { break }
        slack[Int(costs.market[entry])] -= price[slot] - cost
      }
    }
    return price.reduce(0, +) + slack.reduce(0) { $0 + min(0, $1) }
  }

  /// Markets that would be visited under the present prices and sell the slot for less than its own.
  private func sellers(_ slot: Int, _ costs: MarketCosts) -> Int {
    var count = 0
    for entry in costs.entries(of: slot) {
      if costs.cost[entry] >= price[slot] { break }
      if slack[Int(costs.market[entry])] < 0 { count += 1 }
    }
    return count
  }

  private mutating func raise(_ slot: Int, _ costs: MarketCosts, share: Int64) {
    let entries = costs.entries(of: slot)
    guard !entries.isEmpty else { return }
    let now = price[slot]
    var most = Int64.max
    for entry in entries {
      let cost = costs.cost[entry]
      if cost >= most { break }
      most = min(most, max(now, cost) + slack[Int(costs.market[entry])])
    }
    let next = now + (most - now + share - 1) / share
    guard next > now else { return }
    for entry in entries {
      let cost = costs.cost[entry]
      if cost >= next { break }
      slack[Int(costs.market[entry])] -= next - max(now, cost)
    }
    price[slot] = next
  }
}
