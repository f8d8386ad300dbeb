/// What must hold after every step of the search. Compiled under `CHECK_INVARIANTS`, which debug builds define; release builds
/// carry none of it.
extension SearchState {
  /// Steps between two looks: what is looked at costs more than a step.
  static var invariantInterval: Int { 32 }

  #if CHECK_INVARIANTS
    mutating func checkInvariants() {
      routes.checkInvariants()
      goods.checkInvariants()
      for market in goods.visited.indices {
        let isOnWalk = routes.owner[market] >= 0
        precondition(
          goods.visited[market] == isOnWalk, "market \(market) is on a walk: \(isOnWalk), visited: \(!isOnWalk)")
      }
    }
  #endif
}

#if CHECK_INVARIANTS
  extension Routes {
    /// Every market of a walk stands in it once and names its buyer; kept insertion costs are those that a look at all walks
    /// finds. Complexity: O(markets × stops).
    fileprivate mutating func checkInvariants() {
      var found = [Int32](repeating: -1, count: owner.count)
      for buyer in 0..<rows {
        for market in markets(of: buyer) {
          precondition(found[Int(market)] < 0, "market \(market) is visited twice")
          found[Int(market)] = Int32(buyer)
          let isRemote = problem.instance.isRemote[Int(market)]
          precondition(isRemote == (buyer == desk), "market \(market) is remote: \(isRemote), and in row \(buyer)")
        }
        if buyer == desk { continue }
        precondition(
          place(buyer, counts[buyer] + 1) == problem.instance.endPlace(of: buyer), "walk \(buyer) ends elsewhere")
      }
      precondition(found == owner, "owners \(owner) are not those of the walks, \(found)")
      for market in owner.indices where owner[market] < 0 && insertions.before[market] >= 0 {
        let kept = insertionCost(of: market)
        let (before, buyer) = (Int(insertions.before[market]), Int(insertions.buyer[market]))
        insertions.set(market, cost: 0, before: -1, buyer: -1)
        let fresh = insertionCost(of: market)
        precondition(kept == fresh, "market \(market) goes in at \(fresh), not \(kept)")
        // Of places that cost the same the first that was found stays.
        insertions.set(market, cost: Int(insertions.cost[market]), before: before, buyer: buyer)
      }
    }
  }

  extension SelectionCost {
    /// Values and worths are those of one that comes to the same markets afresh. Demands whose slots share products are
    /// priced from the choice they had, so that tables with them are left out.
    ///
    /// What is to be priced anew is left for the step that asks for it: its work is counted there.
    fileprivate mutating func checkInvariants() {
      guard isFresh else { return }
      guard !problem.demands.kind.contains(.general) else { return }
      var fresh = SelectionCost(problem)
      for market in visited.indices where visited[market] { fresh.toggle(market) }
      fresh.refresh()
      precondition(fresh.total == total, "goods cost \(fresh.total), not \(total)")
      precondition(fresh.value == value, "values \(value) should be \(fresh.value)")
      precondition(fresh.worth == worth, "worths \(worth) should be \(fresh.worth)")
    }
  }
#endif
