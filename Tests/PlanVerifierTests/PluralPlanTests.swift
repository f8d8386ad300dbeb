import Base
import Electronics
import Market
import SourcingPlan
import Testing

@testable import PlanVerifier

/// Two orders whose boards both have a `J1`, and two agents who both go to the stall that sells it.
///
/// Agent B sets out at 11:00 with own hours: 135 s to A-2-07, 110 s for one purchase there, 900 s for the runner, 135 s back: 1,280 s,
/// 12.80 yuan at 36 an hour. 22 sockets more cost 17.60 yuan, with 0.26 of risk.
@Suite("Plans of several orders and agents")
struct PluralPlanTests {
  private static let other: OrderID = "other"

  private static var facts: VerifierFacts {
    var facts = DayFixture.facts
    var board = facts.orders[0]
    board.id = other
    board.name = "other"
    board.slots = [board.slots[2]]
    board.work = WorkFacts()
    facts.orders.append(board)
    facts.day.buyers.append(
      BuyerFacts(name: "B", ratePerHour: Money(microYuan: 36_000_000), start: 11 * 3600, finish: 12 * 3600))
    return facts
  }

  private static func time(_ text: String) throws -> LocalTime { try #require(LocalTime("2026-12-04T\(text)")) }

  private static func right() throws -> PlanDocument {
    var plan = try WrongPlan.right(.second)
    plan.orders.append(PlanOrder(id: other, board: "other", title: plan.title, count: 20))
    var line = plan.lines[2]
    line.order = other
    line.id = LineID(other, line.slots)
    line.buys[0].id = PurchaseID(line.id, 1)
    plan.lines.append(line)
    plan.agents?.append(
      PlanAgent(
        id: "B", from: "metro", to: "metro", start: try time("11:00:00"), finish: try time("12:00:00"),
        rate: Amount(Money(microYuan: 36_000_000))))
    var visit = plan.walks[0].visits[1]
    visit.purchases = [line.buys[0].id]
    visit.walkSeconds = 135
    visit.arrive = try time("11:02:15")
    visit.begin = visit.arrive
    visit.depart = try time("11:19:05")
    plan.walks.append(
      PlanWalk(
        agent: "B", start: try time("11:00:00"), finish: try time("11:21:20"), from: "metro", to: "metro",
        cash: line.buys[0].amount, visits: [visit]))
    var kit = try #require(plan.schedule.first { $0.step == "kit" })
    kit.finish = plan.walks[1].finish
    let own = try #require(plan.schedule.firstIndex { $0.step == "kit" })
    plan.schedule[own] = kit
    kit.id = TaskID(other, "kit")
    kit.order = other
    plan.schedule.append(kit)
    plan.cost[.goods] = Amount(Money(microYuan: 43_760_000))
    plan.cost[.time] = Amount(Money(microYuan: 42_220_000))
    plan.cost[.risk] = Amount(Money(microYuan: 930_000))
    plan.cost.total = Amount(Money(microYuan: 260_910_000))
    plan.cost.cash = Amount(Money(microYuan: 93_760_000))
    plan.baselines = []
    plan.bound = nil
    plan.gap = nil
    plan.decidableGap = nil
    return plan
  }

  private func codes(_ plan: PlanDocument, _ facts: VerifierFacts = facts) -> Set<String> {
    Set(PlanVerifier(facts).violations(in: plan).map(\.code.rawValue))
  }

  @Test("hold where references of two boards are the same and two agents visit one stall")
  func right() throws {
    let violations = PlanVerifier(Self.facts).violations(in: try Self.right())
    #expect(violations.isEmpty, "\(violations.map { "\($0.path): \($0.message.english)" })")
  }

  @Test("are written and read back")
  func json() throws {
    let plan = try Self.right()
    let again = try PlanDocument(json: try plan.json())
    #expect(again == plan)
    #expect(codes(again) == [])
  }

  @Test("are refused where a line of one order is missing, though the other has its reference")
  func lineLeftOut() throws {
    var plan = try Self.right()
    plan.lines.removeLast()
    #expect(codes(plan).contains("V010"))
  }

  @Test("are refused where one line fills the references of both")
  func lineOfTheOther() throws {
    var plan = try Self.right()
    plan.lines[3].order = "charger"
    plan.lines[3].id = LineID("charger", ["J1"])
    #expect(codes(plan).isSuperset(of: ["V007", "V010", "V011"]))
  }

  @Test("are refused where both agents buy the same purchase")
  func boughtTwice() throws {
    var plan = try Self.right()
    plan.walks[1].visits[0].purchases.append(plan.lines[2].buys[0].id)
    #expect(codes(plan).contains("V063"))
  }

  @Test("are refused where an agent leaves before the own start, though the day has begun")
  func ownStart() throws {
    var facts = Self.facts
    facts.day.buyers[1].start = 11 * 3600 + 60
    var plan = try Self.right()
    plan.agents?[1].start = try Self.time("11:01:00")
    #expect(codes(plan, facts) == ["V057"])
  }

  @Test("are refused where an agent is back after the own finish, though the day goes on")
  func ownFinish() throws {
    var facts = Self.facts
    facts.day.buyers[1].finish = 11 * 3600 + 600
    var plan = try Self.right()
    plan.agents?[1].finish = try Self.time("11:10:00")
    #expect(codes(plan, facts) == ["V058"])
  }

  @Test("are refused where an agent starts from another agent's place")
  func ownPlace() throws {
    var facts = Self.facts
    facts.day.buyers[1].from = "A/door"
    var plan = try Self.right()
    plan.agents?[1].from = "A/door"
    #expect(codes(plan, facts).isSuperset(of: ["V060", "V053"]))
  }

  @Test("are refused where an agent ends elsewhere than at the own end")
  func ownEnd() throws {
    var facts = Self.facts
    facts.day.buyers[1].to = "A/door"
    var plan = try Self.right()
    plan.agents?[1].to = "A/door"
    // The walk still leads to the metro, where the other one ends.
    #expect(codes(plan, facts).isSuperset(of: ["V060", "V059"]))
    plan.walks[1].to = "A/door"
    // The kit is too early by the way from there.
    #expect(codes(plan, facts) == ["V059", "V094"])
  }

  @Test("are refused where they state an agent's hours or places as the day's")
  func stated() throws {
    var facts = Self.facts
    facts.day.buyers[1].from = "A/door"
    facts.day.buyers[1].to = "A/door"
    #expect(codes(try Self.right(), facts).contains("V071"))
    facts = Self.facts
    facts.day.buyers[1].start = 10 * 3600
    #expect(codes(try Self.right(), facts) == ["V071"])
  }

  @Test("are refused where an agent carries more than the own load")
  func ownLoad() throws {
    var facts = Self.facts
    facts.day.buyers[1].load = 20_000
    var plan = try Self.right()
    plan.agents?[1].load = 20
    #expect(codes(plan, facts) == ["V068"])
  }

  @Test("are refused where two orders together take more than an offer's stock")
  func stock() throws {
    var facts = Self.facts
    facts.market.offers["A-2-07/J"]?.stock = 43
    #expect(codes(try Self.right(), facts) == ["V024"])
  }

  @Test("are refused where an order's kit is complete before its last buyer is back")
  func kit() throws {
    var plan = try Self.right()
    plan.schedule[3].finish = plan.walks[0].finish
    #expect(codes(plan) == ["V094"])
    plan.schedule.removeLast()
    #expect(codes(plan) == ["V093"])
  }

  @Test("are refused where an order's count or board is not the spec's")
  func order() throws {
    var plan = try Self.right()
    plan.orders[1].count = 21
    #expect(codes(plan) == ["V003"])
    plan = try Self.right()
    plan.orders.swapAt(0, 1)
    #expect(codes(plan) == ["V003"])
  }
}

/// A shop that ships in a market that is otherwise walked: an order before the walk, with a delivery of 8 yuan that takes two days.
@Suite("Orders from places that ship")
struct DeliveryPlanTests {
  private static var facts: VerifierFacts {
    var facts = DayFixture.facts
    facts.market.stalls["A-1-01"]?.position = nil
    facts.market.stalls["A-1-01"]?.shipping = Money(microYuan: 8_000_000)
    facts.market.stalls["A-1-01"]?.shippingDays = 2
    // Placing must wait for the parcel.
    return facts
  }

