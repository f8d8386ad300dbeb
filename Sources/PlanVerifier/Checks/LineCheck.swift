internal import Base
internal import Electronics
internal import SourcingPlan

/// Every slot is in exactly one line, whose part meets it, and every line needs what its slots ask for.
///
/// A plan that says it is infeasible may leave out slots, nothing else.
enum LineCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    coverage(of: plan, facts) + plan.lines.indices.flatMap { line($0, of: plan, facts) } + division(of: plan, facts)
  }

  private static func coverage(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    // Boards of several orders have references of the same name.
    var lineOf: [Place: Int] = [:]
    let known = Set(facts.orders.flatMap { order in order.slots.flatMap(\.references).map { Place(order.id, $0) } })
    for (index, line) in plan.lines.enumerated() {
      for reference in line.slots {
        if !known.contains(Place(line.order, reference)) {
          found.append(.referenceUnknown(reference, line: index))
        } else if let first = lineOf.updateValue(index, forKey: Place(line.order, reference)) {
          found.append(.slotRepeated(reference, line: index, first: first))
        }
      }
    }
    let isComplete = plan.status == .optimal || plan.status == .feasible
    for order in facts.orders {
      for slot in order.slots {
        let missing = slot.references.filter { lineOf[Place(order.id, $0)] == nil }
        // `StateCheck` holds against spec and market what is asked for or at hand.
        if plan.serves(slot.references, of: order.id) { continue }
        let isLeftOut = missing.count == slot.references.count && !isComplete
        if !missing.isEmpty, !isLeftOut { found.append(.slotMissing(missing)) }
      }
    }
    return found
  }

  /// A reference of an order.
  private struct Place: Hashable {
    var order: OrderID
    var reference: String

    init(_ order: OrderID, _ reference: String) {
      self.order = order
      self.reference = reference
    }
  }

  private static func line(_ index: Int, of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    let line = plan.lines[index]
    let own = LineFacts(line, of: plan, facts: facts)
    guard let part = own.part else { return [.partUnknown(line, index)] }
    var found: [Violation] = []
    for slot in own.slots where !slot.accepts(part) { found.append(.partUnfit(line, index, slot: slot)) }
    if Set(own.slots.map(\.policy)).count > 1 { found.append(.policiesMixed(line, index)) }
    if let need = facts.need(of: own), line.need != need { found.append(.needWrong(line, index, need: need)) }
    if line.category != part.category || line.package != part.package {
      found.append(.partMisdescribed(line, index, part: part))
    }
    for parameter in line.parameters ?? []
    where part.parameters[parameter.id].map({ $0.reads(parameter.value) }) != true {
      found.append(.parameterMisstated(line, index, parameter))
    }
    return found
  }

  /// Lines of one part under one policy share their price breaks and must be one.
  private static func division(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    var first: [[AnyHashable]: Int] = [:]
    var found: [Violation] = []
    for (index, line) in plan.lines.enumerated() {
      guard let policy = LineFacts(line, of: plan, facts: facts).slots.first?.policy else { continue }
      let key: [AnyHashable] = [line.order, line.part, policy]
      if let earlier = first[key], Set(line.slots).isDisjoint(with: plan.lines[earlier].slots) {
        found.append(.lineDivided(line, index, first: earlier))
      } else {
        first[key] = index
      }
    }
    return found
  }
}

extension PlanDocument {
  /// Whether the whole slot is asked for, or wholly at hand.
  fileprivate func serves(_ references: [String], of order: OrderID) -> Bool {
    (asked ?? []).contains { $0.order == order && $0.slots == references }
      || (onHand ?? []).contains { $0.order == order && $0.slots == references && $0.need != nil }
  }
}

extension ParameterValue {
  /// Whether a printed value is this one.
  fileprivate func reads(_ printed: String) -> Bool {
    switch self {
    case .quantity(let quantity): "\(quantity)" == printed
    case .range(let range): "\(range)" == printed
    case .text(let text): text == printed
    case .list(let words): words.joined(separator: ", ") == printed
    case .flag(let isOn): isOn && printed == "✓"
    }
  }
}

