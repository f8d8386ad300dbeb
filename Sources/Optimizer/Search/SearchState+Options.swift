internal import Base

extension SearchState {
  /// Gives bound slots the best option that their neighbours allow from what is visited; whether any was changed.
  ///
  /// - Parameter most: slots that are looked at, from a random one on.
  mutating func improveOptions(slots most: Int) -> Bool {
    let choices = problem.choices
    let slots = choices.slots
    if slots.isEmpty { return false }
    goods.refresh()
    var isChanged = false
    let first = slots.count > most ? random.below(slots.count) : 0
    for offset in 0..<min(most, slots.count) {
      let slot = slots[(first + offset) % slots.count]
      var selection = goods.general.selection.map(Int.init)
      let option = goods.bestChoice(slot) { option in
        selection[slot] = option
        return choices.allows(selection, at: slot)
      }
      guard let option else { continue }
      goods.choose(slot, option)
      goods.refresh()
      isChanged = true
    }
    return isChanged
  }
}
