import Base
import Market
import SourcingPlan
import TestSupport
import Testing

@Suite("Lines that differ")
struct LineDifferenceTests {
  /// What a plan does for each slot, in words: the plain way to compare, slot by slot.
  private static func deeds(_ plan: PlanDocument) -> [String: Set<String>] {
    var deeds: [String: Set<String>] = [:]
    for line in plan.lines {
      let buys = line.buys.map { "\($0.stall) \($0.offer) \($0.quantity) \($0.amount)" }.sorted()
      for slot in line.slots {
        deeds[slot, default: []].insert("\(line.slots) \(line.mpn) \(line.need) \(buys)")
      }
    }
    for line in plan.asked ?? [] {
      for slot in line.slots { deeds[slot, default: []].insert("ask \(line.slots) \(line.wanted) \(line.need)") }
    }
    return deeds
  }

  @Test("those slots differ for which something else is done", arguments: PlanFixture.names)
  func bySlot(name: String) throws {
    let plan = try PlanFixture.plan(name)
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let (before, after) = (PlanFixture.changed(plan, &generator), PlanFixture.changed(plan, &generator))
      let (old, new) = (Self.deeds(before), Self.deeds(after))
      let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
      let lines = PlanDifference(from: before, to: after).lines
      let told = lines.flatMap(\.slots)
      #expect(told.count == Set(told).count, "seed \(seed): a slot is told once")
      #expect(changed.isSubset(of: told), "seed \(seed)")
      #expect(lines.allSatisfy { !changed.isDisjoint(with: $0.slots) }, "seed \(seed)")
    }
  }

  @Test("a line that becomes two is one difference")
  func split() throws {
    let plan = try PlanFixture.plan("Plans/usb-charger")
    let place = try #require(plan.lines.firstIndex { $0.slots.count > 1 })
    var other = plan
    let slot = other.lines[place].slots.removeLast()
    var single = plan.lines[place]
    (single.slots, single.mpn) = ([slot], "ANOTHER")
    other.lines.append(single)
    let lines = PlanDifference(from: plan, to: other).lines
    #expect(lines.count == 1 && lines[0].before.count == 1 && lines[0].after.count == 2)
    #expect(lines[0].slots == plan.lines[place].slots)
  }

  @Test("purchases in another order, or under other numbers, are the same")
  func order() throws {
    var plan = try PlanFixture.plan("Plans/usb-charger")
    var second = plan.lines[0].buys[0]
    (second.id, second.stall) = ("x/Y#2", "OTHER")
    plan.lines[0].buys.append(second)
    var other = plan
    other.lines[0].buys.reverse()
    other.lines.reverse()
    #expect(PlanDifference(from: plan, to: other).isEmpty)
  }

  @Test("a line that is asked for in place of bought says so")
  func asked() throws {
    let plan = try PlanFixture.plan("Plans/usb-charger")
    var other = plan
    let line = other.lines.removeFirst()
    other.asked = [
      AskedLine(
        order: line.order, slots: line.slots, mpn: line.mpn, maker: nil, package: nil, value: nil, description: nil,
        name: nil, need: line.need, reason: plan.title)
    ]
    let lines = PlanDifference(from: plan, to: other).lines
    #expect(lines.count == 1 && lines[0].before.map(\.state) == [.bought] && lines[0].after.map(\.state) == [.askedFor])
    #expect(lines[0].goods.after.money == .zero && lines[0].goods.before.money > .zero)
  }
}