extension Violation {
  fileprivate static func parameterMisstated(
    _ line: PlanLine, _ index: Int, _ parameter: PlanParameter
  ) -> Violation {
    Violation(
      .parameterMisstated, at: "lines[\(index)].parameters",
      english: "`\(line.mpn)` does not have `\(parameter.id)` \(parameter.value)",
      chinese: "`\(line.mpn)` 的 `\(parameter.id)` 不是 \(parameter.value)")
  }

  fileprivate static func slotMissing(_ references: [String]) -> Violation {
    let names = references.joined(separator: ", ")
    return Violation(
      .slotMissing, at: "lines", english: "no line fills slot `\(names)`", chinese: "没有物料行覆盖位号 `\(names)`")
  }

  fileprivate static func slotRepeated(_ reference: String, line: Int, first: Int) -> Violation {
    Violation(
      .slotRepeated, at: "lines[\(line)].slots", english: "slot `\(reference)` is already filled by line \(first + 1)",
      chinese: "位号 `\(reference)` 已由第 \(first + 1) 行覆盖")
  }

  fileprivate static func referenceUnknown(_ reference: String, line: Int) -> Violation {
    Violation(
      .referenceUnknown, at: "lines[\(line)].slots", english: "the board has no slot `\(reference)`",
      chinese: "板子上没有位号 `\(reference)`")
  }

  fileprivate static func partUnknown(_ line: PlanLine, _ index: Int) -> Violation {
    Violation(
      .partUnknown, at: "lines[\(index)].mpn", english: "the catalog has no part `\(line.mpn)` of `\(line.maker)`",
      chinese: "物料库中没有 `\(line.maker)` 的 `\(line.mpn)`")
  }

  fileprivate static func partUnfit(_ line: PlanLine, _ index: Int, slot: SlotFacts) -> Violation {
    let names = slot.references.joined(separator: ", ")
    return Violation(
      .partUnfit, at: "lines[\(index)].mpn", english: "`\(line.mpn)` does not meet what slot `\(names)` asks for",
      chinese: "`\(line.mpn)` 不满足位号 `\(names)` 的要求")
  }

  fileprivate static func policiesMixed(_ line: PlanLine, _ index: Int) -> Violation {
    Violation(
      .policiesMixed, at: "lines[\(index)].slots",
      english: "the slots of `\(line.mpn)` are bought under different rules and cannot share a line",
      chinese: "`\(line.mpn)` 各位号的采购规则不同，不能合并为一行")
  }

  fileprivate static func lineDivided(_ line: PlanLine, _ index: Int, first: Int) -> Violation {
    Violation(
      .lineDivided, at: "lines[\(index)]",
      english: "`\(line.mpn)` is bought under the rules of line \(first + 1) and belongs to it",
      chinese: "`\(line.mpn)` 与第 \(first + 1) 行规则相同，应合并")
  }

  fileprivate static func needWrong(_ line: PlanLine, _ index: Int, need: Int) -> Violation {
    Violation(
      .needWrong, at: "lines[\(index)].need", english: "the build needs \(need) of `\(line.mpn)`, not \(line.need)",
      chinese: "`\(line.mpn)` 需要 \(need) 个，而不是 \(line.need) 个")
  }

  fileprivate static func partMisdescribed(_ line: PlanLine, _ index: Int, part: Part) -> Violation {
    Violation(
      .partMisdescribed, at: "lines[\(index)]",
      english:
        "`\(line.mpn)` is a `\(part.category)` in `\(part.package)`, not a `\(line.category)` in `\(line.package)`",
      chinese: "`\(line.mpn)` 是 `\(part.package)` 封装的 `\(part.category)`，而不是 `\(line.package)` 封装的 `\(line.category)`")
  }
}
