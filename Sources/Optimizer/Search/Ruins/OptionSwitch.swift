internal import Base

/// Gives a random bound slot another option, cheap ones rather than dear ones, and changes other slots where the
/// constraints ask for it.
struct OptionSwitch: Ruin {
  func apply(to state: inout SearchState) {
    let choices = state.problem.choices
    let slots = choices.slots
    let slot = slots[state.random.below(slots.count)]
    let ranked = choices.options(byCostOf: slot)
    let draw = state.random.unit()
    let option = ranked[min(ranked.count - 1, Int(Double(ranked.count) * draw * draw))]
    let present = state.goods.general.selection.map(Int.init)
    guard option != present[slot], let selection = choices.repaired(present, slot: slot, option: option) else { return }
    for slot in slots where selection[slot] != present[slot] { state.goods.choose(slot, selection[slot]) }
  }
}
