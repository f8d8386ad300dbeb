package import Diagnostics
internal import Electronics

/// Every device on an I²C bus can have an address of its own.
package struct AddressesDoNotClash: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B303", "I²C addresses clash",
    page: """
      Two devices on the bus answer to one address, and their pins leave no other choice. A part with several addresses (set by a
      pin) takes whichever is free; the rule looks for one address each. Take a part with another address, or a second bus.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.buses.filter { $0.kind == .i2c }.flatMap { bus -> [Relation] in
      let slots = bus.devices.compactMap { board.slot($0.text) }
      guard slots.count > 1, Set(slots).count == slots.count else { return [] }
      // Pairs rule out most of what breaks a large bus; the whole bus decides.
      let isLarge = classCount(slots, on: board) > CompiledRelation.tableLimit
      let groups = isLarge ? pairs(slots) + [slots] : [slots]
      return groups.map { group in
        together(
          group.map { ($0, ["addresses"]) }, on: board,
          claim: "devices of bus `\(bus.name)` share an address", at: bus.span, about: [bus.name]
        ) { Self.judge($0) }
      }
    }
  }

  /// Looks for distinct addresses, part by part with the fewest first; parts that state none are left out.
  static func judge(_ parts: [Part]) -> Judgement {
    let known = parts.enumerated().filter { $0.element.words("addresses") != nil }
    let sets = known.map { $0.element.words("addresses") ?? [] }.sorted { $0.count < $1.count }
    var owner: [String: Int] = [:]
    func assign(_ index: Int, _ tried: inout Set<String>) -> Bool {
      for address in sets[index] where tried.insert(address).inserted {
        guard let other = owner[address] else {
          owner[address] = index
          return true
        }
        if assign(other, &tried) {
          owner[address] = index
          return true
        }
      }
      return false
    }
    for index in sets.indices {
      var tried: Set<String> = []
      if !assign(index, &tried) {
        return .broken("no addresses left of " + sets[index].map { "`\($0)`" }.joined(separator: ", "))
      }
    }
    let missing = parts.indices.filter { parts[$0].words("addresses") == nil }
    return missing.isEmpty ? .holds : .unknown(missing.map { MissingFact(position: $0, parameter: "addresses") })
  }

  private func classCount(_ slots: [Int], on board: RuledBoard) -> Int {
    slots.reduce(1) { product, slot in
      let count = Set(board.candidates[slot].map { $0.words("addresses") }).count
      return min(CompiledRelation.tableLimit + 1, product * max(1, count))
    }
  }

  private func pairs(_ slots: [Int]) -> [[Int]] {
    slots.indices.flatMap { first in slots[(first + 1)...].map { [slots[first], $0] } }
  }
}
