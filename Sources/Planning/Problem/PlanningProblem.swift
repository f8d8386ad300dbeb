internal import Base
internal import BoardSpec
internal import Electronics
internal import Market
internal import Optimizer
internal import SourcingPlan

/// Everything that one plan rests on, read from boards, request and catalog once. A plain value: `PlanningProblem+Edits` has the
/// changes of it, each a function that returns another.
struct PlanningProblem {
  /// What is built. A plan document holds one order.
  var orders: [Order]
  /// The board's buyers, or as many as the request asks for, whether the hours leave them time or not.
  var crew: [Agent]
  /// The day's hours, which hold for those of the crew who have none of their own.
  var hours: DayHours
  /// The node where the kit comes together; empty where nobody walks.
  var kitPlace: String
  var date: LocalDate
  /// Cash for goods and fares of all agents.
  var budget: Money?
  /// Metres from the nearest agent's start within which stalls are looked for.
  var radius: Int?
  /// Days after which a price is stale.
  var priceAge: Int
  /// The market of the day.
  var profile: MarketProfile
  /// Further markets, whose shops ship.
  var others: [MarketProfile] = []
  /// The market's holidays.
  var calendar: MarketCalendar
  var categories: [String: PartCategory]
  /// By handling.
  var attrition: [String: Attrition]
  /// Supplies: offers of every candidate in this market; of a large market those of `excerpt`.
  var offers: [PartID: [Offer]]
  /// Places that have any of these offers.
  var stalls: [PlaceID: Stall]
  /// The market of each place that is not of the day's.
  var marketOfStall: [PlaceID: String] = [:]
  var buildings: [String: Building]
  /// Who does the works of production.
  var services: [Service]
  var inputs: PlanInputs
  /// What asking on floors brings, by slot as `slots` numbers them.
  var estimates: [Int: AskEstimate] = [:]
  /// Whether the markets have a generated sample that the plan does not rest on.
  var leavesOutSample = false
  /// How a large market was cut; nil where all of it was read.
  var excerpt: MarketReduction?
}

extension PlanningProblem {
  /// The order of a plan document, which holds one.
  var order: Order { orders[0] }

  /// All orders' slots, as they are numbered.
  var slots: [OrderSlot] {
    orders.enumerated().flatMap { number, order in
      order.board.slots.enumerated().map { position, slot in
        let share = order.onHand[position]
        let isOnHand = share?.isWhole == true
        return OrderSlot(
          order: number, position: position, slot: slot, candidates: isOnHand ? [] : order.candidates[position],
          policy: PurchasePolicy(slot.policy, board: order.board.policy),
          amount: isOnHand ? 0 : order.amount(of: slot) - Int64(share?.pieces ?? 0) * 1_000,
          isSettled: isOnHand || order.asked.contains(position), partOnHand: isOnHand ? share?.part : nil)
      }
    }
  }

  /// Who walks and orders; at least one.
  var agents: [Agent] { crew.filter(\.hasTime) }

  /// When the first agent may leave, and the last one must be back, in seconds since midnight.
  var start: Int { agents.map(\.start).min() ?? 0 }
  var finish: Int { agents.map(\.finish).max() ?? 0 }

  /// Whether anybody walks: agents have places to start and end at.
  var isWalked: Bool { agents.contains { !$0.from.isEmpty } }

  /// The market that a place belongs to.
  func market(of stall: PlaceID) -> MarketProfile {
    marketOfStall[stall].flatMap { id in others.first { $0.id == id } } ?? profile
  }

  /// All markets, that of the day first.
  var markets: [MarketProfile] { [profile] + others }

  /// How a line's need follows from the amounts of its slots, attrition by the part's handling included.
  func needRule(of part: Part) -> Instance.NeedRule {
    let row = categories[part.category].flatMap { attrition[$0.handling] }
    return Instance.NeedRule(
      amountScale: 1000, attritionMinimum: Int32(row?.minimum ?? 0), attritionPerMille: Int32(row?.perMille ?? 0))
  }

  /// The expected loss on a piece of `offer`.
  func riskPerPiece(of offer: Offer, at stall: Stall, under policy: PurchasePolicy) -> Money {
    market(of: stall.id).riskPerPiece(of: offer, at: stall, loss: policy.loss)
  }

  /// Pieces that a line needs, where `amount` sums those of its slots.
  func need(of part: Part, amount: Int64) -> Int { needRule(of: part).pieces(for: amount) }

  /// Whether an offer's price is stale on the day of the plan.
  func isStale(_ offer: Offer) -> Bool { offer.isStale(on: date, olderThan: priceAge) }
}

/// Slots of one order that chose the same part under the same purchase policy share one line.
struct LineKey: Hashable {
  var order: OrderID
  var part: PartID
  /// One maker's number in two packages is two articles.
  var package: String
  var policy: PurchasePolicy
}

/// What decides from which offers a slot may be served, and at what risk.
struct PurchasePolicy: Hashable {
  var conditions: Set<Condition>
  var pinned: [PlaceID]
  var banned: [PlaceID]
  var singleLot: Bool
  var loss: Money
  /// Whether every purchase needs a tax invoice.
  var invoice: Bool
  /// How old goods may be.
  var dateCode: DateCodeRule

  /// The slot's own rules where it has any, else the board's.
  init(_ slot: SlotPolicy, board: SourcingPolicy) {
    conditions = slot.conditions ?? board.conditions
    pinned = (slot.pinnedStalls.isEmpty ? board.pinnedStalls : slot.pinnedStalls).sorted()
    banned = Set(slot.bannedStalls + board.bannedStalls).sorted()
    singleLot = slot.singleLot
    loss = slot.loss ?? board.loss
    invoice = board.invoice
    dateCode = slot.dateCode ?? board.dateCode
  }
}
