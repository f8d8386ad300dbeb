package import Electronics

/// How a slot's part is used on the board: what rules need to know beside what the part is.
package struct SlotUse: Sendable, Hashable {
  /// Rails that feed it, the one that carries its current first.
  package var rails: [Mention]
  /// What each piece draws when it works, and at its peaks; the part's own figures where absent.
  package var draw: Quantity?
  package var burst: Quantity?
  /// Share of the time in which it works, in thousandths.
  package var dutyPerMille: Int
  /// The land pattern of the layout: the package that fits on it.
  package var footprint: Mention?
  /// The slot that it plugs into.
  package var mate: Mention?

  package init(
    rails: [Mention] = [], draw: Quantity? = nil, burst: Quantity? = nil, dutyPerMille: Int = 1000,
    footprint: Mention? = nil, mate: Mention? = nil
  ) {
    self.rails = rails
    self.draw = draw
    self.burst = burst
    self.dutyPerMille = dutyPerMille
    self.footprint = footprint
    self.mate = mate
  }
}
