import Base
import Foundation
import Market
import SourcingPlan
import TestSupport
import Testing

@Suite("The difference of two plans")
struct PlanDifferenceTests {
  @Test("a plan does not differ from itself", arguments: PlanFixture.names)
  func itself(name: String) throws {
    let plan = try PlanFixture.plan(name)
    let difference = PlanDifference(from: plan, to: plan)
    #expect(difference.isEmpty && difference.inputs.isEmpty && difference.proof.isNone)
    // Nor from what is read of what was written.
    #expect(PlanDifference(from: plan, to: try PlanDocument(json: try plan.json())).isEmpty)
  }

  @Test("what lines and terms differ by adds up to what the totals differ by", arguments: PlanFixture.names)
  func sums(name: String) throws {
    let plan = try PlanFixture.plan(name)
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let (before, after) = (PlanFixture.changed(plan, &generator), PlanFixture.changed(plan, &generator))
      let difference = PlanDifference(from: before, to: after)
      func sum(_ amount: (LineDifference) -> AmountChange) -> Money {
        difference.lines.reduce(.zero) { $0 + amount($1).difference.money }
      }
      #expect(sum(\.goods) == difference.money[.goods]?.difference.money ?? .zero, "seed \(seed)")
      #expect(sum(\.risk) == difference.money[.risk]?.difference.money ?? .zero, "seed \(seed)")
      #expect(sum(\.asking) == difference.money[.asking]?.difference.money ?? .zero, "seed \(seed)")
      let terms = difference.money.terms.reduce(Money.zero) { $0 + $1.amount.difference.money }
      #expect(terms == difference.money.total.difference.money, "seed \(seed)")
      #expect(difference.money.total.difference.money == after.cost.total.money - before.cost.total.money)
    }
  }

  @Test("the other way round, what was is what is", arguments: PlanFixture.names)
  func reversed(name: String) throws {
    let plan = try PlanFixture.plan(name)
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let other = PlanFixture.changed(plan, &generator)
      let (there, back) = (PlanDifference(from: plan, to: other), PlanDifference(from: other, to: plan))
      #expect(there.isEmpty == back.isEmpty, "seed \(seed)")
      #expect(there.money.total.difference.money == .zero - back.money.total.difference.money)
      #expect(Set(there.lines.map { Set($0.slots) }) == Set(back.lines.map { Set($0.slots) }), "seed \(seed)")
      #expect(there.minutes.before == back.minutes.after)
    }
  }

  @Test("how far plans are proven, and what they were made from, is no difference of the day")
  func beside() throws {
    let plan = try PlanFixture.plan("Plans/usb-charger")
    var other = plan
    other.bound = Amount(.zero)
    other.inputs.boards = 7
    other.inputs.specDigest = String(repeating: "0", count: 64)
    let difference = PlanDifference(from: plan, to: other)
    #expect(difference.isEmpty && !difference.proof.isNone)
    #expect(difference.inputs.map(\.input) == [.spec, .boards])
    #expect(difference.inputs.last?.after == "7")
  }

  @Test("another number of boards is told by order")
  func boards() throws {
    let plan = try PlanFixture.plan("Plans/usb-charger")
    var other = plan
    other.orders[0].count += 5
    let boards = PlanDifference(from: plan, to: other).boards
    #expect(boards.map(\.count) == [Change(plan.boards, plan.boards + 5)])
  }

  @Test("plans of both schemas are compared")
  func firstSchema() throws {
    let old = try PlanDocument(json: Data(PlanDocumentJSONTests.plan.utf8))
    let new = try PlanDocument(json: try old.json())
    #expect(old.schema != new.schema && PlanDifference(from: old, to: new).isEmpty)
  }

  @Test("as JSON it names its schema, and says whether the plans differ")
  func json() throws {
    let plan = try PlanFixture.plan("Plan")
    var other = plan
    other.lines.removeFirst()
    for (later, differs) in [(plan, false), (other, true)] {
      let data = try JSONEncoder().encode(PlanDifference(from: plan, to: later))
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(object["schema"] as? String == "peidan.diff/1" && object["differs"] as? Bool == differs)
      #expect((object["lines"] as? [Any])?.count == (differs ? 1 : 0))
    }
  }
}
