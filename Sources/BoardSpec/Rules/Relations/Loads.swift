internal import Electronics

/// What slots draw from rails.
enum Loads {
  /// Whether a slot's peaks count, or what it draws when it works.
  enum Kind {
    case continuous, burst, average
  }

  /// What each slot under a rail adds to the rail's current, in nanoamperes of the rail.
  ///
  /// The slot's own `draw` and `burst` stand above what the part states. A burst is at least the continuous current; where
  /// only the burst is known it counts for both.
  static func shares(of rail: Rail, _ kind: Kind, on board: RuledBoard) -> [Relation.Share] {
    board.tree(under: rail).flatMap { branch in
      board.consumers(of: branch.rail).compactMap { slot in share(slot, kind, branch.perAmpere, on: board) }
    }
  }

  /// Whether any slot under a rail draws more at its peaks than when it works.
  static func hasBursts(under rail: Rail, on board: RuledBoard) -> Bool {
    board.tree(under: rail).contains { branch in
      board.consumers(of: branch.rail).contains { slot in
        board.use(slot).burst != nil || board.states(slot, "burst-current")
      }
    }
  }

  private static func share(_ slot: Int, _ kind: Kind, _ perAmpere: QuantityRange, on board: RuledBoard)
    -> Relation.Share?
  {
    let use = board.use(slot)
    let states = board.states(slot, "operating-current") || board.states(slot, "burst-current")
    let isLoad = states || !board.kinds[slot].isDisjoint(with: PartKinds.supplied)
    guard use.draw != nil || use.burst != nil || isLoad else { return nil }
    let count = Int64(board.board.slots[slot].count)
    let duty = kind == .average ? use.dutyPerMille : 1000
    return Relation.Share(
      term: .init(slot: slot, reads: ["operating-current", "burst-current"])
    ) { part in
      let continuous = use.draw ?? part.quantity("operating-current") ?? use.burst
      let burst = use.burst ?? part.quantity("burst-current")
      let drawn: Quantity?
      if kind == .burst, let burst {
        drawn = Quantity(.current, stored: max(burst.stored, continuous?.stored ?? 0))
      } else {
        drawn = continuous ?? burst
      }
      guard let drawn else { return .unknown("operating-current") }
      let current = (QuantityRange(drawn) * perAmpere).scaled(perMille: duty)
      return .known(Int64(clamping: Int128(max(0, current.upper)) * Int128(count)))
    }
  }
}

extension Relation.Share {
  /// The current that a source can give, less what must stay unused.
  static func capacity(of source: Int, rail: Rail, parent: Rail?) -> Relation.Share {
    .init(term: .init(slot: source, reads: rating + ["category"])) { part in
      guard let current = part.ratedCurrent(rail: rail, parent: parent) else { return .unknown(part.ratingName) }
      return .known(max(0, Int64(Int128(current) * Int128(1000 - min(rail.marginPerMille, 1000)) / 1000)))
    }
  }

  static let rating = ["current", "output-current", "discharge-limit", "switch-current"]
}

extension Part {
  /// The parameter that tells how much current a part of this kind can give.
  var ratingName: String {
    switch category {
    case "cell": "discharge-limit"
    case "power-bank-soc": "output-current"
    case "boost": parameters["current"] == nil ? "switch-current" : "current"
    default: "current"
    }
  }

  /// Nanoamperes that the part can give to a rail; nil where it does not say. Of a boost converter with a rated switch, what
  /// is left at the lowest input: `I switch × V in / V out × efficiency`.
  func ratedCurrent(rail: Rail, parent: Rail?) -> Int64? {
    guard let rated = quantity(ratingName) else { return nil }
    guard ratingName == "switch-current" else { return rated.stored }
    guard let parent, rail.range.lower > 0 else { return nil }
    let output = QuantityRange(rated) * (parent.range / rail.range) * RuledBoard.switchingEfficiency
    return output.lower
  }
}

/// How currents are written in messages.
func currentText(_ nanoamperes: Int64) -> String { Quantity(.current, stored: nanoamperes).rounded }

extension Quantity {
  /// With at most three digits that count, for messages.
  var rounded: String {
    var step: Int64 = 1
    while stored.magnitude / UInt64(step) >= 10_000 { step *= 10 }
    return Quantity(dimension, stored: stored / step * step).description
  }
}