  private static func time(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }

  /// The charger is ordered at the metro in 90 s; then 135 s to A-2-07, which opens at 10:00, and back.
  private static func right() throws -> PlanDocument {
    var plan = try WrongPlan.right(.second)
    let visit = plan.walks[0].visits.removeFirst()
    plan.walks[0].start = try time("2026-12-04T09:56:15")
    plan.deliveries = [
      PlanDelivery(
        stall: visit.stall, name: visit.name, agent: "A", arrive: try time("2026-12-04T09:56:15"),
        begin: try time("2026-12-04T09:56:15"), depart: try time("2026-12-04T09:57:45"), purchases: visit.purchases,
        charge: Amount("8.00"), arrives: LocalDate("2026-12-06"), isSample: true)
    ]
    plan.walks[0].visits[0].walkSeconds = 135
    plan.walks[0].visits[0].arrive = try time("2026-12-04T10:00:00")
    plan.walks[0].cash = Amount("34.16")!
    plan.lines[0].fallback = nil
    plan.places?[0].position = nil
    plan.places?[0].delivery = .init(charge: Amount("8.00")!, days: 2)
    plan.places?.remove(at: 1)
    let kit = try #require(plan.schedule.firstIndex { $0.step == "kit" })
    plan.schedule[kit].finish = try time("2026-12-06T09:57:45")
    let smt = try #require(plan.schedule.firstIndex { $0.step == "smt" })
    plan.schedule[smt].start = try time("2026-12-06T09:57:45")
    plan.schedule[smt].finish = try time("2026-12-06T13:57:45")
    plan.cost[.time] = Amount("23.17")
    plan.cost[.fares] = Amount("8.00")
    plan.cost.total = Amount("232.00")!
    plan.cost.cash = Amount("84.16")!
    plan.baselines = []
    plan.bound = nil
    plan.gap = nil
    plan.decidableGap = nil
    return plan
  }

