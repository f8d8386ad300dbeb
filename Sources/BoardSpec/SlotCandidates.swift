package import Electronics

/// The parts that may fill a slot.
package struct SlotCandidates: Sendable {
  /// Parts that meet at least one of the slot's requirements, by number and maker, each once.
  package let parts: [Part]
  /// For each requirement that no part meets, in the order of the slot, why not.
  package let misses: [RequirementMiss]

  /// Looks a slot's candidates up. O(parts of the categories asked for × conditions). Throws what the context throws.
  package init(of slot: Slot, in context: any SpecContext) throws {
    var found: [PartID: Part] = [:]
    var misses: [RequirementMiss] = []
    for requirement in slot.requirements {
      let pool = try requirement.pool(in: context)
      let matching = pool.filter { requirement.matches($0) }
      for part in matching { found[part.id] = part }
      if matching.isEmpty { misses.append(RequirementMiss(requirement, pool: pool)) }
    }
    parts = found.values.sorted { $0.id < $1.id }
    self.misses = misses
  }

  /// The candidates of every slot, those of slots that ask for the same looked up once. Throws what the context throws.
  package static func all(of board: Board, in context: any SpecContext) throws -> BoardCandidates {
    var found: [[RequirementKey]: SlotCandidates] = [:]
    return try all(of: board, in: context, found: &found)
  }

  /// The same for one of several boards, with what was looked up for the others.
  static func all(
    of board: Board, in context: any SpecContext, found: inout [[RequirementKey]: SlotCandidates]
  ) throws -> BoardCandidates {
    var known: [[RequirementKey]: Int] = [:]
    var all = BoardCandidates(slots: [], groups: [])
    for slot in board.slots {
      let key = slot.requirements.map { RequirementKey($0) }
      if let first = known[key], !all.slots[first].parts.isEmpty {
        all.slots.append(all.slots[first])
        all.groups.append(first)
        continue
      }
      known[key] = all.slots.count
      all.groups.append(all.slots.count)
      if let before = found[key], !before.parts.isEmpty {
        all.slots.append(before)
      } else {
        let candidates = try SlotCandidates(of: slot, in: context)
        found[key] = candidates
        all.slots.append(candidates)
      }
    }
    return all
  }

  /// What a requirement asks for, wherever it is written.
  struct RequirementKey: Hashable {
    var words: [String?]
    var parameters: [String]
    var tests: [ParameterCondition.Test]

    init(_ requirement: PartRequirement) {
      words = [requirement.mpn, requirement.maker, requirement.category]
      parameters = requirement.conditions.map(\.parameter)
      tests = requirement.conditions.map(\.test)
    }
  }
}

/// The candidates of a board's slots.
package struct BoardCandidates: Sendable {
  package var slots: [SlotCandidates]
  /// For each slot the first one with the same candidates, so that what holds for one is worked out once.
  package var groups: [Int]
}

extension PartRequirement {
  /// The parts among which the conditions choose: those of the number or the category, from the maker where one is named.
  func pool(in context: any SpecContext) throws -> [Part] {
    let parts: [Part]
    if let mpn {
      parts = try context.parts(mpn: mpn)
    } else if let category {
      parts = try context.parts(category: category)
    } else {
      parts = []
    }
    return parts.filter { (maker == nil || $0.id.maker == maker) && (category == nil || $0.category == category) }
  }
}

/// Why no part meets a requirement.
package struct RequirementMiss: Sendable {
  /// The cause, from the bluntest to the finest.
  package enum Cause: Sendable {
    /// The catalog has no such part at all.
    case nothingOfTheKind
    /// One condition that no part of the kind meets, with the values that parts have.
    case condition(ParameterCondition, known: [ParameterValue])
    /// Each condition is met by some part, but no part meets all; the part that comes closest, and what it fails.
    case combination(nearest: Part, fails: [ParameterCondition])
  }

  package let requirement: PartRequirement
  package let cause: Cause

  /// `pool` are the parts of the number or the kind.
  init(_ requirement: PartRequirement, pool: [Part]) {
    self.requirement = requirement
    guard !pool.isEmpty else {
      cause = .nothingOfTheKind
      return
    }
    if let hopeless = requirement.conditions.first(where: { condition in !pool.contains(where: condition.holds) }) {
      let values = Set(pool.compactMap { hopeless.value(of: $0) }).sorted { $0.isBefore($1) }
      cause = .condition(hopeless, known: values)
      return
    }
    func rank(_ part: Part) -> (failures: Int, distance: Double, id: PartID) {
      let fails = requirement.conditions.filter { !$0.holds(for: part) }
      return (fails.count, fails.reduce(0) { $0 + $1.distance(to: part) }, part.id)
    }
    let nearest = pool.map { (part: $0, rank: rank($0)) }.min { $0.rank < $1.rank }
    guard let nearest = nearest?.part else { preconditionFailure("an empty pool of \(requirement)") }
    cause = .combination(nearest: nearest, fails: requirement.conditions.filter { !$0.holds(for: nearest) })
  }
}

extension ParameterCondition {
  /// The part's value of the parameter; nil where it states none.
  func value(of part: Part) -> ParameterValue? {
    switch parameter {
    case "package": .text(part.package)
    case "maker": .text(part.id.maker)
    case "mpn": .text(part.id.mpn)
    default: part.parameters[parameter]
    }
  }

  /// How far a part is from passing, for ranking only: the missing share of a bound, 1 for words and ranges, 2 where the part
  /// states nothing.
  func distance(to part: Part) -> Double {
    guard let value = value(of: part) else { return 2 }
    guard case .quantity(let quantity) = value else { return 1 }
    let wanted: Int64
    switch test {
    case .atLeast(let bound, _), .atMost(let bound, _), .equals(.quantity(let bound)): wanted = bound.stored
    default: return 1
    }
    let scale = max(Double(wanted.magnitude), Double(quantity.stored.magnitude), 1)
    return min(1, abs(Double(wanted) - Double(quantity.stored)) / scale)
  }
}

extension ParameterValue {
  /// A total order for lists in messages: numbers by size, everything else by its text.
  func isBefore(_ other: ParameterValue) -> Bool {
    switch (self, other) {
    case (.quantity(let left), .quantity(let right)): left.stored < right.stored
    case (.range(let left), .range(let right)): (left.lower, left.upper) < (right.lower, right.upper)
    default: description < other.description
    }
  }
}
