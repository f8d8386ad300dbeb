/// Slots that share products, directly or through other slots, decide together; slots of different groups do not touch.
struct SlotGroups: Sendable {
  /// Slots of each group, ascending; groups in the order of their first slot.
  private(set) var groups: [[Int]] = []

  /// Complexity: O(options × α).
  init(_ instance: Instance) {
    var parent = Array(0..<instance.slotCount)
    func root(_ slot: Int) -> Int {
      var node = slot
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    var owner = [Int](repeating: -1, count: instance.productCount)
    for slot in 0..<instance.slotCount {
      for index in instance.optionRange(of: slot) {
        let product = Int(instance.options[index].product)
        guard product >= 0, instance.options[index].amount > 0 else { continue }
        if owner[product] < 0 { owner[product] = slot }
        let (first, second) = (root(slot), root(owner[product]))
        if first != second { parent[max(first, second)] = min(first, second) }
      }
    }
    var place = [Int](repeating: -1, count: instance.slotCount)
    for slot in 0..<instance.slotCount {
      let top = root(slot)
      if place[top] < 0 {
        place[top] = groups.count
        groups.append([])
      }
      groups[place[top]].append(slot)
    }
  }
}
