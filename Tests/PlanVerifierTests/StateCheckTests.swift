import Base
import Electronics
import Market
import SourcingPlan
import Testing

@testable import PlanVerifier

/// The right plan of `DayFixture` with a fourth slot that nobody offers and a fifth that stock covers.
@Suite("States of lines, held against spec and market")
struct StateCheckTests {
  private static var facts: VerifierFacts {
    var facts = DayFixture.facts
    let policy = facts.board.slots[0].policy
    var asked = SlotFacts(
      references: ["U9", "U10"], count: 2, sparesPerMille: 0, policy: policy, accepts: { $0.id.mpn == "ADS1115" })
    asked.supply = SlotSupply(canBeAsked: true)
    var hand = SlotFacts(references: ["X1"], count: 1, sparesPerMille: 0, policy: policy, accepts: { _ in false })
    hand.supply = SlotSupply(items: [0: [nil]])
    facts.board.slots += [asked, hand]
    facts.board.stock = [StockFacts(name: "crystal", pieces: 25)]
    facts.board.bill = [
      BillLineFacts(references: ["U1"], row: "B2", says: "TP4056"),
      BillLineFacts(references: ["R1", "R2", "R3", "R4"], row: "B3"),
      BillLineFacts(references: ["U9", "U10"], row: "B4", says: "ADS1115"),
      BillLineFacts(references: ["X1"], row: "B5"),
      BillLineFacts(references: ["H1"], row: "B6", isFitted: false),
    ]
    facts.board.bomLines = 4
    return facts
  }

  private static func right() throws -> PlanDocument {
    var plan = try WrongPlan.right(.second)
    let order = plan.orders[0].id
    let reason = LocalizedText(english: "no catalog knows it", chinese: "物料库中没有")
    plan.bomLines = 4
    plan.complete = false
    plan.asked = [
      AskedLine(
        order: order, slots: ["U9", "U10"], mpn: "ADS1115", maker: nil, package: nil, value: nil, description: nil,
        name: nil, need: 40, reason: reason)
    ]
    plan.onHand = [HandLine(order: order, slots: ["X1"], item: 0, name: "crystal", pieces: 20, need: 20)]
    func line(_ slots: [String], _ row: String?, _ says: String?, _ state: LineState) -> BillLine {
      BillLine(order: order, slots: slots, row: row, says: says, state: state)
    }
    plan.bom = [
      line(["U1"], "B2", "TP4056", .bought), line(["R1", "R2", "R3", "R4"], "B3", nil, .bought),
      line(["U9", "U10"], "B4", "ADS1115", .askedFor), line(["X1"], "B5", nil, .onHand),
      line(["H1"], "B6", nil, .leftOut), line(["J1"], nil, nil, .bought),
    ]
    return plan
  }

  private static let converter = Part(
    id: PartID(maker: "TI", mpn: "ADS1115"), category: "adc", package: "VSSOP-10", parameters: [:], english: "",
    chinese: "",
    source: "assumed")

  @Test("a part that is offered in fewer pieces than are needed is rightly asked for")
  func short() throws {
    var facts = Self.facts
    facts.board.slots[3].supply.offered = [OfferedPart(Self.converter, pieces: 39)]
    #expect(codes(try Self.right(), facts).isEmpty)
  }

  private func codes(_ plan: PlanDocument, _ facts: VerifierFacts = facts) -> Set<Violation.Code> {
    Set(PlanVerifier(facts).violations(in: plan).map(\.code))
  }

  @Test("a plan that states them rightly holds")
  func right() throws {
    let violations = PlanVerifier(Self.facts).violations(in: try Self.right())
    #expect(violations.isEmpty, "\(violations.map { "\($0.code) \($0.path) \($0.message.english)" })")
  }

  /// The right plan, or what it is held against, with one thing changed.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let codes: Set<Violation.Code>
    let apply: @Sendable (inout PlanDocument, inout VerifierFacts) -> Void

    init(
      _ name: String, _ codes: Set<Violation.Code>,
      _ apply: @escaping @Sendable (inout PlanDocument, inout VerifierFacts) -> Void
    ) {
      testDescription = name
      self.codes = codes
      self.apply = apply
    }
  }

  static let changes = [
    Change("an offered part asked for", [.stateMisstated]) { _, facts in
      facts.board.slots[3].supply.offered = [OfferedPart(converter, pieces: 40)]
    },
    Change("an unclear line asked for", [.stateMisstated]) { $1.board.slots[3].supply.canBeAsked = false },
    Change("too few asked for", [.needWrong]) { plan, _ in plan.asked?[0].need = 39 },
    Change("half a slot asked for", [.stateMisstated, .slotMissing]) { plan, _ in plan.asked?[0].slots = ["U9"] },
    Change("what is bought asked for", [.stateMisstated]) { plan, _ in
      var again = plan.asked![0]
      again.slots = ["U1"]
      plan.asked?.append(again)
    },
    Change("asked for twice", [.stateMisstated]) { plan, _ in plan.asked = plan.asked! + plan.asked! },
    Change("an asked line hidden", [.stateMisstated, .slotMissing, .completenessMisstated]) { plan, _ in
      plan.asked = nil
    },
    Change("called complete", [.completenessMisstated]) { plan, _ in plan.complete = true },
    Change("stock that is not there", [.stockMisstated]) { $1.board.stock[0].pieces = 19 },
    Change("stock of another part", [.stockMisstated]) { $1.board.slots[4].supply.items = [:] },
    Change("an item without a number", [.stockMisstated]) { plan, _ in plan.onHand?[0].item = 1 },
    Change("an item by another name", [.stockMisstated]) { plan, _ in plan.onHand?[0].name = "gold" },
    Change("too little from stock", [.stockMisstated]) { plan, _ in
      plan.onHand?[0].pieces = 19
      plan.onHand?[0].need = 19
    },
    Change("stock used twice", [.stockMisstated]) { plan, _ in plan.onHand = plan.onHand! + plan.onHand! },
    Change("stock hidden", [.stateMisstated, .slotMissing]) { plan, _ in plan.onHand = nil },
    Change("a line called bought", [.stateMisstated]) { plan, _ in plan.bom?[2].state = .bought },
    Change("a line called on hand", [.stateMisstated]) { plan, _ in plan.bom?[0].state = .onHand },
    Change("a line that is not fitted called bought", [.stateMisstated]) { plan, _ in plan.bom?[4].state = .bought },
    Change("a line dropped", [.stateMisstated]) { plan, _ in plan.bom?.remove(at: 1) },
    Change("a line counted twice", [.stateMisstated]) { plan, _ in plan.bom = plan.bom! + [plan.bom![1]] },
    Change("a line that says another thing", [.stateMisstated]) { plan, _ in plan.bom?[0].says = "TP5100" },
    Change("a line of another order", [.stateMisstated]) { plan, _ in plan.bom?[0].order = "nobody" },
    Change("all lines dropped", [.stateMisstated]) { plan, _ in plan.bom = nil },
  ]

  @Test(
    "a plan that states them wrongly is refused",
    arguments: changes)
  func wrong(change: Change) throws {
    var (plan, facts) = (try Self.right(), Self.facts)
    change.apply(&plan, &facts)
    #expect(codes(plan, facts) == change.codes)
  }
}