  private func found(_ plan: PlanDocument) -> [Violation] {
    // Which stall stands in for a shop is the business of fallbacks.
    PlanVerifier(Self.facts).violations(in: plan).filter { $0.code != .fallbackBeaten }
  }

  private func codes(_ plan: PlanDocument) -> Set<String> { Set(found(plan).map(\.code.rawValue)) }

  @Test("are no visits, and hold without a walk to the shop")
  func right() throws {
    let violations = found(try Self.right())
    #expect(violations.isEmpty, "\(violations.map { "\($0.path): \($0.message.english)" })")
  }

  @Test("are refused with another charge or day than the shop's")
  func terms() throws {
    var plan = try Self.right()
    plan.deliveries[0].charge = Amount("7.00")
    #expect(codes(plan) == ["V072"])
    plan = try Self.right()
    plan.deliveries[0].arrives = LocalDate("2026-12-05")
    #expect(codes(plan) == ["V072"])
    plan = try Self.right()
    plan.deliveries[0].ready = try Self.time("2026-12-06T09:57:44")
    #expect(codes(plan) == ["V072"])
  }

  @Test("let the kit be complete as soon as the parcel is there, so many days after the order was placed")
  func ready() throws {
    var plan = try Self.right()
    plan.deliveries[0].ready = try Self.time("2026-12-06T09:57:45")
    let kit = try #require(plan.schedule.firstIndex { $0.step == "kit" })
    plan.schedule[kit].finish = try Self.time("2026-12-06T09:57:45")
    #expect(codes(plan) == [])
    plan.schedule[kit].finish = try Self.time("2026-12-06T09:57:44")
    #expect(codes(plan) == ["V094"])
  }

  @Test("are refused where the charge is in no term")
  func fares() throws {
    var plan = try Self.right()
    plan.cost[.fares] = Amount(.zero)
    #expect(codes(plan).contains("V082"))
  }

  @Test("are refused as visits")
  func visited() throws {
    var plan = try Self.right()
    let order = plan.deliveries.removeFirst()
    plan.walks[0].visits.insert(
      PlanVisit(
        stall: order.stall, name: order.name, place: nil, arrive: order.arrive, begin: order.begin,
        depart: order.depart, walkSeconds: 0, purchases: order.purchases, pickUps: [], isSample: true), at: 0)
    #expect(codes(plan) == ["V073"])
  }

  @Test("are refused where the kit is complete before the parcel is there")
  func parcel() throws {
    var plan = try Self.right()
    let kit = try #require(plan.schedule.firstIndex { $0.step == "kit" })
    plan.schedule[kit].finish = plan.walks[0].finish
    #expect(codes(plan) == ["V094"])
  }

  @Test("take the time that placing them takes")
  func time() throws {
    var plan = try Self.right()
    plan.deliveries[0].depart = try Self.time("2026-12-04T09:57:00")
    #expect(codes(plan).contains("V056"))
  }
}
