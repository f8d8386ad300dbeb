internal import Base

extension Search {
  /// Bound slots that one step looks through for a better option.
  private static var polishedSlots: Int { 12 }

  /// Gives a random bound slot another option, cheap ones rather than dear ones, and changes other slots where the
  /// constraints ask for it.
  mutating func switchChoice() {
    let slots = problem.choices.slots
    let slot = slots[random.below(slots.count)]
    let ranked = problem.choices.options(byCostOf: slot)
    let draw = random.unit()
    let option = ranked[min(ranked.count - 1, Int(Double(ranked.count) * draw * draw))]
    let present = ledger.general.selection.map(Int.init)
    guard option != present[slot], let selection = problem.choices.repaired(present, slot: slot, option: option) else {
      return
    }
    for slot in slots where selection[slot] != present[slot] { ledger.choose(slot, selection[slot]) }
  }

  /// Gives bound slots the best option that their neighbours allow from what is visited; whether any was changed.
  mutating func polishChoices() -> Bool {
    let slots = problem.choices.slots
    if slots.isEmpty { return false }
    ledger.refresh()
    var isChanged = false
    let first = slots.count > Self.polishedSlots ? random.below(slots.count) : 0
    for offset in 0..<min(Self.polishedSlots, slots.count) {
      let slot = slots[(first + offset) % slots.count]
      var selection = ledger.general.selection.map(Int.init)
      let choices = problem.choices
      let option = ledger.bestChoice(slot) { option in
        selection[slot] = option
        return choices.allows(selection, at: slot)
      }
      guard let option else { continue }
      ledger.choose(slot, option)
      ledger.refresh()
      isChanged = true
    }
    return isChanged
  }
}
