internal import Selection

/// Slots whose options some constraint ties to those of others, and a selection that all constraints allow.
///
/// The search keeps the option of each bound slot as part of its state and changes it by moves that keep every constraint;
/// the options of all other slots follow from what is bought where.
struct BoundChoices: Sendable {
  /// How the search for an allowed selection ended.
  enum Start: Sendable { case found, impossible, unknown }

  private let model: ChoiceModel?
  let isBound: [Bool]
  /// The bound slots, ascending.
  let slots: [Int]
  let start: Start
  /// An option for each slot, allowed where `start` is `found`; slots that are not bound have 0.
  let selection: [Int32]
  /// Options of each bound slot by rising cost of buying the slot's need alone.
  private let ranked: [[Int]]

  /// Nodes that repairing a selection may take.
  private static let repairNodes = 400
  private static let startNodes = 200_000

  init(_ instance: Instance, curves: OfferCurves) {
    model = instance.choices
    let slotCount = instance.slotCount
    let bound = (0..<slotCount).map { slot in
      instance.choices?.isConstrained(slot) == true && instance.optionRange(of: slot).count > 1
    }
    let ranked = (0..<slotCount).map { bound[$0] ? Self.rank($0, instance, curves) : [] }
    isBound = bound
    slots = bound.indices.filter { bound[$0] }
    self.ranked = ranked
    switch instance.choices?.search(
      nodeLimit: Self.startNodes,
      ranking: { slot in
        bound[slot] ? ranked[slot] : Array(0..<instance.optionRange(of: slot).count)
      })
    {
    case nil:
      start = .found
      selection = .init(repeating: 0, count: slotCount)
    case .found(let choice):
      start = .found
      selection = choice.indices.map { bound[$0] ? Int32(choice[$0]) : 0 }
    case .impossible:
      start = .impossible
      selection = .init(repeating: 0, count: slotCount)
    case .unknown:
      start = .unknown
      selection = .init(repeating: 0, count: slotCount)
    }
  }

  private static func rank(_ slot: Int, _ instance: Instance, _ curves: OfferCurves) -> [Int] {
    let range = instance.optionRange(of: slot)
    let costs = range.map { index -> Instance.Cost in
      let option = instance.options[index]
      guard option.product >= 0 else { return option.cost }
      let need = instance.need(of: Int(option.product), amount: option.amount)
      if need == 0 { return option.cost }
      let offers = instance.offerRange(of: Int(option.product))
      let least = offers.compactMap { curves.cheapest($0, atLeast: need)?.cost }.min()
      return least.map { $0 + option.cost } ?? .max
    }
    return costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
  }

  /// Options of a bound slot by rising cost of buying its need alone.
  func options(byCostOf slot: Int) -> [Int] { ranked[slot] }

  /// Whether `selection` breaks no constraint that speaks of `slot`.
  func allows(_ selection: [Int], at slot: Int) -> Bool { model?.allows(selection, at: slot) ?? true }

  /// An allowed selection with `option` at `slot` that otherwise keeps as many of the present options as the search comes
  /// to keep; nil when none is found within its limit.
  func repaired(_ present: [Int], slot: Int, option: Int) -> [Int]? {
    var changed = present
    changed[slot] = option
    guard let model, !model.allows(changed, at: slot) else { return changed }
    let answer = model.search(nodeLimit: Self.repairNodes, fixing: [(slot, option)]) { variable in
      guard isBound[variable] else { return [present[variable]] }
      return [present[variable]] + ranked[variable].filter { $0 != present[variable] }
    }
    guard case .found(let selection) = answer else { return nil }
    return selection
  }
}
