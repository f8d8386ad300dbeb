internal import Base
internal import BoardSpec
internal import Market
internal import Optimizer
internal import SourcingPlan

extension PreparedVariant {
  /// A plan as a solution of this variant's day, at what it costs there: the way back from `PlanWriter`. Nil where the plan is none of this
  /// day, as when it buys what is not sold or is back too late, and where it asks for something on a floor.
  ///
  /// Complexity: O(slots × options + offers + stops).
  func solution(of plan: PlanDocument) -> Optimizer.Solution? {
    PlannedSolution(problem: run.problem, model: run.model, plan: plan)?.solution?.costed(in: run.model.instance)
  }
}

/// What a plan document says, in the numbers of a day's model.
private struct PlannedSolution {
  private let problem: PlanningProblem
  private let model: DayModel
  private let plan: PlanDocument
  /// Slots and purchases of the plan, as the model numbers slots and offers.
  private var selection: [Int32]
  private var offers: [PurchaseID: Int32] = [:]
  private var quantities: [Int32: Int32] = [:]

  /// Nil where a line or a purchase has no place in the model.
  init?(problem: PlanningProblem, model: DayModel, plan: PlanDocument) {
    guard plan.estimates.isEmpty, model.asks.isEmpty else { return nil }
    (self.problem, self.model, self.plan) = (problem, model, plan)
    selection = [Int32](repeating: 0, count: model.slotOptions.count)
    let slots = problem.slots
    let slotOf = Dictionary(
      slots.enumerated().flatMap { number, slot in slot.slot.references.map { ($0, number) } },
      uniquingKeysWith: { first, _ in first })
    let products = Dictionary(
      model.products.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let known = Dictionary(
      model.offers.enumerated().map { offer in
        (Key(product: Int32(model.instance.product(of: offer.offset)), supply: offer.element.id), Int32(offer.offset))
      }, uniquingKeysWith: { first, _ in first })
    for line in plan.lines {
      guard let first = line.slots.first.flatMap({ slotOf[$0] }) else { return nil }
      let key = LineKey(order: line.order, part: line.part, package: line.package, policy: slots[first].policy)
      guard let product = products[key] else { return nil }
      for slot in Set(line.slots.compactMap { slotOf[$0] }) {
        let options = model.instance.optionRange(of: slot)
        guard let option = options.firstIndex(where: { model.instance.options[$0].product == product }) else {
          return nil
        }
        selection[slot] = Int32(option - options.lowerBound)
      }
      for buy in line.buys {
        guard let offer = known[Key(product: product, supply: buy.offer)] else { return nil }
        offers[buy.id] = offer
        quantities[offer, default: 0] += Int32(clamping: buy.quantity)
      }
    }
  }

  private struct Key: Hashable {
    var product: Int32
    var supply: SupplyID
  }

  /// Nil where somebody walks who has no time on this day, or stops where nothing is sold.
  var solution: Optimizer.Solution? {
    let markets = Dictionary(
      model.stalls.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let agents = problem.agents
    guard plan.walks.allSatisfy({ walk in agents.contains { $0.id == walk.agent } }) else { return nil }
    var walks: [Solution.Walk] = []
    for agent in agents {
      guard let walk = plan.walks.first(where: { $0.agent == agent.id }), !walk.visits.isEmpty else {
        walks.append(.none)
        continue
      }
      let visits = walk.visits.compactMap { visit in markets[visit.stall].map { self.visit(visit, at: $0) } }
      guard visits.count == walk.visits.count else { return nil }
      // Orders are placed before the agent leaves.
      let ordered = plan.deliveries.filter { $0.agent == agent.id }.map(\.depart).max()
      walks.append(
        Solution.Walk(departs: second(ordered ?? walk.start), returns: second(walk.finish), visits: visits))
    }
    var orders: [Int32: [Int32]] = [:]
    for delivery in plan.deliveries {
      guard let market = markets[delivery.stall] else { return nil }
      orders[market, default: []] += numbers(delivery.purchases)
    }
    return Solution(
      selection: selection,
      purchases: quantities.sorted { $0.key < $1.key }.map { .init(offer: $0.key, quantity: $0.value) },
      orders: orders.sorted { $0.key < $1.key }.map { .init(market: $0.key, offers: $0.value.sorted()) },
      walks: walks, cost: CostBreakdown())
  }

  private func visit(_ visit: PlanVisit, at market: Int32) -> Solution.Visit {
    Solution.Visit(
      market: market, arrives: second(visit.arrive), begins: second(visit.begin), leaves: second(visit.depart),
      offers: numbers(visit.purchases), pickUps: numbers(visit.pickUps))
  }

  /// Offers of purchases, ascending.
  private func numbers(_ purchases: [PurchaseID]) -> [Int32] { purchases.compactMap { offers[$0] }.sorted() }

  /// Since midnight of the plan's day.
  private func second(_ time: LocalTime) -> Int32 {
    Int32(clamping: (time.date.dayNumber - plan.date.dayNumber) * 86_400 + time.second)
  }
}
