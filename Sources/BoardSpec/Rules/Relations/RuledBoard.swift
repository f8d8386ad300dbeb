internal import Diagnostics
package import Electronics

/// A board with the candidates of its slots, as rules look at it.
package struct RuledBoard: Sendable {
  package let board: Board
  /// By slot, in the order of `board.slots`; empty where no part fits.
  package let candidates: [[Part]]
  /// Kinds of parts that may fill each slot, the parameters that some of them state, and their packages.
  let kinds: [Set<String>]
  private let stated: [Set<String>]
  let packages: [Set<String>]
  /// What the name of each candidate's package tells.
  private let geometries: [String: PackageGeometry]
  /// Offers of candidates by part: of a slot that is bought as one lot, or by date code, all, of any other as many as it takes to know two
  /// stalls that sell for it. Nil where the context has none.
  let offers: [PartID: [OfferTerms]]?
  private let slotOf: [String: Int]
  private let railOf: [String: Int]
  private let consumers: [String: [Int]]

  /// - Parameter groups: for each slot the first one with the same candidates; each slot its own where nil.
  /// - Complexity: O(slots + candidates of distinct groups).
  package init(_ board: Board, candidates: [[Part]], groups: [Int]? = nil, offers: [PartID: [OfferTerms]]? = nil) {
    self.board = board
    self.candidates = candidates
    self.offers = offers
    let groups = groups ?? Array(candidates.indices)
    var kinds: [Set<String>] = []
    var stated: [Set<String>] = []
    var packages: [Set<String>] = []
    for (slot, group) in groups.enumerated() {
      let isFirst = group == slot
      kinds.append(isFirst ? Set(candidates[slot].map(\.category)) : kinds[group])
      stated.append(isFirst ? Set(candidates[slot].flatMap(\.parameters.keys)) : stated[group])
      packages.append(isFirst ? Set(candidates[slot].map(\.package)) : packages[group])
    }
    self.kinds = kinds
    self.stated = stated
    self.packages = packages
    geometries = packages.reduce(into: [:]) { known, names in
      for name in names where known[name] == nil { known[name] = PackageGeometry(named: name) }
    }
    var slotOf: [String: Int] = [:]
    var consumers: [String: [Int]] = [:]
    for (index, slot) in board.slots.enumerated() {
      for reference in slot.references { slotOf[reference] = index }
      if let rail = slot.use.rails.first { consumers[rail.text, default: []].append(index) }
    }
    self.slotOf = slotOf
    self.consumers = consumers
    railOf = Dictionary(board.rails.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Slots

  /// The slot of a reference, where it exists and has candidates.
  func slot(_ reference: String?) -> Int? {
    guard let index = reference.flatMap({ slotOf[$0] }), !candidates[index].isEmpty else { return nil }
    return index
  }

  /// `U3`, or `R1..R8` as the spec has it.
  func name(_ slot: Int) -> String { board.slots[slot].key }

  func span(_ slot: Int) -> SourceSpan { board.slots[slot].span }

  /// What a waiver may call a slot: its key and its references.
  func names(_ slot: Int) -> [String] { [board.slots[slot].key] + board.slots[slot].references }

  func use(_ slot: Int) -> SlotUse { board.slots[slot].use }

  /// Slots all of whose candidates are of one of these kinds, in the order of the spec.
  func slots(of wanted: Set<String>) -> [Int] {
    kinds.indices.filter { !kinds[$0].isEmpty && kinds[$0].isSubset(of: wanted) }
  }

  /// Slots some of whose candidates state a parameter.
  func slots(stating parameter: String) -> [Int] {
    stated.indices.filter { stated[$0].contains(parameter) }
  }

  /// Whether some candidate of a slot states a parameter.
  func states(_ slot: Int, _ parameter: String) -> Bool { stated[slot].contains(parameter) }

  func geometry(_ package: String) -> PackageGeometry { geometries[package] ?? PackageGeometry(named: package) }

  // MARK: Rails

  func rail(_ name: String?) -> Rail? { name.flatMap { railOf[$0] }.map { board.rails[$0] } }

  /// The rail that feeds a slot first.
  func supply(of slot: Int) -> Rail? { rail(use(slot).rails.first?.text) }

  /// Slots that draw their current from a rail.
  func consumers(of rail: Rail) -> [Int] { (consumers[rail.name] ?? []).filter { !candidates[$0].isEmpty } }

  /// Rails whose regulators take from this one.
  func children(of rail: Rail) -> [Rail] { board.rails.filter { $0.from == rail.name && $0.name != rail.name } }

  /// Rails with their source and the rail that the source takes from, where all three are known.
  var regulated: [(rail: Rail, source: Int, parent: Rail)] {
    board.rails.compactMap { rail in
      guard let source = slot(rail.source), let parent = self.rail(rail.from) else { return nil }
      return (rail, source, parent)
    }
  }

  // MARK: Roles

  static let regulators: Set<String> = ["ldo", "buck", "boost", "load-switch"]
  static let chargers: Set<String> = ["charger", "power-bank-soc"]

  /// The slot of the charger: the one that the battery names, or the only one there is.
  var charger: Int? {
    if let named = board.battery?.charger { return slot(named.text) }
    let found = slots(of: Self.chargers)
    return found.count == 1 ? found[0] : nil
  }

  /// The rail that the charger takes from.
  var chargingRail: Rail? { charger.flatMap { supply(of: $0) } }

  /// The slot that holds the cell.
  var cell: Int? { slot(board.battery?.slot) }

  /// The resistor that sets the charge current.
  var programResistor: Int? { slot(board.battery?.program?.text) }

  /// Rails that live from a rail, itself first, each with the current that it draws there for one ampere of its own.
  ///
  /// A linear regulator passes its current on; a switching one draws `V out / (V in × efficiency)` at worst.
  func tree(under root: Rail) -> [(rail: Rail, perAmpere: QuantityRange)] {
    var found: [(rail: Rail, perAmpere: QuantityRange)] = [(root, Self.one)]
    var next = 0
    while next < found.count {
      let (rail, share) = found[next]
      next += 1
      for child in children(of: rail) where !found.contains(where: { $0.rail.name == child.name }) {
        found.append((child, share * factor(of: child, from: rail)))
      }
    }
    return found
  }

  private static let one = QuantityRange(.number, lower: 1_000_000_000, upper: 1_000_000_000)

  /// Efficiency that a switching regulator keeps at least. An assumption of ours.
  static let switchingEfficiency = QuantityRange(.ratio, lower: 850_000_000, upper: 1_000_000_000)

  private func factor(of rail: Rail, from parent: Rail) -> QuantityRange {
    guard let source = slot(rail.source), kinds[source].isDisjoint(with: ["ldo", "load-switch"]), parent.range.lower > 0
    else { return Self.one }
    let ratio = rail.range / parent.range
    return QuantityRange(.number, lower: 0, upper: (ratio / Self.switchingEfficiency).upper)
  }
}
